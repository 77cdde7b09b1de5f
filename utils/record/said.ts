/**
 * What a record says under an id, whether it is told there or follows from something else. Two records that say the same
 * show the same, whatever their stamps.
 *
 * @module
 */

import type { EventDefinition } from '../events/event.ts'
import { given } from '../events/given.ts'
import type { Run } from '../schedule/run.ts'
import { own } from './own.ts'
import { commandersOf, runOf, settingsOf } from './read.ts'
import type { Commander, Settings, TrackerRecord } from './record.ts'

export interface Said {
  /** Undefined: there is none, or it was removed. */
  readonly commander: (id: string) => Commander | undefined
  /** Imported or written; what only ships is not among them. */
  readonly event: (id: string) => EventDefinition | undefined
  /** Of a series also an occurrence of which nothing of its own was told; and one that ships. */
  readonly run: (id: string) => Run | undefined
  readonly mark: (id: string) => { readonly done: boolean; readonly note: string }
  readonly settings: Settings
}

/** @example saidBy(EMPTY_RECORD).mark('commander-1/run/day') // { done: false, note: '' } */
export function saidBy(record: TrackerRecord): Said {
  const commanders = new Map(commandersOf(record).map(({ id, ...commander }) => [id, commander]))
  return {
    commander: (id) => commanders.get(id),
    event: (id) => {
      const value = own(record.events, id)?.value
      return value && !('deleted' in value) ? value : undefined
    },
    run: (id) => runSaidBy(record, id),
    mark: (id) => {
      const mark = own(record.marks, id)
      return { done: mark?.done?.value ?? false, note: mark?.note?.value ?? '' }
    },
    settings: settingsOf(record),
  }
}

/** As `Said.run`. */
export function runSaidBy(record: TrackerRecord, id: string): Run | undefined {
  const known = runOf(record, id)
  if (!known) return undefined
  const { id: _, toldAt: __, series: ___, nextAt: ____, ...run } = known
  return given(run) as Run
}
