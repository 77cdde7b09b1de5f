import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readInstant } from '../../../utils/packs/feed-instant.ts'
import { plainText, wordsOf } from '../../../utils/packs/feed-text.ts'
import { type ReadFeed, readFeed } from '../../../utils/packs/read-feed.ts'
import { feedEntry, feedOf } from '../support/feed.ts'

const textOf = (...entries: unknown[]) => JSON.stringify(entries, null, 1)
const GOOD = feedEntry({ id: 'good' })

/** What `feedEntry()` says. */
const DOCUMENTED = {
  id: '356',
  title: 'Sector Supremacy Meta - SMS',
  description: 'Score in this event by completing Sector Supremacy sub-events.',
  startsAt: Date.UTC(2026, 5, 25, 16),
  endsAt: Date.UTC(2026, 6, 1, 16),
  format: 'SMS',
  subType: '',
  category: 'weekly',
  priority: 'arc',
  minLevel: 20,
  isActive: true,
  updatedAt: Date.UTC(2026, 5, 20, 12),
}

/** The problems of an entry that stands at `[1]` between two good ones. */
function problemsOf(entry: unknown) {
  const read = readFeed(textOf(GOOD, entry, feedEntry({ id: 'good-2' })))
  expect(read).toMatchObject({ ok: true, entries: [{ id: 'good' }, { id: 'good-2' }], leftOut: 1 })
  return read.problems
}

function only(read: ReadFeed) {
  expect(read).toMatchObject({ ok: true, problems: [], leftOut: 0, entries: [{}] })
  return read.ok ? read.entries[0] : undefined
}

describe('readFeed', () => {
  it('reads the documented entry', () => {
    expect(only(readFeed(textOf(feedEntry())))).toEqual(DOCUMENTED)
  })

  test.each([
    ['a list', (text: string) => text],
    ['events', (text: string) => `{ "events": ${text} }`],
    ['data, beside other fields', (text: string) => `{ "total": 1, "tags": ["a"], "data": ${text}, "none": [] }`],
    ['a list after a byte order mark', (text: string) => `\uFEFF${text}`],
  ])('finds the entries in %s', (_, wrap) => expect(only(readFeed(wrap(textOf(GOOD))))).toMatchObject({ id: 'good' }))

  test.each([
    ['[]'],
    ['{}'],
    ['null'],
    ['7'],
    ['"text"'],
    ['[1, "a", null, []]'],
    ['{ "events": [] }'],
    [`{ "events": ${textOf(GOOD)}, "data": ${textOf(GOOD)} }`],
  ])('refuses %s', (text) =>
    expect(readFeed(text)).toEqual({
      ok: false,
      problems: [{ line: 1, column: 1, path: '', rule: 'not-a-pack', values: [] }],
    }),
  )

  it('says where a text stops being JSON', () => {
    expect(readFeed('[\n{ "id": 1,')).toMatchObject({ ok: false, problems: [{ rule: 'not-json', line: 2 }] })
  })

  it('is not ok where no entry can be read', () => {
    expect(readFeed('[\n {},\n 7]')).toMatchObject({
      ok: false,
      problems: [
        { path: '[0].id', rule: 'missing', values: ['id'], line: 2, column: 2 },
        { path: '[0].title', rule: 'missing' },
        { path: '[0].startTime', rule: 'missing' },
        { path: '[0].endTime', rule: 'missing' },
        { path: '[1]', rule: 'type', values: ['object', 'number'], line: 3, column: 2 },
      ],
    })
  })

  test.each([
    ['a description that is null', { description: null }, { description: '' }],
    ['a format that is null', { eventFormat: null }, { format: '' }],
    ['a format that is absent', { eventFormat: undefined }, { format: '' }],
    ['a heroic entry', { eventSubType: 'heroic' }, { subType: 'heroic' }],
    ['no bounds', { minOpsLevel: null, maxOpsLevel: null }, { minLevel: undefined, maxLevel: undefined }],
    ['level 0 as no bound', { minOpsLevel: 0 }, { minLevel: undefined }],
    ['one level', { minOpsLevel: 40, maxOpsLevel: 40 }, { minLevel: 40, maxLevel: 40 }],
    ['levels at their bounds', { minOpsLevel: 1, maxOpsLevel: 999 }, { minLevel: 1, maxLevel: 999 }],
    ['an inactive entry', { isActive: false }, { isActive: false }],
    ['an entry that does not say whether it is active', { isActive: undefined }, { isActive: true }],
    ['no update', { updatedAt: null }, { updatedAt: 0 }],
    ['an id with an odd sign', { id: ' week/12 ' }, { id: 'week/12' }],
    ['the longest id', { id: 'x'.repeat(75) }, { id: 'x'.repeat(75) }],
    ['a number for an id', { id: 0 }, { id: '0' }],
    ['another zone', { startTime: '2026-06-25T18:00:00+02:00' }, { startsAt: Date.UTC(2026, 5, 25, 16) }],
    ['the shortest time', { endTime: '2026-06-25T16:00:00.001Z' }, { endsAt: Date.UTC(2026, 5, 25, 16, 0, 0, 1) }],
    ['no repetition', { repeatType: 'none', repeatConfig: { interval: 0 } }, { repeats: undefined }],
    ['an empty repetition', { repeatType: '' }, { repeats: undefined }],
    ['a weekly one', { repeatType: 'weekly', repeatConfig: { interval: 1, daysOfWeek: '2' } }, weekly(1, 2)],
    [
      'some days',
      { repeatType: 'weekly', repeatConfig: { interval: 52, daysOfWeek: '5, 1,3,1' } },
      weekly(52, 1, 3, 5),
    ],
    ['no days', { repeatType: 'weekly', repeatConfig: { interval: 2, daysOfWeek: null } }, weekly(2)],
    ['no more than weekly', { repeatType: 'weekly', repeatConfig: null }, weekly(1)],
    ['fields of tomorrow', { theme: { dark: true } }, { id: '356' }],
  ])('takes %s', (_, change, expected) =>
    expect(only(readFeed(textOf({ ...feedEntry(), ...change })))).toEqual({ ...DOCUMENTED, ...expected }),
  )

  it('keeps nothing that it does not use', () => {
    const read = JSON.stringify(only(readFeed(textOf({ ...feedEntry(), theme: 'images.example' }))))
    expect(read).not.toMatch(/images\.example|imageUrl|theme|createdAt|eventType/)
  })

  test.each([
    ['id', null, 'type', ['text', 'null']],
    ['id', true, 'type', ['text', 'boolean']],
    ['id', '  ', 'text-empty', []],
    ['id', 'x'.repeat(81), 'not-an-id', [`${'x'.repeat(59)}…`]],
    ['title', null, 'type', ['text', 'null']],
    ['title', ['Meta'], 'type', ['text', 'list']],
    ['title', '', 'text-empty', []],
    ['title', ' \u202E\u200F\n', 'text-empty', []],
    ['description', 5, 'type', ['text', 'number']],
    ['startTime', null, 'type', ['text', 'null']],
    ['startTime', 1_782_403_200_000, 'type', ['text', 'number']],
    ['startTime', 'tomorrow', 'no-such-instant', ['tomorrow']],
    ['startTime', '2026-12-02 16:00:00', 'no-such-instant', ['2026-12-02 16:00:00']],
    ['startTime', '2026-02-30T16:00:00Z', 'no-such-date', ['2026-02-30T16:00:00Z']],
    ['startTime', '2026-06-25T24:00:00Z', 'no-such-time', ['2026-06-25T24:00:00Z']],
    ['startTime', '2026-06-25T16:00:00', 'no-such-instant', ['2026-06-25T16:00:00']],
    ['startTime', '1999-12-31T23:59:59Z', 'date-range', ['1999-12-31T23:59:59Z', 2000, 2150]],
    ['startTime', '2026-07-01T16:00:00.000Z', undefined, []],
    ['endTime', '2026-06-25T16:00:00.000Z', 'window-no-end-order', [0]],
    ['endTime', '2026-06-25T15:00:00.000Z', 'window-no-end-order', [-60]],
    ['endTime', '2036-06-22T16:00:00.001Z', 'date-range', ['2036-06-22T16:00:00.001Z', 2026, 2035]],
    ['eventSubType', 1, 'type', ['text', 'number']],
    ['eventFormat', {}, 'type', ['text', 'object']],
    ['eventCategory', false, 'type', ['text', 'boolean']],
    ['priority', [], 'type', ['text', 'list']],
    ['minOpsLevel', '20', 'type', ['number', 'text']],
    ['minOpsLevel', 20.5, 'number-whole', [20.5]],
    ['minOpsLevel', -1, 'number-range', [-1, 1, 999]],
    ['maxOpsLevel', 0, 'number-range', [0, 1, 999]],
    ['maxOpsLevel', 1000, 'number-range', [1000, 1, 999]],
    ['maxOpsLevel', 19, 'levels-reversed', [20, 19]],
    ['repeatType', 1, 'type', ['text', 'number']],
    ['repeatType', 'monthly', 'unknown-repetition', ['monthly']],
    ['isActive', 'yes', 'type', ['boolean', 'text']],
    ['updatedAt', 5, 'type', ['text', 'number']],
    ['updatedAt', 'yesterday', 'no-such-instant', ['yesterday']],
  ])('with %s %j is %s', (field, value, rule, values) => {
    const problems = problemsOf({ ...feedEntry(), [field]: value })
    const line = textOf(GOOD, { ...feedEntry(), [field]: value })
      .split('\n')
      .findLastIndex((text) => text.includes(`"${field}"`))
    if (rule)
      expect(problems).toEqual([{ path: `[1].${field}`, rule, values, line: line + 1, column: expect.any(Number) }])
    else expect(problems).toMatchObject([{ path: '[1].endTime', rule: 'window-no-end-order', values: [0] }])
  })

  test.each([
    [7, '', 'type', ['object', 'number']],
    [{ interval: 0, daysOfWeek: '2' }, '.interval', 'repetition-range', [0, 1, 52]],
    [{ interval: 53, daysOfWeek: '2' }, '.interval', 'repetition-range', [53, 1, 52]],
    [{ interval: 1.5, daysOfWeek: '2' }, '.interval', 'repetition-range', [1.5, 1, 52]],
    [{ interval: '1', daysOfWeek: '2' }, '.interval', 'type', ['number', 'text']],
    [{ interval: 1, daysOfWeek: 2 }, '.daysOfWeek', 'type', ['text', 'number']],
    [{ interval: 1, daysOfWeek: '1,7' }, '.daysOfWeek', 'number-range', ['7', 0, 6]],
    [{ interval: 1, daysOfWeek: '1,' }, '.daysOfWeek', 'number-range', ['', 0, 6]],
  ])('with the repetition %j is wrong at %j', (repeatConfig, path, rule, values) =>
    expect(problemsOf({ ...feedEntry(), repeatType: 'weekly', repeatConfig })).toMatchObject([
      { path: `[1].repeatConfig${path}`, rule, values },
    ]),
  )

  it('names all that is wrong with an entry, under the name of the list', () => {
    const text = JSON.stringify({ events: [GOOD, feedEntry({ title: '', endTime: 'x' })] })
    expect(readFeed(text).problems).toMatchObject([{ path: 'events[1].title' }, { path: 'events[1].endTime' }])
  })

  it('names the first fifty problems and counts the rest', () => {
    const read = readFeed(textOf(GOOD, ...Array.from({ length: 120 }, () => ({ ...feedEntry(), title: 5 }))))
    expect(read).toMatchObject({ ok: true, leftOut: 120 })
    expect(read.problems).toHaveLength(50)
  })

  test.each([
    ['2026-06-20T12:00:00Z', '2026-06-21T12:00:00Z', 'second'],
    ['2026-06-21T12:00:00Z', '2026-06-20T12:00:00Z', 'first'],
    ['2026-06-20T12:00:00Z', '2026-06-20T12:00:00Z', 'first'],
    [null, '2026-06-20T12:00:00Z', 'second'],
  ])('of one id updated at %s and %s takes the %s', (first, second, title) => {
    const text = textOf(
      { ...feedEntry({ id: 7, title: 'first' }), updatedAt: first },
      { ...feedEntry({ id: '7', title: 'second' }), updatedAt: second },
    )
    expect(only(readFeed(text))).toMatchObject({ id: '7', title })
  })

  it('reads a whole calendar', () => {
    for (const seed of [1, 2, 3]) {
      const read = readFeed(JSON.stringify(feedOf(1000, seed)))
      expect(read).toMatchObject({ ok: true, problems: [], leftOut: 0 })
      expect(read.ok && read.entries).toHaveLength(1000)
    }
  })
})

function weekly(weeks: number, ...days: number[]) {
  return { repeats: { weeks, days } }
}

describe('a hostile feed', () => {
  it('cannot reach prototypes', () => {
    const text = `[${JSON.stringify(feedEntry()).replace('{', '{"__proto__":{"isAdmin":true},')}]`
    expect(only(readFeed(text))).not.toHaveProperty('isAdmin')
    expect(readFeed('[{"__proto__":{"id":1,"title":"x"}}]')).toMatchObject({ ok: false })
    expect(readFeed(`{"__proto__":${textOf(GOOD)}}`)).toMatchObject({ ok: true })
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
  })

  test.each([
    [20_000, true],
    [20_001, false],
    [50_000, false],
  ])('of %d entries is read: %s', (count, ok) => {
    const times = { startTime: '2026-06-25T16:00Z', endTime: '2026-07-01T16:00Z' }
    const events = Array.from({ length: count }, (_, id) => ({ id, title: 'x', ...times }))
    const read = readFeed(JSON.stringify({ events }))
    if (ok) expect(read).toMatchObject({ ok, leftOut: 0 })
    else {
      const problem = { path: 'events', rule: 'list-long', values: [count, 20_000], line: 1, column: 11 }
      expect(read).toEqual({ ok, problems: [problem] })
    }
  })

  it('of more than five megabytes is refused', () => {
    const text = JSON.stringify([feedEntry({ description: 'x'.repeat(5_000_000) })])
    expect(readFeed(text)).toMatchObject({ ok: false, problems: [{ rule: 'too-large' }] })
  })

  test.each([
    ['\u202Emeta\u202C \u2066x\u2069\u061C\u200E\u200F', 'meta x'],
    ['a\u0000b\u0007c\u007Fd\u0085e', 'abcde'],
    ['  a \t\r\n b  ', 'a b'],
    ['a \u200B b', 'a b'],
    ['half \uD83D of a pair', 'half of a pair'],
    ['👩‍🚀 stays', '👩‍🚀 stays'],
    ['<img src=x onerror=1>', '<img src=x onerror=1>'],
  ])('shows %j as %j', (title, expected) =>
    expect(only(readFeed(textOf(feedEntry({ title, description: title }))))).toMatchObject({
      title: expected,
      description: expected,
    }),
  )

  test.each([
    ['x'.repeat(200), 'x'.repeat(200)],
    ['x'.repeat(201), `${'x'.repeat(199)}…`],
    [`${'x'.repeat(198)}🖖🖖`, `${'x'.repeat(198)}…`],
  ])('has its titles cut', (title, expected) =>
    expect(only(readFeed(textOf(feedEntry({ title }))))).toMatchObject({ title: expected }),
  )

  it('has its descriptions cut', () => {
    const { description } = only(readFeed(textOf(feedEntry({ description: 'y'.repeat(501) })))) ?? {}
    expect(description).toBe(`${'y'.repeat(499)}…`)
  })

  it('never throws and never lets a wrong value in, whatever stands in its fields (law)', () => {
    const field = fc.constantFrom(...Object.keys(feedEntry()))
    fc.assert(
      fc.property(fc.dictionary(field, fc.jsonValue()), (change) => {
        const read = readFeed(textOf({ ...feedEntry(), ...change }, GOOD))
        if (!read.ok || read.entries.length + read.leftOut !== 2) return false
        return read.entries.every(
          (entry) =>
            entry.startsAt < entry.endsAt &&
            Number.isInteger(entry.startsAt) &&
            entry.title !== '' &&
            [entry.title, entry.description, entry.format].every((text) => plainText(text, 500) === text),
        )
      }),
    )
  })
})

describe('readInstant', () => {
  test.each([
    ['2026-06-25T16:00:00.000Z', '2026-06-25T16:00:00.000Z'],
    ['2026-06-25T16:00Z', '2026-06-25T16:00:00.000Z'],
    ['2026-06-25T16:00:00,5z', '2026-06-25T16:00:00.500Z'],
    ['2026-06-25T16:00:00.123999Z', '2026-06-25T16:00:00.123Z'],
    ['2026-06-25T16:00:00+00:00', '2026-06-25T16:00:00.000Z'],
    ['2026-06-25T21:30:00+05:30', '2026-06-25T16:00:00.000Z'],
    ['2026-06-25T12:00:00-0400', '2026-06-25T16:00:00.000Z'],
    ['2026-06-25T09:00:00-07', '2026-06-25T16:00:00.000Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['2000-01-01T00:00:00Z', '2000-01-01T00:00:00.000Z'],
    ['2150-12-31T23:59:59Z', '2150-12-31T23:59:59.000Z'],
  ])('%s is %s', (text, iso) => expect(readInstant(text)).toEqual({ ok: true, instant: Date.parse(iso) }))

  test.each([
    ['', 'no-such-instant'],
    ['2026-06-25', 'no-such-instant'],
    ['2026-06-25 16:00:00Z', 'no-such-instant'],
    ['2026-06-25T16:00:00', 'no-such-instant'],
    ['25.06.2026 16:00', 'no-such-instant'],
    ['2026-02-29T16:00:00Z', 'no-such-date'],
    ['2026-06-25T16:60:00Z', 'no-such-time'],
    ['2026-06-25T16:00:60Z', 'no-such-time'],
    ['2026-06-25T16:00:00+24:00', 'no-such-instant'],
    ['2026-06-25T16:00:00+05:60', 'no-such-instant'],
    ['2151-01-01T00:00:00Z', 'date-range'],
  ])('%s: %s', (text, rule) => expect(readInstant(text)).toEqual({ ok: false, rule }))
})

test.each([
  ['Sector Supremacy Meta – SMS', ['sector', 'supremacy', 'meta', 'sms']],
  ['Miles O’Brien’s Éclair (Week 2)', ['miles', "o'brien's", 'eclair', 'week', '2']],
  ['İstanbul', ['istanbul']],
  ['—', []],
])('words of %s', (text, words) => expect(wordsOf(text)).toEqual(words))
