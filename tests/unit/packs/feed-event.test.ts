import fc from 'fast-check'
import { safeParse } from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { EventDefinitionSchema, IdSchema } from '../../../utils/events/schema.ts'
import { checkEvent } from '../../../utils/packs/check.ts'
import type { FeedEntry } from '../../../utils/packs/feed-entry.ts'
import { eventOfGroup, type FeedEvent } from '../../../utils/packs/feed-event.ts'
import { feedIdOf } from '../../../utils/packs/feed-id.ts'
import { groupFeed } from '../../../utils/packs/group-feed.ts'
import { readFeed } from '../../../utils/packs/read-feed.ts'
import { scheduleOf } from '../../../utils/schedule/schedule.ts'
import { feedEntry, feedOf, feedTimes, type RawFeedEntry } from '../support/feed.ts'

const DAY = 1440
const WEEK = 7 * DAY

function eventsOf(raws: readonly RawFeedEntry[]): readonly FeedEvent[] {
  const read = readFeed(JSON.stringify(raws))
  expect(read).toMatchObject({ ok: true, problems: [] })
  return groupFeed(read.ok ? read.entries : []).map(eventOfGroup)
}

function eventOf(...raws: readonly Partial<RawFeedEntry>[]): FeedEvent {
  const events = eventsOf(raws.map((raw) => feedEntry(raw)))
  expect(events).toHaveLength(1)
  return events[0] as FeedEvent
}

const alone = (fields: Partial<RawFeedEntry>) =>
  eventOf({ title: 'Routine', description: null, minOpsLevel: null, ...feedTimes(0, 24), ...fields })
const weekly = (daysOfWeek: string, interval = 1) => ({ repeatType: 'weekly', repeatConfig: { interval, daysOfWeek } })

describe('eventOfGroup', () => {
  it('makes a meta with feeders an event with related events', () => {
    const feeder = { minOpsLevel: null, eventSubType: 'heroic', ...feedTimes(1, 24) }
    const found = eventOf(
      { updatedAt: '2026-06-20T12:00:00.999Z' },
      { ...feeder, id: 360, title: 'Sector Supremacy: mining', description: 'Mine  crystal', minOpsLevel: 40 },
      { ...feeder, id: 361, title: 'Sector Supremacy: mining', description: null, maxOpsLevel: 39 },
      { ...feeder, id: 358, title: 'Sector Supremacy: mining', description: '', ...feedTimes(5, 24) },
    )
    expect(found).toEqual({
      event: {
        id: 'feed-356',
        name: 'Sector Supremacy Meta - SMS',
        shortName: 'Sector Supremacy Meta',
        story: 'Score in this event by completing Sector Supremacy sub-events.',
        minLevel: 20,
        rewards: [],
        relatedEvents: [
          {
            id: 'feed-360',
            name: 'Sector Supremacy: mining',
            code: 'SSM',
            minLevel: 40,
            objectives: ['Mine crystal'],
            rewards: [],
            windows: [{ opensAfter: DAY, lasts: DAY }],
          },
          {
            id: 'feed-361',
            name: 'Sector Supremacy: mining',
            code: 'SS2',
            maxLevel: 39,
            rewards: [],
            windows: [{ opensAfter: DAY, lasts: DAY }],
          },
          {
            id: 'feed-358',
            name: 'Sector Supremacy: mining',
            code: 'SS3',
            rewards: [],
            windows: [{ opensAfter: 5 * DAY, lasts: DAY }],
          },
        ],
        lasts: 6 * DAY,
        revision: Date.UTC(2026, 5, 20, 12) / 1000,
      },
      runId: 'feed-356.run',
      startsAt: Date.UTC(2026, 5, 25, 16),
    })
  })

  it('makes an entry that stands alone an event with itself as its related event', () => {
    expect(eventOf({ maxOpsLevel: 60 })).toEqual({
      event: {
        id: 'feed-356',
        name: 'Sector Supremacy Meta - SMS',
        shortName: 'Sector Supremacy Meta',
        minLevel: 20,
        maxLevel: 60,
        rewards: [],
        relatedEvents: [
          {
            id: 'feed-356',
            name: 'Sector Supremacy Meta - SMS',
            code: 'SSM',
            objectives: ['Score in this event by completing Sector Supremacy sub-events.'],
            rewards: [],
            windows: [{ opensAfter: 0, lasts: 6 * DAY }],
          },
        ],
        lasts: 6 * DAY,
        revision: Date.UTC(2026, 5, 20, 12) / 1000,
      },
      runId: 'feed-356.run',
      startsAt: Date.UTC(2026, 5, 25, 16),
    })
  })

  test.each([
    ['of its format', { eventFormat: 'IMS' }, true],
    ['of its title', { eventFormat: null, title: 'Sarris Invasion – IMS' }, true],
    ['not', { eventFormat: 'SMS' }, undefined],
    ['not told', { eventFormat: null }, undefined],
  ])('is server-wide because %s', (_, fields, serverWide) => expect(alone(fields).event.serverWide).toBe(serverWide))

  it('has no points that the feed does not tell, and revision 0 without an update', () => {
    const { event } = alone({ updatedAt: null as unknown as string })
    expect(event.revision).toBe(0)
    expect(event.relatedEvents[0]).not.toHaveProperty('points')
    expect(event.relatedEvents[0]).not.toHaveProperty('objectives')
    expect(event).not.toHaveProperty('story')
  })

  it('has the revision of the entry that was updated last', () => {
    const feeder = { id: 1, title: 'Sector Supremacy', ...feedTimes(1, 24), updatedAt: '2026-07-20T12:00:01.5Z' }
    expect(eventOf({}, feeder).event.revision).toBe(Date.UTC(2026, 6, 20, 12, 0, 1) / 1000)
  })

  test.each([
    ['29.999 s', '2026-06-25T16:00:29.999Z', 1],
    ['1 min 29 s', '2026-06-25T16:01:29Z', 1],
    ['1 min 30 s', '2026-06-25T16:01:30Z', 2],
    ['12 h', '2026-06-26T04:00:00Z', 720],
    ['ten years', '2036-06-22T16:00:00Z', 5_256_000],
  ])('counts whole minutes: %s', (_, endTime, lasts) => {
    const { event } = alone({ endTime })
    expect(event).toMatchObject({ lasts, relatedEvents: [{ windows: [{ opensAfter: 0, lasts }] }] })
  })

  it('has room for a feeder of a second at the end of what repeats', () => {
    const title = 'Sector Supremacy'
    const times = { startTime: '2026-07-02T15:59:58Z', endTime: '2026-07-02T15:59:59Z' }
    const { event } = eventOf({ ...feedTimes(0, 168), ...weekly('4') }, { id: 1, title, ...times, ...weekly('4') })
    expect(event).toMatchObject({ lasts: WEEK, relatedEvents: [{ windows: [{ opensAfter: WEEK - 1, lasts: 1 }] }] })
  })

  const span = (days: number, lasts = DAY) => ({ opensAfter: days * DAY, lasts })
  test.each([
    ['each week', { ...weekly('4') }, 0, [span(0)], DAY, 1],
    ['each week, no day told', { ...weekly('') }, 0, [span(0)], DAY, 1],
    ['every four weeks', { ...weekly('4', 4), ...feedTimes(0, 168) }, 0, [span(0, WEEK)], WEEK, 4],
    ['from the first of its days on', { ...weekly('2') }, 5, [span(0)], DAY, 1],
    ['on three days', { ...weekly('1,3,5') }, 1, [span(0), span(3), span(5)], 6 * DAY, 1],
    ['on its own and two more', { ...weekly('0,2,4') }, 0, [span(0), span(3), span(5)], 6 * DAY, 1],
    ['on all days', { ...weekly('0,1,2,3,4,5,6') }, 0, [0, 1, 2, 3, 4, 5, 6].map((n) => span(n)), WEEK, 1],
    ['on days too close', { ...weekly('4,5'), ...feedTimes(0, 36) }, 0, [span(0, 1.5 * DAY)], 1.5 * DAY, 1],
    ['longer than its week', { ...weekly('4'), ...feedTimes(0, 9 * 24) }, 0, [span(0, WEEK)], WEEK, 1],
    ['two days of every second week', { ...weekly('0,4', 2) }, 0, [span(0), span(3)], 4 * DAY, 2],
  ])('repeats %s', (_, fields, days, windows, lasts, weeks) => {
    const found = alone(fields)
    expect(found).toMatchObject({ repeatsEvery: weeks, startsAt: Date.parse(feedTimes(days, 1).startTime) })
    expect(found.event).toMatchObject({ lasts, repeatsEvery: weeks, relatedEvents: [{ windows }] })
    expect(found.event.relatedEvents[0]?.windows).toHaveLength(windows.length)
  })

  it('repeats a meta with its feeders', () => {
    const found = eventOf(
      { id: 'v', title: 'Voyage Across the Void Meta', ...feedTimes(0, 168), ...weekly('4') },
      { id: 'v1', title: 'Voyage Across the Void: one', ...feedTimes(1, 24), ...weekly('5') },
      { id: 'v2', title: 'Voyage Across the Void: two', ...feedTimes(2, 24), ...weekly('1,3,6') },
    )
    expect(found).toMatchObject({ repeatsEvery: 1, runId: 'feed-v.run', event: { lasts: WEEK, repeatsEvery: 1 } })
    expect(found.event.relatedEvents.map(({ id, windows }) => [id, windows])).toEqual([
      ['feed-v1', [span(1)]],
      ['feed-v2', [span(2), span(4), span(6)]],
    ])
  })

  it('gives windows at the instants of the feed', () => {
    const { event, startsAt } = eventOf({}, { id: 1, title: 'Sector Supremacy: day 6', ...feedTimes(5, 24) })
    const { windows } = scheduleOf(event, { eventId: event.id, startsAt, startAssumed: false })
    expect(windows).toMatchObject([
      { id: 'feed-1', startsAt: Date.UTC(2026, 5, 30, 16), endsAt: Date.UTC(2026, 6, 1, 16) },
    ])
  })
})

describe('ids', () => {
  test.each([
    ['356', 'feed-356'],
    ['3f2a-B_c', 'feed-3f2a-B_c'],
    ['week/12', 'feed-week.2f.12'],
    ['week.2f.12', 'feed-week.2e.2f.2e.12'],
    ['a#2', 'feed-a.23.2'],
    ['🖖', 'feed-.1f596.'],
    ['__proto__', 'feed-__proto__'],
  ])('of %s', (id, expected) => expect(feedIdOf(id)).toBe(expected))

  it('differ where the ids of the entries differ, and are ids without "#" (law)', () => {
    const unit = fc.constantFrom('a', 'Z', '0', '_', '-', '.', '#', '/', ' ', '2', 'e', 'é', '\uD83D', '🖖')
    const short = fc.string({ unit, minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(short, short, (a, b) => {
        const [one, other] = [feedIdOf(a), feedIdOf(b)]
        return (a === b) === (one === other) && !one.includes('#') && safeParse(IdSchema, `${one}.run`).success
      }),
    )
  })
})

/** What an import would find wrong, or lie outside. */
function faultsOf({ event, runId, repeatsEvery }: FeedEvent): unknown[] {
  const ends = event.relatedEvents.flatMap(({ windows }) =>
    windows.map(({ opensAfter, lasts = 0 }) => opensAfter + lasts),
  )
  const lasts = event.lasts ?? 0
  return [
    ...(safeParse(EventDefinitionSchema, event).issues ?? []),
    ...(safeParse(IdSchema, `${runId}#999`).issues ?? []),
    ...checkEvent(event),
    ...ends.filter((end) => end > lasts),
    ...(repeatsEvery !== undefined && lasts > repeatsEvery * WEEK ? ['overlaps itself'] : []),
    ...(new Set(event.relatedEvents.map(({ code }) => code)).size < event.relatedEvents.length ? ['equal codes'] : []),
  ]
}

describe('every event of a feed', () => {
  it.each([1, 2, 3])('can be imported: 1,000 entries of seed %d', (seed) => {
    const events = eventsOf(feedOf(1000, seed))
    expect(events.flatMap(faultsOf)).toEqual([])
    expect(new Set(events.map(({ event }) => event.id)).size).toBe(events.length)
  })

  it('can be imported, whatever its entries say (law)', () => {
    const level = fc.option(fc.integer({ min: 1, max: 999 }), { freq: 1 })
    const anyText = fc.string({ unit: 'grapheme', maxLength: 30 })
    const titleText = anyText.map((text) => `x${text}`)
    const entry = fc
      .record({
        id: fc.oneof(fc.nat({ max: 999 }), anyText),
        title: fc.oneof(fc.constantFrom('Forge Meta', 'Forge Meta - IMS'), fc.constant('Forge: day'), titleText),
        before: fc.constantFrom('', 'Forge ', 'x '),
        description: fc.option(anyText),
        eventFormat: fc.option(fc.constantFrom('SMS', 'IMS', '')),
        levels: fc.oneof({ weight: 4, arbitrary: fc.constant([null, null]) }, fc.tuple(level, level)),
        start: fc.nat({ max: 3 * 24 }),
        hours: fc.constantFrom(1 / 3600, 12, 24, 36, 6 * 24, 7 * 24, 28 * 24),
        odd: fc.nat({ max: 60_000 }),
        repeatType: fc.constantFrom('none', 'none', 'none', 'weekly'),
        interval: fc.integer({ min: 1, max: 2 }),
        days: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
      })
      .map(({ before, title, levels, start, hours, odd, interval, days, ...fields }) => {
        const from = Date.UTC(2026, 5, 1, start) + odd
        const [min = null, max = null] = levels
        return feedEntry({
          ...fields,
          id: typeof fields.id === 'number' ? fields.id : `x${fields.id.slice(0, 4)}`,
          title: before + title,
          minOpsLevel: min !== null && max !== null ? Math.min(min, max) : min,
          maxOpsLevel: min !== null && max !== null ? Math.max(min, max) : max,
          startTime: new Date(from).toISOString(),
          endTime: new Date(from + hours * 3_600_000).toISOString(),
          repeatConfig: { interval, daysOfWeek: days.join(',') },
        })
      })
    let groups = 0
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 40, size: 'max' }), (entries) => {
        const events = eventsOf(entries)
        groups += events.filter(({ event }) => event.relatedEvents[0]?.id !== event.id).length
        expect(events.flatMap(faultsOf)).toEqual([])
      }),
    )
    // Else nothing was tested but entries that stand alone.
    expect(groups).toBeGreaterThan(20)
  })
})

describe('a feed that was edited at its source', () => {
  const before = feedOf(1000)
  const removed = before.find(({ title }) => title === 'Crystal Forge: feeder of day 3') as RawFeedEntry
  const added = feedEntry({ id: 5000, title: 'Crystal Forge: feeder of day 4', ...feedTimes(3, 24), minOpsLevel: 30 })
  /** All an hour later, other titles, one entry removed, one added at the front. */
  const after = [
    added,
    ...before
      .filter((entry) => entry !== removed)
      .map((entry) => ({
        ...entry,
        title: entry.title
          .replace('Sector Supremacy', 'Sector Contest')
          .replace(/(feeder of)/, 'the $1')
          .replace(' - ', ' – '),
        description: 'Edited.',
        startTime: new Date(Date.parse(entry.startTime) + 3_600_000).toISOString(),
        endTime: new Date(Date.parse(entry.endTime) + 3_600_000).toISOString(),
        updatedAt: '2026-08-01T00:00:00.000Z',
      })),
  ]

  /** Under which run and event each related event stands: what marks are kept under. */
  const places = (events: readonly FeedEvent[]) =>
    new Map(events.flatMap(({ event, runId }) => event.relatedEvents.map(({ id }) => [id, `${event.id} ${runId}`])))

  it('keeps the ids of all that is still in it', () => {
    const [old, now] = [eventsOf(before), eventsOf(after)]
    const expected = places(old)
    expect(expected.size).toBeGreaterThan(800)
    expect(expected.delete(feedIdOf(String(removed.id)))).toBe(true)
    const forge = old.find(({ event }) => event.name === 'Crystal Forge Meta - SMS') as FeedEvent
    expected.set('feed-5000', `${forge.event.id} ${forge.runId}`)
    expect(new Map([...places(now)].toSorted())).toEqual(new Map([...expected].toSorted()))
  })

  it('has new times, names and revisions', () => {
    const now = new Map(eventsOf(after).map((found) => [found.runId, found]))
    for (const { event, runId, startsAt, repeatsEvery } of eventsOf(before)) {
      const found = now.get(runId)
      expect(found).toMatchObject({ startsAt: startsAt + 3_600_000, event: { lasts: event.lasts } })
      expect(found?.repeatsEvery).toBe(repeatsEvery)
      expect(found?.event.revision).toBeGreaterThan(event.revision ?? 0)
    }
  })

  it('gives one event for one group, again and again', () => {
    expect(eventsOf(before)).toEqual(eventsOf(before.toReversed()))
    const ids = eventsOf(before).map(({ event }) => event.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

it('keeps entries as they are', () => {
  const read = readFeed(JSON.stringify(feedOf(100)))
  const entries: readonly FeedEntry[] = read.ok ? read.entries : []
  const text = JSON.stringify(entries)
  groupFeed(entries).map(eventOfGroup)
  expect(JSON.stringify(entries)).toBe(text)
})
