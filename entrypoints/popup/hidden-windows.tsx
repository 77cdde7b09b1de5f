import { levelsText } from '../../components/level-words.ts'
import { message } from '../../utils/i18n/messages.ts'
import type { RunView } from '../../utils/plan/run-view.ts'
import type { HiddenWindow } from '../../utils/schedule/schedule.ts'

/** What the game does not show to this commander, and why. */
export function HiddenWindows({ view }: { view: RunView }) {
  return (
    <details class="help" data-hidden-windows={view.hidden.length}>
      <summary>{message('popup_hidden', view.hidden.length)}</summary>
      <ul>
        {reasonsOf(view).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  )
}

/** Each reason once: a related event may have many windows. */
function reasonsOf(view: RunView): readonly string[] {
  return [...new Set(view.hidden.map((hidden) => reasonText(hidden, view)))]
}

function reasonText({ window, reason }: HiddenWindow, { schedule, commander }: RunView): string {
  const { relatedEvent, region } = window
  if (reason === 'region' && region) {
    const own = schedule.event.regions?.find(({ id }) => id === commander.region)
    return message('popup_hidden_region', relatedEvent.name, region.name, own?.name ?? commander.region)
  }
  return message('popup_hidden_level', relatedEvent.name, levelsText(relatedEvent), commander.level ?? '')
}
