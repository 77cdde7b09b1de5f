import { useState } from 'preact/hooks'
import { type DoneImport as Done, type ImportItem, importEvents, undoImport } from '../../../utils/record/import.ts'
import { useSave } from '../save.tsx'
import { type ReadImport, readFiles, readPasted } from './read-import.ts'
import { type Reading, useReading } from './use-reading.ts'

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
export interface Import extends Reading<ReadImport> {
  readonly done: DoneImport | undefined
  readonly takeFiles: (files: readonly File[]) => void
  readonly takeText: (text: string, isTyped: boolean) => void
  readonly cancel: () => void
  /** Stores what was chosen, in one step. */
  readonly confirm: (chosen: readonly ImportItem[]) => Promise<boolean>
}

/** From what is chosen, dropped or pasted to what is stored, and back. */
export function useImport(): Import {
  const save = useSave()
  const [done, setDone] = useState<DoneImport | undefined>(undefined)
  const { reading, takeFiles, takeText, cancel, finish } = useReading<ReadImport>(readFiles, async (text) =>
    readPasted(text),
  )
  const confirm = async (chosen: readonly ImportItem[]) => {
    let imported: Done | undefined
    const isSaved = await save((record, stamp) => {
      const after = importEvents(chosen, Date.now())(record, stamp)
      imported = { before: record, after, chosen }
      return after
    })
    if (!isSaved || !imported) return false
    const what = imported
    setDone({
      number: finish(),
      events: chosen.length,
      runs: chosen.flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'run-added')).length,
      undo: async () => {
        if (await save(undoImport(what))) setDone(undefined)
      },
      what,
    })
    return true
  }
  return { ...reading, done, takeFiles, takeText, cancel, confirm }
}
