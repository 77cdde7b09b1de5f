import { useRef, useState } from 'preact/hooks'
import { type BackupMode, changesBetween, importBackup } from '../../../utils/record/backup-changes.ts'
import { undoBackup } from '../../../utils/record/backup-transitions.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'
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

interface State {
  /** Another one with each text. */
  readonly number: number
  readonly isReading: boolean
  /** What was read; undefined: nothing, or it is stored or given up. */
  readonly read: ReadBackup | undefined
  /** Somebody is typing: a problem must not take the focus. */
  readonly isTyped: boolean
}

const IDLE: State = { number: 0, isReading: false, read: undefined, isTyped: false }

/** From a file or a text to what is stored, and back. */
export function useRestore() {
  const save = useSave()
  const [state, setState] = useState(IDLE)
  const [done, setDone] = useState<DoneRestore | undefined>(undefined)
  const newest = useRef(0)

  /** What was given last counts, however long another took to read. */
  const take = async (reading: () => Promise<ReadBackup>, isTyped: boolean) => {
    newest.current += 1
    const number = newest.current
    setState({ ...IDLE, isReading: true, isTyped })
    // Lets the page say that it reads: a large text keeps it busy.
    await new Promise((resolve) => setTimeout(resolve))
    const read = await reading()
    if (number === newest.current) setState({ number, isReading: false, read, isTyped })
  }
  const cancel = () => {
    newest.current += 1
    setState(IDLE)
  }
  return {
    ...state,
    done,
    cancel,
    takeFiles(files: readonly File[]) {
      if (files.length > 0) take(() => readBackupFiles(files), false)
    },
    takeText(text: string, isTyped: boolean) {
      if (text.trim() === '') cancel()
      else take(() => readBackupText(text), isTyped)
    },
    /** Stores it, in one step. */
    async confirm(incoming: TrackerRecord, mode: BackupMode) {
      let stored: Pick<DoneRestore, 'before' | 'after'> | undefined
      const isSaved = await save((before, stamp) => {
        const after = importBackup(incoming, mode)(before, stamp)
        stored = { before, after }
        return after
      })
      if (!isSaved || !stored) return
      const { count } = changesBetween(stored.before, stored.after)
      setState(IDLE)
      setDone({ number: newest.current, mode, count, ...stored })
    },
    async undo({ before, after }: DoneRestore) {
      if (await save(undoBackup(before, after))) setDone(undefined)
    },
  }
}
