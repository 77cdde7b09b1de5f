/**
 * Devices whose clocks are wrong. What a device says of a fact that it has seen is the later word, whatever its clock
 * says and whatever the clock of the other said: on all devices, and also when the clocks are right again.
 */

import { describe, expect, it } from 'vitest'
import { backupText, parseBackup } from '../../../utils/record/backup.ts'
import { merge } from '../../../utils/record/merge.ts'
import { markOf } from '../../../utils/record/read.ts'
import {
  EMPTY_RECORD,
  FIRST_COMMANDER,
  INSTANT_RANGE,
  markIdOf,
  type TrackerRecord,
} from '../../../utils/record/record.ts'
import { packReplica } from '../../../utils/record/replica/pack.ts'
import { unpackReplica } from '../../../utils/record/replica/unpack.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { setDone, stampOver } from '../../../utils/record/transitions.ts'
import { DAY, dayId, HOUR, RUN, recordOf, running, START } from '../support/records.ts'
import { sha256 } from '../support/sha256.ts'

const YEAR = 365 * DAY
const MARK = markIdOf(FIRST_COMMANDER, RUN, dayId(1))

/** As a device reads it from its storage with each change. */
function read(stored: TrackerRecord): TrackerRecord {
  const parsed = parseRecord(JSON.parse(JSON.stringify(stored)))
  if (parsed.kind !== 'record') throw new Error('It cannot be read.')
  expect(parsed.problems).toEqual([])
  return parsed.record
}

/** Devices by their names, and one replica between them. */
function devices(...names: readonly string[]) {
  const records = new Map(names.map((name) => [name, recordOf(running)]))
  let items: Readonly<Record<string, string>> = {}
  const recordOn = (name: string) => read(records.get(name) as TrackerRecord)
  return {
    /** A device says whether the day is done, by a clock that shows `at` (epoch ms). */
    says(name: string, done: boolean, at: number) {
      records.set(name, setDone(FIRST_COMMANDER, RUN, dayId(1), done)(recordOn(name), { at, by: name }))
    },
    /** All give to the replica and take from it, one after the other, twice. */
    async meet() {
      for (const name of [...names, ...names]) {
        const { record, problems } = await unpackReplica(items)
        expect(problems).toEqual([])
        const merged = merge(recordOn(name), record)
        records.set(name, merged)
        items = (await packReplica(merged)).items
      }
      for (const name of names) expect(recordOn(name)).toEqual(recordOn(names[0] as string))
    },
    /** What each of them shows. */
    shown: () => names.map((name) => markOf(recordOn(name), FIRST_COMMANDER, RUN, dayId(1)).done),
  }
}

describe('a device whose clock', () => {
  it.each([
    ['is ten years ahead', START + 10 * YEAR],
    ['shows the last day that a clock is believed', INSTANT_RANGE.max - YEAR],
    ['shows the last instant of all', INSTANT_RANGE.max],
    ['shows the year 2300', INSTANT_RANGE.max + 100 * YEAR],
    ['shows 1970', 0],
  ])('%s says no last word: who has seen it can take it back, and so can it', async (_, wrong) => {
    const all = devices('w', 'a', 'z')
    all.says('w', true, wrong)
    await all.meet()
    expect(all.shown()).toEqual([true, true, true])
    // Those before and behind it by their names, which decide between equal stamps.
    for (const name of ['a', 'z']) {
      all.says(name, false, START + HOUR)
      await all.meet()
      expect(all.shown()).toEqual([false, false, false])
      all.says('w', true, wrong)
      await all.meet()
      expect(all.shown()).toEqual([true, true, true])
    }
    all.says('a', false, START + 2 * HOUR)
    await all.meet()
    // Its clock is right again.
    all.says('w', true, START + 3 * HOUR)
    await all.meet()
    expect(all.shown()).toEqual([true, true, true])
    all.says('z', false, START + 4 * HOUR)
    await all.meet()
    expect(all.shown()).toEqual([false, false, false])
  })

  it('is ahead wins over who has not heard of it, until they have', async () => {
    const all = devices('w', 'a')
    all.says('w', true, START + 10 * YEAR)
    all.says('a', false, START + HOUR)
    await all.meet()
    expect(all.shown()).toEqual([true, true])
    all.says('a', false, START + 2 * HOUR)
    await all.meet()
    expect(all.shown()).toEqual([false, false])
  })
})

describe('a stamp at the very end of what can be read', () => {
  const at = INSTANT_RANGE.max
  const late: TrackerRecord = { ...EMPTY_RECORD, marks: { [MARK]: { done: { value: true, at, by: 'z' } } } }
  const ways: readonly (readonly [string, () => Promise<TrackerRecord>])[] = [
    ['storage', async () => read(late)],
    ['a replica', async () => (await unpackReplica((await packReplica(late)).items)).record],
    [
      'a backup',
      async () => {
        const parsed = await parseBackup(
          await backupText(late, { exportedAt: START, extension: '1.0.0', digest: sha256 }),
          sha256,
        )
        if (parsed.kind !== 'backup') throw new Error('It is refused.')
        return parsed.record
      },
    ],
  ]

  it.each(ways)('of %s leaves room for a million later changes, and each is later on all devices', async (_, get) => {
    const first = (await get()).marks[MARK]?.done
    let last = first
    for (let change = 1; change <= 1_000_000; change++) {
      const next = stampOver(last, change % 2 === 0, { at: START, by: 'a' })
      if (last && next.at <= last.at) throw new Error(`Change ${change} is not later.`)
      last = next
    }
    const changed: TrackerRecord = { ...EMPTY_RECORD, marks: { [MARK]: { done: last } } }
    const further = setDone(FIRST_COMMANDER, RUN, dayId(1), false)(changed, { at: START, by: 'a' })
    // As stored, in the replica, and read from it on another device.
    expect(read(further)).toEqual(further)
    expect((await unpackReplica((await packReplica(further)).items)).record).toEqual(further)
    for (const other of [late, read(late), changed]) expect(merge(read(other), further)).toEqual(further)
  })
})
