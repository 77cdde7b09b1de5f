import { describe, expect, it } from 'vitest'
import { viewAt } from '../../../utils/plan/view.ts'
import { merge } from '../../../utils/record/merge.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { shelve } from '../../../utils/record/shelve.ts'
import { BIG, bigRecord } from '../support/big-record.ts'

const NOW = Date.UTC(2026, 10, 23, 18)
const record = bigRecord(NOW)
const sizeOf = (part: typeof record) =>
  Object.fromEntries(
    (['commanders', 'events', 'runs', 'marks'] as const).map((room) => [room, Object.keys(part[room]).length]),
  )

describe('the full record', () => {
  it('has the size that the tracker is built for, and can be read', () => {
    const { commanders, runs, events, windows } = BIG
    // Four runs are still to come, and in the one that the popup shows nothing is marked yet.
    expect(sizeOf(record)).toEqual({ commanders, events, runs, marks: commanders * (runs - 5) * windows })
    expect(parseRecord(record)).toEqual({ kind: 'record', record, problems: [] })
  })

  it('is always the same', () => expect(bigRecord(NOW)).toEqual(record))

  it('shows first what the tracker with one run shows', () => {
    expect(viewAt(record, NOW).shown[0]).toMatchObject({ run: { id: 'bench' }, status: 'open', points: 0 })
  })

  it('is near in a small part: eight runs, and the marks of the four of them that have some', () => {
    const { near, shelf } = shelve(record, NOW)
    expect(sizeOf(near)).toEqual({ commanders: 20, events: 7, runs: 8, marks: 560 })
    expect(merge(near, shelf)).toEqual(record)
  })
})
