/** Stamps at the end of the range, and the limits below it. */

import { describe, expect, it } from 'vitest'
import { INSTANT_RANGE, markIdOf, type TrackerRecord } from '../../../utils/record/record.ts'
import { LATEST_STAMP, LATEST_TOLD, readStamp, withRoomAbove } from '../../../utils/record/stamp-room.ts'
import { setDone, setSetting } from '../../../utils/record/transitions.ts'
import { recordOf, running, START } from '../support/records.ts'

describe('readStamp', () => {
  it.each([
    [0, 0],
    [LATEST_TOLD, LATEST_TOLD],
    [LATEST_TOLD + 7, LATEST_TOLD + 7],
    [LATEST_STAMP, LATEST_STAMP],
    [LATEST_STAMP + 1, LATEST_TOLD],
    [INSTANT_RANGE.max, LATEST_TOLD],
  ])('reads %d as %d', (at, read) => {
    expect(readStamp(at)).toBe(read)
  })
})

describe('withRoomAbove', () => {
  const record = recordOf(
    running,
    [setDone('kirk', 'run', 'day', true), START],
    [setSetting('startOfDay', false), LATEST_TOLD],
  )
  const mark = markIdOf('kirk', 'run', 'day')

  it('leaves the record the object that it is, and each room, where no stamp is too late', () => {
    expect(withRoomAbove(record)).toBe(record)
  })

  it.each<[keyof Omit<TrackerRecord, 'version'>, TrackerRecord]>([
    ['settings', { ...record, settings: { startOfDay: { value: true, at: LATEST_TOLD + 1, by: 'x' } } }],
    ['marks', { ...record, marks: { [mark]: { done: { value: true, at: INSTANT_RANGE.max, by: 'x' } } } }],
  ])('lowers what is too late in %s, and leaves the other rooms as they are', (room, late) => {
    const lowered = withRoomAbove(late)
    expect(JSON.stringify(lowered)).toBe(
      JSON.stringify(late).replace(/"at":(\d+)/g, (_, at) => `"at":${Math.min(Number(at), LATEST_TOLD)}`),
    )
    for (const other of ['settings', 'commanders', 'events', 'runs', 'marks'] as const) {
      if (other === room) expect(lowered[other]).not.toBe(late[other])
      else expect(lowered[other]).toBe(late[other])
    }
  })
})
