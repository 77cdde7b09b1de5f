import { useContext, useState } from 'preact/hooks'
import { ReadOnly } from '../../components/changes.tsx'
import { namesOf } from '../../components/commander-names.ts'
import { message } from '../../utils/i18n/messages.ts'
import { runViewAt } from '../../utils/plan/run-view.ts'
import type { View } from '../../utils/plan/view.ts'
import { commandersOf, type KnownCommander, type KnownRun, runsNear } from '../../utils/record/read.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { change } from './later.ts'
import type { Perform } from './perform.ts'

interface CommanderMenuProps {
  record: TrackerRecord
  view: View
  now: number
  perform: Perform
}

/** Whose marks the popup shows, to choose from. Who still has something open is worked out once it is reached for. */
export function CommanderMenu({ record, view, now, perform }: CommanderMenuProps) {
  const [isReached, setReached] = useState(false)
  const { commander, commanders } = view
  const names = namesOf(commandersOf(record))
  const runs = isReached ? runsNear(record, now) : []
  const reach = () => setReached(true)
  return (
    <select
      class="commander-menu"
      aria-label={message('popup_commander')}
      data-action="choose-commander"
      value={commander.id}
      disabled={useContext(ReadOnly)}
      onPointerEnter={reach}
      onFocus={reach}
      onChange={({ currentTarget: { value } }) =>
        perform(() => change(({ setSetting }) => setSetting('commander', value)))
      }
    >
      {commanders.map((each) => {
        const name = names.get(each.id) ?? ''
        return (
          <option key={each.id} value={each.id} selected={each.id === commander.id}>
            {hasOpen(record, each, runs, now) ? message('popup_commander_open', name) : name}
          </option>
        )
      })}
    </select>
  )
}

function hasOpen(record: TrackerRecord, commander: KnownCommander, runs: readonly KnownRun[], now: number): boolean {
  return runs.some((run) => {
    const view = runViewAt(record, commander, run, now)
    return view?.eligibility === 'yes' && (view.status === 'open' || view.status === 'urgent')
  })
}
