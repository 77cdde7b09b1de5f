import { browser } from 'wxt/browser'
import { STORAGE_KEYS } from './keys.ts'

type WatchedKey = keyof typeof STORAGE_KEYS

/** Of each watched key that changed, what was stored and what is. */
export type StoredChanges = {
  readonly [K in WatchedKey]?: { readonly oldValue?: unknown; readonly newValue?: unknown }
}

/**
 * Tells when something that is stored changed, in whichever page or device context.
 *
 * @param keys what to listen for
 * @param onChange its promise, if any, is handed to the browser, so that a worker lives until it settles
 * @returns stops it
 */
export function watch(keys: readonly WatchedKey[], onChange: (changes: StoredChanges) => unknown): () => void {
  const listener = (changes: Readonly<Record<string, unknown>>, area: string): unknown => {
    if (area !== 'local') return undefined
    const watched = keys.filter((key) => STORAGE_KEYS[key] in changes)
    if (watched.length === 0) return undefined
    return onChange(Object.fromEntries(watched.map((key) => [key, changes[STORAGE_KEYS[key]]])) as StoredChanges)
  }
  browser.storage.onChanged.addListener(listener as never)
  return () => browser.storage.onChanged.removeListener(listener as never)
}
