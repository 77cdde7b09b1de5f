import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { message } from '../../../utils/i18n/messages.ts'
import { removeReplica } from '../../../utils/storage/replicate.ts'
import type { Saver } from '../save.tsx'

export interface RemoveCopyProps {
  /** Also where the browser could not tell; not before it was asked. */
  readonly mayBeThere: boolean
  /** A later version wrote it: there may be more in it than this one knows, so it asks first. */
  readonly isNewer: boolean
  readonly attempt: Saver['attempt']
}

/** Takes the copy out of sync, and says that it is gone. */
export function RemoveCopy({ mayBeThere, isNewer, attempt }: RemoveCopyProps) {
  const [isAsking, setAsking] = useState(false)
  const [isRemoved, setRemoved] = useState(false)
  const askId = useId()
  const keep = useRef<HTMLButtonElement>(null)
  const begin = useRef<HTMLButtonElement>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const wasAsking = useRef(false)
  const wasGone = useRef(false)
  const isGone = isRemoved && !mayBeThere
  useEffect(() => {
    if (isAsking) keep.current?.focus()
    else if (wasAsking.current) begin.current?.focus()
    wasAsking.current = isAsking
  }, [isAsking])
  useEffect(() => {
    // The button that had the focus can be pressed no more.
    if (isGone) said.current?.focus()
    // Another device wrote it again: when that is gone one day, it was not this page that removed it.
    else if (wasGone.current) setRemoved(false)
    wasGone.current = isGone
  }, [isGone])

  const remove = () =>
    attempt(async () => {
      setAsking(false)
      await removeReplica()
      setRemoved(true)
    })
  return (
    <div class="sync-part">
      {isAsking ? (
        <div class="callout is-warning is-stacked">
          <p id={askId}>{message('options_sync_remove_newer')}</p>
          <div class="row-actions">
            <button
              ref={keep}
              type="button"
              class="button"
              data-action="keep-replica"
              aria-describedby={askId}
              onClick={() => setAsking(false)}
            >
              {message('options_sync_remove_keep')}
            </button>
            <button type="button" class="button is-danger" data-action="confirm-remove-replica" onClick={remove}>
              {message('options_sync_remove_confirm')}
            </button>
          </div>
        </div>
      ) : (
        <button
          ref={begin}
          type="button"
          class="button"
          data-action="remove-replica"
          disabled={!mayBeThere}
          onClick={() => (isNewer ? setAsking(true) : remove())}
        >
          {message('options_sync_remove')}
        </button>
      )}
      <p class="note" role="status" tabIndex={-1} ref={said} data-sync-removed>
        {isGone ? message('options_sync_removed') : ''}
      </p>
      <p class="note">{message('options_sync_remove_hint')}</p>
    </div>
  )
}
