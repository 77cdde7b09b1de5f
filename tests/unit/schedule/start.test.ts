import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE as event } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { scheduleOf } from '../../../utils/schedule/schedule.ts'
import { proposedStarts, readStart, regionalStart } from '../../../utils/schedule/start.ts'

const at = (text: string) => Date.parse(text)
const NOW = at('2026-11-22T09:00:00Z')

describe('proposedStarts', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-21T16:00:00Z'],
    ['2026-11-22T16:00:00.000Z', '2026-11-22T16:00:00Z'],
    ['2026-11-22T23:00:00.000Z', '2026-11-22T16:00:00Z'],
  ])('at %s the latest is %s and the next a day later', (now, latest) => {
    expect(proposedStarts(event, at(now))).toEqual({ latest: at(latest), next: at(latest) + 86_400_000 })
  })
})

describe('readStart', () => {
  it.each([
    ['2026-11-23', '16:00', 'UTC', '2026-11-23T16:00:00Z'],
    ['2026-11-23', '08:00', 'America/Los_Angeles', '2026-11-23T16:00:00Z'],
    ['2026-11-18', '09:01', 'UTC', '2026-11-18T09:01:00Z'],
    ['2027-11-23', '09:00', 'UTC', '2027-11-23T09:00:00Z'],
  ])('takes %s %s in %s', (date, time, zone, instant) => {
    expect(readStart(event, date, time, zone, NOW)).toEqual({ ok: true, instant: at(instant) })
  })

  it.each([
    ['no date', '', '16:00', 'UTC', 'format'],
    ['a date that does not exist', '2026-02-30', '16:00', 'UTC', 'no-such-date'],
    ['an hour that does not exist', '2026-11-23', '25:00', 'UTC', 'no-such-time'],
    ['an hour inside a DST gap', '2027-03-28', '01:30', 'Europe/London', 'gap'],
    ['a run that started 40 days ago', '2026-10-13', '16:00', 'UTC', 'over'],
    ['a run that ends this very moment', '2026-11-17', '09:00', 'UTC', 'over'],
    ['more than 366 days ahead', '2027-11-23', '09:01', 'UTC', 'too-far'],
  ])('refuses %s', (_, date, time, zone, reason) => {
    expect(readStart(event, date, time, zone, NOW)).toMatchObject({ ok: false, reason })
  })

  it('names the first hour after a gap', () => {
    expect(readStart(event, '2027-03-28', '01:30', 'Europe/London', NOW)).toMatchObject({
      instant: at('2027-03-28T01:00:00Z'),
    })
  })
})

describe('regionalStart', () => {
  const event: EventDefinition = {
    id: 'incursions',
    name: 'Incursions',
    shortName: 'Incursions',
    rewards: [],
    lasts: 720,
    assumedStart: 8 * 60,
    relatedEvents: [{ id: 'only', name: 'Only', code: 'O', rewards: [], windows: [{ opensAfter: 0, lasts: 720 }] }],
    regions: [
      { id: 'us', name: 'US', startsAfter: 420 },
      { id: 'eu', name: 'EU', startsAfter: 0 },
      { id: 'apac', name: 'APAC', startsAfter: 900 },
    ],
  }
  const startsAt = Date.UTC(2026, 5, 10, 8)

  it.each([
    ['eu', '2026-06-10T08:00:00.000Z', 480, 720],
    ['us', '2026-06-10T15:00:00.000Z', 900, 720],
    ['apac', '2026-06-10T23:00:00.000Z', 1380, 720],
    // Not told, or not known: from the first region's start to the last one's end.
    ['', '2026-06-10T08:00:00.000Z', 480, 1620],
    ['moon', '2026-06-10T08:00:00.000Z', 480, 1620],
  ])('in %j', (region, start, assumedStart, lasts) => {
    const { local, delay } = regionalStart(event, region)
    const schedule = scheduleOf(event, { eventId: event.id, startsAt, startAssumed: false }, { level: null, region })
    expect(new Date(startsAt + delay).toISOString()).toBe(start)
    expect(schedule.startsAt).toBe(startsAt + delay)
    expect(schedule.endsAt).toBe(startsAt + delay + lasts * 60_000)
    expect(local).toMatchObject({ assumedStart, lasts })
  })

  it('leaves an event without regions as it is, and gives the usual hour to one without an hour', () => {
    const { regions: _, assumedStart: __, ...plain } = event
    expect(regionalStart(plain, 'us')).toMatchObject({ delay: 0, local: { lasts: 720, assumedStart: 16 * 60 } })
    expect(regionalStart({ ...plain, assumedStart: 0 }, 'us').local.assumedStart).toBe(0)
  })

  it('is where nobody told a region that of the first, though that is later than the run', () => {
    const later = { ...event, regions: event.regions?.filter(({ id }) => id !== 'eu') }
    expect(regionalStart(later, '')).toMatchObject({ delay: 7 * 3_600_000, local: { assumedStart: 900, lasts: 1200 } })
  })

  it('knows no end where nobody does', () => {
    const { local } = regionalStart({ ...event, lasts: undefined }, '')
    expect([local.lasts, local.assumedStart]).toEqual([undefined, 480])
  })

  it('proposes 16:00 UTC for an event of which no hour is known', () => {
    const { assumedStart: _, ...plain } = event
    expect(proposedStarts(plain, Date.UTC(2026, 5, 10, 17)).latest).toBe(Date.UTC(2026, 5, 10, 16))
  })
})
