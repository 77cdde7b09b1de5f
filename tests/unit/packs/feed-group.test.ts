import { describe, expect, it, test } from 'vitest'
import type { FeedEntry } from '../../../utils/packs/feed-entry.ts'
import { isServerWide, stemOf } from '../../../utils/packs/feed-kind.ts'
import { wordsOf } from '../../../utils/packs/feed-text.ts'
import { rangeOf, spansOf } from '../../../utils/packs/feed-times.ts'
import { groupFeed } from '../../../utils/packs/group-feed.ts'
import { readFeed } from '../../../utils/packs/read-feed.ts'
import { feedEntry, feedOf, feedTimes, type RawFeedEntry } from '../support/feed.ts'

function entriesOf(...raws: readonly Partial<RawFeedEntry>[]): readonly FeedEntry[] {
  const read = readFeed(JSON.stringify(raws.map((raw) => feedEntry({ minOpsLevel: null, ...raw }))))
  expect(read).toMatchObject({ ok: true, problems: [] })
  return read.ok ? read.entries : []
}

/** Groups as text: `meta: feeder feeder` or the id of an entry that stands alone. */
function grouped(...raws: readonly Partial<RawFeedEntry>[]): readonly string[] {
  return groupFeed(entriesOf(...raws)).map(({ meta, id, entries }) =>
    meta ? `${id}: ${entries.map((entry) => entry.id).join(' ')}` : `${id}`,
  )
}

const weekly = (daysOfWeek: string, interval = 1) => ({ repeatType: 'weekly', repeatConfig: { interval, daysOfWeek } })

/** Thursday to Wednesday, 16:00 UTC. */
const META = { id: 'meta', title: 'Sector Supremacy Meta - SMS', ...feedTimes(0, 6 * 24) }
const FEEDER = { id: 'feeder', title: 'Sector Supremacy: day 2', ...feedTimes(1, 24) }
const TOGETHER = ['meta: feeder']
const APART = ['meta', 'feeder']

describe('groupFeed', () => {
  test.each([
    ['the stem at its start', 'Sector Supremacy: day 2', TOGETHER],
    ['the stem at its end', 'Day 2 of Sector Supremacy', TOGETHER],
    ['the stem in its middle', 'The sector-supremacy hunt - SMS', TOGETHER],
    ['the stem alone', 'SECTOR SUPREMACY', TOGETHER],
    ['other accents', 'Séctor Supremacy', TOGETHER],
    ['only a part of the stem', 'Sector: day 2', APART],
    ['a word inside another', 'Sector Supremacyship', APART],
    ['another word between', 'Sector of Supremacy', APART],
    ['the words the other way round', 'Supremacy Sector', APART],
    ['nothing of it', 'Crystal Forge', APART],
    ['the word "Meta"', 'Sector Supremacy Meta: day 2', APART],
    ['"metamorphosis", which is another word', 'Sector Supremacy Metamorphosis', TOGETHER],
  ])('looks for a feeder by its title: %s', (_, title, expected) =>
    expect(grouped(META, { ...FEEDER, title })).toEqual(expected),
  )

  test.each([
    ['Sector Supremacy Meta'],
    ['sector supremacy META – IMS'],
    ['Meta: Sector Supremacy'],
    ['Sector Meta Supremacy (SMS)'],
    ['Sector Supremacy - SMS Meta'],
  ])('knows the meta "%s"', (title) => expect(grouped({ ...META, title }, FEEDER)).toEqual(TOGETHER))

  test.each([['Sector Supremacy - SMS'], ['Sector Supremacy Metas'], ['Meta'], ['Meta - SMS'], ['Meta 2']])(
    'knows no meta in "%s"',
    (title) => expect(grouped({ ...META, title }, { ...FEEDER, title: 'Sector Supremacy 2: SMS' })).toEqual(APART),
  )

  test.each([
    ['at its start', 0, 24, TOGETHER],
    ['at its end', 5, 24, TOGETHER],
    ['all but an hour of it', 0, 6 * 24 - 1, TOGETHER],
    ['as long as it', 0, 6 * 24, ['feeder', 'meta']],
    ['an hour before it', -1 / 24, 24, ['feeder', 'meta']],
    ['an hour over its end', 5 + 1 / 24, 24, APART],
    ['after it', 6, 24, APART],
    ['around it', -1, 8 * 24, ['feeder', 'meta']],
  ])('looks for a feeder by its time: %s', (_, days, hours, expected) =>
    expect(grouped(META, { ...FEEDER, ...feedTimes(days, hours) })).toEqual(expected),
  )

  test.each([
    ['20 and up', '51 to 80', [20, null], [51, 80], TOGETHER],
    ['20 and up', 'up to 20', [20, null], [null, 20], TOGETHER],
    ['20 and up', 'up to 19', [20, null], [null, 19], APART],
    ['up to 39', '40 to 50', [null, 39], [40, 50], APART],
    ['up to 40', '40 to 50', [null, 40], [40, 50], TOGETHER],
    ['all', 'all', [null, null], [null, null], TOGETHER],
  ] as const)('looks at levels: %s, %s', (_, __, of, to, expected) => {
    const meta = { ...META, minOpsLevel: of[0], maxOpsLevel: of[1] }
    expect(grouped(meta, { ...FEEDER, minOpsLevel: to[0], maxOpsLevel: to[1] })).toEqual(expected)
  })

  test.each([
    ['both', weekly('4'), weekly('5'), TOGETHER],
    ['both every four weeks', weekly('4', 4), weekly('5', 4), TOGETHER],
    ['the meta alone', weekly('4'), {}, APART],
    ['the feeder alone', {}, weekly('5'), APART],
    ['not equally often', weekly('4', 2), weekly('5'), APART],
    ['a feeder on days that the meta has', weekly('4'), weekly('0,1,5'), TOGETHER],
    ['a feeder on a day that the meta has not', weekly('4'), weekly('3,5'), APART],
  ])('looks at repetitions: %s', (_, meta, feeder, expected) =>
    expect(grouped({ ...META, ...meta }, { ...FEEDER, ...feeder })).toEqual(expected),
  )

  it('takes feeders of one title and day with other brackets, and one that returns', () => {
    const days = [1, 3].flatMap((day) =>
      [20, 40, 51].map((minOpsLevel) => ({
        ...FEEDER,
        ...feedTimes(day, 24),
        id: `${day}-${minOpsLevel}`,
        minOpsLevel,
      })),
    )
    expect(grouped(META, ...days)).toEqual(['meta: 1-20 1-40 1-51 3-20 3-40 3-51'])
  })

  it('gives a daily feeder to the meta of its week, and what only the arc has to the arc', () => {
    const arc = { ...META, id: 'arc', ...feedTimes(0, 28 * 24) }
    const weeks = [0, 1, 2, 3].map((week) => ({ ...META, id: `week-${week}`, ...feedTimes(week * 7, 6 * 24) }))
    const days = [0, 6, 7, 13, 27].map((day) => ({ ...FEEDER, id: `day-${day}`, ...feedTimes(day, 24) }))
    expect(grouped(arc, ...days, ...weeks)).toEqual([
      'arc: day-6 day-13 day-27',
      'week-0: day-0',
      'week-1: day-7',
      'week-2',
      'week-3',
    ])
  })

  it('keeps the ranges of an arc with one title apart', () => {
    const ranges = [0, 1, 2, 3].map((week) => ({ ...META, id: `range-${week}`, ...feedTimes(week * 7, 7 * 24) }))
    const days = [0, 7, 8, 21].map((day) => ({ ...FEEDER, id: `day-${day}`, ...feedTimes(day, 24) }))
    expect(grouped(...ranges, ...days)).toEqual([
      'range-0: day-0',
      'range-1: day-7 day-8',
      'range-2',
      'range-3: day-21',
    ])
  })

  test.each([
    ['the shortest, whatever its id', [{ id: '1', ...feedTimes(0, 28 * 24) }, { id: '2' }], '2'],
    ['the shortest, whatever its stem', [{ id: '1' }, { id: '2', title: 'Sector Meta', ...feedTimes(1, 26) }], '2'],
    ['the earlier id', [{ id: '100' }, { id: '99' }], '99'],
    ['the number before the text', [{ id: '10' }, { id: '1a' }], '10'],
    ['the earlier id of texts', [{ id: 'b' }, { id: 'a' }], 'a'],
    [
      'its own format',
      [
        { id: '1', eventFormat: 'IMS' },
        { id: '2', eventFormat: 'SMS' },
      ],
      '2',
    ],
    [
      'one that is not server-wide',
      [
        { id: '1', eventFormat: 'IMS' },
        { id: '2', eventFormat: 'Solo' },
      ],
      '2',
      '',
    ],
    [
      'the shortest before its own format',
      [
        { id: '1', ...feedTimes(0, 7 * 24) },
        { id: '2', eventFormat: 'IMS' },
      ],
      '2',
    ],
  ])('of several metas takes %s', (_, metas, expected, eventFormat = 'SMS') => {
    const groups = (order: typeof metas) =>
      groupFeed(entriesOf({ ...FEEDER, eventFormat }, ...order.map((meta) => ({ ...META, ...meta }))))
    expect(groups(metas).find(({ meta }) => meta)).toMatchObject({ id: expected, entries: [{ id: 'feeder' }] })
    expect(groups([...metas].reverse())).toEqual(groups(metas))
  })

  it('does not tear a group apart when an entry is switched off', () => {
    expect(grouped({ ...META, isActive: false }, FEEDER)).toEqual(TOGETHER)
    expect(grouped(META, { ...FEEDER, isActive: false })).toEqual(TOGETHER)
  })

  it('tells when a group starts and ends', () => {
    const [group] = groupFeed(entriesOf(META, FEEDER))
    expect(group).toMatchObject({ startsAt: Date.UTC(2026, 5, 25, 16), endsAt: Date.UTC(2026, 6, 1, 16) })
    expect(groupFeed([])).toEqual([])
  })

  it('takes at most 250 feeders to a meta', () => {
    const feeders = Array.from({ length: 252 }, (_, id) => ({ ...FEEDER, id }))
    const groups = groupFeed(entriesOf(META, ...feeders))
    expect(groups.map(({ id, entries }) => [id, entries.length])).toEqual([
      ['meta', 250],
      ['250', 1],
      ['251', 1],
    ])
  })

  it('has each entry of a calendar in one group, whatever their order', () => {
    const entries = entriesOf(...feedOf(1000))
    const groups = groupFeed(entries)
    const ids = groups.flatMap(({ meta, entries }) => [...(meta ? [meta] : []), ...entries].map(({ id }) => id))
    expect(ids.toSorted()).toEqual(entries.map(({ id }) => id).toSorted())
    expect(groups.filter(({ meta }) => meta).length).toBeGreaterThan(50)
    expect(groupFeed(entries.toReversed())).toEqual(groups)
  })

  it.each([
    ['of a calendar', () => entriesOf(...feedOf(8000)), 1000],
    ['of one stem', () => alike((n) => (n % 2 === 0 ? 'Sector Supremacy Meta' : 'Sector Supremacy'), 6), 10_000],
    ['of one stem, none in another', () => alike((n) => `Sector ${n % 2 ? '' : 'Meta'}`, 2), 20_000],
    [
      'whose stems contain each other',
      () => alike((n) => `${'a '.repeat(1 + (n % 20))}${n % 2 ? '' : 'Meta'}`, 2),
      20_000,
    ],
  ])('does not compare each with each: thousands of entries %s', (_, entries, least) => {
    expect(groupFeed(entries()).length).toBeGreaterThanOrEqual(least)
  })

  /** 20,000 entries, one each hour: the odd ones last three hours, the even ones as many as are told. */
  function alike(titleOf: (n: number) => string, hours: number): readonly FeedEntry[] {
    const [like] = entriesOf(META) as [FeedEntry]
    return Array.from({ length: 20_000 }, (_, n) => {
      const startsAt = like.startsAt + n * 3_600_000
      const endsAt = startsAt + (n % 2 === 0 ? hours : 3) * 3_600_000
      return { ...like, id: String(n), title: titleOf(n), startsAt, endsAt }
    })
  }
})

test.each([
  ['Sector Supremacy Meta - SMS', ['sector', 'supremacy']],
  ['META: Crystal Forge', ['crystal', 'forge']],
  ['SMS Meta', undefined],
  ['Meta', undefined],
  ['2026 Meta', undefined],
  ['Crystal Forge', undefined],
])('stem of "%s"', (title, stem) => expect(stemOf(wordsOf(title))).toEqual(stem))

test.each([
  ['IMS', 'Sarris Invasion', true],
  ['ims', 'Sarris Invasion - SMS', true],
  ['', 'Sarris Invasion - IMS', true],
  ['', 'Sarris Invasion', false],
  ['', 'IMS bulletin', false],
  ['SMS', 'Sarris Invasion - IMS', false],
])('format "%s" of "%s" is server-wide: %s', (format, title, expected) =>
  expect(isServerWide({ format, title })).toBe(expected),
)

describe('spansOf', () => {
  const at = (text: string) => Date.parse(`${text}:00Z`)
  /** Thursday 25 June 2026, 16:00 UTC. */
  const spans = (hours: number, repeats?: FeedEntry['repeats']) => {
    const startsAt = at('2026-06-25T16:00')
    return spansOf({ startsAt, endsAt: startsAt + hours * 3_600_000, repeats })
  }

  test.each([
    ['once', 24, undefined, [['2026-06-25T16:00', '2026-06-26T16:00']]],
    ['weekly', 24, { weeks: 1, days: [] }, [['2026-06-25T16:00', '2026-06-26T16:00']]],
    ['weekly on its day', 24, { weeks: 1, days: [4] }, [['2026-06-25T16:00', '2026-06-26T16:00']]],
    ['weekly on the day before', 24, { weeks: 1, days: [3] }, [['2026-07-01T16:00', '2026-07-02T16:00']]],
    [
      'on three days',
      24,
      { weeks: 1, days: [1, 3, 5] },
      [
        ['2026-06-26T16:00', '2026-06-27T16:00'],
        ['2026-06-29T16:00', '2026-06-30T16:00'],
        ['2026-07-01T16:00', '2026-07-02T16:00'],
      ],
    ],
    [
      'on its day and the next, each closing where the other opens',
      24,
      { weeks: 1, days: [4, 5] },
      [
        ['2026-06-25T16:00', '2026-06-26T16:00'],
        ['2026-06-26T16:00', '2026-06-27T16:00'],
      ],
    ],
    ['on days too close by an hour', 25, { weeks: 1, days: [4, 5] }, [['2026-06-25T16:00', '2026-06-26T17:00']]],
    ['too close over the week', 25, { weeks: 1, days: [3, 4] }, [['2026-06-25T16:00', '2026-06-26T17:00']]],
    ['longer than its week', 200, { weeks: 1, days: [4] }, [['2026-06-25T16:00', '2026-07-02T16:00']]],
    ['longer than a week of two', 200, { weeks: 2, days: [4] }, [['2026-06-25T16:00', '2026-07-04T00:00']]],
  ])('%s', (_, hours, repeats, expected) => {
    expect(spans(hours, repeats)).toEqual(
      expected.map(([from = '', to = '']) => ({ startsAt: at(from), endsAt: at(to) })),
    )
  })

  it('are seven at most, and make a range', () => {
    const repeats = { weeks: 1, days: [0, 1, 2, 3, 4, 5, 6] }
    expect(spans(24, repeats)).toHaveLength(7)
    const startsAt = at('2026-06-25T16:00')
    expect(rangeOf({ startsAt, endsAt: at('2026-06-26T16:00'), repeats })).toEqual({
      startsAt,
      endsAt: at('2026-07-02T16:00'),
    })
  })
})
