/** What saving makes of an event: revisions, and whose it is. */

import { describe, expect, it, test } from 'vitest'
import { newEventId, saveEvent } from '../../../entrypoints/options/editor/save-event.ts'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { isOwnEvent } from '../../../utils/events/own-event.ts'
import { eventOf } from '../../../utils/record/read.ts'
import { EMPTY_RECORD, type TrackerRecord } from '../../../utils/record/record.ts'
import { putEvent, removeEvent } from '../../../utils/record/transitions.ts'

const STAMP = { at: Date.UTC(2026, 10, 1), by: 'test' }
const OWN: EventDefinition = {
  ...DEFENDER_OF_PEACE,
  id: newEventId('Border Patrol', '1a2b3c4d-0000-4000-8000-000000000000'),
}
const saved = (event: EventDefinition, initial?: EventDefinition, record: TrackerRecord = EMPTY_RECORD) =>
  eventOf(saveEvent(event, initial)(record, STAMP), event.id)

it('an id tells that it is the commander’s, from the name and chance', () => {
  expect(OWN.id).toBe('own-border-patrol-1a2b3c4d')
})

test.each([
  ['one’s own', OWN, true],
  ['one’s own that was imported', { ...OWN, edited: false }, false],
  ['one’s own that was imported and changed', { ...OWN, edited: true }, false],
  ['imported', { ...OWN, id: 'feed-356' }, false],
  ['the one that ships', DEFENDER_OF_PEACE, false],
])('%s', (_, event, own) => expect(isOwnEvent(event)).toBe(own))

describe('saveEvent', () => {
  it('a new event is revision 1 and not edited', () => {
    expect(saved(OWN)).toEqual({ ...OWN, revision: 1 })
  })

  test.each([
    ['one’s own', { ...OWN, revision: 1 }, { revision: 2 }],
    ['an imported one', { ...OWN, id: 'feed-356', revision: 7 }, { revision: 8, edited: true }],
    ['another commander’s', { ...OWN, edited: false, revision: 3 }, { revision: 4, edited: true }],
    ['the one that ships', DEFENDER_OF_PEACE, { revision: 1, edited: true }],
    ['one at the last revision', { ...OWN, revision: Number.MAX_SAFE_INTEGER }, { revision: Number.MAX_SAFE_INTEGER }],
  ])('%s that is changed', (_, initial: EventDefinition, expected) => {
    const { edited, revision } = saved({ ...initial, name: 'New' }, initial) ?? {}
    expect({ revision, ...(edited === undefined ? {} : { edited }) }).toEqual(expected)
  })

  it('goes over what was saved meanwhile', () => {
    const initial = { ...OWN, revision: 2 }
    const record = putEvent({ ...OWN, revision: 9 })(EMPTY_RECORD, STAMP)
    expect(saved(OWN, initial, record)?.revision).toBe(10)
  })

  it('brings back what was removed meanwhile', () => {
    const initial = { ...OWN, revision: 2 }
    const record = removeEvent(OWN.id)(putEvent(initial)(EMPTY_RECORD, STAMP), STAMP)
    expect(saved(OWN, initial, record)?.revision).toBe(3)
  })
})
