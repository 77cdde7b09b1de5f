import { useRef, useState } from 'preact/hooks'

/** What was typed, read: a value to store, or in words why there is none. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }

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
 */
export function useDraft<T>(
  stored: string,
  read: (text: string) => Reading<T>,
  save: (value: T) => Promise<boolean>,
): Draft {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const saving = useRef<Promise<boolean>>(Promise.resolve(true))
  const reading = typed === undefined ? undefined : read(typed)
  return {
    text: typed ?? stored,
    error: reading?.ok === false ? reading.error : undefined,
    onInput(text) {
      setTyped(text)
      const now = read(text)
      if (now.ok) saving.current = save(now.value)
    },
    async onBlur() {
      if (!reading?.ok) return
      const left = typed
      if (await saving.current) setTyped((current) => (current === left ? undefined : current))
    },
  }
}
