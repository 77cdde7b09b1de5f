import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { message, plural } from '../../../utils/i18n/messages.ts'
import type { ImportItem } from '../../../utils/record/import.ts'
import type { Page } from '../page.ts'
import { ScheduleDetails } from './schedule-details.tsx'

export interface ImportBarProps {
  readonly page: Page
  readonly chosen: readonly ImportItem[]
  /** The days of what is chosen are shown on demand: they do not stand with it already. */
  readonly foldable: boolean
  readonly onConfirm: (chosen: readonly ImportItem[]) => Promise<boolean>
  readonly onCancel: () => void
}

/** Events whose days are shown. */
const MOST_SHOWN = 20
/** Of those, how many are open at once. */
const MOST_OPEN = 3

/** How many are ticked, and what can be done with them: always in sight while the list is. */
export function ImportBar({ page, chosen, foldable, onConfirm, onCancel }: ImportBarProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const isStoring = useRef(false)
  const count = chosen.length
  const confirm = async () => {
    // The second click of a double click.
    if (isStoring.current) return
    isStoring.current = true
    await onConfirm(chosen)
    isStoring.current = false
  }
  const isShown = isOpen && count > 0
  const days = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The list above may be long: the button is in sight, what it opens is not.
    if (isShown) days.current?.scrollIntoView({ block: 'nearest' })
  }, [isShown])
  return (
    <>
      {isShown ? (
        <div class="import-days" id={id} ref={days}>
          {chosen.slice(0, MOST_SHOWN).map(({ imported }) => (
            <ScheduleDetails
              key={imported.event.id}
              page={page}
              imported={imported}
              title={imported.event.name}
              open={count <= MOST_OPEN}
            />
          ))}
          {count > MOST_SHOWN ? <p class="note">{plural('options_import_more_changes', count - MOST_SHOWN)}</p> : null}
        </div>
      ) : null}
      <div class="import-bar" data-ticked={count}>
        <button
          type="button"
          class="button is-main"
          data-action="import-confirm"
          disabled={count === 0}
          onClick={confirm}
        >
          {count === 0 ? message('options_import_confirm_none') : plural('options_import_confirm', count)}
        </button>
        {foldable && count > 0 ? (
          <button
            type="button"
            class="button is-quiet"
            data-action="import-days"
            aria-expanded={isShown}
            aria-controls={isShown ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            {message(isShown ? 'options_feed_close' : 'options_feed_open')}
          </button>
        ) : null}
        <button type="button" class="button is-quiet" data-action="import-cancel" onClick={onCancel}>
          {message('options_library_cancel')}
        </button>
      </div>
    </>
  )
}
