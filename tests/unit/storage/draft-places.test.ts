import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { eventPlace } from '../../../entrypoints/options/editor/event-place.ts'
import {
  IMPORT_PLACE,
  repeatsPlace,
  runStartPlace,
  startPlace,
  trackPlace,
} from '../../../utils/storage/draft-places.ts'

const START = { date: '2026-11-24', time: '16:00', hasHour: true, timeZone: 'Europe/London', delay: 0 }
const isRead = (schema: v.GenericSchema, value: unknown) => v.is(schema, value)

describe('the places of drafts', () => {
  it('have each a name of its own', () => {
    const ids = ['a', 'new', 'new-event', 'import', 'a=b']
    const perId = [eventPlace, startPlace, trackPlace, repeatsPlace, runStartPlace]
    const names = [
      ...perId.flatMap((place) => ids.map((id) => place(id).name)),
      eventPlace(undefined).name,
      IMPORT_PLACE.name,
    ]
    expect(new Set(names).size).toBe(5 * ids.length + 2)
  })

  it('read a start, with the clock by which it was meant', () => {
    for (const place of [startPlace('a'), trackPlace('a'), runStartPlace('a')]) {
      expect(v.parse(place.schema, { ...START, more: 1 })).toEqual(START)
      expect(isRead(place.schema, { ...START, delay: Number.NaN })).toBe(false)
      expect(isRead(place.schema, { ...START, timeZone: undefined })).toBe(false)
      expect(isRead(place.schema, { ...START, date: 20261124 })).toBe(false)
    }
  })

  it('read whether an event comes again', () => {
    const { schema } = repeatsPlace('a')
    expect(v.parse(schema, { repeats: true, weeks: '2 or 3' })).toEqual({ repeats: true, weeks: '2 or 3' })
    expect(isRead(schema, { repeats: 'yes', weeks: '2' })).toBe(false)
  })

  it('read a pasted text, with or without ticks', () => {
    const { schema } = IMPORT_PLACE
    expect(v.parse(schema, { text: '[]' })).toEqual({ text: '[]' })
    expect(v.parse(schema, { text: '[]', ticked: ['a'] })).toEqual({ text: '[]', ticked: ['a'] })
    expect(isRead(schema, { text: '[]', ticked: 'a' })).toBe(false)
    expect(isRead(schema, '[]')).toBe(false)
  })
})
