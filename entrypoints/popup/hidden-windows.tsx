import { levelsText } from '../../components/level-words.ts'
import { regionName } from '../../components/regions.ts'
import { message } from '../../utils/i18n/messages.ts'
import type { RunView } from '../../utils/plan/run-view.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import type { HiddenWindow } from '../../utils/schedule/schedule.ts'

interface HiddenWindowsProps {
  record: TrackerRecord
  view: RunView
}

/** What the game does not show to this commander, and why. */
export function HiddenWindows({ record, view }: HiddenWindowsProps) {
  return (
    <details class="help" data-hidden-windows={view.hidden.length}>
      <summary>{message('popup_hidden', view.hidden.length)}</summary>
      <ul>
        {reasonsOf(record, view).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  )
}

/** Each reason once: a related event may have many windows. */
function reasonsOf(record: TrackerRecord, view: RunView): readonly string[] {
  return [...new Set(view.hidden.map((hidden) => reasonText(hidden, record, view)))]
}

function reasonText({ window, reason }: HiddenWindow, record: TrackerRecord, { commander }: RunView): string {
  const { relatedEvent, region } = window
  if (reason === 'region' && region) {
    return message('popup_hidden_region', relatedEvent.name, region.name, regionName(record, commander.region))
  }
  return message('popup_hidden_level', relatedEvent.name, levelsText(relatedEvent), commander.level ?? '')
}
