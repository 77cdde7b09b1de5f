import { useEffect, useRef, useState } from 'preact/hooks'
import { message } from '../../../utils/i18n/messages.ts'
import { copyText } from './copy-text.ts'

export interface CopyTextButtonProps {
  /** What is copied, by name: for those who do not see where the button stands. */
  readonly of: string
  /** Only asked for when it is copied. */
  readonly text: () => string
}

/** Copies a text and tells whether that worked; where it did not, the text stands there to be copied by hand. */
export function CopyTextButton({ of, text }: CopyTextButtonProps) {
  const [outcome, setOutcome] = useState<{ readonly copied: boolean; readonly text: string }>()
  const area = useRef<HTMLTextAreaElement>(null)
  const failed = outcome?.copied === false
  useEffect(() => {
    if (failed) area.current?.select()
  }, [failed])
  const onClick = async () => {
    const copy = text()
    // Emptied first: the same words in a live region would be read out once only.
    setOutcome(undefined)
    setOutcome({ copied: await copyText(copy), text: copy })
  }
  return (
    <div class="copy-text">
      <button
        type="button"
        class="button is-quiet"
        data-action="copy-text"
        aria-label={message('options_text_copy_named', of)}
        onClick={onClick}
      >
        {message('options_text_copy')}
      </button>
      <span class="copy-outcome" role="status" data-copied={outcome?.copied}>
        {outcome ? message(outcome.copied ? 'options_text_copied' : 'options_text_copy_failed') : ''}
      </span>
      {failed ? (
        <textarea
          ref={area}
          class="input editor-lines"
          rows={6}
          readOnly
          aria-label={message('options_text_label', of)}
          value={outcome.text}
        />
      ) : null}
    </div>
  )
}
