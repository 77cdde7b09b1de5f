import { describe, expect, it } from 'vitest'
import { sameJson } from '../../../utils/events/same-json.ts'

describe('two values are the same JSON', () => {
  const cases: [string, unknown, unknown, boolean][] = [
    ['the same text', 'a', 'a', true],
    ['two texts', 'a', 'b', false],
    ['null and null', null, null, true],
    ['null and nothing', null, undefined, false],
    ['null and an object', null, {}, false],
    ['null and a list', null, [], false],
    // Of a number as of an empty object there are no fields to compare.
    ['a number and an empty object', 5, {}, false],
    ['a number and an empty list', 5, [], false],
    ['a truth and an empty object', true, {}, false],
    ['a text and an object of its letters', 'ab', { 0: 'a', 1: 'b' }, false],
    ['an empty list and an empty object', [], {}, false],
    ['a list and an object of its places', ['a'], { 0: 'a' }, false],
    ['two lists in another order', ['a', 'b'], ['b', 'a'], false],
    ['a list and a longer one', ['a'], ['a', 'b'], false],
    ['two objects in another order', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
    ['a field and none', { a: 1 }, {}, false],
    ['a field and one of another name', { a: 1 }, { b: 1 }, false],
    ['a field that is undefined and none', { a: 1, b: undefined }, { a: 1 }, true],
    ['a field that is undefined and another', { b: undefined }, { a: undefined }, true],
    ['a field that is undefined and one that is null', { a: undefined }, { a: null }, false],
    ['a field deep in both', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, false],
    ['a field deep in both that is undefined in one', { a: [{ b: undefined }] }, { a: [{}] }, true],
  ]
  it.each(cases)('%s', (_, a, b, isSame) => {
    expect([sameJson(a, b), sameJson(b, a)]).toEqual([isSame, isSame])
  })
})
