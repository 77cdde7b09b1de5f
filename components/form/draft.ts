import { useRef, useState } from 'preact/hooks'

/** What was typed, read: a value to store, or in words why there is none. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }

/** How long a value that may be half of another waits for the rest, in ms. */
const HALF_WAITS = 700

interface Waiting {
  readonly work: () => void
  readonly timer: ReturnType<typeof setTimeout>
}

export interface Draft {
  /** What the input shows. */
  readonly text: string
  readonly error: string | undefined
  readonly onInput: (text: string) => void
  readonly onBlur: () => void
}

/**
 * An input that stores while it is typed in. Until it is left it shows what was typed, whatever is stored meanwhile from
 * elsewhere; text that cannot be taken stays with its error, and what was stored stays stored.
 *
 * @param stored what the input shows when nobody types
 * @param read pure
 * @param save stores the value; resolves to false where that failed
 * @param isHalf the value may be the beginning of another (a level of 4 on the way to 45): it waits a moment
 */
export function useDraft<T>(
  stored: string,
  read: (text: string) => Reading<T>,
  save: (value: T) => Promise<boolean>,
  isHalf: (value: T) => boolean = () => false,
): Draft {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const saving = useRef<Promise<boolean>>(Promise.resolve(true))
  const waiting = useRef<Waiting | undefined>(undefined)
  const saveNow = () => {
    clearTimeout(waiting.current?.timer)
    waiting.current?.work()
    waiting.current = undefined
  }
  const reading = typed === undefined ? undefined : read(typed)
  return {
    text: typed ?? stored,
    error: reading?.ok === false ? reading.error : undefined,
    onInput(text) {
      setTyped(text)
      const now = read(text)
      clearTimeout(waiting.current?.timer)
      waiting.current = undefined
      if (!now.ok) return
      const work = () => {
        saving.current = save(now.value)
      }
      if (isHalf(now.value)) waiting.current = { work, timer: setTimeout(saveNow, HALF_WAITS) }
      else work()
    },
    async onBlur() {
      saveNow()
      if (!reading?.ok) return
      const left = typed
      if (await saving.current) setTyped((current) => (current === left ? undefined : current))
    },
  }
}
