import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupText, parseBackup, storedText } from '../../../utils/record/backup.ts'
import { merge } from '../../../utils/record/merge.ts'
import { EMPTY_RECORD, INSTANT_RANGE, RECORD_VERSION, type TrackerRecord } from '../../../utils/record/record.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { shelve } from '../../../utils/record/shelve.ts'
import { LATEST_STAMP, LATEST_TOLD } from '../../../utils/record/stamp-room.ts'
import { putRun, setNote, setSetting } from '../../../utils/record/transitions.ts'
import { arbitraryRecord } from '../support/arbitrary-record.ts'
import { bigRecord } from '../support/big-record.ts'
import { DAY, DAYS, doneOn, RUN, recordOf, running, START } from '../support/records.ts'
import { sha256 } from '../support/sha256.ts'

const FACTS = { exportedAt: START, extension: '1.2.3', digest: sha256 }
const RECORD = recordOf(
  running,
  doneOn(1),
  [setNote('commander-1', RUN, DAYS[0] ?? '', 'Recruit\n3 <b>officers</b>'), START],
  [setSetting('startOfDay', false), START],
)
/** Two runs that are over for long: the older one goes to the shelf. */
const old = [40, 80].map(
  (days) =>
    [
      putRun(`over-${days}`, { eventId: 'defender-of-peace', startsAt: START - days * DAY, startAssumed: false }),
      START,
    ] as const,
)
const text = (record: TrackerRecord = RECORD) => backupText(record, FACTS)
const file = async (record?: TrackerRecord) => JSON.parse(await text(record))
const parse = (written: unknown) => parseBackup(typeof written === 'string' ? written : JSON.stringify(written), sha256)

describe('a backup', () => {
  it('is JSON that a person can read, with what it is first', async () => {
    const written = await text()
    expect(written.split('\n').slice(0, 5)).toEqual([
      '{',
      '  "format": "defender-of-peace-backup",',
      '  "version": 1,',
      '  "exportedAt": "2026-11-23T16:00:00.000Z",',
      '  "extension": "1.2.3",',
    ])
    expect(written).toMatch(/^ {2}"checksum": "sha256-[0-9a-f]{64}",$/m)
    expect(written).toContain('"value": "Recruit\\n3 <b>officers</b>"')
    expect(written.endsWith('}\n')).toBe(true)
  })

  it('is the same text for the same record, whatever the order in which it was told', async () => {
    const turned = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, field]) => [key, turned(field)]),
          )
        : value
    expect(await text(turned(RECORD) as TrackerRecord)).toBe(await text())
    expect(Object.keys((await file()).record)).toEqual(['commanders', 'events', 'marks', 'runs', 'settings', 'version'])
  })

  it('gives back the record that it was made of (law)', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (record) => {
        expect(await parse(await text(record))).toEqual({
          kind: 'backup',
          record,
          problems: [],
          unread: {},
          checksum: 'right',
          exportedAt: START,
        })
      }),
    )
  })

  it('of an older version is raised to this one', async () => {
    const record = JSON.parse(readFileSync(new URL('../../fixtures/record-v1.json', import.meta.url), 'utf8'))
    const parsed = await parse({ ...(await file()), record, checksum: undefined })
    expect(parsed).toEqual({
      ...parseRecord(record),
      kind: 'backup',
      unread: {},
      checksum: 'absent',
      exportedAt: START,
    })
    expect(parsed).toMatchObject({ record: { version: RECORD_VERSION }, problems: [] })
  })

  it.each([
    ['right', {}],
    ['absent', { checksum: undefined }],
    ['wrong', { checksum: 'sha256-0' }],
    ['wrong', { checksum: 42 }],
    ['wrong', { record: { ...RECORD, settings: {} } }],
  ])('has a checksum that is %s with %j', async (checksum, change) => {
    expect(await parse({ ...(await file()), ...change })).toMatchObject({ kind: 'backup', checksum })
  })

  it.each([
    ['2026-11-23T16:00:00.000Z', START],
    ['yesterday', undefined],
    ['0001-01-01T00:00:00.000Z', undefined],
    [42, undefined],
  ])('that says it was saved on %j', async (exportedAt, instant) => {
    expect(await parse({ ...(await file()), exportedAt })).toMatchObject({ kind: 'backup', exportedAt: instant })
  })

  it('of a record as large as they come is read', async () => {
    const big = bigRecord(START)
    expect(await parse(await text(big))).toMatchObject({ kind: 'backup', record: big, problems: [], checksum: 'right' })
  })

  it('with a byte order mark is read', async () => {
    expect(await parse(`\uFEFF${await text()}`)).toMatchObject({ kind: 'backup', checksum: 'right', record: RECORD })
  })

  it('gives what of it can be read, and names the rest', async () => {
    const { runs, ...rest } = RECORD
    const record = { ...rest, runs: { ...runs, bad: { value: { eventId: 7 }, at: START, by: 'a' } }, more: 1 }
    const parsed = await parse({ ...(await file()), record })
    expect(parsed).toMatchObject({ kind: 'backup', record: RECORD, checksum: 'wrong' })
    expect(parsed.kind === 'backup' && parsed.problems.map(({ path }) => path)).toEqual([
      'more',
      'runs.bad.value.eventId',
    ])
    expect(parsed).toMatchObject({ unread: { runs: ['bad'] } })
  })

  it.each([
    ['that can be read', INSTANT_RANGE.max],
    ['that is read as it is', LATEST_STAMP],
  ])('leaves room above its stamps, so that what is told later wins: above the last one %s', async (_, at) => {
    const record: TrackerRecord = {
      ...EMPTY_RECORD,
      settings: { startOfDay: { value: false, at, by: 'a' } },
      runs: { r: { value: { deleted: true }, at: START, by: 'a' } },
      marks: { 'a/b/c': { done: { value: true, at, by: 'a' }, note: { value: 'x', at: START, by: 'a' } } },
    }
    const parsed = await parse(await text(record))
    const lowered = { at: LATEST_TOLD }
    expect(parsed).toMatchObject({
      checksum: 'right',
      record: {
        ...record,
        settings: { startOfDay: { value: false, ...lowered } },
        marks: { 'a/b/c': { done: { value: true, ...lowered }, note: { at: START } } },
      },
    })
    if (parsed.kind !== 'backup') return
    const later = setSetting('startOfDay', true)(parsed.record, { at: START, by: 'b' })
    expect(later.settings.startOfDay?.at).toBe(lowered.at + 1)
  })
})

describe('a record as it is stored', () => {
  const stored = async (parts: object) => storedText(parts, FACTS)
  const newer = { ...RECORD, version: RECORD_VERSION + 1, later: { a: [1] } }
  const { near, shelf } = shelve(recordOf(running, doneOn(1), ...old), START)

  it('is a file that holds it to the letter, with what it is first', async () => {
    const text = JSON.stringify(newer)
    const written = await stored({ record: newer, shelf: text })
    expect(written.split('\n').slice(0, 5)).toEqual([
      '{',
      '  "format": "defender-of-peace-stored",',
      '  "version": 1,',
      '  "exportedAt": "2026-11-23T16:00:00.000Z",',
      '  "extension": "1.2.3",',
    ])
    expect(written).toMatch(/^ {2}"checksum": "sha256-[0-9a-f]{64}",$/m)
    const held = JSON.parse(written).stored
    expect([JSON.stringify(held.record), held.shelf]).toEqual([text, text])
    expect(Object.keys(JSON.parse(await stored({ record: newer, shelf: undefined })).stored)).toEqual(['record'])
  })

  it.each<[string, object]>([
    ['near part', { record: newer }],
    ['near part, a text,', { record: JSON.stringify(newer) }],
    ['shelf', { record: RECORD, shelf: newer }],
  ])('by a later version in its %s is no backup for this one, which says what it is', async (_, parts) => {
    expect(await parse(await stored(parts))).toEqual(refusal('newer-stored', 2, 'format', RECORD_VERSION + 1))
  })

  it.each<[string, object]>([
    ['objects', { record: near, shelf }],
    ['texts', { record: JSON.stringify(near), shelf: JSON.stringify(shelf) }],
    ['a text and an object', { record: JSON.stringify(near), shelf }],
  ])('is a backup for the version that wrote it, its parts being %s', async (_, parts) => {
    expect(await parse(await stored(parts))).toEqual({
      kind: 'backup',
      record: merge(near, shelf),
      problems: [],
      unread: {},
      checksum: 'right',
      exportedAt: START,
    })
  })

  it.each([['record'], ['shelf']])('may be all in its %s', async (key) => {
    expect(await parse(await stored({ [key]: RECORD }))).toMatchObject({ kind: 'backup', record: RECORD })
  })

  it('that was changed has a checksum that is wrong', async () => {
    const file = JSON.parse(await stored({ record: RECORD }))
    file.stored.record.settings = {}
    expect(await parse(file)).toMatchObject({ kind: 'backup', checksum: 'wrong' })
  })

  it('names what of both parts cannot be read', async () => {
    const parts = { record: { ...near, a: 1 }, shelf: JSON.stringify({ ...shelf, b: 1 }) }
    const parsed = await parse(await stored(parts))
    expect(parsed.kind === 'backup' && parsed.problems.map(({ path }) => path)).toEqual(['a', 'b'])
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['no part', { labels: 1 }],
    ['a part that is none', { record: 7 }],
    ['a text that is none', { record: 'x', shelf: RECORD }],
    ['a text that breaks off', { record: JSON.stringify(RECORD).slice(0, 100) }],
    ['a text that is nested too deep', { record: `${'['.repeat(101)}${']'.repeat(101)}` }],
  ])('cannot be %s', async (_, held) => {
    const file = { format: 'defender-of-peace-stored', version: 1, stored: held }
    expect(await parse(lines(file))).toEqual(refusal('not-a-record', held === undefined ? 1 : 4, 'stored'))
  })

  it('has no more in its texts than a backup may have', async () => {
    const values = JSON.stringify({ ...EMPTY_RECORD, more: Array(600_000).fill(1) })
    expect(await parse(await stored({ record: values, shelf: values }))).toMatchObject({
      kind: 'refused',
      problem: { rule: 'too-many', path: 'stored', values: [1_000_000] },
    })
    const entries = JSON.stringify({ ...EMPTY_RECORD, runs: many(60_000, 1) })
    expect(await parse(await stored({ record: entries, shelf: entries }))).toMatchObject({
      kind: 'refused',
      problem: { rule: 'too-many', path: 'stored', values: [100_000] },
    })
  })
})

const refusal = (rule: string, line: number, path = '', ...values: unknown[]) => ({
  kind: 'refused',
  problem: { line, column: expect.any(Number), path, rule, values },
})
const backup = (record: unknown, more: object = {}) => ({
  format: 'defender-of-peace-backup',
  version: 1,
  ...more,
  record,
})
const lines = (value: unknown) => JSON.stringify(value, null, 2)
const many = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`e${index}`, value]))

describe('a text that is no backup', () => {
  it.each([
    ['nothing', '', refusal('not-json', 1)],
    ['no JSON', 'hello', refusal('not-json', 1)],
    ['a list', '[]', refusal('not-a-backup', 1, '', 'defender-of-peace-backup')],
    ['another format', lines({ a: 1, format: 'x' }), refusal('not-a-backup', 3, 'format', 'defender-of-peace-backup')],
    ['a pack', lines({ format: 'event-pack', version: 1, events: [] }), refusal('is-a-pack', 2, 'format')],
    ['a pack without a format', lines({ events: [{ relatedEvents: [] }] }), refusal('is-a-pack', 1, '')],
    ['a feed', lines([{ id: 1, title: 'Meta' }]), refusal('is-a-pack', 1, '')],
    ['a feed in an object', lines({ page: 1, events: [{ title: 'Meta' }] }), refusal('is-a-pack', 1, '')],
    ['a later version', lines(backup({}, { version: 2 })), refusal('newer-backup', 3, 'version', 2)],
    ['no version', lines(backup({}, { version: '1' })), refusal('bad-version', 3, 'version', 1)],
    ['no record', lines(backup([])), refusal('not-a-record', 4, 'record')],
    ['no version of the record', lines(backup({ a: 1 })), refusal('not-a-record', 4, 'record.version')],
    ['a later record', lines(backup({ version: 99 })), refusal('newer-record', 5, 'record.version', 99)],
  ])('is refused: %s', async (_, written, refused) => {
    expect(await parse(written)).toEqual(refused)
  })

  it('names line and column at which it was cut off', async () => {
    const whole = await text()
    const cut = whole.slice(0, whole.indexOf('"done"') + 3)
    const line = cut.split('\n').length
    expect(await parse(cut)).toMatchObject({ kind: 'refused', problem: { rule: 'not-json', line } })
  })
})

/** How much of the processor the reading of a text may take at best, in ms: another process may have it meanwhile. */
const SECOND = 1000

async function quickest<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly took: number }> {
  let took = Number.POSITIVE_INFINITY
  for (let tries = 0; ; tries++) {
    const begun = process.cpuUsage()
    const result = await work()
    const { user, system } = process.cpuUsage(begun)
    took = Math.min(took, (user + system) / 1000)
    if (took < SECOND || tries === 4) return { result, took }
  }
}

describe('a hostile text', () => {
  const stamp = { at: START, by: 'a' }
  const hostile: readonly (readonly [string, () => string | Promise<string>, object])[] = [
    ['50 MB', () => 'x'.repeat(50_000_000), refusal('too-large', 1, '', 20)],
    ['19 MB of brackets', () => '['.repeat(19_000_000), refusal('too-deep', 1, '', 100)],
    ['nested 100,000 deep', () => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, refusal('too-deep', 1, '', 100)],
    ['19 MB of empty lines', () => '\n'.repeat(19_000_000), refusal('not-json', 19_000_001)],
    [
      'cut off after 19 MB',
      () => `[${'"a note of some length",\n'.repeat(760_000)}`,
      { kind: 'refused', problem: { rule: 'not-json' } },
    ],
    [
      'a list of 19 MB',
      () => `[${'1,'.repeat(9_500_000)}1]`,
      refusal('not-a-backup', 1, '', 'defender-of-peace-backup'),
    ],
    [
      'an object of 19 MB',
      () => `{"a":[${'1,'.repeat(9_500_000)}1]}`,
      refusal('not-a-backup', 1, '', 'defender-of-peace-backup'),
    ],
    [
      'one string without an end',
      () => `"${'a'.repeat(19_000_000)}`,
      { kind: 'refused', problem: { rule: 'not-json' } },
    ],
    [
      'two million values under one key',
      () => JSON.stringify(backup({ ...EMPTY_RECORD, more: Array(2_000_000).fill(1) })),
      refusal('too-many', 1, 'record', 1_000_000),
    ],
    [
      '200,000 entries that are none',
      () => JSON.stringify(backup({ ...EMPTY_RECORD, runs: many(200_000, 1) })),
      refusal('too-many', 1, 'record', 100_000),
    ],
    [
      '90,000 entries that are none',
      () => JSON.stringify(backup({ ...EMPTY_RECORD, runs: many(90_000, 1) })),
      { kind: 'backup', record: EMPTY_RECORD, problems: { length: 90_000 } },
    ],
    [
      '10,000 runs',
      () => {
        const run = { value: { eventId: 'x', startsAt: START, startAssumed: false }, ...stamp }
        return JSON.stringify(backup({ ...EMPTY_RECORD, runs: many(10_000, run) }))
      },
      { kind: 'backup', problems: [] },
    ],
    [
      'a name of 19 MB',
      () => JSON.stringify(backup({ ...EMPTY_RECORD, commanders: { a: { value: 'x'.repeat(19_000_000), ...stamp } } })),
      { kind: 'backup', record: EMPTY_RECORD, problems: { length: 1 } },
    ],
    [
      'an id of 19 MB',
      () => JSON.stringify(backup({ ...EMPTY_RECORD, marks: { ['a/'.repeat(9_000_000)]: {} } })),
      { kind: 'backup', record: EMPTY_RECORD, problems: { length: 1 } },
    ],
  ]

  it.each(hostile)('is read or refused at once: %s', async (_, make, expected) => {
    const written = await make()
    const { result, took } = await quickest(() => parse(written))
    expect(took).toBeLessThan(SECOND)
    expect(result).toMatchObject(expected)
  })

  it('brings nothing under the keys that every object has', async () => {
    const entry = `{"value":{"deleted":true},"at":${START},"by":"a"}`
    const rooms = '"version":2,"settings":{},"commanders":{},"events":{},"marks":{"__proto__":{"done":1}}'
    const runs = `"runs":{"__proto__":${entry},"constructor":${entry}},"__proto__":{"polluted":1}`
    const parsed = await parse(`{"format":"defender-of-peace-backup","version":1,"record":{${rooms},${runs}}}`)
    expect(parsed).toMatchObject({ kind: 'backup', checksum: 'absent' })
    if (parsed.kind !== 'backup') return
    expect(parsed.problems.map(({ path }) => path).sort()).toEqual(['__proto__', 'marks.__proto__', 'runs.__proto__'])
    expect(Object.keys(parsed.record.runs)).toEqual(['constructor'])
    expect(Object.getPrototypeOf(parsed.record.runs)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('of wrong types everywhere is read to the end (law)', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, fc.jsonValue(), fc.nat(), async (record, value, place) => {
        const raw = JSON.parse(JSON.stringify(record))
        const rooms = Object.values(raw).filter((room) => typeof room === 'object') as Record<string, unknown>[]
        const room = rooms[place % rooms.length] ?? raw
        room[Object.keys(room)[place % 7] ?? 'odd'] = value
        const parsed = await parse(backup(raw))
        expect(parsed.kind).toBe('backup')
        if (parsed.kind === 'backup') expect(parseRecord(parsed.record)).toMatchObject({ problems: [] })
      }),
    )
  })
})
