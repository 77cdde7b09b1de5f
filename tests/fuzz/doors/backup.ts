/** Doors of a backup: as a text and as a file, up to a look at what it would change, both ways of taking it, and back. */

import { failureText, problemText } from '../../../entrypoints/options/backup/backup-words.ts'
import { inOrder, namerOf, type Room, settingName } from '../../../entrypoints/options/backup/change-names.ts'
import { type ReadBackup, readBackupFiles, readBackupText } from '../../../entrypoints/options/backup/read-backup.ts'
import type { Page } from '../../../entrypoints/options/page.ts'
import {
  type BackupChanges,
  type BackupMode,
  type BackupPreview,
  changesBetween,
  importBackup,
  previewOf,
} from '../../../utils/record/backup-changes.ts'
import { isUndoable, undoBackup } from '../../../utils/record/backup-transitions.ts'
import { knowsAll } from '../../../utils/record/merge.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'
import { door, same } from '../door.ts'
import { isPlace, problemLaw, recordLaw, sentenceLaw } from '../laws.ts'
import { backupSeeds, localRecords, NOW } from '../seeds.ts'

const STAMP = { at: NOW, by: 'fuzz' }
const MODES: readonly BackupMode[] = ['merge', 'replace']
const ROOMS: readonly Room[] = ['commanders', 'events', 'runs', 'marks']
/** Names of a kind that the page tells. */
const MOST_NAMES = 8
const LOCAL = localRecords()
/** As much of it as names need. */
const PAGE = { now: NOW, zone: { timeZone: 'Europe/London' } } as Page
const TEXTS = await backupSeeds()

export const BACKUP_DOORS = [
  door({
    name: 'backup: text',
    seeds: () => TEXTS,
    run: async (text) => restored(await readBackupText(text as string)),
    check: restoredLaw,
  }),
  door({
    name: 'backup: file',
    seeds: () => TEXTS.map((text) => new TextEncoder().encode(text)),
    run: async (bytes) =>
      restored(await readBackupFiles([new File([bytes as Uint8Array<ArrayBuffer>], 'backup.json')])),
    check: restoredLaw,
  }),
]

/** A record that took a backup. */
interface Restore {
  readonly before: TrackerRecord
  readonly incoming: TrackerRecord
  readonly mode: BackupMode
  /** What was shown first, and how it was called. */
  readonly shown: BackupChanges
  readonly names: readonly string[]
  readonly after: TrackerRecord
  readonly canUndo: boolean
  /** Taken back. */
  readonly back: TrackerRecord
}

interface Restored {
  readonly read: ReadBackup
  readonly restores: readonly Restore[]
}

function restored(read: ReadBackup): Restored {
  if (read.kind !== 'backup') return { read, restores: [] }
  const incoming = read.record
  const restores = LOCAL.flatMap((before) =>
    MODES.map((mode): Restore => {
      const preview = previewOf(before, incoming, mode)
      const { after: _, ...shown } = preview
      const names = namesIn(before, preview)
      const after = importBackup(incoming, mode)(before, STAMP)
      const canUndo = isUndoable(after, before, after)
      const back = undoBackup(before, after)(after, { ...STAMP, at: NOW + 1 })
      return { before, incoming, mode, shown, names, after, canUndo, back }
    }),
  )
  return { read, restores }
}

/** What the changes are called on the page, the first of each kind. */
function namesIn(before: TrackerRecord, preview: BackupPreview): readonly string[] {
  const named = (record: TrackerRecord, ids: (room: Room) => readonly string[]): readonly string[] => {
    const nameOf = namerOf(record, PAGE)
    return ROOMS.flatMap((room) =>
      inOrder(record, room, ids(room))
        .slice(0, MOST_NAMES)
        .map((id) => nameOf(room, id)),
    )
  }
  return [
    ...named(before, (room) => preview[room].removed),
    ...named(preview.after, (room) => preview[room].added),
    ...named(preview.after, (room) => preview[room].changed),
    ...preview.settings.map(settingName),
  ]
}

function restoredLaw({ read, restores }: Restored): string | undefined {
  if (read.kind === 'failed') return sentenceLaw(read.failure, failureText(read.failure, read.name))
  if (read.kind === 'refused') {
    const { problem } = read
    const sentence = problemText(problem)
    const saysWhere = isPlace(problem) && sentence.includes(String(problem.line))
    if (!saysWhere) return `a problem (${problem.rule}) does not say where`
    // What stands after the place ends with what to do.
    return /\.$/.test(sentence) ? sentenceLaw(problem.rule, sentence) : `a problem (${problem.rule}) has no end`
  }
  const wrong = read.problems.map((problem) => problemLaw(problem, false)).find(Boolean) ?? recordLaw(read.record)
  if (wrong) return wrong
  for (const restore of restores) {
    const broken = restoreLaw(restore)
    if (broken) return `${restore.mode}: ${broken}`
  }
  return undefined
}

function restoreLaw({ before, incoming, mode, shown, names, after, canUndo, back }: Restore): string | undefined {
  const wrong = recordLaw(after) ?? recordLaw(back)
  if (wrong) return wrong
  const unfit = names.map((name) => sentenceLaw('name', name)).find(Boolean)
  if (unfit) return unfit
  if (!same(changesBetween(before, after), shown)) return 'other changes were shown than were made'
  if (mode === 'merge' && !(knowsAll(after, incoming) && knowsAll(after, before))) return 'a word was lost'
  if (mode === 'replace' && changesBetween(after, incoming).count > 0) return 'it says something else than the file'
  if (shown.count > 0 && !canUndo) return 'what was changed cannot be undone'
  return changesBetween(before, back).count > 0 ? 'an undo does not give back what was shown' : undefined
}
