import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { type BackupMode, changesBetween, importBackup, previewOf } from '../../../utils/record/backup-changes.ts'
import { isUndoable, mergeBackup, replaceByBackup, undoBackup } from '../../../utils/record/backup-transitions.ts'
import { joined } from '../../../utils/record/join.ts'
import { merge } from '../../../utils/record/merge.ts'
import { own } from '../../../utils/record/own.ts'
import { commandersOf, markOf, runOf, settingsOf } from '../../../utils/record/read.ts'
import {
  DEFAULT_COMMANDER,
  EMPTY_RECORD,
  FIRST_COMMANDER,
  INSTANT_RANGE,
  type TrackerRecord,
} from '../../../utils/record/record.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import {
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
  setSetting,
  type Transition,
} from '../../../utils/record/transitions.ts'
import { type Unread, unreadIn } from '../../../utils/record/unread.ts'
import { arbitraryRecord } from '../support/arbitrary-record.ts'
import { everything } from '../support/everything.ts'
import { DAY, dayId, doneOn, RUN, recordOf, running, START } from '../support/records.ts'

const NOW = START + 300 * DAY
const STAMP = { at: NOW, by: 'here' }
const RUN_VALUE = { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false }
const WEEKLY = putRun('weekly', { ...RUN_VALUE, repeatsEvery: 1 })
const OWN = { ...DEFENDER_OF_PEACE, id: 'own', name: 'Own – SMS', shortName: 'Own' }
const MARK = `${FIRST_COMMANDER}/${RUN}/${dayId(1)}`
const kirk = putCommander('kirk', { ...DEFAULT_COMMANDER, name: 'Kirk' })
const at = (transition: Transition, days: number) => [transition, START + days * DAY] as const

const NONE = { added: [], changed: [], removed: [] }
const UNCHANGED = { commanders: NONE, events: NONE, runs: NONE, marks: NONE, settings: [] }

describe('what would change', () => {
  const before = recordOf(running, doneOn(1), at(setSetting('startOfDay', false), 0), at(kirk, 0), at(putEvent(OWN), 0))
  const cases: readonly (readonly [string, TrackerRecord, TrackerRecord, object, object])[] = [
    ['nothing by its own backup', before, before, UNCHANGED, UNCHANGED],
    [
      'everything is added to an empty record',
      EMPTY_RECORD,
      before,
      {
        commanders: { ...NONE, added: ['kirk'] },
        events: { ...NONE, added: ['own'] },
        runs: { ...NONE, added: [RUN] },
        marks: { ...NONE, added: [MARK] },
        settings: ['startOfDay'],
        count: 5,
      },
      { count: 5 },
    ],
    [
      'an empty backup takes everything away where it replaces',
      before,
      EMPTY_RECORD,
      UNCHANGED,
      {
        commanders: { ...NONE, removed: ['kirk'] },
        events: { ...NONE, removed: ['own'] },
        runs: { ...NONE, removed: [RUN] },
        marks: { ...NONE, removed: [MARK] },
        settings: ['startOfDay'],
        count: 5,
      },
    ],
    [
      'what was changed after the backup goes back only where it replaces',
      recordOf(
        running,
        doneOn(1),
        at(changeRun(RUN, { startsAt: START + DAY }), 2),
        at(setDone(FIRST_COMMANDER, RUN, dayId(1), false), 2),
        at(setNote(FIRST_COMMANDER, RUN, dayId(2), 'x'), 2),
        at(changeCommander(FIRST_COMMANDER, { name: 'Picard' }), 2),
        at(setSetting('badgeFor', 'chosen'), 2),
      ),
      recordOf(running, doneOn(1), at(changeCommander(FIRST_COMMANDER, { name: 'Kirk' }), 1)),
      UNCHANGED,
      {
        commanders: { ...NONE, changed: [FIRST_COMMANDER] },
        runs: { ...NONE, changed: [RUN] },
        marks: { added: [MARK], changed: [], removed: [`${FIRST_COMMANDER}/${RUN}/${dayId(2)}`] },
        settings: ['badgeFor'],
        count: 5,
      },
    ],
    [
      'what was removed after the backup comes back only where it replaces',
      recordOf(running, at(removeRun(RUN), 1), at(putEvent(OWN), 0), at(removeEvent('own'), 1)),
      recordOf(running, at(putEvent(OWN), 0)),
      UNCHANGED,
      { events: { ...NONE, added: ['own'] }, runs: { ...NONE, added: [RUN] }, count: 2 },
    ],
    [
      'what was removed before the backup goes by both',
      recordOf(running, at(kirk, 0)),
      recordOf(running, at(kirk, 0), at(removeRun(RUN), 1), at(removeCommander('kirk'), 1)),
      { commanders: { ...NONE, removed: ['kirk'] }, runs: { ...NONE, removed: [RUN] }, count: 2 },
      { commanders: { ...NONE, removed: ['kirk'] }, runs: { ...NONE, removed: [RUN] }, count: 2 },
    ],
    [
      'an occurrence that was moved after the backup is where its series has it',
      recordOf(at(WEEKLY, 0), at(changeRun('weekly#2', { startsAt: START + 8 * DAY }), 1)),
      recordOf(at(WEEKLY, 0)),
      UNCHANGED,
      { runs: { ...NONE, changed: ['weekly#2'] }, count: 1 },
    ],
    [
      'an occurrence that was removed after the backup comes again',
      recordOf(at(WEEKLY, 0), at(removeRun('weekly#2'), 1)),
      recordOf(at(WEEKLY, 0)),
      UNCHANGED,
      { runs: { ...NONE, added: ['weekly#2'] }, count: 1 },
    ],
    [
      'a note of which only the words differ is changed',
      recordOf(running, at(setNote(FIRST_COMMANDER, RUN, dayId(1), 'old'), 0)),
      recordOf(running, at(setNote(FIRST_COMMANDER, RUN, dayId(1), 'new'), 1)),
      { marks: { ...NONE, changed: [MARK] }, count: 1 },
      { marks: { ...NONE, changed: [MARK] }, count: 1 },
    ],
    [
      'only another stamp is no change',
      recordOf(running, doneOn(1)),
      recordOf(running, doneOn(1, 2)),
      UNCHANGED,
      UNCHANGED,
    ],
  ]

  it.each(cases)('%s', (_, local, incoming, merged, replaced) => {
    expect(previewOf(local, incoming, 'merge')).toMatchObject(merged)
    expect(previewOf(local, incoming, 'replace')).toMatchObject(replaced)
  })

  it('is counted together', () => {
    expect(previewOf(before, before, 'replace')).toMatchObject({ count: 0 })
    expect(previewOf(EMPTY_RECORD, before, 'merge').after).toEqual(before)
  })

  it('takes an id that every object has for one like any other', () => {
    const odd = recordOf(at(putRun('constructor', RUN_VALUE), 0), at(putEvent({ ...OWN, id: 'constructor' }), 0))
    expect(previewOf(EMPTY_RECORD, odd, 'replace')).toMatchObject({
      events: { added: ['constructor'] },
      runs: { added: ['constructor'] },
    })
    const after = replaceByBackup(EMPTY_RECORD)(odd, STAMP)
    expect(own(after.runs, 'constructor')?.value).toEqual({ deleted: true, untold: true })
    expect(own(undoBackup(odd, after)(after, STAMP).runs, 'constructor')?.value).toEqual(RUN_VALUE)
  })
})

describe('an id that every object has', () => {
  const gone = { value: { deleted: true }, at: START, by: 'a' } as const

  it.each(['constructor', 'constructor#2'])('can be that of a run: %s', (id) => {
    const odd = recordOf(at(putRun(id, RUN_VALUE), 0))
    expect(runOf(odd, id)?.startsAt).toBe(START)
    expect(runOf(EMPTY_RECORD, id)).toBeUndefined()
    expect(own(replaceByBackup(odd)(EMPTY_RECORD, STAMP).runs, id)?.value).toEqual(RUN_VALUE)
  })

  it('is taken over where it was removed', () => {
    const odd = { ...EMPTY_RECORD, runs: { constructor: gone } }
    expect(replaceByBackup(odd)(EMPTY_RECORD, STAMP)).toEqual(odd)
  })
})

describe('a merge', () => {
  it('of what the record has leaves it the object that it is (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        expect(mergeBackup(JSON.parse(JSON.stringify(record)))(record, STAMP)).toBe(record)
      }),
    )
  })

  it('is that of two devices (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, (local, incoming) => {
        expect(mergeBackup(incoming)(local, STAMP)).toEqual(joined(incoming)(local, STAMP))
      }),
    )
  })
})

describe('a replacement', () => {
  it('makes the record say what the file says, and it can be read (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, (local, incoming) => {
        const after = replaceByBackup(incoming)(local, STAMP)
        expect(everything(after, local, incoming)).toEqual(everything(incoming, after, local))
        expect(parseRecord(JSON.parse(JSON.stringify(after)))).toEqual({ kind: 'record', record: after, problems: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('by its own backup changes nothing (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const after = replaceByBackup(JSON.parse(JSON.stringify(record)))(record, STAMP)
        expect(previewOf(record, record, 'replace').count).toBe(0)
        // A record whose commanders were all removed shows the first one, of defaults: it may be told now.
        expect({ ...after, commanders: {} }).toEqual({ ...record, commanders: {} })
      }),
    )
  })

  it('is followed by another device that has not heard of it (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, (local, incoming) => {
        const after = replaceByBackup(incoming)(local, STAMP)
        expect(merge(after, local)).toEqual(after)
      }),
    )
  })

  it('removes by entries and stamps what changes as told now', () => {
    const MARKED = { at: doneOn(1)[1], by: 'test' }
    const local = recordOf(running, doneOn(1), at(setSetting('startOfDay', false), 0), at(putEvent(OWN), 0))
    const after = replaceByBackup(EMPTY_RECORD)(local, STAMP)
    expect(after).toEqual({
      ...EMPTY_RECORD,
      settings: { startOfDay: { value: true, ...STAMP } },
      events: { own: { value: { deleted: true }, ...STAMP } },
      runs: { [RUN]: { value: { deleted: true, untold: true, knew: [MARKED] }, ...STAMP } },
      marks: { [MARK]: { done: { value: false, ...STAMP } } },
    })
  })

  it('by a backup in which a series was removed knows the marks that it hides', () => {
    const mark = setDone(FIRST_COMMANDER, 'weekly#2', dayId(1), true)
    const local = recordOf(at(putRun('weekly#2', RUN_VALUE), 0), at(mark, 1))
    const incoming = recordOf(at(WEEKLY, 0), at(removeRun('weekly'), 2))
    const after = replaceByBackup({ ...incoming, marks: local.marks })(local, STAMP)
    expect(after.runs.weekly).toEqual({ value: { deleted: true, knew: [{ at: START + DAY, by: 'test' }] }, ...STAMP })
    expect(joined(after)(local, STAMP)).toEqual(after)
  })

  it('keeps the first commander beside those that go', () => {
    const after = replaceByBackup(EMPTY_RECORD)(
      { ...EMPTY_RECORD, commanders: { kirk: { value: { ...DEFAULT_COMMANDER, name: 'Kirk' }, at: START, by: 'a' } } },
      STAMP,
    )
    expect(commandersOf(after)).toEqual([{ ...DEFAULT_COMMANDER, id: FIRST_COMMANDER }])
    expect(previewOf(after, EMPTY_RECORD, 'replace').commanders).toEqual(NONE)
    const joined = putCommander('spock', { ...DEFAULT_COMMANDER, name: 'Spock' })(after, STAMP)
    expect(commandersOf(joined).map(({ id }) => id)).toEqual([FIRST_COMMANDER, 'spock'])
  })
})

describe('what a file names and nobody can read', () => {
  const local = recordOf(
    running,
    doneOn(1),
    at(setSetting('startOfDay', false), 0),
    at(changeCommander(FIRST_COMMANDER, { name: 'Picard' }), 0),
    at(kirk, 0),
    at(putEvent(OWN), 0),
    at(WEEKLY, 0),
  )
  const bad = { value: 7 }
  const whole = JSON.parse(JSON.stringify(local))

  /** The record as a file that says nothing else has it, with what of it can be read. */
  function fileOf(raw: Record<string, unknown>): { record: TrackerRecord; unread: Unread } {
    const parsed = parseRecord({ ...EMPTY_RECORD, ...raw })
    if (parsed.kind !== 'record') throw new Error('It is no record.')
    return { record: parsed.record, unread: unreadIn([{ ...EMPTY_RECORD, ...raw }], parsed.record) }
  }

  it.each<[string, Record<string, unknown>, object, readonly string[]]>([
    ['a run', { runs: { [RUN]: bad } }, { runs: [RUN] }, [RUN]],
    ['an event', { events: { own: bad } }, { events: ['own'] }, ['own']],
    ['a commander', { commanders: { ...whole.commanders, kirk: bad } }, { commanders: ['kirk'] }, ['kirk']],
    ['the only commanders that it names', { commanders: { x: bad } }, { commanders: ['x'] }, [FIRST_COMMANDER]],
    ['a setting', { settings: { startOfDay: bad } }, { settings: ['startOfDay'] }, ['startOfDay']],
    ['a mark', { marks: { [MARK]: { done: bad } } }, { marks: [MARK] }, [MARK]],
    ['all runs', { runs: [] }, { runs: 'all' }, [RUN, 'weekly']],
    ['no runs', { runs: undefined }, { runs: 'all' }, [RUN, 'weekly']],
    ['an id that every object has', { runs: { constructor: bad } }, { runs: ['constructor'] }, []],
  ])('is not taken away, nor counted as removed: %s', (_, raw, expected, kept) => {
    const { record, unread } = fileOf(raw)
    expect(unread).toEqual(expected)
    const { after, count, settings, ...rooms } = previewOf(local, record, 'replace', unread)
    const { commanders, events, runs, marks } = rooms
    const touched = [commanders, events, runs, marks].flatMap(({ changed, removed }) => [...changed, ...removed])
    expect([...touched, ...settings].filter((id) => kept.includes(id))).toEqual([])
    // All else goes, as it is not in the file.
    const all = [...Object.keys(local.commanders), 'own', RUN, 'weekly', MARK, 'startOfDay']
    const isNamed = (id: string) => 'commanders' in raw && id in (raw.commanders as object)
    expect([...touched, ...settings].sort()).toEqual(all.filter((id) => !kept.includes(id) && !isNamed(id)).sort())
    expect(count).toBe(touched.length + settings.length)
    expect(importBackup(record, 'replace', unread)(local, { at: INSTANT_RANGE.min, by: 'preview' })).toEqual(after)
  })

  it('is nothing where all of it can be read (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        expect(unreadIn([record], record)).toEqual({})
      }),
    )
  })

  it('stays as it is, whatever else of the file cannot be read (law)', () => {
    const hurt = fc.record({
      commanders: fc.subarray(['commander-1', 'second', 'third']),
      events: fc.subarray(['arc', 'weekly', 'raid']),
      runs: fc.subarray(['a', 'a#2', 'b', 'b#2', 'c']),
      settings: fc.subarray(['startOfDay', 'leadTimes', 'commander']),
    })
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, hurt, (before, incoming, ids) => {
        const rooms = Object.entries(ids).map(([room, hurtIds]) => {
          const entries: object = incoming[room as keyof typeof ids]
          return [room, { ...entries, ...Object.fromEntries(hurtIds.map((id) => [id, bad])) }]
        })
        const { record, unread } = fileOf({ ...incoming, ...Object.fromEntries(rooms) })
        const after = importBackup(record, 'replace', unread)(before, STAMP)
        for (const [room, hurtIds] of Object.entries(ids) as [keyof typeof ids, string[]][]) {
          for (const id of hurtIds) {
            expect((after[room] as Record<string, unknown>)[id]).toBe((before[room] as Record<string, unknown>)[id])
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the undo of an import', () => {
  const modes: readonly BackupMode[] = ['merge', 'replace']

  it('gives back what was shown before (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, fc.constantFrom(...modes), (local, incoming, mode) => {
        const after = importBackup(incoming, mode)(local, STAMP)
        const undone = undoBackup(local, after)(after, { at: NOW + 1, by: 'here' })
        expect(everything(undone, local, incoming)).toEqual(everything(local, undone, incoming))
        expect(parseRecord(JSON.parse(JSON.stringify(undone)))).toMatchObject({ kind: 'record', problems: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('wins on a device that has the import already (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, fc.constantFrom(...modes), (local, incoming, mode) => {
        const after = importBackup(incoming, mode)(local, STAMP)
        const undone = undoBackup(local, after)(after, { at: NOW + 1, by: 'here' })
        expect(merge(undone, after)).toEqual(undone)
      }),
    )
  })

  it('leaves the first commander, to whom another can be added', () => {
    const incoming: TrackerRecord = {
      ...EMPTY_RECORD,
      commanders: { kirk: { value: { ...DEFAULT_COMMANDER, name: 'Kirk' }, at: START, by: 'a' } },
    }
    const after = mergeBackup(incoming)(EMPTY_RECORD, STAMP)
    const undone = undoBackup(EMPTY_RECORD, after)(after, { at: NOW + 1, by: 'a' })
    const joined = putCommander('spock', { ...DEFAULT_COMMANDER, name: 'Spock' })(undone, { at: NOW + 2, by: 'a' })
    expect(commandersOf(joined).map(({ id }) => id)).toEqual([FIRST_COMMANDER, 'spock'])
    expect(changesBetween(after, undone).commanders).toEqual({ ...NONE, removed: ['kirk'] })
  })

  it('leaves what was changed since', () => {
    const local = recordOf(running, doneOn(1))
    const incoming = recordOf(
      at(changeCommander(FIRST_COMMANDER, { name: 'Kirk' }), 1),
      at(putRun('other', RUN_VALUE), 1),
      at(setSetting('startOfDay', false), 1),
      at(setSetting('badgeFor', 'chosen'), 1),
      at(setDone(FIRST_COMMANDER, RUN, dayId(1), false), 1),
      at(setNote(FIRST_COMMANDER, RUN, dayId(1), 'imported'), 1),
    )
    const after = mergeBackup(incoming)(local, STAMP)
    const since: readonly Transition[] = [
      changeCommander(FIRST_COMMANDER, { name: 'Picard' }),
      setSetting('badgeFor', 'all'),
      setNote(FIRST_COMMANDER, RUN, dayId(1), 'mine'),
    ]
    const current = since.reduce((record, transition) => transition(record, { at: NOW + 1, by: 'a' }), after)
    const undone = undoBackup(local, after)(current, { at: NOW + 2, by: 'a' })
    expect(undone.commanders[FIRST_COMMANDER]).toBe(current.commanders[FIRST_COMMANDER])
    expect(commandersOf(undone)[0]?.name).toBe('Picard')
    expect(settingsOf(undone)).toMatchObject({ startOfDay: true, badgeFor: 'all' })
    expect(undone.settings.badgeFor).toBe(current.settings.badgeFor)
    expect(markOf(undone, FIRST_COMMANDER, RUN, dayId(1))).toMatchObject({ done: true, note: 'mine' })
    expect(runOf(undone, 'other')).toBeUndefined()
    expect(runOf(undone, RUN)?.startsAt).toBe(START)
  })

  it('hides again an occurrence that was hidden, though its series has been told since', () => {
    const local = recordOf(
      at(WEEKLY, 0),
      at(changeRun('weekly#2', { startsAt: START + 8 * DAY }), 1),
      at(removeRun('weekly'), 2),
    )
    const incoming = recordOf(at(WEEKLY, 3), at(changeRun('weekly#2', { startsAt: START + 9 * DAY }), 4))
    const after = mergeBackup(incoming)(local, STAMP)
    expect(runOf(after, 'weekly#2')?.startsAt).toBe(START + 9 * DAY)
    const since = changeRun('weekly', { startsAt: START + DAY })(after, { at: NOW + 1, by: 'a' })
    const undone = undoBackup(local, after)(since, { at: NOW + 2, by: 'a' })
    expect(runOf(undone, 'weekly')?.startsAt).toBe(START + DAY)
    expect(runOf(undone, 'weekly#2')).toBeUndefined()
  })

  it('can be done once, and not where nothing of it is left', () => {
    const local = recordOf(running)
    const after = replaceByBackup(EMPTY_RECORD)(local, STAMP)
    expect(isUndoable(after, local, after)).toBe(true)
    const undone = undoBackup(local, after)(after, { at: NOW + 1, by: 'a' })
    expect(isUndoable(undone, local, after)).toBe(false)
    expect(changesBetween(local, undone)).toMatchObject({ ...UNCHANGED, count: 0 })
  })
})
