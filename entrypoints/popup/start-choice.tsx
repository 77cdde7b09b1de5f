import { useEffect, useState } from 'preact/hooks'
import { regionHint } from '../../components/form/region-hint.ts'
import { momentText } from '../../components/words.ts'
import type { EventDefinition } from '../../utils/events/event.ts'
import { message } from '../../utils/i18n/messages.ts'
import { addRun } from '../../utils/record/transitions.ts'
import { isOverBy, proposedStarts, regionalStart } from '../../utils/schedule/start.ts'
import { byClock, startPlace } from '../../utils/storage/draft-places.ts'
import { forgetDraft, loadDraft } from '../../utils/storage/drafts.ts'
import { update } from '../../utils/storage/update.ts'
import { timeZoneOf, wallTimeAt } from '../../utils/time/zone.ts'
import type { Perform } from './perform.ts'
import { StartForm } from './start-form.tsx'
import { takeFocus } from './take-focus.ts'
import { useLabels } from './use-labels.ts'

interface StartChoiceProps {
  title: string
  event: EventDefinition
  /** The commander's; empty: not told. */
  region: string
  /** The setting. */
  timeZone: string
  now: number
  perform: Perform
  /** It comes in answer to a click, so the keyboard goes on here. */
  takesFocus?: boolean
  /** Back to where it was asked for. */
  onCancel?: (() => void) | undefined
}

/** When did it start: the two starts that are near, each with its moment, or any other. */
export function StartChoice({ title, event, region, timeZone, now, perform, takesFocus, onCancel }: StartChoiceProps) {
  const [picking, setPicking] = useState<'asked' | 'kept'>()
  const { local, delay } = regionalStart(event, region)
  // What was typed when the popup closed is there again; looked for after the first paint, which need not wait for it.
  useEffect(() => {
    if (wasStartTyped(event.id, timeZone, delay)) setPicking((before) => before ?? 'kept')
  }, [])
  const { latest, next } = proposedStarts(local, now)
  const isOver = isOverBy(local, latest, now)
  const hint = regionHint(event, region)
  const labels = useLabels(undefined, timeZone, [latest, next], now)?.byInstant
  const today = useCalendarDay(timeZone, now)
  const start = (instant: number, startAssumed: boolean) =>
    perform(async () => {
      const { repeatsEvery } = event
      const run = { eventId: event.id, startsAt: instant - delay, startAssumed, repeatsEvery }
      await update(addRun(run))
      forgetDraft(startPlace(event.id))
    })

  return (
    <section class="card start">
      <h2>{title}</h2>
      {picking ? (
        <StartForm
          event={local}
          delay={delay}
          timeZone={timeZone}
          now={now}
          onStart={start}
          takesFocus={takesFocus || picking === 'asked'}
          onCancel={() => setPicking(undefined)}
        />
      ) : (
        <>
          {!isOver && (
            <button
              ref={takesFocus ? takeFocus : null}
              type="button"
              class="button button-main start-button"
              data-action="start-today"
              onClick={() => start(latest, true)}
            >
              {message(today(latest) ? 'popup_started_today' : 'popup_started_yesterday')}
              <small>{momentText(labels?.[latest])}</small>
            </button>
          )}
          <button
            ref={takesFocus && isOver ? takeFocus : null}
            type="button"
            class={isOver ? 'button button-main start-button' : 'button start-button'}
            data-action="start-tomorrow"
            onClick={() => start(next, true)}
          >
            {message(today(next) ? 'popup_starts_today' : 'popup_starts_tomorrow')}
            <small>{momentText(labels?.[next])}</small>
          </button>
          <button type="button" class="button" data-action="pick-start" onClick={() => setPicking('asked')}>
            {message('popup_pick_start')}
          </button>
          {onCancel && (
            <button type="button" class="button button-quiet" data-action="cancel-start" onClick={onCancel}>
              {message('popup_cancel')}
            </button>
          )}
          {hint !== undefined && <p class="quiet">{hint}</p>}
          <p class="quiet">{message('popup_start_assumed')}</p>
        </>
      )}
    </section>
  )
}

/** Whether the form would show a start that was typed before. @param delay of the commander's region, in ms */
function wasStartTyped(eventId: string, timeZone: string, delay: number): boolean {
  const place = byClock(startPlace(eventId), { timeZone: timeZoneOf(timeZone), delay })
  return loadDraft(place, Date.now()) !== undefined
}

/**
 * Tells whether an instant lies on today's date. Another zone than the host's needs `Intl`, so until the first paint is
 * over the host's calendar stands in for it.
 */
function useCalendarDay(timeZone: string, now: number): (instant: number) => boolean {
  const [painted, setPainted] = useState(false)
  useEffect(() => setPainted(true), [])
  if (timeZone === 'system' || !painted) {
    return (instant) => new Date(instant).toDateString() === new Date(now).toDateString()
  }
  const zone = timeZoneOf(timeZone)
  const dateAt = (instant: number) => {
    const { year, month, day } = wallTimeAt(instant, zone)
    return `${year}-${month}-${day}`
  }
  return (instant) => dateAt(instant) === dateAt(now)
}
