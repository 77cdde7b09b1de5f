/** Events that are typed: what stands in the inputs and what it means are twins, and every mistake is at its field. */

import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition, RelatedEvent } from '../../../utils/events/event.ts'
import { EventDefinitionSchema } from '../../../utils/events/schema.ts'
import { draftOf, type EventDraft, NEW_DRAFT, type NewKey, type RelatedDraft } from '../../../utils/packs/draft.ts'
import {
  addRelated,
  addWindow,
  changed,
  duplicateRelated,
  isDayByDay,
  moveRelated,
  withDays,
} from '../../../utils/packs/draft-edit.ts'
import { clockEntry, hoursEntry, lengthEntry, linesOf, wholeEntry } from '../../../utils/packs/draft-entry.ts'
import { idOf, regionIdOf, slugOf } from '../../../utils/packs/draft-id.ts'
import { readDraft } from '../../../utils/packs/draft-read.ts'
import { codesOf } from '../../../utils/packs/draft-read-related.ts'

function keys(): NewKey {
  let last = 0
  return () => `k${++last}`
}

const DAY = 1440

/** A new event with so many days, all of them named. */
function withNamedDays(days: number): EventDraft {
  const draft = withDays({ ...NEW_DRAFT, name: 'Meta – SMS' }, String(days), keys())
  return { ...draft, related: draft.related.map((each, index) => ({ ...each, name: `Feeder ${index + 1}` })) }
}

const withRelated = (index: number, part: Partial<RelatedDraft>, draft = withNamedDays(3)): EventDraft => ({
  ...draft,
  related: changed(draft.related, index, part),
})

const withWindow = (part: Partial<RelatedDraft['windows'][number]>): EventDraft => {
  const draft = withNamedDays(3)
  return withRelated(0, { windows: changed(draft.related[0]?.windows ?? [], 0, part) }, draft)
}

const wrongIn = (draft: EventDraft) => readDraft(draft).problems.map(({ field, rule }) => [field, rule])
const LENGTH = { days: '1', hours: '0', minutes: '0' }

describe('draftOf and readDraft', () => {
  it('are twins for the event that ships', () => {
    expect(readDraft(draftOf(DEFENDER_OF_PEACE, keys()), DEFENDER_OF_PEACE)).toEqual({
      event: DEFENDER_OF_PEACE,
      problems: [],
    })
  })

  const line = fc.stringMatching(/^[A-Z][a-z]{0,8}( [A-Z][a-z]{0,8}){0,3}$/)
  const lines = fc.array(line, { maxLength: 4 })
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
  const bracket = fc.record(
    { minLevel: fc.integer({ min: 1, max: 50 }), maxLevel: fc.integer({ min: 51, max: 999 }) },
    { requiredKeys: [] },
  )
  const relatedEvent = fc.record({
    name: line,
    code: fc.stringMatching(/^[A-Z0-9]{1,4}$/),
    points: maybe(fc.integer({ min: 0, max: 1_000_000_000 })),
    bracket,
    objectives: maybe(fc.array(line, { minLength: 1, maxLength: 3 })),
    rewards: lines,
    gaps: fc.array(fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 20_000 })), { minLength: 1, maxLength: 5 }),
    endless: fc.boolean(),
  })
  const arbitraryEvent = fc
    .record({
      name: line,
      shortName: maybe(line),
      story: maybe(line),
      prerequisite: maybe(line),
      bracket,
      rewards: lines,
      related: fc.array(relatedEvent, { minLength: 1, maxLength: 5 }),
      lasts: fc.constantFrom('windows', 'later', 'unknown'),
      assumedStart: maybe(fc.integer({ min: 0, max: 1439 })),
      serverEvent: maybe(fc.record({ name: line, rewards: lines })),
      serverWide: maybe(fc.boolean()),
      regions: maybe(fc.array(fc.record({ name: line, startsAfter: fc.nat(5000) }), { minLength: 1, maxLength: 4 })),
      repeatsEvery: maybe(fc.integer({ min: 1, max: 52 })),
      revision: maybe(fc.nat(1000)),
      edited: maybe(fc.boolean()),
    })
    .map((parts): EventDefinition => {
      const related = parts.related.map((each, index) => relatedOf(each, index))
      const ends = related.flatMap(({ windows }) => windows.map((each) => each.opensAfter + (each.lasts ?? 1)))
      const isOpen = related.some(({ windows }) => windows.some(({ lasts }) => lasts === undefined))
      const last = Math.max(...ends)
      const lasts = parts.lasts === 'unknown' || isOpen ? undefined : last + (parts.lasts === 'later' ? 77 : 0)
      const { bracket: levels, related: _, repeatsEvery: weeks, ...rest } = parts
      // It is over before it comes again.
      const repeatsEvery = weeks === undefined ? undefined : Math.max(weeks, Math.ceil((lasts ?? 0) / 10_080))
      return given({
        ...rest,
        ...levels,
        id: 'an-event',
        shortName: parts.shortName ?? parts.name,
        relatedEvents: related,
        lasts,
        repeatsEvery,
        regions: parts.regions?.map((region, index) => ({ ...region, id: `r${index}` })),
      })
    })

  function relatedOf(each: typeof relatedEvent extends fc.Arbitrary<infer T> ? T : never, index: number): RelatedEvent {
    let at = 0
    const windows = each.gaps.map(([gap, lasts], number) => {
      const opensAfter = at + gap
      at = opensAfter + lasts
      return each.endless && number === each.gaps.length - 1 ? { opensAfter } : { opensAfter, lasts }
    })
    const { gaps: _, endless: __, bracket: levels, ...rest } = each
    return given({ ...rest, ...levels, id: `related-${index}`, windows })
  }

  function given<T extends object>(fields: T): never {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
  }

  it('are twins for every event that a pack may hold', () => {
    fc.assert(
      fc.property(arbitraryEvent, (event) => {
        expect(readDraft(draftOf(event, keys()), event)).toEqual({ event, problems: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('make what the record can store of every draft without a problem', () => {
    const word = fc.oneof(fc.constantFrom('', '0', '1', '7', '20', '1:30', 'abc', '-1', '99999', ' 3 '), fc.string())
    fc.assert(
      fc.property(
        fc.record({ name: word, repeats: word, assumed: word, minLevel: word }),
        word,
        word,
        (parts, day, code) => {
          const draft = { ...withWindow({ day }), ...parts }
          const { event, problems } = readDraft({ ...draft, related: changed(draft.related, 1, { code, points: day }) })
          if (problems.length === 0) expect(v.safeParse(EventDefinitionSchema, event).success).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a new event', () => {
  it('is one-day related events in a row, ends with the last and is assumed to start at 16:00 UTC', () => {
    const { event, problems } = readDraft(withNamedDays(3))
    expect(problems).toEqual([])
    expect(event.relatedEvents.map(({ windows }) => windows)).toEqual(
      [0, 1, 2].map((index) => [{ opensAfter: index * DAY, lasts: DAY }]),
    )
    expect([event.lasts, event.assumedStart, event.shortName]).toEqual([3 * DAY, 960, 'Meta'])
    expect(event.relatedEvents.map(({ code }) => code)).toEqual(['F1', 'F2', 'F3'])
    expect(event.relatedEvents[0]).not.toHaveProperty('points')
    expect(event.relatedEvents[0]).not.toHaveProperty('objectives')
  })

  it('wants a name and something to track', () => {
    expect(wrongIn(NEW_DRAFT)).toEqual([
      ['event-name', 'text-empty'],
      ['event-days', 'nothing-to-track'],
    ])
  })
})

describe('every mistake is at its field', () => {
  test.each<[string, EventDraft, string, string]>([
    ['no name of a related event', withRelated(1, { name: '  ' }), 'related-1-name', 'text-empty'],
    ['a name of 201 characters', { ...withNamedDays(1), name: 'x'.repeat(201) }, 'event-name', 'text-long'],
    ['a code of five letters', withRelated(2, { code: 'ABCDE' }), 'related-2-code', 'code-long'],
    ['points that are no number', withRelated(0, { points: 'many' }), 'related-0-points', 'type'],
    ['half points', withRelated(0, { points: '1.5' }), 'related-0-points', 'number-whole'],
    ['negative points', withRelated(0, { points: '-1' }), 'related-0-points', 'number-range'],
    ['51 objectives', withRelated(0, { objectives: 'a\n'.repeat(51) }), 'related-0-objectives', 'list-long'],
    ['a reward of 501 characters', withRelated(0, { rewards: 'x'.repeat(501) }), 'related-0-rewards', 'text-long'],
    ['levels reversed', withRelated(0, { minLevel: '40', maxLevel: '39' }), 'related-0-max-level', 'levels-reversed'],
    ['level 0', withRelated(0, { minLevel: '0' }), 'related-0-min-level', 'number-range'],
    [
      'levels outside of the event’s',
      { ...withRelated(0, { maxLevel: '19' }), minLevel: '20' },
      'related-0-max-level',
      'levels-outside',
    ],
    ['day 0', withWindow({ day: '0' }), 'related-0-window-0-day', 'number-range'],
    ['day 3651', withWindow({ day: '3651' }), 'related-0-window-0-day', 'number-range'],
    ['no day', withWindow({ day: '' }), 'related-0-window-0-day', 'missing'],
    ['a day in words', withWindow({ day: 'third' }), 'related-0-window-0-day', 'type'],
    ['hour 24', withWindow({ hour: '24' }), 'related-0-window-0-hour', 'number-range'],
    ['minute 60', withWindow({ hour: '7:60' }), 'related-0-window-0-hour', 'number-range'],
    [
      'no length',
      withWindow({ lasts: { days: '', hours: ' ', minutes: '' } }),
      'related-0-window-0-lasts-days',
      'missing',
    ],
    [
      'a length of nothing',
      withWindow({ lasts: { days: '0', hours: '0', minutes: '0' } }),
      'related-0-window-0-lasts-days',
      'window-no-end-order',
    ],
    ['hours in words', withWindow({ lasts: { ...LENGTH, hours: 'x' } }), 'related-0-window-0-lasts-hours', 'type'],
    [
      'minutes below 0',
      withWindow({ lasts: { ...LENGTH, minutes: '-1' } }),
      'related-0-window-0-lasts-minutes',
      'number-range',
    ],
    ['no such hour', { ...withNamedDays(1), assumed: '24:00' }, 'event-assumed', 'no-such-time'],
    ['every 0 weeks', { ...withNamedDays(1), repeats: '0' }, 'event-repeats', 'repetition-range'],
    ['every 53 weeks', { ...withNamedDays(1), repeats: '53' }, 'event-repeats', 'repetition-range'],
    ['every week of eight days', { ...withNamedDays(8), repeats: '1' }, 'event-repeats', 'repeats-too-soon'],
    ['too many days at once', { ...withNamedDays(2), days: '101' }, 'event-days', 'number-range'],
    [
      'a window after the end',
      { ...withNamedDays(3), lasts: { ...LENGTH, days: '2' } },
      'related-2-window-0-day',
      'window-outside',
    ],
    [
      'a window over the end',
      { ...withNamedDays(1), lasts: { days: '0', hours: '23', minutes: '59' } },
      'related-0-window-0-lasts-days',
      'window-outside',
    ],
    [
      'two regions of one name',
      {
        ...withNamedDays(1),
        regions: ['US', 'us'].map((name) => ({ key: name, id: undefined, name, after: '0' })),
      },
      'region-1-name',
      'duplicate-id',
    ],
    [
      'a region that starts at no hour',
      { ...withNamedDays(1), regions: [{ key: 'a', id: undefined, name: 'US', after: '15 h' }] },
      'region-0-after',
      'type',
    ],
  ])('%s', (_, draft, field, rule) => {
    expect(wrongIn(draft)).toEqual([[field, rule]])
  })

  it('a window that cannot be read is left out, and the others keep their fields', () => {
    const [first] = withNamedDays(1).related
    const windows = [
      { ...first?.windows[0], key: 'a', day: 'x' },
      { ...first?.windows[0], key: 'b', day: '2' },
      { ...first?.windows[0], key: 'c', day: '2' },
    ] as RelatedDraft['windows']
    const { event, problems } = readDraft(withRelated(0, { windows }, withNamedDays(1)))
    expect(event.relatedEvents[0]?.windows).toHaveLength(2)
    expect(problems).toEqual([
      { field: 'related-0-window-0-day', rule: 'type', values: ['number', 'text'] },
      // The other window is the second of those that are typed.
      { field: 'related-0-window-2-day', rule: 'windows-overlap', values: [2] },
    ])
  })

  it('an id that was there before is not the commander’s to mend', () => {
    const event = { ...DEFENDER_OF_PEACE, id: `feed-${'x'.repeat(90)}` }
    expect(readDraft(draftOf(event, keys()), event)).toEqual({ event, problems: [] })
  })
})

describe('what lasts', () => {
  it('is as long as the windows until something is typed', () => {
    const draft = withNamedDays(2)
    expect(readDraft(draft).event.lasts).toBe(2 * DAY)
    expect(readDraft({ ...draft, lasts: { days: '3', hours: '', minutes: '5' } }).event.lasts).toBe(3 * DAY + 5)
    expect(readDraft({ ...draft, lasts: 'unknown' }).event).not.toHaveProperty('lasts')
  })

  it('is not known while the end of a window is not', () => {
    expect(readDraft(withWindow({ endless: true })).event).not.toHaveProperty('lasts')
  })
})

describe('entries', () => {
  test.each([
    ['', undefined],
    [' 12 ', 12],
    ['１２', 12],
    ['1,200', 1200],
    ['+3', 3],
    ['-0', 0],
  ])('a number "%s" is %s', (text, value) => expect(wholeEntry(text)).toEqual({ ok: true, value }))

  test.each([
    ['12.5', 'number-whole'],
    ['12,5', 'number-whole'],
    ['1e3', 'type'],
    ['0x10', 'type'],
    ['--1', 'type'],
    ['Infinity', 'type'],
  ])('"%s" is no whole number', (text, rule) => expect(wholeEntry(text)).toMatchObject({ ok: false, rule }))

  test.each([
    ['', 0],
    ['7', 420],
    ['7:30', 450],
    ['0:05', 5],
    ['23:59', 1439],
  ])('hours "%s" are %s minutes', (text, value) => expect(hoursEntry(text, 23)).toEqual({ ok: true, value }))

  test.each(['24', '7:60', '7:', '7:3:0', 'x', '-1'])('"%s" are no hours of a day', (text) =>
    expect(hoursEntry(text, 23).ok).toBe(false),
  )

  test.each([
    ['', undefined],
    ['16:00', 960],
    ['9:30', 570],
    ['9', 540],
    ['00:00', 0],
    ['23:59', 1439],
  ])('a clock "%s" is %s', (text, value) => expect(clockEntry(text)).toEqual({ ok: true, value }))

  test.each(['24:00', '16:60', '4 pm', '16:0', '-1:00'])('"%s" is on no clock', (text) =>
    expect(clockEntry(text)).toMatchObject({ ok: false, rule: 'no-such-time' }),
  )

  test.each([
    [{ days: '1', hours: '', minutes: '' }, DAY],
    [{ days: '', hours: '36', minutes: '' }, 1.5 * DAY],
    [{ days: '0', hours: '0', minutes: '1' }, 1],
    [{ days: '3650', hours: '0', minutes: '0' }, 3650 * DAY],
  ])('a length', (typed, value) => expect(lengthEntry(typed)).toEqual({ ok: true, value }))

  it('a length of more than ten years is too long', () => {
    expect(lengthEntry({ days: '3650', hours: '0', minutes: '1' })).toMatchObject({
      rule: 'number-range',
      part: 'days',
    })
  })

  it('lines are trimmed and empty ones do not count', () => {
    expect(linesOf(' a \r\n\n\tb\r c')).toEqual(['a', 'b', 'c'])
  })
})

describe('how many days', () => {
  it('brings back what a smaller number took away', () => {
    const five = withNamedDays(5)
    const key = keys()
    const typed = ['1', '12'].reduce((draft, text) => withDays(draft, text, () => `n${key()}`), five)
    expect(typed.related.slice(0, 5).map(({ name }) => name)).toEqual(five.related.map(({ name }) => name))
    expect([typed.related.length, isDayByDay(typed), typed.spare]).toEqual([12, true, []])
  })

  test.each(['', 'x', '0', '101', '1.5'])('"%s" changes nothing but the field', (text) => {
    const draft = withNamedDays(3)
    expect(withDays(draft, text, keys())).toEqual({ ...draft, days: text })
  })

  it('never touches related events that are not one a day', () => {
    const draft = withWindow({ hour: '3' })
    expect(isDayByDay(draft)).toBe(false)
    expect(withDays(draft, '1', keys()).related).toBe(draft.related)
  })

  it('loses no name, whichever numbers are typed', () => {
    const names = (draft: EventDraft) => draft.related.concat(draft.spare).flatMap(({ name }) => name || [])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 8 }), (numbers) => {
        const key = keys()
        const after = numbers.reduce(
          (draft, days) => withDays(draft, String(days), () => `n${key()}`),
          withNamedDays(6),
        )
        expect(names(after)).toEqual(names(withNamedDays(6)))
        expect(isDayByDay(after)).toBe(true)
        const all = after.related.concat(after.spare).map((each) => each.key)
        expect(new Set(all).size).toBe(all.length)
      }),
    )
  })
})

describe('rows', () => {
  it('a related event is added on the day after the last one', () => {
    const days = (draft: EventDraft) => draft.related.map(({ windows }) => windows[0]?.day)
    expect(days(addRelated(withNamedDays(2), keys()))).toEqual(['1', '2', '3'])
    expect(days(addRelated(withWindow({ lasts: { days: '6', hours: '0', minutes: '1' } }), keys())).at(-1)).toBe('8')
  })

  it('a copy stands at the same hours, with a key, an id and a code of its own', () => {
    const draft = draftOf(DEFENDER_OF_PEACE, keys())
    const copied = duplicateRelated(draft, 1, () => 'copy')
    expect(copied.related).toHaveLength(6)
    expect(copied.related[2]).toMatchObject({ id: undefined, key: 'copy', name: 'Enlisting Old Allies' })
    const { event } = readDraft(copied, DEFENDER_OF_PEACE)
    expect(event.relatedEvents[2]?.windows).toEqual(event.relatedEvents[1]?.windows)
    expect(new Set(event.relatedEvents.map(({ code }) => code)).size).toBe(6)
    expect(new Set(event.relatedEvents.map(({ id }) => id)).size).toBe(6)
  })

  it('one-day related events that change places change days, and keep their ids', () => {
    const moved = moveRelated(draftOf(DEFENDER_OF_PEACE, keys()), 1, -1)
    const { event } = readDraft(moved, DEFENDER_OF_PEACE)
    expect(event.relatedEvents.slice(0, 2).map(({ id, windows }) => [id, windows[0]?.opensAfter])).toEqual([
      ['enlisting-old-allies', 0],
      ['unraveling-anomalies', DAY],
    ])
    expect(moveRelated(moved, 0, 1)).toEqual(draftOf(DEFENDER_OF_PEACE, keys()))
  })

  it('others only change places', () => {
    const draft = withWindow({ hour: '3' })
    const moved = moveRelated(draft, 0, 1)
    expect(moved.related.map(({ key }) => key)).toEqual([1, 0, 2].map((index) => draft.related[index]?.key))
    expect(moved.related[1]).toEqual(draft.related[0])
  })

  test.each([
    [0, -1],
    [2, 1],
  ] as const)('the row %s does not move by %s over the edge', (index, by) => {
    const draft = withNamedDays(3)
    expect(moveRelated(draft, index, by)).toBe(draft)
  })

  it('a window is added after the last, as long as that', () => {
    const [related] = withWindow({ lasts: { days: '2', hours: '0', minutes: '0' } }).related
    if (!related) throw new Error('no related event')
    expect(addWindow(related, () => 'w').windows[1]).toMatchObject({ key: 'w', day: '3', lasts: { days: '2' } })
  })
})

describe('codes and ids', () => {
  it('a proposed code keeps clear of those that are typed', () => {
    const draft = withRelated(2, { code: 'F1' })
    expect(codesOf(draft)).toEqual(['F12', 'F2', 'F1'])
  })

  it('an emptied code is the proposed one', () => {
    expect(codesOf(withRelated(0, { code: ' ' }))[0]).toBe('F1')
  })

  it('a name changes, the id stays', () => {
    const draft = draftOf(DEFENDER_OF_PEACE, keys())
    const renamed = { ...draft, related: changed(draft.related, 0, { name: 'Something else' }) }
    const { event } = readDraft(renamed, DEFENDER_OF_PEACE)
    expect(event.relatedEvents[0]).toMatchObject({ id: 'unraveling-anomalies', name: 'Something else', code: 'UA' })
  })

  test.each([
    ['Miles O’Brien – SMS', 'miles-o-brien-sms'],
    ['Ünïcode Ⅻ', 'unicode-xii'],
    ['Событие', ''],
    ['#__proto__', 'proto'],
    ['x'.repeat(80), 'x'.repeat(50)],
  ])('"%s" is "%s" in an id', (name, slug) => expect(slugOf(name)).toBe(slug))

  it('makes ids that a pack takes, of any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.uuid(), (name, chance) => {
        expect(idOf(name, 'event', chance)).toMatch(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,75}$/)
      }),
    )
  })

  test.each([
    ['EU', 'eu'],
    [' Eu ', 'eu'],
    ['Côte d’Azur', 'cote-d-azur'],
    ['Азия', 'r-430-437-438-44f'],
    ['азия', 'r-430-437-438-44f'],
    ['亚太', 'r-4e9a-592a'],
    ['EU Азия', 'r-65-75-20-430-437-438-44f'],
    ['EU 亚', 'r-65-75-20-4e9a'],
    ['🖖', 'r-1f596'],
    ['', ''],
  ])('the region "%s" has the id "%s"', (name, id) => expect(regionIdOf(name)).toBe(id))

  it('makes ids of regions that a pack takes, equal for equal names and different for different ones', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abАБвгд亚太 🖖'), minLength: 1, maxLength: 100 })
    const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()
    fc.assert(
      fc.property(name, name, (one, other) => {
        fc.pre(plain(one) !== '' && plain(other) !== '')
        expect(regionIdOf(one)).toMatch(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/)
        expect(regionIdOf(one) === regionIdOf(other)).toBe(plain(one) === plain(other))
      }),
    )
  })

  it('gives regions without Latin letters ids that another event has in common', () => {
    const regions = ['Азия', 'Африка'].map((name) => ({ key: name, id: undefined, name, after: '0' }))
    const idsOf = (draft: EventDraft) => readDraft(draft).event.regions?.map(({ id }) => id)
    const first = idsOf({ ...withNamedDays(1), regions })
    expect(idsOf({ ...withNamedDays(1), regions: regions.toReversed() })).toEqual(first?.toReversed())
    expect(new Set(first).size).toBe(2)
  })
})
