import { Changes } from '../../../components/changes.tsx'
import { message } from '../../../utils/i18n/messages.ts'
import { type Schedule, scheduleOf } from '../../../utils/schedule/schedule.ts'
import { CopyTextButton } from '../editor/copy-text-button.tsx'
import { eventText, exportPack } from '../editor/event-export.ts'
import { nearRunOf } from '../near-run.ts'
import type { Page } from '../page.ts'
import type { KnownEvent } from './known-events.ts'
import { startProposal } from './start-proposal.ts'

export interface EventActionsProps {
  readonly page: Page
  readonly known: KnownEvent
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** What is seldom done with an event. */
export function EventActions({ page, known, onEdit, onRemove }: EventActionsProps) {
  const { event, isShipped, isStored, runs } = known
  const { zone, now } = page
  // An hour that is only assumed is no news for others.
  const starts = runs.filter((run) => !run.startAssumed).map(({ startsAt }) => startsAt)
  const button = (action: string, text: string, onClick: () => void, extra = '') => (
    <button
      type="button"
      class={`button is-quiet${extra}`}
      data-action={action}
      aria-label={message('options_library_action_named', text, event.name)}
      onClick={onClick}
    >
      {text}
    </button>
  )
  const remove = message(isShipped ? 'options_library_reset' : 'options_library_remove')
  return (
    <>
      <Changes>{button('edit-event', message('options_library_edit'), onEdit)}</Changes>
      {button('export-pack', message('options_library_save'), () => exportPack(event, starts))}
      <CopyTextButton
        of={event.name}
        text={() => eventText({ event, schedule: toldSchedule(known, page), timeZone: zone.timeZone, now })}
      />
      <Changes>{isStored ? button('remove-event', remove, onRemove, ' is-danger') : null}</Changes>
    </>
  )
}

/** The run that is on or next, else an example; for all levels: others read it. */
function toldSchedule({ event, tracked }: KnownEvent, { now, view }: Page): Schedule {
  const near = nearRunOf(view, event.id)
  const run = near?.run ??
    tracked[0] ?? { eventId: event.id, startsAt: startProposal(event, '', now), startAssumed: true }
  return scheduleOf(event, run, { level: null, region: view.commander.region })
}
