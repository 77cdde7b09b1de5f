import { expect, it } from 'vitest'
import { twinsOf } from '../../../utils/plan/twins.ts'
import { DEFAULT_COMMANDER } from '../../../utils/record/record.ts'
import { putCommander } from '../../../utils/record/transitions.ts'
import { type Hours, ownEvent, tracked, viewsOf } from '../support/own-events.ts'
import { DAY, recordOf, START, type Told } from '../support/records.ts'

/** An event whose related events have these names, each open for a day after the other. */
function named(id: string, names: readonly string[]): readonly Told[] {
  const event = ownEvent(
    id,
    names.map((_, index): Hours => [index * 24, index * 24 + 24]),
  )
  return tracked({
    ...event,
    relatedEvents: event.relatedEvents.map((related, index) => ({ ...related, name: names[index] ?? '' })),
  })
}

const told: readonly Told[] = [
  ...named('arc', ['Mining', 'Hostiles', 'Mining']),
  ...named('meta', ['Mining', 'Mining', 'Armadas']),
  ...named('raid', ['Hostiles', 'Hostiles', 'Mining']),
]
const second: Told = [putCommander('commander-2', DEFAULT_COMMANDER), START - 2 * DAY]

it.each([
  ['arc/w1', ['arc/w1', 'meta/w1']],
  ['meta/w1', ['meta/w1', 'arc/w1']],
  ['arc/w2', ['arc/w2', 'raid/w2']],
  ['arc/w3', ['arc/w3', 'raid/w3']],
  ['raid/w3', ['raid/w3', 'arc/w3']],
  ['meta/w2', ['meta/w2']],
  ['raid/w1', ['raid/w1']],
  // A day of the run, but of no run; and the other way round.
  ['gone/w1', []],
  ['arc/w4', []],
])('%s has the same name and hours as %j', (day, twins) => {
  const [runId = '', windowId = ''] = day.split('/')
  for (const more of [[], [second]]) {
    const views = viewsOf(recordOf(...told, ...more), START)
    expect(twinsOf(views, { runId, windowId }).map((key) => `${key.runId}/${key.windowId}`)).toEqual(twins)
  }
})
