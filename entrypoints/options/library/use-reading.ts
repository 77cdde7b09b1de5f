import { useRef, useState } from 'preact/hooks'

/** How the reading of a file or a text stands. */
export interface Reading<T> {
  /** Another one with each that is read. */
  readonly number: number
  readonly isReading: boolean
  /** What was read; undefined: nothing, or it is stored or given up. */
  readonly read: T | undefined
  /** Somebody is typing: a problem must not take the focus. */
  readonly isTyped: boolean
}

const IDLE = { number: 0, isReading: false, read: undefined, isTyped: false } as const

/** From what is chosen, dropped or pasted to what was read of it. */
export function useReading<T>(
  readFiles: (files: readonly File[]) => Promise<T>,
  readText: (text: string) => Promise<T>,
) {
  const [reading, setReading] = useState<Reading<T>>(IDLE)
  const newest = useRef(0)

  /** What was given last counts, however long another took to read. */
  const take = async (begin: () => Promise<T>, isTyped: boolean) => {
    newest.current += 1
    const number = newest.current
    setReading({ ...IDLE, isReading: true, isTyped })
    // Lets the page say that it reads: a large text keeps it busy.
    await new Promise((resolve) => setTimeout(resolve))
    const read = await begin()
    if (number === newest.current) setReading({ number, isReading: false, read, isTyped })
  }
  const cancel = () => {
    newest.current += 1
    setReading(IDLE)
  }
  return {
    reading,
    takeFiles(files: readonly File[]) {
      if (files.length > 0) take(() => readFiles(files), false)
    },
    takeText(text: string, isTyped: boolean) {
      if (text.trim() === '') cancel()
      else take(() => readText(text), isTyped)
    },
    cancel,
    /** What was read is stored. @returns a number for what was done, a new one each time */
    finish(): number {
      setReading(IDLE)
      return newest.current
    },
  }
}
