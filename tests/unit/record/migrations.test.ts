import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../utils/record/migrations.ts'
import { commandersOf, runOf, settingsOf } from '../../../utils/record/read.ts'
import { DEFAULT_SETTINGS, RECORD_VERSION } from '../../../utils/record/record.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { arbitraryRecord } from '../support/arbitrary-record.ts'

/** What an earlier version of the extension wrote, with every kind of entry. They are frozen: never write them again. */
const written = (version: number) =>
  JSON.parse(readFileSync(new URL(`../../fixtures/record-v${version}.json`, import.meta.url), 'utf8'))
const version1 = () => written(1)

describe('a record of version 1', () => {
  it('is read whole, with nothing set aside', () => {
    const parsed = parseRecord(version1())
    expect(parsed).toMatchObject({ kind: 'record', problems: [] })
    if (parsed.kind !== 'record') return
    const { version, commanders, ...before } = version1()
    expect(version).toBe(1)
    const { version: raised, commanders: known, ...rest } = parsed.record
    expect([raised, rest]).toEqual([RECORD_VERSION, before])
    expect(known).toEqual({
      ...commanders,
      'commander-1': {
        ...commanders['commander-1'],
        value: { ...commanders['commander-1'].value, region: '', archived: false },
      },
      'commander-2': {
        ...commanders['commander-2'],
        value: { ...commanders['commander-2'].value, region: '', archived: false },
      },
    })
  })

  it('says what it said', () => {
    const parsed = parseRecord(version1())
    if (parsed.kind !== 'record') throw new Error('It cannot be read.')
    expect(commandersOf(parsed.record).map(({ id, archived, region }) => [id, archived, region])).toEqual([
      ['commander-1', false, ''],
      ['commander-2', false, ''],
    ])
    expect(settingsOf(parsed.record)).toEqual({
      ...DEFAULT_SETTINGS,
      timeZone: 'Europe/London',
      startOfDay: false,
      leadTimes: [600, 60],
      quietHours: { from: 1320, to: 480 },
      lastHourCountdown: true,
    })
    expect(runOf(parsed.record, 'run-ended')?.endedAt).toBe(Date.UTC(2026, 9, 26, 16))
    expect(runOf(parsed.record, 'run-removed')).toBeUndefined()
  })

  it('is left as it was', () => {
    const raw = version1()
    migrate(raw)
    expect(raw).toEqual(version1())
  })

  it.each([
    ['commanders that are none', { version: 1, commanders: 7 }, { version: 3, commanders: 7 }],
    ['no commanders', { version: 1 }, { version: 3 }],
    [
      'an entry that is none',
      { version: 1, commanders: { a: null, b: [] } },
      { version: 3, commanders: { a: null, b: [] } },
    ],
    [
      'a value that is none',
      { version: 1, commanders: { a: { value: 'x', at: 1 } } },
      { version: 3, commanders: { a: { value: 'x', at: 1 } } },
    ],
    [
      'a commander who was removed',
      { version: 1, commanders: { a: { value: { deleted: true }, at: 1 } } },
      { version: 3, commanders: { a: { value: { deleted: true }, at: 1 } } },
    ],
    [
      'a field that a later version has',
      { version: 1, commanders: { a: { value: { region: 'us' } } } },
      { version: 3, commanders: { a: { value: { region: 'us', archived: false } } } },
    ],
  ])('with %s is raised, and judged by the schemas', (_, raw, raised) => {
    expect(migrate(raw)).toEqual(raised)
  })

  it('gets nothing of what JavaScript gives a meaning to', () => {
    const raw = JSON.parse('{"version":1,"commanders":{"__proto__":{"value":{"name":"x"}}}}')
    expect(({} as { name?: string }).name).toBeUndefined()
    expect(Object.keys((migrate(raw) as { commanders: object }).commanders)).toEqual(['__proto__'])
  })
})

describe('a record of version 2', () => {
  it('is read whole, with nothing set aside and no entry changed', () => {
    expect(parseRecord(written(2))).toEqual({
      kind: 'record',
      record: { ...written(2), version: RECORD_VERSION },
      problems: [],
    })
  })

  it('says what it said', () => {
    const parsed = parseRecord(written(2))
    if (parsed.kind !== 'record') throw new Error('It cannot be read.')
    const { record } = parsed
    expect(commandersOf(record).map(({ id, archived, region }) => [id, archived, region])).toEqual([
      ['commander-1', false, 'eu'],
      ['commander-4', true, 'us'],
    ])
    expect(runOf(record, 'weekly.2026-11-02#2')).toBeUndefined()
    expect(runOf(record, 'weekly.2026-11-02#3')?.startsAt).toBe(Date.UTC(2026, 10, 17, 9))
    expect(runOf(record, 'weekly.2026-11-02#4')?.startsAt).toBe(Date.UTC(2026, 10, 23, 16))
  })

  it('is left as it was', () => {
    const raw = written(2)
    migrate(raw)
    expect(raw).toEqual(written(2))
  })
})

describe('migrate', () => {
  it.each([
    [undefined],
    [null],
    ['text'],
    [7],
    [[]],
    [{}],
    [{ version: 0 }],
    [{ version: '1' }],
    [{ version: 4 }],
    [{ version: -1 }],
  ])('leaves %j as it is', (raw) => expect(migrate(raw)).toBe(raw))

  it('leaves a record of this version as it is (law)', () => {
    fc.assert(fc.property(arbitraryRecord, (record) => migrate(record) === record))
  })

  it('never throws, whatever it is given (law)', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (raw, part) => {
        migrate(raw)
        migrate({ version: 1, commanders: raw })
        migrate({ version: 1, commanders: { a: raw, b: { value: part } } })
        return true
      }),
    )
  })

  it('of what was raised changes nothing (law)', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (commanders) => {
        const raised = migrate({ version: 1, commanders })
        expect(migrate(raised)).toBe(raised)
        expect((raised as { version: number }).version).toBe(RECORD_VERSION)
      }),
    )
  })
})
