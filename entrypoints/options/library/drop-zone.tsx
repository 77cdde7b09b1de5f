import { useRef } from 'preact/hooks'
import { message } from '../../../utils/i18n/messages.ts'

export interface DropZoneProps {
  /** Names it to tests. */
  readonly name: string
  /** What it says where nothing is dragged. */
  readonly choose: string
  readonly drop: string
  /** Several files at once. */
  readonly multiple: boolean
  /** Something is being dragged over the page. */
  readonly isDragging: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** Where files are dropped; also a button that lets them be chosen. */
export function DropZone({ name, choose, drop, multiple, isDragging, onFiles }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="drop-zone"
        data-drop-zone={isDragging ? 'over' : ''}
        data-action={name}
        onClick={() => input.current?.click()}
      >
        <svg class="drop-picture" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 15V4m0 0L8 8m4-4 4 4M4 15v4h16v-4" />
        </svg>
        {isDragging ? (
          <span class="drop-main">{message('options_import_drop_now')}</span>
        ) : (
          <>
            <span class="drop-main">{choose}</span>
            <span class="note">{drop}</span>
          </>
        )}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        multiple={multiple}
        hidden
        data-field={name}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          // The same file can be chosen again, after it was mended.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
