/** How many marks an event would still show after an import, and how many not. */

import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { RUN_OF_2023 } from '../../../utils/events/pack.ts'
import { type MarkCount, markCounter } from '../../../utils/record/import-marks.ts'
import { FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { putRun, removeRun, setDone, setNote, type Transition } from '../../../utils/record/transitions.ts'
import { dayId, recordOf, START } from '../support/records.ts'

const related = (id: string) => ({ id, name: id, code: id, rewards: [], windows: [{ opensAfter: 0, lasts: 1440 }] })

const EVENT: EventDefinition = {
  id: 'meta',
  name: 'Meta – SMS',
  shortName: 'Meta',
  rewards: [],
  relatedEvents: [related('here'), related('also')],
}

/** What stands on the marks of one run of each of two events, and of a series. */
const RUNS = [
  putRun('run', { eventId: 'meta', startsAt: START, startAssumed: false }),
  putRun('weekly', { eventId: 'meta', startsAt: START, startAssumed: false, repeatsEvery: 1 }),
  putRun('else', { eventId: 'else', startsAt: START, startAssumed: false }),
]

const done = (runId: string, windowId: string, isDone = true) => setDone(FIRST_COMMANDER, runId, windowId, isDone)
const note = (runId: string, windowId: string, text = 'Took an hour') => setNote(FIRST_COMMANDER, runId, windowId, text)

function recordWith(...transitions: readonly Transition[]) {
  return recordOf(...[...RUNS, ...transitions].map((transition) => [transition, START] as const))
}

describe('the marks of an event', () => {
  const cases: [string, readonly Transition[], MarkCount][] = [
    ['none', [], { kept: 0, hidden: 0 }],
    ['a day done', [done('run', 'here')], { kept: 1, hidden: 0 }],
    ['a note alone', [note('run', 'here')], { kept: 1, hidden: 0 }],
    ['a day done with a note is one', [done('run', 'here'), note('run', 'here')], { kept: 1, hidden: 0 }],
    ['a day done whose note was emptied', [done('run', 'here'), note('run', 'here', '')], { kept: 1, hidden: 0 }],
    ['a note on a day that is not done', [done('run', 'here', false), note('run', 'here')], { kept: 1, hidden: 0 }],
    ['a mark that was taken back', [done('run', 'here', false)], { kept: 0, hidden: 0 }],
    ['a note that was emptied', [note('run', 'here', '')], { kept: 0, hidden: 0 }],
    ['a day that it has no more', [done('run', 'gone'), note('run', 'lost')], { kept: 0, hidden: 2 }],
    ['both', [done('run', 'here'), done('run', 'gone'), done('run', 'also')], { kept: 2, hidden: 1 }],
    ['one for each commander', [done('run', 'here'), setDone('other', 'run', 'here', true)], { kept: 2, hidden: 0 }],
    ['one for each of a series', [done('weekly', 'here'), done('weekly#2', 'here')], { kept: 2, hidden: 0 }],
    ['those of another event', [done('else', 'here')], { kept: 0, hidden: 0 }],
    ['those of a run that was removed', [done('run', 'here'), removeRun('run')], { kept: 0, hidden: 0 }],
    ['those of a run that nobody knows', [done('lost', 'here')], { kept: 0, hidden: 0 }],
  ]
  it.each(cases)('%s', (_, transitions, count) => {
    expect(markCounter(recordWith(...transitions))(EVENT)).toEqual(count)
  })

  it('are counted for one event after another', () => {
    const marksOf = markCounter(recordWith(done('run', 'here'), done('else', 'here'), done('else', 'gone')))
    expect(marksOf({ ...EVENT, id: 'else' })).toEqual({ kept: 1, hidden: 1 })
    expect(marksOf(EVENT)).toEqual({ kept: 1, hidden: 0 })
  })
})

it('the marks of the run that ships are those of the event that ships', () => {
  const record = recordOf([done(RUN_OF_2023.id, dayId(1)), START], [note(RUN_OF_2023.id, 'gone'), START])
  expect(markCounter(record)(DEFENDER_OF_PEACE)).toEqual({ kept: 1, hidden: 1 })
  expect(markCounter(record)(EVENT)).toEqual({ kept: 0, hidden: 0 })
})
