/** What `docs/` says of event packs, against the code. */

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DESCRIPTIONS } from '../../../tools/event-pack-schema/descriptions.ts'
import { eventPackJsonSchema } from '../../../tools/event-pack-schema/json-schema.ts'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { type PackedEvent, readPack } from '../../../utils/packs/read-pack.ts'
import { PACK_LIMITS } from '../../../utils/packs/schema.ts'
import { scheduleOf } from '../../../utils/schedule/schedule.ts'

const DOCS = resolve(import.meta.dirname, '../../../docs')
const read = (name: string) => readFileSync(join(DOCS, name), 'utf8')
const guide = read('event-pack.md')

function exampleOf(name: string): PackedEvent {
  const pack = readPack(read(`packs/${name}.json`))
  expect(pack).toMatchObject({ ok: true })
  const [event] = pack.ok ? pack.events : []
  return event as PackedEvent
}

const iso = (instant: number) => new Date(instant).toISOString()

describe('docs/packs', () => {
  it('defender-of-peace.json is the event that ships', () => {
    expect(exampleOf('defender-of-peace')).toEqual({ event: DEFENDER_OF_PEACE, starts: [] })
  })

  it('sector-supremacy.json runs from 25 June to 1 July 2026, from level 20 on', () => {
    const { event, starts } = exampleOf('sector-supremacy')
    expect(event).toMatchObject({ name: 'Sector Supremacy Meta - SMS', minLevel: 20 })
    expect(event.relatedEvents.map(({ points }) => points)).toEqual([undefined])
    expect(starts.map(iso)).toEqual(['2026-06-25T16:00:00.000Z'])
    const { endsAt } = scheduleOf(event, { eventId: event.id, startsAt: starts[0] ?? 0, startAssumed: false })
    expect(iso(endsAt)).toBe('2026-07-01T16:00:00.000Z')
  })

  it('infinite-incursions.json starts at 15:00, 08:00 and 23:00 UTC for 12 hours', () => {
    const { event, starts } = exampleOf('infinite-incursions')
    expect(starts).toEqual([])
    const startsAt = Date.UTC(2026, 5, 10) + (event.assumedStart ?? 0) * 60_000
    const { windows } = scheduleOf(event, { eventId: event.id, startsAt, startAssumed: true })
    expect(windows.map(({ region, startsAt: at }) => [region?.name, iso(at).slice(11, 16)])).toEqual([
      ['EU', '08:00'],
      ['US', '15:00'],
      ['APAC', '23:00'],
    ])
    expect(windows.map(({ startsAt: from, endsAt }) => (endsAt - from) / 3_600_000)).toEqual([12, 12, 12])
  })
})

describe('docs/event-pack.schema.json', () => {
  it('is what `npm run schema` writes', () => {
    expect(JSON.parse(read('event-pack.schema.json'))).toEqual(eventPackJsonSchema())
  })

  it('describes every field', () => {
    expect([...read('event-pack.schema.json').matchAll(/"description": /g)]).toHaveLength(
      Object.keys(DESCRIPTIONS).length,
    )
  })
})

describe('docs/event-pack.md', () => {
  const fields = [...new Set(Object.keys(DESCRIPTIONS).map((path) => path.replace(/^.*[.\]]\.?/, '') || path))]
  it.each(fields.filter((field) => field !== ''))('names the field %s', (field) => {
    expect(guide).toContain(`\`${field}\``)
  })

  const blocks = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block = '']) => block)
  it('has examples', () => expect(blocks.length).toBeGreaterThan(7))

  it.each(blocks)('has an example that can be imported: %s', (block) => {
    const value = JSON.parse(block)
    const event = { id: 'x', name: 'X', relatedEvents: [{ id: 'y', name: 'Y', windows: [{ opensAfter: 0 }] }] }
    const pack = { format: 'event-pack', version: 1, name: 'Test', events: [{ ...event, ...value }] }
    expect(readPack(JSON.stringify('format' in value ? value : pack))).toMatchObject({ ok: true })
  })

  it('tells the bounds that hold', () => {
    for (const bound of Object.values(PACK_LIMITS)) expect(guide).toContain(bound.toLocaleString('en'))
  })
})
