/** Every way in which a pack can be wrong: the rule, the path and the line that the commander is told. */

import { describe, expect, it } from 'vitest'
import { MOST_PROBLEMS } from '../../../utils/packs/problem.ts'
import { readPack } from '../../../utils/packs/read-pack.ts'
import { LEAST_EVENT, packText, problemsIn } from '../support/packs.ts'

const PART = LEAST_EVENT.relatedEvents[0]

/** `path rule values` of each problem. */
const found = (text: string) =>
  problemsIn(text).map(({ path, rule, values }) => [path, rule, ...values].join(' ').trim())

const event = (fields: object) => packText({ ...LEAST_EVENT, ...fields })
const part = (fields: object) => event({ relatedEvents: [{ ...PART, ...fields }] })
const windows = (...spans: readonly unknown[]) => part({ windows: spans })
const starts = (...of: readonly unknown[]) => event({ starts: of })
const start = (fields: object) => starts({ date: '2026-06-25', time: '16:00', ...fields })

/** The line (from 1) on which a piece of text stands. */
const lineOf = (text: string, piece: string) => text.slice(0, text.indexOf(piece)).split('\n').length

describe('of the file', () => {
  it.each([
    ['nothing', '', 'not-json', 1],
    ['no JSON', 'Hello\nthere', 'not-json', 1],
    ['cut off', packText(LEAST_EVENT).slice(0, -40), 'not-json', 17],
    ['more than 5 MB', `"${'x'.repeat(5_000_000)}"`, 'too-large', 1],
    ['100,000 levels', '['.repeat(100_000), 'too-deep', 1],
    ['a list', '[]', 'not-a-pack', 1],
    ['null', 'null', 'not-a-pack', 1],
    ['an object without a format', '{ "events": [] }', 'not-a-pack', 1],
    ['another format', '{\n "format": "event-feed" }', 'not-a-pack', 2],
    ['a later version', '{ "format": "event-pack",\n "version": 2, "odd": 1 }', 'newer-format', 2],
  ])('%s', (_, text, rule, line) => {
    expect(problemsIn(text)).toEqual([expect.objectContaining({ rule, line })])
  })

  it.each([
    ['{ "format": "event-pack" }', ['version missing version', 'name missing name', 'events missing events']],
    [
      '{ "format": "event-pack", "version": 0, "name": "N", "events": [] }',
      ['version number-range 0 1 1', 'events nothing-to-track'],
    ],
    [
      '{ "format": "event-pack", "version": "1", "name": 5, "events": {} }',
      ['version type number text', 'name type text number', 'events type list object'],
    ],
    [
      '{ "format": "event-pack", "version": 1, "name": "", "events": [7, null, []], "$schema": 3 }',
      [
        'name text-empty',
        'events[0] type object number',
        'events[1] type object null',
        'events[2] type object list',
        '$schema type text number',
      ],
    ],
    [
      '{ "format": "event-pack", "version": 1, "name": "\\n ", "name": "  ", "events": [], "Events": [] }',
      ['name text-empty', 'name duplicate-key name', 'events nothing-to-track', 'Events unknown-key Events'],
    ],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected))

  it('takes at most 500 events', () => {
    const many = (count: number) =>
      packText(...Array.from({ length: count }, (_, index) => ({ ...LEAST_EVENT, id: `e${index}` })))
    expect(readPack(many(500)).ok).toBe(true)
    expect(found(many(501))).toEqual(['events list-long 501 500'])
  })
})

describe('of a field', () => {
  const long = (length: number) => 'x'.repeat(length)
  it.each([
    ['id', { id: 'a#b' }, 'not-an-id a#b'],
    ['id', { id: 'a/b' }, 'not-an-id a/b'],
    ['id', { id: '' }, 'not-an-id'],
    ['id', { id: '__proto__' }, 'not-an-id __proto__'],
    ['id', { id: 'x'.repeat(81) }, `not-an-id ${long(59)}…`],
    ['id', { id: undefined }, 'missing id'],
    ['id', { id: null }, 'type text null'],
    ['name', { name: '' }, 'text-empty'],
    ['name', { name: ' \u00A0\n' }, 'text-empty'],
    ['name', { name: long(201) }, 'text-long 201 200'],
    ['name', { name: undefined }, 'missing name'],
    ['shortName', { shortName: ' ' }, 'text-empty'],
    ['shortName', { shortName: [] }, 'type text list'],
    ['story', { story: long(2001) }, 'text-long 2001 2000'],
    ['prerequisite', { prerequisite: long(501) }, 'text-long 501 500'],
    ['prerequisite', { prerequisite: false }, 'type text boolean'],
    ['minLevel', { minLevel: 0 }, 'number-range 0 1 999'],
    ['maxLevel', { maxLevel: 1000 }, 'number-range 1000 1 999'],
    ['minLevel', { minLevel: 20.5 }, 'number-whole 20.5'],
    ['minLevel', { minLevel: '20' }, 'type number text'],
    ['rewards', { rewards: 'Tritanium' }, 'type list text'],
    ['rewards', { rewards: Array(51).fill('x') }, 'list-long 51 50'],
    ['rewards[1]', { rewards: ['x', ''] }, 'text-empty'],
    ['rewards[0]', { rewards: [long(501)] }, 'text-long 501 500'],
    ['rewards[0]', { rewards: [3] }, 'type text number'],
    ['lasts', { lasts: 0 }, 'number-range 0 1 5256000'],
    ['lasts', { lasts: 5_256_001 }, 'number-range 5256001 1 5256000'],
    ['lasts', { lasts: null }, 'type number null'],
    ['assumedStart', { assumedStart: 1440 }, 'number-range 1440 0 1439'],
    ['assumedStart', { assumedStart: -1 }, 'number-range -1 0 1439'],
    ['serverEvent', { serverEvent: 'IMS' }, 'type object text'],
    ['serverEvent.rewards', { serverEvent: { name: 'IMS' } }, 'missing rewards'],
    [
      'serverEvent.pointsNeeded',
      { serverEvent: { name: 'I', rewards: [], pointsNeeded: -1 } },
      'number-range -1 0 1000000000',
    ],
    ['serverEvent.points', { serverEvent: { name: 'I', rewards: [], points: 1 } }, 'unknown-key points'],
    ['serverWide', { serverWide: 'yes' }, 'type boolean text'],
    ['regions', { regions: {} }, 'type list object'],
    [
      'regions',
      { regions: Array.from({ length: 21 }, (_, n) => ({ id: `r${n}`, name: 'R', startsAfter: 0 })) },
      'list-long 21 20',
    ],
    ['regions[0].id', { regions: [{ id: long(41), name: 'R', startsAfter: 0 }] }, `not-an-id ${long(41)}`],
    ['regions[0].startsAfter', { regions: [{ id: 'us', name: 'R', startsAfter: -60 }] }, 'number-range -60 0 5256000'],
    [
      'regions[0].startsafter',
      { regions: [{ id: 'us', name: 'R', startsAfter: 0, startsafter: 1 }] },
      'unknown-key startsafter',
    ],
    ['repeatsEvery', { repeatsEvery: 0 }, 'repetition-range 0 1 52'],
    ['repeatsEvery', { repeatsEvery: 53 }, 'repetition-range 53 1 52'],
    ['repeatsEvery', { repeatsEvery: 'weekly' }, 'type number text'],
    ['revision', { revision: -1 }, 'number-range -1 0 9007199254740991'],
    ['revision', { revision: 1.5 }, 'number-whole 1.5'],
    ['edited', { edited: true }, 'unknown-key edited'],
    ['story ', { 'story ': 'x' }, 'unknown-key story'],
    ['starts', { starts: '2026-06-25' }, 'type list text'],
    ['starts', { starts: Array(501).fill({ date: '2026-06-25', time: '16:00' }) }, 'list-long 501 500'],
    ['relatedEvents', { relatedEvents: undefined }, 'missing relatedEvents'],
    ['relatedEvents', { relatedEvents: 'none' }, 'type list text'],
    ['relatedEvents', { relatedEvents: [] }, 'nothing-to-track'],
    ['relatedEvents[0]', { relatedEvents: [null] }, 'type object null'],
  ])('%s: %j', (path, fields, expected) => {
    const where = /^\w/.test(path) && !path.includes(' ') ? `events[0].${path}` : `events[0]["${path}"]`
    expect(found(event(fields))).toEqual([`${where} ${expected}`.trim()])
  })

  it.each([
    ['id', { id: 'a b' }, 'not-an-id a b'],
    ['name', { name: 12 }, 'type text number'],
    ['code', { code: 'ABCDE' }, 'code-long ABCDE 4'],
    ['code', { code: '🚀🚀🚀🚀🚀' }, 'code-long 🚀🚀🚀🚀🚀 4'],
    ['code', { code: '' }, 'text-empty'],
    ['code', { code: null }, 'type text null'],
    ['points', { points: -1 }, 'number-range -1 0 1000000000'],
    ['points', { points: '100' }, 'type number text'],
    ['objectives', { objectives: 'Mine' }, 'type list text'],
    ['Points', { Points: 100 }, 'unknown-key Points'],
    ['windows', { windows: undefined }, 'missing windows'],
    ['windows', { windows: { opensAfter: 0 } }, 'type list object'],
    ['windows[0]', { windows: [0] }, 'type object number'],
    ['windows[0].opensAfter', { windows: [{ lasts: 5 }] }, 'missing opensAfter'],
    ['windows[0].opensAfter', { windows: [{ opensAfter: -1 }] }, 'number-range -1 0 5256000'],
    ['windows[0].lasts', { windows: [{ opensAfter: 0, lasts: 0.5 }] }, 'number-whole 0.5'],
    ['windows[0].lasts', { windows: [{ opensAfter: 0, lasts: 5_256_001 }] }, 'number-range 5256001 1 5256000'],
    ['windows[0].closesAfter', { windows: [{ opensAfter: 0, closesAfter: 9 }] }, 'unknown-key closesAfter'],
  ])('of a related event, %s: %j', (path, fields, expected) => {
    expect(found(part(fields))).toEqual([`events[0].relatedEvents[0].${path} ${expected}`.trim()])
  })

  it.each([
    ['date', { date: '25.06.2026' }, 'no-such-date 25.06.2026'],
    ['date', { date: '2026-02-30' }, 'no-such-date 2026-02-30'],
    ['date', { date: '1999-12-31' }, 'date-range 1999-12-31 2000 2199'],
    ['date', { date: '2200-01-01' }, 'date-range 2200-01-01 2000 2199'],
    ['date', { date: 20260625 }, 'type text number'],
    ['date', { date: undefined }, 'missing date'],
    ['time', { time: '4 pm' }, 'no-such-time 4 pm'],
    ['time', { time: '24:00' }, 'no-such-time 24:00'],
    ['timeZone', { timeZone: 'Mars/Olympus' }, 'unknown-zone Mars/Olympus'],
    ['timeZone', { timeZone: '' }, 'unknown-zone'],
    ['timeZone', { timeZone: null }, 'type text null'],
    ['timezone', { timezone: 'UTC' }, 'unknown-key timezone'],
    [
      'time',
      { date: '2026-03-29', time: '01:30', timeZone: 'Europe/London' },
      'hour-in-gap 2026-03-29 01:30 Europe/London',
    ],
  ])('of a start, %s: %j', (path, fields, expected) => {
    expect(found(start(fields))).toEqual([`events[0].starts[0].${path} ${expected}`.trim()])
  })

  it('names all that is wrong with a start', () => {
    expect(found(start({ date: 'x', time: 'y', timeZone: 'z' }))).toEqual([
      'events[0].starts[0].date no-such-date x',
      'events[0].starts[0].time no-such-time y',
      'events[0].starts[0].timeZone unknown-zone z',
    ])
  })
})

describe('between fields', () => {
  const PATH = 'events[0].relatedEvents[0].windows'
  it.each([
    ['ends before it starts', windows({ opensAfter: 60, lasts: -60 }), [`${PATH}[0].lasts window-no-end-order -60`]],
    ['ends as it starts', windows({ opensAfter: 60, lasts: 0 }), [`${PATH}[0].lasts window-no-end-order 0`]],
    [
      'overlaps by a minute',
      windows({ opensAfter: 0, lasts: 61 }, { opensAfter: 60, lasts: 1 }),
      [`${PATH}[1] windows-overlap ${PATH}[0]`],
    ],
    [
      'is there twice',
      windows({ opensAfter: 0, lasts: 5 }, { opensAfter: 0, lasts: 5 }),
      [`${PATH}[1] windows-overlap ${PATH}[0]`],
    ],
    [
      'overlaps, written in another order',
      windows({ opensAfter: 60, lasts: 9 }, { opensAfter: 0, lasts: 61 }),
      [`${PATH}[0] windows-overlap ${PATH}[1]`],
    ],
    [
      'lies inside one before the one before',
      windows({ opensAfter: 0, lasts: 100 }, { opensAfter: 10, lasts: 5 }, { opensAfter: 20, lasts: 5 }),
      [`${PATH}[1] windows-overlap ${PATH}[0]`, `${PATH}[2] windows-overlap ${PATH}[0]`],
    ],
    [
      'comes after one without an end',
      windows({ opensAfter: 0 }, { opensAfter: 60, lasts: 1 }),
      [`${PATH}[1] windows-overlap ${PATH}[0]`],
    ],
  ])('a window that %s', (_, text, expected) => expect(found(text)).toEqual(expected))

  it.each([
    ['windows that touch', windows({ opensAfter: 0, lasts: 60 }, { opensAfter: 60, lasts: 1 })],
    ['windows in another order', windows({ opensAfter: 60 }, { opensAfter: 0, lasts: 60 })],
    ['a last window without an end', windows({ opensAfter: 0, lasts: 60 }, { opensAfter: 60 })],
  ])('takes %s', (_, text) => expect(readPack(text)).toMatchObject({ ok: true }))

  it.each([
    ['opens with the end', { opensAfter: 60, lasts: 1 }, '[0].opensAfter window-outside 60 60'],
    ['opens after the end', { opensAfter: 61 }, '[0].opensAfter window-outside 61 60'],
    ['ends after the end', { opensAfter: 59, lasts: 2 }, '[0].lasts window-outside 61 60'],
  ])('a window that %s of the event', (_, span, expected) => {
    const relatedEvents = [{ ...PART, windows: [span] }]
    expect(found(event({ lasts: 60, relatedEvents }))).toEqual([`${PATH}${expected}`])
    expect(readPack(event({ relatedEvents })).ok).toBe(true)
  })

  it('takes windows that reach the end of the event', () => {
    const spans = [
      { opensAfter: 0, lasts: 59 },
      { opensAfter: 59, lasts: 1 },
    ]
    expect(readPack(event({ lasts: 60, relatedEvents: [{ ...PART, windows: spans }] })).ok).toBe(true)
  })

  const related = (...fields: readonly object[]) => ({ relatedEvents: fields.map((each) => ({ ...PART, ...each })) })
  it.each([
    [{ minLevel: 40, maxLevel: 39 }, ['maxLevel levels-reversed 40 39']],
    [related({ minLevel: 51, maxLevel: 50 }), ['relatedEvents[0].maxLevel levels-reversed 51 50']],
    [{ minLevel: 20, ...related({ maxLevel: 19 }) }, ['relatedEvents[0].maxLevel levels-outside 0 19 20 0']],
    [
      { maxLevel: 39, ...related({ minLevel: 40, maxLevel: 50 }) },
      ['relatedEvents[0].minLevel levels-outside 40 50 0 39'],
    ],
    [related({}, {}), ['relatedEvents[1].id duplicate-id part events[0].relatedEvents[0].id']],
    [
      {
        regions: [
          { id: 'us', name: 'US', startsAfter: 0 },
          { id: 'us', name: 'EU', startsAfter: 1 },
        ],
      },
      ['regions[1].id duplicate-id us events[0].regions[0].id'],
    ],
    [related({ windows: [] }, { id: 'other', windows: [] }), ['relatedEvents nothing-to-track']],
    [{ lasts: 10_081, repeatsEvery: 1 }, ['repeatsEvery repeats-too-soon 10081 10080']],
    [{ lasts: 40_321, repeatsEvery: 4 }, ['repeatsEvery repeats-too-soon 40321 40320']],
  ])('%j', (fields, expected) => expect(found(event(fields))).toEqual(expected.map((each) => `events[0].${each}`)))

  it.each([
    [{ minLevel: 39, maxLevel: 39 }],
    [{ minLevel: 20, maxLevel: 39, ...related({ minLevel: 39, maxLevel: 50 }) }],
    [{ minLevel: 20, maxLevel: 39, ...related({ maxLevel: 20 }) }],
    [{ lasts: 10_080, repeatsEvery: 1 }],
    [{ repeatsEvery: 1 }],
    [related({}, { id: 'Part' })],
    [related({}, { id: 'other', windows: [] })],
  ])('takes %j', (fields) => expect(readPack(event(fields))).toMatchObject({ ok: true }))

  it('two events of one id', () => {
    expect(found(packText(LEAST_EVENT, { ...LEAST_EVENT, id: 'other' }, LEAST_EVENT))).toEqual([
      'events[2].id duplicate-id least events[0].id',
    ])
  })

  const spans = (count: number) => Array.from({ length: count }, (_, index) => ({ opensAfter: index, lasts: 1 }))
  it('10,000 windows, and where the bounds are', () => {
    expect(found(windows(...spans(10_000)))).toEqual([`${PATH} too-many-windows 10000 500`])
    expect(found(windows(...spans(501)))).toEqual([`${PATH} too-many-windows 501 500`])
    expect(readPack(windows(...spans(500))).ok).toBe(true)
    const four = Array.from({ length: 4 }, (_, index) => ({ id: `p${index}`, windows: spans(500) }))
    expect(readPack(event(related(...four))).ok).toBe(true)
    expect(found(event(related(...four, { windows: spans(1) })))).toEqual([
      'events[0].relatedEvents too-many-windows 2001 2000',
    ])
  })

  it('501 related events', () => {
    const many = Array.from({ length: 501 }, (_, index) => ({ id: `p${index}` }))
    expect(readPack(event(related(...many.slice(1)))).ok).toBe(true)
    expect(found(event(related(...many)))).toEqual(['events[0].relatedEvents list-long 501 500'])
  })
})

describe('the report', () => {
  const bad = packText(
    { ...LEAST_EVENT, minLevel: 50, maxLevel: 20, storry: 'x' },
    {
      id: 'second',
      name: 5,
      relatedEvents: [
        {
          ...PART,
          code: 'ABCDE',
          windows: [
            { opensAfter: 0, lasts: 9 },
            { opensAfter: 5, lasts: -1 },
          ],
        },
        {
          ...PART,
          windows: [
            { opensAfter: 0, lasts: 9 },
            { opensAfter: 5, lasts: 'x' },
          ],
        },
      ],
      starts: [{ date: '2026-06-25', time: '16:00', timeZone: 'Nowhere' }],
    },
  )

  it('names everything at once, in the order of the file and by line', () => {
    expect(problemsIn(bad).map(({ line, path, rule }) => `${line} ${path} ${rule}`)).toEqual([
      `${lineOf(bad, '"maxLevel"')} events[0].maxLevel levels-reversed`,
      `${lineOf(bad, '"storry"')} events[0].storry unknown-key`,
      `${lineOf(bad, '"name": 5')} events[1].name type`,
      `${lineOf(bad, '"lasts": -1')} events[1].relatedEvents[0].windows[1].lasts window-no-end-order`,
      `${lineOf(bad, '"ABCDE"')} events[1].relatedEvents[0].code code-long`,
      expect.stringMatching(/ events\[1\]\.relatedEvents\[1\]\.id duplicate-id$/),
      `${lineOf(bad, '"lasts": "x"')} events[1].relatedEvents[1].windows[1].lasts type`,
      `${lineOf(bad, '"Nowhere"')} events[1].starts[0].timeZone unknown-zone`,
    ])
  })

  it('ends after fifty', () => {
    const many = Array.from({ length: 90 }, (_, index) => ({ ...LEAST_EVENT, id: `e${index}`, odd: 1 }))
    const problems = problemsIn(packText(...many))
    expect(problems).toHaveLength(MOST_PROBLEMS)
    expect(problems.map(({ path }) => path)).toEqual(many.slice(0, 50).map((_, index) => `events[${index}].odd`))
  })

  it('shows found values and keys short, in one line and one direction', () => {
    const problems = problemsIn(event({ id: `\u202E${'x'.repeat(99)}`, 'odd\n\u2066key': 1 }))
    expect(problems.map(({ path }) => path)).toEqual(['events[0].id', 'events[0]["odd\uFFFD\uFFFDkey"]'])
    expect(problems.map(({ values }) => values[0])).toEqual([`\uFFFD${'x'.repeat(58)}…`, 'odd\uFFFD\uFFFDkey'])
  })
})

describe('__proto__', () => {
  const text = event({ name: 'Here' }).replace('"name": "Here"', '"__proto__": { "story": "x" }, "constructor": 1')

  it('is an unknown field, and pollutes nothing', () => {
    expect(problemsIn(text).map(({ path, rule, line }) => `${line} ${path} ${rule}`)).toEqual([
      `${lineOf(text, '{\n      "id"')} events[0].name missing`,
      `${lineOf(text, '"__proto__"')} events[0].__proto__ unknown-key`,
      `${lineOf(text, '"constructor"')} events[0].constructor unknown-key`,
    ])
    expect(({} as { story?: string }).story).toBeUndefined()
  })

  it('lends no field to an event', () => {
    expect(found('{ "__proto__": { "format": "event-pack" } }')).toEqual(['format not-a-pack'])
  })
})

describe('a file of 5 MB that is wrong everywhere', () => {
  const head = '{"format":"event-pack","version":1,"name":"n","events":['
  it.each([
    ['events', `${head}${'{},'.repeat(1_000_000)}{}]}`],
    ['related events', `${head}{"relatedEvents":[${'{},'.repeat(1_000_000)}{}]}]}`],
    ['windows', `${head}{"relatedEvents":[{"windows":[${'0,'.repeat(2_000_000)}0]}]}]}`],
    ['fields', `${head}{${Array.from({ length: 300_000 }, (_, n) => `"k${n}":0`).join()}}]}`],
  ])(
    'is refused with fifty problems: %s',
    (_, text) => {
      expect(problemsIn(text)).toHaveLength(MOST_PROBLEMS)
    },
    30_000,
  )
})
