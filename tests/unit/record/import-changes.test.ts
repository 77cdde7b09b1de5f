/** When two definitions of an event say the same, and in which words they differ. */

import { describe, expect, it } from 'vitest'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { definitionChanges, isSameDefinition } from '../../../utils/record/import-changes.ts'

const EVENT: EventDefinition = { id: 'meta', name: 'Meta – SMS', shortName: 'Meta', rewards: [], relatedEvents: [] }

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
