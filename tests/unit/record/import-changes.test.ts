/** When two definitions of an event say the same, and in which words they differ. */

import { describe, expect, it } from 'vitest'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { definitionChanges, isSameDefinition, sameJson } from '../../../utils/record/import-changes.ts'

const EVENT: EventDefinition = { id: 'meta', name: 'Meta – SMS', shortName: 'Meta', rewards: [], relatedEvents: [] }

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

describe('two definitions', () => {
  const cases: [string, Partial<EventDefinition>, boolean][] = [
    ['of another revision', { revision: 9 }, true],
    ['of which one was edited', { edited: true }, true],
    ['of which one has a story that is undefined', { story: undefined }, true],
    ['with other rewards', { rewards: ['Parsteel'] }, false],
  ]
  it.each(cases)('%s', (_, more, isSame) => {
    const other = { ...EVENT, ...more }
    expect([isSameDefinition(EVENT, other), isSameDefinition(other, EVENT)]).toEqual([isSame, isSame])
    expect(definitionChanges(EVENT, other)).toEqual(isSame ? [] : [{ kind: 'details' }])
  })
})

describe('other levels are told with the bounds that there are', () => {
  const cases: [string, Partial<EventDefinition>, Partial<EventDefinition>][] = [
    ['a lowest', {}, { minLevel: 20 }],
    ['a highest', {}, { maxLevel: 39 }],
    ['both', {}, { minLevel: 20, maxLevel: 39 }],
    ['another lowest', { minLevel: 20 }, { minLevel: 21 }],
    ['another highest', { maxLevel: 39 }, { maxLevel: 40 }],
    ['a highest instead of a lowest', { minLevel: 20 }, { maxLevel: 20 }],
    ['none any more', { minLevel: 20, maxLevel: 39 }, {}],
  ]
  it.each(cases)('%s', (_, from, to) => {
    // Strictly: a bound that is undefined would be stored as null in Chromium.
    expect(definitionChanges({ ...EVENT, ...from }, { ...EVENT, ...to })).toStrictEqual([{ kind: 'levels', from, to }])
  })

  it('and a bound that is undefined is none', () => {
    expect(definitionChanges(EVENT, { ...EVENT, minLevel: undefined, maxLevel: 39 })).toStrictEqual([
      { kind: 'levels', from: {}, to: { maxLevel: 39 } },
    ])
    expect(definitionChanges(EVENT, { ...EVENT, minLevel: 20, maxLevel: undefined })).toStrictEqual([
      { kind: 'levels', from: {}, to: { minLevel: 20 } },
    ])
  })
})
