import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { checkEvent } from '../../../utils/packs/check.ts'
import { readJson } from '../../../utils/packs/read-json.ts'
import { isPack, readPack, readPackValue } from '../../../utils/packs/read-pack.ts'
import { packedEvents } from '../support/arbitrary-pack.ts'
import { LEAST_EVENT, packedEvent, packText } from '../support/packs.ts'

const iso = (instants: readonly number[]) => instants.map((instant) => new Date(instant).toISOString())

describe('readPack', () => {
  it('fills in what may be absent', () => {
    expect(packedEvent({ ...LEAST_EVENT, name: 'Least of All – SMS' })).toEqual({
      event: {
        id: 'least',
        name: 'Least of All – SMS',
        shortName: 'Least of All',
        rewards: [],
        relatedEvents: [{ id: 'part', name: 'Part', code: 'PAR', rewards: [], windows: [{ opensAfter: 0 }] }],
      },
      starts: [],
    })
  })

  it('keeps what is there', () => {
    const { event } = packedEvent({ ...DEFENDER_OF_PEACE, shortName: 'Defender', revision: 3 })
    expect(event).toEqual({ ...DEFENDER_OF_PEACE, shortName: 'Defender', revision: 3 })
  })

  it('makes codes that differ, beside those that are given', () => {
    const names = [
      ['One Two', undefined],
      ['One Two', 'OT'],
      ['One Two', undefined],
      ['Other Thing', 'OT'],
    ]
    const relatedEvents = names.map(([name, code], index) => ({
      ...LEAST_EVENT.relatedEvents[0],
      id: `p${index}`,
      name,
      code,
    }))
    const { event } = packedEvent({ ...LEAST_EVENT, relatedEvents })
    expect(event.relatedEvents.map(({ code }) => code)).toEqual(['OT2', 'OT', 'OT3', 'OT'])
  })

  it('reads starts as wall times of their zone, sorts them and takes each once', () => {
    const starts = [
      { date: '2026-12-03', time: '17:00', timeZone: 'Europe/London' },
      { date: '2026-06-25', time: '17:00', timeZone: 'Europe/London' },
      { date: '2026-06-25', time: '16:00' },
      { date: '2026-03-01', time: '08:00', timeZone: 'America/Los_Angeles' },
      { date: '2026-03-29', time: '02:00', timeZone: 'Europe/London' },
      // This hour comes twice: the first of the two.
      { date: '2026-10-25', time: '01:30', timeZone: 'Europe/London' },
      { date: '2000-01-01', time: '00:00' },
      { date: '2199-12-31', time: '23:59:59' },
    ]
    expect(iso(packedEvent({ ...LEAST_EVENT, starts }).starts)).toEqual([
      '2000-01-01T00:00:00.000Z',
      '2026-03-01T16:00:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-06-25T16:00:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-12-03T17:00:00.000Z',
      '2199-12-31T23:59:59.000Z',
    ])
  })

  it.each(['A', 'ABCD', '🚀🚀'])('takes the code %s', (code) => {
    const relatedEvents = [{ ...LEAST_EVENT.relatedEvents[0], code }]
    expect(packedEvent({ ...LEAST_EVENT, relatedEvents }).event.relatedEvents[0]?.code).toBe(code)
  })

  it('passes over $schema and a byte order mark', () => {
    const text = packText(LEAST_EVENT).replace('{', '\uFEFF{ "$schema": "event-pack.schema.json",')
    expect(readPack(text)).toMatchObject({ ok: true, name: 'Test' })
  })

  it('can be given what was read before', () => {
    expect(readPackValue(readJson(packText(LEAST_EVENT)))).toEqual(readPack(packText(LEAST_EVENT)))
    expect(readPackValue(readJson('{'))).toEqual(readPack('{'))
  })

  it('answers whatever the JSON is (law)', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readPack(JSON.stringify(value)).ok).toBe(false)
      }),
    )
  })

  it('answers whatever one part of a pack is replaced by (law)', () => {
    const replaced = fc.tuple(packedEvents, fc.jsonValue(), fc.nat()).map(([events, odd, place]) => {
      let count = 0
      const text = JSON.stringify({
        format: 'event-pack',
        version: 1,
        name: 'N',
        events: events.map(({ event }) => event),
      })
      return JSON.stringify(JSON.parse(text), (key, part) => (key !== '' && count++ === place % 60 ? odd : part))
    })
    fc.assert(
      fc.property(replaced, (text) => {
        const read = readPack(text)
        if (read.ok) for (const { event } of read.events) expect(checkEvent(event)).toEqual([])
        else expect(read.problems.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('isPack', () => {
  it.each([
    [{ format: 'event-pack' }, true],
    [{ format: 'event_pack', events: [] }, true],
    [{ events: [LEAST_EVENT] }, true],
    [{ events: [{ title: 'Sector Supremacy Meta - SMS' }] }, false],
    [{ data: [LEAST_EVENT] }, false],
    [[{ title: 'Sector Supremacy Meta - SMS' }], false],
    [{ events: [null, 3] }, false],
    [{}, false],
    [null, false],
    ['event-pack', false],
  ])('%j: %s', (value, expected) => expect(isPack(value)).toBe(expected))
})

describe('checkEvent', () => {
  const [first, ...others] = DEFENDER_OF_PEACE.relatedEvents as [EventDefinition['relatedEvents'][0]]

  it('has nothing against the event that ships, edited or not', () => {
    expect(checkEvent(DEFENDER_OF_PEACE)).toEqual([])
    expect(checkEvent({ ...DEFENDER_OF_PEACE, edited: true })).toEqual([])
  })

  it.each([
    [{ name: ' ' }, 'name', 'text-empty', []],
    [{ lasts: Number.NaN }, 'lasts', 'number-whole', [Number.NaN]],
    [{ lasts: Number.POSITIVE_INFINITY }, 'lasts', 'number-whole', [Number.POSITIVE_INFINITY]],
    [{ minLevel: 30, maxLevel: 29 }, 'maxLevel', 'levels-reversed', [30, 29]],
    [{ repeatsEvery: 0 }, 'repeatsEvery', 'repetition-range', [0, 1, 52]],
    [{ relatedEvents: [] }, 'relatedEvents', 'nothing-to-track', []],
    [{ relatedEvents: [first, { ...first, code: 'ABCDE' }] }, 'relatedEvents[1].code', 'code-long', ['ABCDE', 4]],
    [
      { relatedEvents: [...others, first, { ...first, code: 'B' }] },
      'relatedEvents[5].id',
      'duplicate-id',
      [first.id, 'relatedEvents[4].id'],
    ],
  ])('of %j: %s %s', (fields, path, rule, values) => {
    expect(checkEvent({ ...DEFENDER_OF_PEACE, ...fields })).toContainEqual({ path, rule, values })
  })

  it('gives no places: there is no text', () => {
    const [problem] = checkEvent({ ...DEFENDER_OF_PEACE, relatedEvents: [] })
    expect(problem).toEqual({ path: 'relatedEvents', rule: 'nothing-to-track', values: [] })
  })
})
