import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { settingsOf, storedRunsOf } from '../../../utils/record/read.ts'
import { DEFAULT_COMMANDER, DEFAULT_SETTINGS, EMPTY_RECORD, INSTANT_RANGE } from '../../../utils/record/record.ts'
import { runIdOf } from '../../../utils/record/run-id.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import {
  addRun,
  changeChosenCommander,
  changeCommander,
  changeRun,
  putCommander,
  putRun,
  removeRun,
  setNote,
  setSetting,
} from '../../../utils/record/transitions.ts'
import { DAY, dayId, doneOn, leadTimes, quiet, RUN, recordOf, running, START } from '../support/records.ts'

const stamp = { at: START, by: 'test' }
const full = recordOf(
  running,
  doneOn(1),
  leadTimes(600, 30),
  quiet(22, 8),
  [setNote('commander-1', RUN, dayId(2), 'Recruit <Kirk> & "Spock"'), START + DAY],
  [changeChosenCommander({ level: 33, role: 'hero' }), START],
  [(r) => ({ ...r, events: { own: { value: { ...DEFENDER_OF_PEACE, id: 'own' }, ...stamp } } }), START],
)

describe('parseRecord', () => {
  it('takes back what the transitions made, through JSON', () => {
    expect(parseRecord(JSON.parse(JSON.stringify(full)))).toEqual({ kind: 'record', record: full, problems: [] })
    expect(parseRecord(EMPTY_RECORD)).toEqual({ kind: 'record', record: EMPTY_RECORD, problems: [] })
  })

  it.each([
    [undefined, '', 'not an object but undefined'],
    [null, '', 'not an object but null'],
    [7, '', 'not an object but 7'],
    ['text', '', 'not an object but string'],
    [true, '', 'not an object but boolean'],
    [[], '', 'not an object but a list'],
    [{}, 'version', 'not 3 but undefined'],
    [{ version: '1' }, 'version', 'not 3 but string'],
    [{ version: '4' }, 'version', 'not 3 but string'],
    [{ version: 0 }, 'version', 'not 3 but 0'],
    [{ version: Number.NaN }, 'version', 'not 3 but NaN'],
    [{ version: null }, 'version', 'not 3 but null'],
  ])('says that %j is no record', (raw, path, message) =>
    expect(parseRecord(raw)).toEqual({ kind: 'unreadable', problems: [{ path, message }] }),
  )

  it.each([
    ['settings.theme', { settings: { ...full.settings, theme: { value: 'dark', ...stamp } } }],
    ['settings.startOfDay.value', { settings: { ...full.settings, startOfDay: { value: 'yes', ...stamp } } }],
    ['settings.leadTimes.value.0', { settings: { ...full.settings, leadTimes: { value: [4], ...stamp } } }],
    ['settings.timeZone', { settings: { ...full.settings, timeZone: 'Europe/London' } }],
    ['commanders.commander-1.value.name', { commanders: { 'commander-1': { value: { level: 'abc' }, ...stamp } } }],
    ['runs.run-1.at', { runs: { [RUN]: { ...full.runs[RUN], at: 'yesterday' } } }],
    ['runs.__proto__', JSON.parse('{"runs":{"__proto__":{"deleted":true}}}')],
    ['marks.only-one-part', { marks: { 'only-one-part': {} } }],
    ['marks', { marks: 12 }],
  ])('names %s and keeps the rest', (path, change) => {
    const parsed = parseRecord({ ...full, ...change })
    expect(parsed).toMatchObject({ kind: 'record', problems: [{ path: expect.stringContaining(path) }] })
    if (parsed.kind !== 'record') return
    const [room] = path.split('.') as [keyof typeof full]
    const { [room]: _, ...others } = full
    expect(parsed.record).toMatchObject(others)
  })

  const run = { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false }
  const [first, ...others] = DEFENDER_OF_PEACE.relatedEvents
  const windows = [{ opensAfter: 0 }, { opensAfter: 1440, lasts: '1 day' }]
  const got = (what: string, found: string) => `Expected ${what} but received ${found}`

  it.each<[keyof typeof full, string, string, unknown]>([
    ['commanders', '.level', `Invalid type: ${got('number', '"abc"')}`, { ...DEFAULT_COMMANDER, level: 'abc' }],
    ['commanders', '.name', `Invalid key: ${got('"name"', 'undefined')}`, { level: 12 }],
    ['commanders', '.name', `Invalid length: ${got('<=100', '101')}`, { ...DEFAULT_COMMANDER, name: 'x'.repeat(101) }],
    ['runs', '.startsAt', `Invalid type: ${got('number', '"now"')}`, { ...run, startsAt: 'now' }],
    ['runs', '.repeatsEvery', `Invalid value: ${got('<=52', '53')}`, { ...run, repeatsEvery: 53 }],
    ['runs', '.eventId', `Invalid key: ${got('"eventId"', 'undefined')}`, { deleted: 'yes' }],
    ['runs', '', `Invalid type: ${got('Object', 'null')}`, null],
    ['runs', '', `Invalid type: ${got('Object', '"gone"')}`, 'gone'],
    [
      'events',
      '.relatedEvents.1.windows.1.lasts',
      `Invalid type: ${got('number', '"1 day"')}`,
      { ...DEFENDER_OF_PEACE, relatedEvents: [first, { ...first, windows }, ...others] },
    ],
  ])('says which field of an entry of %s is wrong: %s, %s', (room, path, message, value) => {
    expect(parseRecord({ ...full, [room]: { x: { value, ...stamp } } })).toMatchObject({
      kind: 'record',
      problems: [{ path: `${room}.x.value${path}`, message }],
    })
  })

  it.each<[string, unknown, unknown]>([
    ['that was removed', { ...run, deleted: true }, { deleted: true }],
    ['that only has a field of that name', { ...run, deleted: false }, run],
  ])('takes an entry %s for what it is', (_, value, expected) => {
    expect(parseRecord({ ...EMPTY_RECORD, runs: { x: { value, ...stamp } } })).toEqual({
      kind: 'record',
      record: { ...EMPTY_RECORD, runs: { x: { value: expected, ...stamp } } },
      problems: [],
    })
  })

  it('names what this version does not know, so that it is set aside, and builds fresh objects', () => {
    const raw = JSON.parse(JSON.stringify(full).replace('"version":3', '"version":3,"extra":{"a":1}'))
    const parsed = parseRecord(raw)
    expect(parsed).toMatchObject({ kind: 'record', problems: [{ path: 'extra', message: 'unknown' }] })
    expect(parsed.kind === 'record' && 'extra' in parsed.record).toBe(false)
  })

  it('names a room that is none, and leaves it empty', () => {
    const kinds = { settings: null, commanders: undefined, events: 7, runs: [], marks: 'x' }
    expect(parseRecord({ ...full, ...kinds })).toEqual({
      kind: 'record',
      record: EMPTY_RECORD,
      problems: [
        { path: 'settings', message: 'not an object but null' },
        { path: 'commanders', message: 'not an object but undefined' },
        { path: 'events', message: 'not an object but 7' },
        { path: 'runs', message: 'not an object but a list' },
        { path: 'marks', message: 'not an object but string' },
      ],
    })
    expect(parseRecord({ ...EMPTY_RECORD, settings: [] })).toMatchObject({ problems: [{ path: 'settings' }] })
  })

  it('leaves out a setting, an entry and a part of a mark that cannot be read, and nothing else', () => {
    const wrong = { value: 'yes', ...stamp }
    const parsed = parseRecord({
      ...full,
      settings: { ...full.settings, startOfDay: wrong },
      events: { ...full.events, other: wrong },
      marks: { ...full.marks, 'a/b/c': { done: wrong }, 'a/b/d': { note: { ...wrong, by: 'a/b' } } },
    })
    expect(parsed).toStrictEqual({ kind: 'record', record: full, problems: expect.any(Array) })
    expect(parsed.kind === 'record' && parsed.problems.map(({ path }) => path)).toEqual([
      'settings.startOfDay.value',
      'events.other.value',
      'marks.a/b/c.done.value',
      'marks.a/b/d.note.by',
    ])
  })

  it.each([
    ['Europe/London', true],
    ['Etc/GMT+5', true],
    ['+05:30', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    [' Europe/London', false],
    ['Europe/London\n', false],
    ['', false],
  ])('takes the zone %j: %s', (value, isTaken) => {
    const parsed = parseRecord({ ...EMPTY_RECORD, settings: { timeZone: { value, ...stamp } } })
    const problems = isTaken ? [] : [{ path: 'settings.timeZone.value' }]
    expect(parsed).toMatchObject({ kind: 'record', problems })
  })

  it('tells of a key that is none no more than its beginning', () => {
    const key = '/'.repeat(101)
    const settings = { [key]: { value: true, ...stamp } }
    const parsed = parseRecord({ ...EMPTY_RECORD, [key]: 1, settings, runs: { [key]: {} } })
    expect(parsed).toMatchObject({
      problems: [
        { path: key.slice(1), message: 'unknown' },
        { path: `settings.${key.slice(1)}`, message: 'unknown' },
        { path: `runs.${key.slice(1)}`, message: 'not an id' },
      ],
    })
  })

  it('says of a text that is no value only its beginning, and nothing that would break a line or turn it', () => {
    const at = `\u202E\u0007\uD800${'x'.repeat(100_000)}`
    const parsed = parseRecord({ ...EMPTY_RECORD, runs: { a: { value: { deleted: true }, at, by: 'test' } } })
    expect(parsed).toMatchObject({ kind: 'record', problems: [{ path: 'runs.a.at' }] })
    const [{ message } = { message: '' }] = 'problems' in parsed ? parsed.problems : []
    expect(message).toMatch(/^Invalid type: Expected number but received "\uFFFD{3}x+…$/)
    expect(message).toHaveLength(200)
  })

  it('says where an odd key stands in a way that can be shown', () => {
    const odd = { '': 1, '\u202Etxt\0': 1 }
    expect(parseRecord({ ...EMPTY_RECORD, ...odd, settings: odd, runs: odd })).toMatchObject({
      problems: [
        { path: '""', message: 'unknown' },
        { path: '\uFFFDtxt\uFFFD', message: 'unknown' },
        { path: 'settings.""', message: 'unknown' },
        { path: 'settings.\uFFFDtxt\uFFFD', message: 'unknown' },
        { path: 'runs.""', message: 'not an id' },
        { path: 'runs.\uFFFDtxt\uFFFD', message: 'not an id' },
      ],
    })
  })

  it('never throws and never lets a wrong value in, whatever it is given (law)', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom('settings', 'commanders', 'events', 'runs', 'marks'),
        (value, room) => {
          const parsed = parseRecord({ ...full, [room]: { x: value, [RUN]: value, leadTimes: value, 'a/b/c': value } })
          if (parsed.kind !== 'record') return false
          return (
            parseRecord(parsed.record).kind === 'record' && settingsOf(parsed.record).leadTimes.every(Number.isInteger)
          )
        },
      ),
    )
  })
})

describe('a transition', () => {
  it('leaves the record it was given as it was', () => {
    const before = JSON.stringify(full)
    setSetting('startOfDay', false)(full, stamp)
    changeChosenCommander({ level: 12 })(full, stamp)
    expect(JSON.stringify(full)).toBe(before)
  })

  it('wins over what it changes though the clock went back', () => {
    const after = setSetting('startOfDay', false)(setSetting('startOfDay', true)(full, stamp), { at: 1e12, by: 'test' })
    expect(after.settings.startOfDay).toEqual({ value: false, at: START + 1, by: 'test' })
  })

  it.each([0, 9e15])('at a clock of %d gives a stamp that can be read again', (at) => {
    const after = setSetting('startOfDay', false)(full, { at, by: 'test' })
    expect(parseRecord(setSetting('startOfDay', true)(after, { at, by: 'test' }))).toMatchObject({ problems: [] })
  })

  it.each([0, 9e15])('at a clock of %d gives instants that can be read again', (at) => {
    const run = { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false }
    const instants = { addedAt: at, archivedAt: at }
    for (const transition of [
      changeRun(RUN, { endedAt: at }),
      changeRun(RUN, { repeatsEvery: 1, repeatsUntil: at }),
      putRun('other', { ...run, importedStart: at, importedUntil: at }),
      putCommander('kira', { ...DEFAULT_COMMANDER, archived: true, ...instants }),
      changeCommander('commander-1', { archived: true, ...instants }),
    ]) {
      const after = transition(full, { at, by: 'test' })
      expect(parseRecord(after)).toEqual({ kind: 'record', record: after, problems: [] })
    }
  })

  it('changes a run whose id only looks like that of an occurrence', () => {
    const run = { eventId: DEFENDER_OF_PEACE.id, startsAt: START, startAssumed: false }
    const before = putRun('abc#3', run)(full, stamp)
    const after = changeRun('abc#3', { startsAt: START + DAY })(before, stamp)
    expect(after.runs['abc#3']?.value).toEqual({ ...run, startsAt: START + DAY })
  })

  it('starts a run once, however often it is clicked', () => {
    const run = { eventId: DEFENDER_OF_PEACE.id, startsAt: START + 9 * DAY, startAssumed: true }
    const once = addRun(run)(full, stamp)
    expect(addRun(run)(once, stamp)).toBe(once)
    const ended = changeRun(runIdOf(run), { endedAt: START + 10 * DAY })(once, stamp)
    // Ended by mistake, and started once more: the same run goes on, with its marks.
    const again = addRun(run)(ended, stamp)
    expect(storedRunsOf(again).map(({ id, endedAt }) => [id, endedAt])).toEqual([
      [runIdOf(run), undefined],
      [RUN, undefined],
    ])
  })

  it('starts another one where what was started there before was removed, or moved', () => {
    const run = { eventId: DEFENDER_OF_PEACE.id, startsAt: START + 9 * DAY, startAssumed: false }
    const id = runIdOf(run)
    const once = addRun(run)(full, stamp)
    for (const since of [removeRun(id), changeRun(id, { startsAt: START + 20 * DAY })]) {
      const before = since(once, stamp)
      const after = addRun(run)(before, { at: START + 1, by: 'test' })
      expect(after.runs[id]).toBe(before.runs[id])
      const added = Object.keys(after.runs).filter((each) => !before.runs[each])
      expect(added).toEqual([`${id}-${(START + 1).toString(36)}`])
      expect(parseRecord(after)).toEqual({ kind: 'record', record: after, problems: [] })
    }
    // As long as ids may be, with an occurrence.
    const long = { ...run, eventId: 'e'.repeat(100), startsAt: INSTANT_RANGE.max, repeatsEvery: 1 }
    const longest = runIdOf(long)
    const second = addRun(long)(removeRun(longest)(addRun(long)(full, stamp), stamp), stamp)
    expect(Object.keys(second.runs).at(-1)).toMatch(new RegExp(`^${longest}-`))
    expect(parseRecord(putRun(`${Object.keys(second.runs).at(-1)}#9999`, run)(second, stamp))).toMatchObject({
      problems: [],
    })
  })

  it('changes of a run what it names, on what is there now', () => {
    const moved = changeRun(RUN, { startsAt: START + DAY })(changeRun(RUN, { endedAt: START })(full, stamp), stamp)
    const resumed = changeRun(RUN, { endedAt: undefined })(moved, stamp)
    expect(resumed.runs[RUN]?.value).toEqual({
      eventId: DEFENDER_OF_PEACE.id,
      startsAt: START + DAY,
      startAssumed: false,
    })
    const removed = removeRun(RUN)(full, stamp)
    expect(changeRun(RUN, { endedAt: START })(removed, stamp)).toBe(removed)
  })

  it('stamps mark and note apart', () => {
    const noted = setNote('commander-1', RUN, dayId(1), 'x')(full, { at: START + DAY, by: 'other' })
    expect(noted.marks[`commander-1/${RUN}/${dayId(1)}`]).toMatchObject({
      done: { value: true, by: 'test' },
      note: { value: 'x', by: 'other' },
    })
  })
})

it('fills in defaults', () => expect(settingsOf(EMPTY_RECORD)).toEqual(DEFAULT_SETTINGS))
