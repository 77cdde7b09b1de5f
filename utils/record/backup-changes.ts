/**
 * What an import of a backup would change, before it changes anything.
 *
 * @module
 */

import { sameJson } from '../events/same-json.ts'
import { mergeBackup, replaceByBackup } from './backup-transitions.ts'
import {
  DEFAULT_COMMANDER,
  DEFAULT_SETTINGS,
  FIRST_COMMANDER,
  INSTANT_RANGE,
  type Settings,
  type TrackerRecord,
} from './record.ts'
import { saidBy } from './said.ts'
import type { Transition } from './transitions.ts'
import type { Unread } from './unread.ts'

/** What becomes of what the file does not have: it stays, or it goes. */
export type BackupMode = 'merge' | 'replace'

/** Ids, in the order of the alphabet. */
interface Changes {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

export interface BackupChanges {
  readonly commanders: Changes
  readonly events: Changes
  readonly runs: Changes
  readonly marks: Changes
  /** Those that would have another value. */
  readonly settings: readonly (keyof Settings)[]
  /** Of all rooms together. */
  readonly count: number
}

export interface BackupPreview extends BackupChanges {
  /** The record as it would be. */
  readonly after: TrackerRecord
}

/** @param unread what the file names but cannot be read */
export function importBackup(incoming: TrackerRecord, mode: BackupMode, unread: Unread = {}): Transition {
  return mode === 'merge' ? mergeBackup(incoming) : replaceByBackup(incoming, unread)
}

/**
 * What would change by an import. An entry that only gets another stamp does not change.
 *
 * @param unread what the file names but cannot be read
 * @example previewOf(record, record, 'replace').count // 0
 */
export function previewOf(
  local: TrackerRecord,
  incoming: TrackerRecord,
  mode: BackupMode,
  unread: Unread = {},
): BackupPreview {
  // Stamps are not shown.
  const after = importBackup(incoming, mode, unread)(local, { at: INSTANT_RANGE.min, by: 'preview' })
  return { ...changesBetween(local, after), after }
}

/** What one record says otherwise than another that came before it. */
export function changesBetween(before: TrackerRecord, after: TrackerRecord): BackupChanges {
  const [was, is] = [before, after].map(saidBy) as [ReturnType<typeof saidBy>, ReturnType<typeof saidBy>]
  const room = (name: 'commanders' | 'events' | 'runs' | 'marks', said: (by: typeof was, id: string) => unknown) =>
    changesOf(
      [before, after].flatMap((record) => Object.keys(record[name])),
      (id) => [said(was, id), said(is, id)],
    )
  const commanders = room('commanders', (by, id) => {
    const commander = by.commander(id)
    // The first one is always there; of defaults it is nobody yet.
    return id === FIRST_COMMANDER && sameJson(commander, DEFAULT_COMMANDER) ? undefined : commander
  })
  const events = room('events', (by, id) => by.event(id))
  const runs = room('runs', (by, id) => by.run(id))
  const marks = room('marks', (by, id) => {
    const mark = by.mark(id)
    return mark.done || mark.note !== '' ? mark : undefined
  })
  const settings = (Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[]).filter(
    (key) => !sameJson(was.settings[key], is.settings[key]),
  )
  const count = [commanders, events, runs, marks].reduce(
    (sum, { added, changed, removed }) => sum + added.length + changed.length + removed.length,
    settings.length,
  )
  return { commanders, events, runs, marks, settings, count }
}

function changesOf(ids: readonly string[], said: (id: string) => readonly [unknown, unknown]): Changes {
  const added: string[] = []
  const changed: string[] = []
  const removed: string[] = []
  for (const id of [...new Set(ids)].sort()) {
    const [was, is] = said(id)
    if (was === undefined && is === undefined) continue
    if (was === undefined) added.push(id)
    else if (is === undefined) removed.push(id)
    else if (!sameJson(was, is)) changed.push(id)
  }
  return { added, changed, removed }
}
