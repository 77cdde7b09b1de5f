import { useRef, useState } from 'preact/hooks'
import { type DoneImport as Done, type ImportItem, importEvents, undoImport } from '../../../utils/record/import.ts'
import { useSave } from '../save.tsx'
import { type ReadImport, readFiles, readPasted } from './read-import.ts'

/** An import that is stored. */
export interface DoneImport {
  /** A new one each time. */
  readonly number: number
  readonly events: number
  /** Runs that are new. */
  readonly runs: number
  readonly undo: () => Promise<void>
  /** What was done, to see whether any of it can still be taken back. */
  readonly what: Done
}

/** How the import stands. */
export interface Import {
  /** Another one with each import. */
  readonly number: number
  readonly isReading: boolean
  /** What was read; undefined: nothing, or it is stored or given up. */
  readonly read: ReadImport | undefined
  /** Of `read`: where a problem takes the focus, unless somebody is typing. */
  readonly isTyped: boolean
  readonly done: DoneImport | undefined
  readonly takeFiles: (files: readonly File[]) => void
  readonly takeText: (text: string, isTyped: boolean) => void
  readonly cancel: () => void
  /** Stores what was chosen, in one step. */
  readonly confirm: (chosen: readonly ImportItem[]) => Promise<boolean>
}

interface State {
  readonly number: number
  readonly isReading: boolean
  readonly read: ReadImport | undefined
  readonly isTyped: boolean
}

const IDLE: State = { number: 0, isReading: false, read: undefined, isTyped: false }

/** From what is chosen, dropped or pasted to what is stored, and back. */
export function useImport(): Import {
  const save = useSave()
  const [state, setState] = useState(IDLE)
  const [done, setDone] = useState<DoneImport | undefined>(undefined)
  const newest = useRef(0)

  /** What was given last counts, however long another took to read. */
  const take = async (reading: () => Promise<ReadImport>, isTyped: boolean) => {
    newest.current += 1
    const turn = newest.current
    setState({ ...IDLE, isReading: true, isTyped })
    // Lets the page say that it reads: a large text keeps it busy.
    await new Promise((resolve) => setTimeout(resolve))
    const read = await reading()
    if (turn === newest.current) setState({ number: turn, isReading: false, read, isTyped })
  }
  const cancel = () => {
    newest.current += 1
    setState(IDLE)
  }
  const confirm = async (chosen: readonly ImportItem[]) => {
    let imported: Done | undefined
    const isSaved = await save((record, stamp) => {
      const after = importEvents(chosen, Date.now())(record, stamp)
      imported = { before: record, after, chosen }
      return after
    })
    if (!isSaved || !imported) return false
    const what = imported
    setState(IDLE)
    setDone({
      number: newest.current,
      events: chosen.length,
      runs: chosen.flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'run-added')).length,
      undo: async () => {
        if (await save(undoImport(what))) setDone(undefined)
      },
      what,
    })
    return true
  }
  return {
    ...state,
    done,
    takeFiles: (files) => {
      if (files.length > 0) take(() => readFiles(files), false)
    },
    takeText: (text, isTyped) => {
      if (text.trim() === '') cancel()
      else take(async () => readPasted(text), isTyped)
    },
    cancel,
    confirm,
  }
}
