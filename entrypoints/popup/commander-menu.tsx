import { namesOf } from '../../components/commander-names.ts'
import { message } from '../../utils/i18n/messages.ts'
import { runViewsAt } from '../../utils/plan/run-view.ts'
import type { View } from '../../utils/plan/view.ts'
import { commandersOf } from '../../utils/record/read.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { setSetting } from '../../utils/record/transitions.ts'
import { update } from '../../utils/storage/update.ts'
import type { Perform } from './perform.ts'

interface CommanderMenuProps {
  record: TrackerRecord
  view: View
  now: number
  perform: Perform
}

/** Whose marks the popup shows, to choose from; tells who still has something open. */
export function CommanderMenu({ record, view, now, perform }: CommanderMenuProps) {
  const { commander, commanders } = view
  const names = namesOf(commandersOf(record))
  return (
    <select
      class="commander-menu"
      aria-label={message('popup_commander')}
      data-action="choose-commander"
      value={commander.id}
      onChange={({ currentTarget: { value } }) => perform(() => update(setSetting('commander', value)))}
    >
      {commanders.map((each) => {
        const name = names.get(each.id) ?? ''
        const isOpen = runViewsAt(record, each, now).some(
          ({ status, eligibility }) => eligibility === 'yes' && (status === 'open' || status === 'urgent'),
        )
        return (
          <option key={each.id} value={each.id} selected={each.id === commander.id}>
            {isOpen ? message('popup_commander_open', name) : name}
          </option>
        )
      })}
    </select>
  )
}
