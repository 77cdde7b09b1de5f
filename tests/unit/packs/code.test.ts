import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { codeOf, distinctCodes, shortNameOf } from '../../../utils/packs/code.ts'

describe('shortNameOf', () => {
  it.each([
    ['Defender of Peace – SMS', 'Defender of Peace'],
    ['Sector Supremacy Meta - SMS', 'Sector Supremacy Meta'],
    ['Architects of Chaos — ims ', 'Architects of Chaos'],
    ['Sarris Invasion (IMS)', 'Sarris Invasion'],
    ['Maverick', 'Maverick'],
    ['Non-SMS', 'Non-SMS'],
    ['SMS', 'SMS'],
    [' - SMS', '- SMS'],
  ])('%j', (name, expected) => expect(shortNameOf(name)).toBe(expected))
})

describe('codeOf', () => {
  it.each([
    ['Sector Supremacy Meta', 'SSM'],
    ['Sector Supremacy Meta - SMS', 'SSM'],
    ['Voyage Across the Void', 'VAV'],
    ['Combat Simulation Meta', 'CSM'],
    ['Infinite Incursions', 'II'],
    ['Sarris Invasion – IMS', 'SI'],
    ['Defender of Peace – SMS', 'DOP'],
    ['Maverick', 'MAV'],
    ['Q', 'Q'],
    ['Feeder of day 3', 'FD3'],
    ['Day 12', 'D12'],
    ['2026', '202'],
    ['the end of the day', 'ED'],
    ['of the and a', 'OTA'],
    ["Miles O'Brien shards", 'MOS'],
    ['star-trek fleet', 'STF'],
    ['élan vital', 'ÉV'],
    ['Straße ßeta', 'SSS'],
    ['星际迷航', '星际迷'],
    ['Звёздный путь', 'ЗП'],
    ['★ ★ ★', '?'],
    ['', '?'],
  ])('%j', (name, code) => expect(codeOf(name)).toBe(code))

  it.each(DEFENDER_OF_PEACE.relatedEvents)('gives $name the code that it ships with', ({ name, code }) => {
    expect(codeOf(name)).toBe(code)
  })

  it('is of one to three characters, whatever the name is (law)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const code = codeOf(name)
        expect(code.length).toBeGreaterThanOrEqual(1)
        expect(code.length).toBeLessThanOrEqual(3)
        expect(code.trim()).toBe(code)
      }),
    )
  })
})

describe('distinctCodes', () => {
  it.each([
    [['UA', 'HM'], [], ['UA', 'HM']],
    [['SSM', 'SSM', 'SSM'], [], ['SSM', 'SS2', 'SS3']],
    [['A', 'A'], [], ['A', 'A2']],
    [['SSM'], ['SSM', 'SS2'], ['SS3']],
    // The one that has a code of its own keeps it.
    [['FD1', 'FD1', 'FD2'], [], ['FD1', 'FD3', 'FD2']],
    [[], ['A'], []],
  ])('%j beside %j', (codes, taken, expected) => expect(distinctCodes(codes, taken)).toEqual(expected))

  it('keeps 500 equal ones apart, in at most four characters', () => {
    const codes = distinctCodes(Array<string>(500).fill('SSM'))
    expect(new Set(codes).size).toBe(500)
    expect(codes[9]).toBe('S10')
    expect(Math.max(...codes.map(({ length }) => length))).toBe(4)
  })
})
