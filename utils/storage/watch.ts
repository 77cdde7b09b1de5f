import { browser } from 'wxt/browser'
import { STORAGE_KEYS } from './keys.ts'

type WatchedKey = keyof typeof STORAGE_KEYS

/**
 * Tells when something that is stored changed, in whichever page or device context.
 *
 * @param keys what to listen for
 * @param onChange its promise, if any, is handed to the browser, so that a worker lives until it settles
 * @returns stops it
 */
export function watch(keys: readonly WatchedKey[], onChange: () => unknown): () => void {
  const listener = (changes: Readonly<Record<string, unknown>>, area: string): unknown => {
    if (area === 'local' && keys.some((key) => STORAGE_KEYS[key] in changes)) return onChange()
    return undefined
  }
  browser.storage.onChanged.addListener(listener as never)
  return () => browser.storage.onChanged.removeListener(listener as never)
}
