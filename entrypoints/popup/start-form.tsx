import { useState } from 'preact/hooks'
import { StartFields } from '../../components/form/start-fields.tsx'
import { useStartDraft } from '../../components/form/use-start-draft.ts'
import type { EventDefinition } from '../../utils/events/event.ts'
import { message } from '../../utils/i18n/messages.ts'
import { proposedStarts } from '../../utils/schedule/start.ts'
import { byClock, startPlace } from '../../utils/storage/draft-places.ts'
import { forgetDraft, keepDraft, loadDraft } from '../../utils/storage/drafts.ts'
import { timeZoneOf } from '../../utils/time/zone.ts'
import { zoneNameOf } from '../../utils/time/zone-name.ts'
import { takeFocusInside } from './take-focus.ts'

interface StartFormProps {
  event: EventDefinition
  /** How much later than the run the commander's region starts, in ms. */
  delay: number
  /** The setting. */
  timeZone: string
  now: number
  /** It comes in answer to a click, so the keyboard goes on here. */
  takesFocus: boolean
  onStart: (startsAt: number, startAssumed: boolean) => void
  onCancel: () => void
}

/**
 * Any day and hour, on the clock of the commander's zone; the assumed hour is proposed, or what was typed when the popup
 * closed.
 */
export function StartForm({ event, delay, timeZone, now, takesFocus, onStart, onCancel }: StartFormProps) {
  const zone = timeZoneOf(timeZone)
  const [startsAt] = useState(() => proposedStarts(event, now).latest)
  const place = byClock(startPlace(event.id), { timeZone: zone, delay })
  const [kept] = useState(() => loadDraft(place, Date.now()))
  const draft = useStartDraft({
    ...{ event, startsAt, assumed: true, timeZone: zone, now, kept },
    onTyped: (typed) => typed && keepDraft(place, { ...typed, timeZone: zone, delay }, Date.now()),
  })
  const [judged, setJudged] = useState(false)

  const cancel = () => {
    forgetDraft(place)
    onCancel()
  }
  const confirm = (submit: Event) => {
    submit.preventDefault()
    setJudged(true)
    if (!draft.error && draft.entry.ok) onStart(draft.entry.instant, draft.assumed)
  }
  return (
    // The browser's own words for a half-filled field would come without ours.
    <form class="start-form" noValidate onSubmit={confirm} ref={takesFocus ? takeFocusInside : null}>
      <StartFields
        dateLabel={message('popup_start_date')}
        timeLabel={message('popup_start_time', zoneNameOf(zone))}
        value={draft.text}
        error={judged ? draft.error : undefined}
        onInput={draft.onInput}
      />
      <div class="card-actions">
        <button type="submit" class="button button-main" data-action="confirm-start">
          {message('popup_confirm_start')}
        </button>
        <button type="button" class="button button-quiet" onClick={cancel}>
          {message('popup_cancel')}
        </button>
      </div>
      {kept && (
        <p class="quiet" data-kept>
          {message('popup_start_kept')}
        </p>
      )}
      {draft.assumed && <p class="quiet">{message('popup_start_assumed')}</p>}
    </form>
  )
}
