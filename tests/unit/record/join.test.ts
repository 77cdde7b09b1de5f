/** What several devices tell apart, and what each of them shows once they have met. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { importEvents, planImport, undoImport } from '../../../utils/record/import.ts'
import { joined } from '../../../utils/record/join.ts'
import { merge } from '../../../utils/record/merge.ts'
import { commandersOf, eventOf, markOf, runOf } from '../../../utils/record/read.ts'
import {
  DEFAULT_COMMANDER,
  type Deleted,
  EMPTY_RECORD,
  FIRST_COMMANDER,
  type Stamp,
  type TrackerRecord,
} from '../../../utils/record/record.ts'
import { runIdOf } from '../../../utils/record/run-id.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { toldRun } from '../../../utils/record/told-run.ts'
import {
  addRun,
  changeCommander,
  changeRun,
  putCommander,
  putEvent,
  putRun,
  removeCommander,
  removeEvent,
  removeRun,
  setDone,
  setNote,
  type Transition,
} from '../../../utils/record/transitions.ts'
import { splitOccurrenceId } from '../../../utils/schedule/repeat.ts'
import { arbitraryRecord } from '../support/arbitrary-record.ts'
import { DAY, dayId, HOUR, RUN, START } from '../support/records.ts'

/** What a device is told, and how many hours after the start. */
type Heard = readonly [transition: Transition, hours: number]

function told(by: string, before: TrackerRecord, heard: readonly Heard[]): TrackerRecord {
  return heard.reduce((record, [transition, hours]) => transition(record, { at: START + hours * HOUR, by }), before)
}

/** Each learns of the other, until neither hears anything new. */
function met(...records: readonly TrackerRecord[]): readonly TrackerRecord[] {
  let all = records
  for (let round = 0; round < 5; round++) {
    const before = all
    all = all.map((record, index) =>
      all.reduce((own, other) => joined(other)(own, { at: START + 90 * DAY, by: `device-${index}` }), record),
    )
    if (all.every((record, index) => record === before[index])) return all
  }
  throw new Error('They do not come to rest.')
}

/** Who is shown, with the days done and the notes that can be seen of them. */
function shown(record: TrackerRecord): readonly string[] {
  return commandersOf(record)
    .map(({ id, name }) => {
      const days = Object.keys(record.marks).flatMap((markId) => {
        const [commanderId, runId = '', windowId = ''] = markId.split('/')
        const of = runOf(record, runId)
        if (commanderId !== id || !of || !eventOf(record, of.eventId)) return []
        const { done, note } = markOf(record, id, runId, windowId)
        const day = [1, 2, 3, 4, 5].find((each) => dayId(each) === windowId)
        const place = runId === RUN ? day : `${runId} ${day}`
        return [...(done ? [String(place)] : []), ...(note === '' ? [] : [`${place} ${note}`])]
      })
      return `${name || id}: ${days.sort().join(', ')}`
    })
    .sort()
}

const FIRST = FIRST_COMMANDER
const name = (id: string, text: string) => changeCommander(id, { name: text })
const add = (id: string, text = id) => putCommander(id, { ...DEFAULT_COMMANDER, name: text })
const done = (id: string, day: number, is = true, run = RUN) => setDone(id, run, dayId(day), is)
const note = (id: string, day: number, text: string) => setNote(id, RUN, dayId(day), text)
const gone = removeCommander
const run = { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false }
const tracked: Heard = [putRun(RUN, run), -50]
const STARTED = runIdOf(run)
const started: Heard = [addRun(run), 1]
const series: Heard = [putRun('weekly', { ...run, repeatsEvery: 1 }), -50]
const OWN = { ...DEFENDER_OF_PEACE, id: 'own', name: 'Own' }
const writesOwn: Heard = [putEvent(OWN), -60]
const tracksOwn: readonly Heard[] = [writesOwn, [putRun('own-run', { ...run, eventId: 'own' }), -50]]
const move = (id: string, hours: number) => changeRun(id, { startsAt: START + 7 * DAY + hours * HOUR })

describe('two devices that were told apart show, once they have met', () => {
  const cases: readonly (readonly [
    string,
    { readonly both: readonly Heard[]; readonly here: readonly Heard[]; readonly there: readonly Heard[] },
    readonly string[],
  ])[] = [
    [
      'one first commander, where one of them named the first and the other marked days for the first, untold',
      { both: [tracked], here: [[name(FIRST, 'Kirk'), 1]], there: [[done(FIRST, 1), 2]] },
      ['Kirk: 1'],
    ],
    [
      'the later name, and the days of both, where both named the first',
      {
        both: [tracked],
        here: [
          [name(FIRST, 'Kirk'), 1],
          [done(FIRST, 1), 5],
        ],
        there: [
          [name(FIRST, 'Spock'), 3],
          [done(FIRST, 2), 4],
        ],
      },
      ['Spock: 1, 2'],
    ],
    [
      'both, where one added a second and the other marked days for the first, untold',
      { both: [tracked], here: [[add('spock'), 1]], there: [[done(FIRST, 1), 2]] },
      [`${FIRST}: 1`, 'spock: '],
    ],
    ...[2, 9].map(
      (hours) =>
        [
          `the first one again, whom one removed at hour 5 and for whom the other marked a day at hour ${hours}`,
          {
            both: [tracked],
            here: [
              [add('spock'), 1],
              [done('spock', 1), 4],
              [gone(FIRST), 5],
            ],
            there: [[done(FIRST, 2), hours]],
          },
          [`${FIRST}: 2`, 'spock: 1'],
        ] as const,
    ),
    [
      'nobody twice: the first one, whom one removed and the other never marked, is gone',
      {
        both: [tracked],
        here: [
          [add('spock'), 1],
          [gone(FIRST), 5],
        ],
        there: [],
      },
      ['spock: '],
    ],
    [
      'the first one beside others who come in without an entry for the first',
      {
        both: [tracked],
        here: [
          [
            ({ ...record }) => ({
              ...record,
              commanders: { x: { value: { ...DEFAULT_COMMANDER, name: 'X' }, at: START, by: 'a' } },
            }),
            1,
          ],
        ],
        there: [[done(FIRST, 1), 2]],
      },
      ['X: ', `${FIRST}: 1`],
    ],
    [
      'no one who was removed with all marks known',
      {
        both: [tracked, [add('kirk'), 0], [done('kirk', 1), 1], [note('kirk', 2, 'x'), 1]],
        here: [[gone('kirk'), 5]],
        there: [],
      },
      [`${FIRST}: `],
    ],
    [
      'one who was removed by one of them, with their name and all their days, where the other has marked another day before',
      {
        both: [tracked, [add('kirk'), 0], [done('kirk', 1), 1]],
        here: [
          [done('kirk', 3), 4],
          [gone('kirk'), 5],
        ],
        there: [[done('kirk', 2), 2]],
      },
      [`${FIRST}: `, 'kirk: 1, 2, 3'],
    ],
    [
      'the same where it was written down, and the name changed',
      {
        both: [tracked, [add('kirk'), 0]],
        here: [[gone('kirk'), 5]],
        there: [
          [name('kirk', 'James'), 1],
          [note('kirk', 2, 'x'), 2],
        ],
      },
      ['James: 2 x', `${FIRST}: `],
    ],
    [
      'the same where the clock of the other was ten years behind',
      {
        both: [tracked, [add('kirk'), 0], [done('kirk', 1), 1]],
        here: [[gone('kirk'), 5]],
        there: [[done('kirk', 2), -87_600]],
      },
      [`${FIRST}: `, 'kirk: 1, 2'],
    ],
    [
      'no one who was removed with all marks known, though one of them came from the future',
      {
        both: [tracked, [add('kirk'), 0], [done('kirk', 2), 2], [done('kirk', 1), 365 * 24]],
        here: [[gone('kirk'), 5]],
        there: [],
      },
      [`${FIRST}: `],
    ],
    [
      'no one who was removed where the other only took a day or a note back',
      {
        both: [tracked, [add('kirk'), 0], [done('kirk', 1), 1], [note('kirk', 1, 'x'), 1]],
        here: [[gone('kirk'), 5]],
        there: [
          [done('kirk', 1, false), 6],
          [note('kirk', 1, ''), 6],
        ],
      },
      [`${FIRST}: `],
    ],
    [
      'no one whom both removed',
      {
        both: [tracked, [add('kirk'), 0]],
        here: [
          [done('kirk', 1), 1],
          [gone('kirk'), 5],
        ],
        there: [
          [done('kirk', 2), 1],
          [gone('kirk'), 6],
        ],
      },
      [`${FIRST}: `],
    ],
    [
      'of two, each of whom one removed, the one removed later: the last cannot be removed',
      {
        both: [tracked, [name(FIRST, 'Kirk'), 0], [add('spock'), 0], [done(FIRST, 1), 1], [done('spock', 2), 1]],
        here: [[gone(FIRST), 6]],
        there: [[gone('spock'), 5]],
      },
      ['Kirk: 1'],
    ],
    [
      'the same the other way round',
      {
        both: [tracked, [name(FIRST, 'Kirk'), 0], [add('spock'), 0], [done(FIRST, 1), 1], [done('spock', 2), 1]],
        here: [[gone(FIRST), 5]],
        there: [[gone('spock'), 6]],
      },
      ['spock: 2'],
    ],
    [
      'where both removals are of the same instant, who was removed by the device with the greater id',
      {
        both: [tracked, [name(FIRST, 'Kirk'), 0], [add('spock'), 0]],
        here: [[gone(FIRST), 5]],
        there: [[gone('spock'), 5]],
      },
      ['spock: '],
    ],
    [
      'a run that one removed and the other marked',
      {
        both: [tracked, [done(FIRST, 1), 1]],
        here: [[removeRun(RUN), 5]],
        there: [[done(FIRST, 2), 2]],
      },
      [`${FIRST}: 1, 2`],
    ],
    [
      'the first one by the name that was told under a clock of 1970, where the other added a second',
      { both: [tracked], here: [[name(FIRST, 'Kirk'), -START / HOUR]], there: [[add('spock'), 1]] },
      ['Kirk: ', 'spock: '],
    ],
    [
      'one run, with the days of both, where both started the same before they met',
      {
        both: [],
        here: [started, [done(FIRST, 1, true, STARTED), 2]],
        there: [started, [done(FIRST, 2, true, STARTED), 3]],
      },
      [`${FIRST}: ${STARTED} 1, ${STARTED} 2`],
    ],
    [
      'no run that was removed with all marks known',
      { both: [tracked, [done(FIRST, 1), 1]], here: [[removeRun(RUN), 5]], there: [] },
      [`${FIRST}: `],
    ],
    [
      'a series that one removed, where the other marked one of its occurrences',
      {
        both: [series, [done(FIRST, 1, true, 'weekly#2'), 1]],
        here: [[removeRun('weekly'), 5]],
        there: [[done(FIRST, 1, true, 'weekly#3'), 2]],
      },
      [`${FIRST}: weekly#2 1, weekly#3 1`],
    ],
    [
      'an occurrence that one removed, where the other marked it',
      {
        both: [series],
        here: [[removeRun('weekly#2'), 5]],
        there: [[done(FIRST, 1, true, 'weekly#2'), 2]],
      },
      [`${FIRST}: weekly#2 1`],
    ],
    [
      'an occurrence that the other moved and marked, where one removed the series',
      {
        both: [series],
        here: [[removeRun('weekly'), 5]],
        there: [
          [move('weekly#2', 3), 1],
          [done(FIRST, 1, true, 'weekly#2'), 2],
        ],
      },
      [`${FIRST}: weekly#2 1`],
    ],
    [
      'an occurrence that is all the other knows of a series, and marked, where one removed the series',
      {
        both: [],
        here: [series, [removeRun('weekly'), 5]],
        there: [
          [putRun('weekly#2', run), 1],
          [done(FIRST, 1, true, 'weekly#2'), 2],
        ],
      },
      [`${FIRST}: weekly#2 1`],
    ],
    [
      'a run of an event that one removed, where the other marked it',
      {
        both: [...tracksOwn, [done(FIRST, 1, true, 'own-run'), 1]],
        here: [[removeEvent('own'), 5]],
        there: [[done(FIRST, 2, true, 'own-run'), 2]],
      },
      [`${FIRST}: own-run 1, own-run 2`],
    ],
    [
      'an occurrence of an event that one removed, where the other marked it',
      {
        both: [writesOwn, [putRun('weekly', { ...run, eventId: 'own', repeatsEvery: 1 }), -50]],
        here: [[removeEvent('own'), 5]],
        there: [[done(FIRST, 1, true, 'weekly#2'), 2]],
      },
      [`${FIRST}: weekly#2 1`],
    ],
    [
      'no run of an event that was removed with all marks known',
      {
        both: [...tracksOwn, [done(FIRST, 1, true, 'own-run'), 1]],
        here: [[removeEvent('own'), 5]],
        there: [],
      },
      [`${FIRST}: `],
    ],
    [
      'a run of an event that one imported with it and took back, where the other marked it meanwhile',
      {
        both: [],
        here: [
          [importedOwn, 1],
          [ownTakenBack, 5],
        ],
        there: [
          [importedOwn, 1],
          [done(FIRST, 1, true, 'file.run'), 2],
        ],
      },
      [`${FIRST}: file.run 1`],
    ],
    [
      'a run that one imported and took back, where the other marked it meanwhile',
      {
        both: [],
        here: [
          [imported, 1],
          [takenBack, 5],
        ],
        there: [
          [imported, 1],
          [done(FIRST, 1, true, 'file.run'), 2],
        ],
      },
      [`${FIRST}: file.run 1`],
    ],
    [
      'no run that one imported and took back',
      {
        both: [],
        here: [
          [imported, 1],
          [takenBack, 5],
        ],
        there: [[imported, 1]],
      },
      [`${FIRST}: `],
    ],
  ]

  it.each(cases)('%s', (_, { both, here, there }, expected) => {
    const before = told('both', EMPTY_RECORD, both)
    const [one, other] = [told('here', before, here), told('there', before, there)]
    for (const sides of [
      [one, other],
      [other, one],
      [before, one, other],
      [one, EMPTY_RECORD, other],
    ]) {
      const all = met(...sides)
      expect(new Set(all.map((record) => JSON.stringify(shown(record))))).toEqual(new Set([JSON.stringify(expected)]))
      for (const record of all) expect(record).toEqual(all[0])
    }
  })

  function imported(record: TrackerRecord, stamp: Stamp): TrackerRecord {
    return importEvents(planned(record), START)(record, stamp)
  }

  function takenBack(record: TrackerRecord, stamp: Stamp): TrackerRecord {
    return undoImport({ before: EMPTY_RECORD, after: record, chosen: planned(EMPTY_RECORD) })(record, stamp)
  }

  function importedOwn(record: TrackerRecord, stamp: Stamp): TrackerRecord {
    return importEvents(planned(record, OWN), START)(record, stamp)
  }

  function ownTakenBack(record: TrackerRecord, stamp: Stamp): TrackerRecord {
    return undoImport({ before: EMPTY_RECORD, after: record, chosen: planned(EMPTY_RECORD, OWN) })(record, stamp)
  }

  function planned(record: TrackerRecord, event = DEFENDER_OF_PEACE) {
    return planImport(record, [{ event, runs: [{ id: 'file.run', startsAt: START }] }], START)
  }
})

describe('three devices', () => {
  it('keep a series removed of which one knows but an occurrence, though another still has it with marks that were known', () => {
    const before = told('both', EMPTY_RECORD, [series, [done(FIRST, 1, true, 'weekly'), 1]])
    const here = told('here', before, [[removeRun('weekly'), 5]])
    const there = told('there', EMPTY_RECORD, [
      [putRun('weekly#2', run), 1],
      [done(FIRST, 1, true, 'weekly#2'), 2],
    ])
    const stamp = { at: START + 90 * DAY, by: 'there' }
    const heard = joined(here)(there, stamp)
    expect(shown(joined(heard)(before, stamp))).toEqual([`${FIRST}: weekly#2 1`])
    expect(met(heard, here, before).map(shown)).toEqual([1, 2, 3].map(() => [`${FIRST}: weekly#2 1`]))
  })
})

describe('a removal', () => {
  it('of what was told of an event that ships holds, though the other marked a run of it: it is there without', () => {
    const edited = putEvent({ ...DEFENDER_OF_PEACE, name: 'Edited', edited: true })
    const before = told('both', EMPTY_RECORD, [tracked, [edited, 0]])
    const here = told('here', before, [[removeEvent(DEFENDER_OF_PEACE.id), 5]])
    for (const all of met(here, told('there', before, [[done(FIRST, 2), 2]]))) {
      expect(all.events).toEqual(here.events)
      expect(shown(all)).toEqual([`${FIRST}: 2`])
    }
  })

  it('of an event whose runs were removed before it holds: what was marked of them was known', () => {
    const before = told('both', EMPTY_RECORD, [...tracksOwn, [done(FIRST, 1, true, 'own-run'), 1]])
    const here = told('here', before, [
      [removeRun('own-run'), 4],
      [removeEvent('own'), 5],
    ])
    for (const all of met(here, before)) expect(all).toEqual(here)
  })

  it('does not know of what a device tells after its clock, which was a year ahead, was set right', () => {
    const before = told('both', EMPTY_RECORD, [tracked, [add('kirk'), 0]])
    const ahead = told('there', before, [[done('kirk', 1), 365 * 24]])
    const all = met(told('here', ahead, [[gone('kirk'), 5]]), told('there', ahead, [[done('kirk', 2), 6]]))
    expect(all.map(shown)).toEqual([1, 2].map(() => [`${FIRST}: `, 'kirk: 1, 2']))
  })

  it('of what the other does not show stays what it is', () => {
    const marked = told('there', EMPTY_RECORD, [[done(FIRST, 1, true, 'weekly#2'), 2]])
    const removed = told('here', EMPTY_RECORD, [series, [removeRun('weekly'), 5]])
    for (const all of met(marked, removed)) expect(all.runs).toEqual(removed.runs)
  })
})

describe('who came back', () => {
  it('can be removed again: by then the removal knows', () => {
    const before = told('both', EMPTY_RECORD, [tracked, [add('kirk'), 0]])
    const [here, there] = met(
      told('here', before, [[gone('kirk'), 5]]),
      told('there', before, [[done('kirk', 2), 2]]),
    ) as [TrackerRecord, TrackerRecord]
    expect(shown(here)).toEqual([`${FIRST}: `, 'kirk: 2'])
    const all = met(told('here', here, [[gone('kirk'), 91 * 24]]), there)
    expect(all.map(shown)).toEqual([[`${FIRST}: `], [`${FIRST}: `]])
  })
})

describe('to join', () => {
  const STAMP = { at: START + 90 * DAY, by: 'here' }

  it('is to know all that both say, or a later word (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, (one, other) => {
        const all = joined(other)(one, STAMP)
        expect(merge(all, one)).toEqual(all)
        expect(merge(all, other)).toEqual(all)
        expect(parseRecord(JSON.parse(JSON.stringify(all)))).toEqual({ kind: 'record', record: all, problems: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('changes nothing but what was removed (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, (one, other) => {
        const merged = merge(one, other)
        const all = joined(other)(one, STAMP)
        const isKept = (room: 'commanders' | 'events' | 'runs') =>
          Object.entries(merged[room]).every(([id, entry]) => 'deleted' in entry.value || all[room][id] === entry)
        expect([all.settings, all.marks]).toEqual([merged.settings, merged.marks])
        expect([isKept('commanders'), isKept('events'), isKept('runs')]).toEqual([true, true, true])
      }),
      { numRuns: 300 },
    )
  })

  it('of what is known leaves the record the object that it is (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        expect(joined(EMPTY_RECORD)(record, STAMP)).toBe(record)
        expect(joined(JSON.parse(JSON.stringify(record)))(record, STAMP)).toBe(record)
      }),
    )
  })

  it('comes to the same on all devices, whoever meets whom first (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, arbitraryRecord, (a, b, c) => {
        const [first, ...others] = met(a, b, c)
        for (const record of others) expect(record).toEqual(first)
      }),
      { numRuns: 300 },
    )
  })

  it('hides no mark that could be seen before, but for those that a removal knew (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, (one, other) => {
        const all = joined(other)(one, STAMP)
        for (const side of [one, other]) {
          for (const mark of seen(side)) {
            const hiding = hidingOf(all, mark)
            if (hidingOf(side, mark).length > 0 || hiding.length === 0) continue
            expect(hiding.filter((removal) => knows(removal, mark))).not.toEqual([])
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  interface Seen {
    readonly commanderId: string
    readonly runId: string
    readonly eventId: string
    readonly words: readonly Stamp[]
  }

  /** The days done and the notes that a record shows. */
  function seen(record: TrackerRecord): readonly Seen[] {
    return Object.entries(record.marks).flatMap(([id, { done: day, note: text }]) => {
      const [commanderId = '', runId = ''] = id.split('/')
      const words = [...(day?.value ? [day] : []), ...(text?.value ? [text] : [])]
      const eventId = runOf(record, runId)?.eventId
      const isThere = commandersOf(record).some((each) => each.id === commanderId)
      if (words.length === 0 || !isThere || eventId === undefined || !eventOf(record, eventId)) return []
      return [{ commanderId, runId, eventId, words }]
    })
  }

  /** The removals that hide a mark; a commander who is not there at all is one that knew nothing. */
  function hidingOf(record: TrackerRecord, { commanderId, runId, eventId }: Seen): readonly Deleted[] {
    const isThere = commandersOf(record).some(({ id }) => id === commanderId)
    const entry = record.commanders[commanderId]?.value ?? { deleted: true }
    const runs = chainOf(runId).flatMap((id) => toldRun(record, id) ?? [])
    const event = eventOf(record, eventId) ? [] : [record.events[eventId]?.value ?? { deleted: true as const }]
    return [...(isThere ? [] : [entry]), ...event, ...runs].filter((value): value is Deleted => 'deleted' in value)
  }

  function knows({ knew = [] }: Deleted, { words }: Seen): boolean {
    return words.every((word) =>
      knew.some(({ at, by, only }) => by === word.by && (only ? at === word.at : at >= word.at)),
    )
  }

  /** A run, and what it may be an occurrence of. */
  function chainOf(runId: string): readonly string[] {
    const { seriesId } = splitOccurrenceId(runId)
    return seriesId === runId ? [runId] : [runId, ...chainOf(seriesId)]
  }
})
