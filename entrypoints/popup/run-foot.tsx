import { Changes } from '../../components/changes.tsx'
import { forAll } from '../../components/for-all.ts'
import { dateText } from '../../components/words.ts'
import { message } from '../../utils/i18n/messages.ts'
import type { Series } from '../../utils/record/read.ts'
import { Help } from './help.tsx'
import { change } from './later.ts'
import type { RunPageProps } from './run-props.ts'

/** What comes next, what the points are for, help, and what can be done with the run. */
export function RunFoot(props: RunPageProps) {
  const { view, labels, onLeave } = props
  const { event } = view.schedule
  const { next } = view
  return (
    <footer class="foot">
      {view.today && next && (
        <p class="next">
          {message('popup_next', next.window.relatedEvent.name)}
          <span class="quiet">{dateText(labels?.byInstant[next.window.startsAt])}</span>
        </p>
      )}
      {event.serverEvent && <p class="quiet">{message('popup_server_event', event.serverEvent.name)}</p>}
      {event.serverWide && <p class="quiet">{message('popup_server_wide')}</p>}
      <Help event={event} repeatsEvery={view.run.series?.every}>
        {onLeave ? undefined : <RunActions {...props} />}
      </Help>
    </footer>
  )
}

function RunActions({ view, commanders, now, perform, onOptionsAt, onLookBack }: RunPageProps) {
  const { run } = view
  const { id, endedAt, series } = run
  const name = view.schedule.event.shortName
  const end = () =>
    perform(() => change(({ changeRun }) => changeRun(id, { endedAt: Date.now() })), {
      text: forAll(message('popup_run_ended', name), commanders),
      undo: () => perform(() => change(({ changeRun }) => changeRun(id, { endedAt }))),
    })
  const remove = () =>
    perform(() => change(({ removeRun }) => removeRun(id)), {
      text: forAll(message(series?.id === id ? 'popup_series_removed' : 'popup_run_removed', name), commanders),
      undo: () => perform(() => change(({ putRun }) => putRun(id, run))),
    })
  const stopRepeating = ({ id: seriesId, until }: Series) =>
    perform(() => change(({ changeRun }) => changeRun(seriesId, { repeatsUntil: Date.now() })), {
      text: forAll(message('popup_repeating_stopped', name), commanders),
      undo: () => perform(() => change(({ changeRun }) => changeRun(seriesId, { repeatsUntil: until }))),
    })
  return (
    <>
      <div class="run-actions">
        <button type="button" class="button" data-action="change-start" onClick={() => onOptionsAt('event')}>
          {message('popup_change_start')}
        </button>
        <Changes>
          {view.status !== 'ended' && view.status !== 'upcoming' && (
            <button type="button" class="button" data-action="end-run" onClick={end}>
              {message('popup_end_run')}
            </button>
          )}
          {series && (series.until ?? Number.POSITIVE_INFINITY) > now && (
            <button type="button" class="button" data-action="stop-repeating" onClick={() => stopRepeating(series)}>
              {message('popup_stop_repeating')}
            </button>
          )}
          <button type="button" class="button" data-action="remove-run" onClick={remove}>
            {message('popup_remove_run')}
          </button>
        </Changes>
      </div>
      <div class="foot-links">
        <button type="button" class="link" data-action="track-another" onClick={() => onOptionsAt('library')}>
          {message('popup_track_another')}
        </button>
        <button type="button" class="link" data-action="look-back" onClick={onLookBack}>
          {message('popup_look_back')}
        </button>
      </div>
    </>
  )
}
