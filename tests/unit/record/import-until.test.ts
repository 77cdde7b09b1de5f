import { describe, expect, it } from 'vitest'
import { isStopped, untilOf } from '../../../utils/record/import-until.ts'
import { START } from '../support/records.ts'

type End = number | undefined

describe('the end of a series', () => {
  it.each<[string, End, End, End, [End, End]]>([
    ['said as before', 10, 10, 10, [10, 10]],
    ['said as before, put forward by the commander', 5, 10, 10, [5, 10]],
    ['said as before, taken away by the commander', undefined, 10, 10, [undefined, 10]],
    ['put off', 10, 10, 20, [20, 20]],
    ['taken back', 10, 10, undefined, [undefined, undefined]],
    ['said for the first time', undefined, undefined, 20, [20, 20]],
    ['put off, put forward by the commander', 5, 10, 20, [5, 10]],
    ['put forward beyond the one of the commander', 5, 10, 2, [2, 10]],
    ['taken back, put forward by the commander', 5, 10, undefined, [5, 10]],
    ['put off, taken away by the commander', undefined, 10, 20, [20, 20]],
    ['taken back, taken away by the commander', undefined, 10, undefined, [undefined, undefined]],
  ])('%s', (_, repeatsUntil, importedUntil, said, [until, imported]) => {
    const known = { eventId: 'e', startsAt: START, startAssumed: false, repeatsEvery: 1, repeatsUntil, importedUntil }
    expect(untilOf(known, said)).toEqual({ repeatsUntil: until, importedUntil: imported })
  })

  it.each<[End, End, boolean]>([
    [undefined, undefined, false],
    [10, 10, false],
    [undefined, 10, false],
    [10, undefined, true],
    [5, 10, true],
  ])('%s, imported as %s, is the word of the commander: %s', (repeatsUntil, importedUntil, expected) => {
    expect(isStopped({ repeatsUntil, importedUntil })).toBe(expected)
  })
})
