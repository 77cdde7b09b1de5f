/** An event that is typed comes back from its JSON text as it was; what is none is refused. */

import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { draftOf, type EventDraft, NEW_DRAFT } from '../../../utils/packs/draft.ts'
import { withDays } from '../../../utils/packs/draft-edit.ts'
import { isSameDraft } from '../../../utils/packs/draft-same.ts'
import { EventDraftSchema } from '../../../utils/packs/draft-schema.ts'
import { packedEvents } from '../support/arbitrary-pack.ts'

type Row = EventDraft['related'][number]

let last = 0
const newKey = () => `k${++last}`
const again = (draft: EventDraft) => v.parse(EventDraftSchema, JSON.parse(JSON.stringify(draft)))

describe('isSameDraft', () => {
  it('knows what was kept again, whatever its keys and their order (law)', () => {
    fc.assert(
      fc.property(packedEvents, (events) => {
        for (const { event } of events) {
          expect(isSameDraft(again(draftOf(event, newKey)), draftOf(event, newKey))).toBe(true)
        }
      }),
    )
  })

  it('sees each change, also of the order of rows', () => {
    const days = withDays({ ...NEW_DRAFT, name: 'Meta' }, '2', newKey)
    const [one, two] = days.related.map((each, index) => ({ ...each, name: `Day ${index}` })) as [Row, Row]
    const draft = { ...days, related: [one, two] }
    const others: EventDraft[] = [
      { ...draft, name: 'meta' },
      { ...draft, shortName: '' },
      { ...draft, related: [two, one] },
      { ...draft, related: [one] },
      { ...draft, related: [one, { ...two, points: '1' }] },
    ]
    expect(others.map((other) => isSameDraft(draft, other))).toEqual(others.map(() => false))
  })
})

describe('EventDraftSchema', () => {
  it('reads each event as it was typed (law)', () => {
    fc.assert(
      fc.property(packedEvents, (events) => {
        for (const draft of events.map(({ event }) => draftOf(event, newKey))) {
          expect(again(draft)).toStrictEqual(draft)
        }
      }),
    )
  })

  it('reads a new event, and what a smaller number of days took away', () => {
    const days = withDays({ ...NEW_DRAFT, name: 'Meta' }, '5', newKey)
    for (const draft of [
      NEW_DRAFT,
      days,
      withDays(days, '2', newKey),
      { ...days, days: 'fi', lasts: 'unknown' as const },
    ]) {
      expect(again(draft)).toStrictEqual(draft)
    }
  })

  it.each([
    ['no event', 'Meta'],
    ['a name that is no text', { name: 7 }],
    ['a length of another kind', { lasts: 'long' }],
    ['a related event without a key', { related: [{ name: 'First Trial' }] }],
    ['windows that are no list', { related: [{ ...draftOf(DEFENDER_OF_PEACE, newKey).related[0], windows: {} }] }],
  ])('refuses %s', (_, part) => {
    const value = typeof part === 'string' ? part : { ...NEW_DRAFT, ...part }
    expect(v.is(EventDraftSchema, value)).toBe(false)
  })
})
