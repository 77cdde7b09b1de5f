import { describe, expect, it } from 'vitest'
import { parseReplicaState, parseRevision } from '../../../utils/storage/replica-state.ts'

describe('the revision', () => {
  it.each([
    [7, 7],
    [0, 0],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [-1, 0],
    [1.5, 0],
    ['7', 0],
    [undefined, 0],
    // One more would be the same, and what changed then would never get into the replica.
    [Number.MAX_SAFE_INTEGER + 1, 0],
    [1e300, 0],
    [Number.POSITIVE_INFINITY, 0],
  ])('stored as %j is %j', (stored, revision) => expect(parseRevision(stored)).toBe(revision))

  it.each([7, Number.MAX_SAFE_INTEGER, 1e300])('stored as %j is another after a change', (stored) => {
    const revision = parseRevision(stored)
    expect(parseRevision(revision + 1)).not.toBe(revision)
  })
})

describe('the state of the replica', () => {
  it('is taken as it was stored', () => {
    const state = { on: false, seen: 3, leftOut: { runs: 1, events: 0, marks: 2 }, trouble: 'failed', error: 'x' }
    expect(parseReplicaState(state)).toEqual(state)
  })

  it.each([[undefined], [null], ['x'], [7], [[]], [{}], [{ on: 'yes' }]])(
    'is that of a device that knows nothing yet where it is %j',
    (stored) => expect(parseReplicaState(stored)).toStrictEqual({ on: true }),
  )

  it.each([
    ['seen', 1e300],
    ['writtenAt', 0],
    ['leftOut', { runs: 1 }],
    ['toldFull', 'yes'],
    ['restoredAt', 'now'],
    ['trouble', 'one that only a later version knows'],
    ['error', 'x'.repeat(501)],
  ])('stays switched off though its %s cannot be read', (field, value) => {
    expect(parseReplicaState({ on: false, seen: 3, [field]: value })).toStrictEqual(
      field === 'seen' ? { on: false } : { on: false, seen: 3 },
    )
  })
})
