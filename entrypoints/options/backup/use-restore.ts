import { useState } from 'preact/hooks'
import type { Backup } from '../../../utils/record/backup.ts'
import { type BackupMode, changesBetween, importBackup } from '../../../utils/record/backup-changes.ts'
import { undoBackup } from '../../../utils/record/backup-transitions.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'
import { acknowledgeSetAside } from '../../../utils/storage/set-aside.ts'
import { useReading } from '../library/use-reading.ts'
import { useSave } from '../save.tsx'
import { type ReadBackup, readBackupFiles, readBackupText } from './read-backup.ts'

/** An import that is stored. */
export interface DoneRestore {
  /** A new one each time. */
  readonly number: number
  readonly mode: BackupMode
  /** How many things it changed. */
  readonly count: number
  /** The record right before and right after it. */
  readonly before: TrackerRecord
  readonly after: TrackerRecord
}

/** From a file or a text to what is stored, and back. */
export function useRestore() {
  const save = useSave()
  const [done, setDone] = useState<DoneRestore | undefined>(undefined)
  const { reading, takeFiles, takeText, cancel, finish } = useReading<ReadBackup>(readBackupFiles, readBackupText)
  return {
    ...reading,
    done,
    cancel,
    takeFiles,
    takeText,
    /** Stores it, in one step. */
    async confirm({ record, unread }: Backup, mode: BackupMode) {
      let stored: Pick<DoneRestore, 'before' | 'after'> | undefined
      const isSaved = await save((before, stamp) => {
        const after = importBackup(record, mode, unread)(before, stamp)
        stored = { before, after }
        return after
      })
      if (!isSaved || !stored) return
      // That the record is gone is no news any more; where the browser refuses, the message stands until it is put away.
      acknowledgeSetAside(({ lost }) => lost === true).catch(() => {})
      const { count } = changesBetween(stored.before, stored.after)
      setDone({ number: finish(), mode, count, ...stored })
    },
    async undo({ before, after }: DoneRestore) {
      if (await save(undoBackup(before, after))) setDone(undefined)
    },
  }
}
