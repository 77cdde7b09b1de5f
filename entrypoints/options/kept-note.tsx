import { message } from '../../utils/i18n/messages.ts'

export interface KeptNoteProps {
  /** What stands there, in words. */
  readonly text: string
  readonly onDiscard: () => void
}

/** Says that a form shows what was typed before the page was closed, and lets it be discarded. */
export function KeptNote({ text, onDiscard }: KeptNoteProps) {
  return (
    <div class="kept-note" data-kept>
      <p class="note">{text}</p>
      <button type="button" class="button is-quiet" data-action="discard-kept" onClick={onDiscard}>
        {message('options_kept_discard')}
      </button>
    </div>
  )
}
