import { dateText } from '../../components/words.ts'
import { message } from '../../utils/i18n/messages.ts'
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
      <Help event={event}>{onLeave ? undefined : <RunActions {...props} />}</Help>
    </footer>
  )
}

function RunActions({ view, perform, onStart, onLookBack }: RunPageProps) {
  const { run } = view
  const { id, endedAt } = run
  const name = view.schedule.event.shortName
  const end = () =>
    perform(() => change(({ changeRun }) => changeRun(id, { endedAt: Date.now() })), {
      text: message('popup_run_ended', name),
      undo: () => perform(() => change(({ changeRun }) => changeRun(id, { endedAt }))),
    })
  const remove = () =>
    perform(() => change(({ removeRun }) => removeRun(id)), {
      text: message('popup_run_removed', name),
      undo: () => perform(() => change(({ putRun }) => putRun(id, run))),
    })
  return (
    <>
      <div class="run-actions">
        <button type="button" class="button" data-action="change-start" onClick={onStart}>
          {message('popup_change_start')}
        </button>
        {view.status !== 'ended' && (
          <button type="button" class="button" data-action="end-run" onClick={end}>
            {message('popup_end_run')}
          </button>
        )}
        <button type="button" class="button" data-action="remove-run" onClick={remove}>
          {message('popup_remove_run')}
        </button>
      </div>
      <button type="button" class="link" data-action="look-back" onClick={onLookBack}>
        {message('popup_look_back')}
      </button>
    </>
  )
}
