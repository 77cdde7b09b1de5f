import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { EventDefinitionSchema } from '../../../utils/events/schema.ts'
import { checkEvent } from '../../../utils/packs/check.ts'
import { isPack, type PackedEvent, readPack } from '../../../utils/packs/read-pack.ts'
import { writePack } from '../../../utils/packs/write-pack.ts'
import { packedEvents } from '../support/arbitrary-pack.ts'

describe('writePack', () => {
  it('is read as the same events (law)', () => {
    fc.assert(
      fc.property(packedEvents, (events) => {
        const text = writePack('Every event', events)
        expect(readPack(text)).toEqual({ ok: true, name: 'Every event', events })
        expect(isPack(JSON.parse(text))).toBe(true)
      }),
    )
  })

  it('writes only what the editor and the record take too (law)', () => {
    fc.assert(
      fc.property(packedEvents, (events) => {
        for (const { event } of events) {
          expect(checkEvent(event)).toEqual([])
          expect(v.parse(EventDefinitionSchema, event)).toEqual(event)
        }
      }),
    )
  })

  it('writes the same text, in whichever order the fields came (law)', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, turned(part)]),
      )
    }
    fc.assert(
      fc.property(packedEvents, (events) => {
        expect(writePack('Turned', turned(events) as readonly PackedEvent[])).toBe(writePack('Turned', events))
      }),
    )
  })

  it('is indented, ends with a line break and names the whole event before its parts', () => {
    const text = writePack('Mine', [{ event: DEFENDER_OF_PEACE, starts: [Date.UTC(2023, 10, 13, 16)] }])
    expect(text).toMatch(/^\{\n {2}"format": "event-pack",\n {2}"version": 1,\n {2}"name": "Mine",\n {2}"events": \[\n/)
    expect(text).toMatch(/\n\}\n$/)
    expect(Object.keys(JSON.parse(text).events[0])).toEqual([
      'id',
      'name',
      'shortName',
      'story',
      'minLevel',
      'prerequisite',
      'rewards',
      'lasts',
      'assumedStart',
      'serverEvent',
      'starts',
      'relatedEvents',
    ])
    expect(JSON.parse(text).events[0].starts).toEqual([{ date: '2023-11-13', time: '16:00', timeZone: 'UTC' }])
  })

  it('leaves out that the commander edited the event, and what is undefined', () => {
    const event = { ...DEFENDER_OF_PEACE, edited: true, maxLevel: undefined }
    const read = readPack(writePack('Mine', [{ event, starts: [] }]))
    expect(read).toEqual({ ok: true, name: 'Mine', events: [{ event: DEFENDER_OF_PEACE, starts: [] }] })
    expect(read.ok && Object.keys(read.events[0]?.event ?? {})).not.toContain('maxLevel')
  })
})
