import { browser } from 'wxt/browser'
import type { StoredParts } from '../record/stored-parts.ts'
import { STORAGE_KEYS } from './keys.ts'

/** Keys and values as the browser gives them: nothing of it is known yet. */
export type Stored = Readonly<Record<string, unknown>>

declare global {
  /** Between two scripts of one page: what `askEarly` asked for. */
  var earlyStored: Promise<Stored> | undefined
}

const { record, shelf, shelved, delivery, labels, setAside } = STORAGE_KEYS

/**
 * Asks the browser for keys; where it says that none of them is there, once more: to take a slip of the browser for an
 * empty record would write a new one over what the commander told.
 *
 * @throws the browser's error
 */
export async function readKeys(keys: readonly string[]): Promise<Stored> {
  const stored: Stored = await browser.storage.local.get([...keys])
  return Object.keys(stored).length > 0 ? stored : browser.storage.local.get([...keys])
}

/** All that popup and background need, in one question. @throws the browser's error */
export async function readStored(): Promise<Stored> {
  return readKeys([record, delivery, labels, setAside, shelved])
}

/** Both parts of the record, and nothing of them is looked at. @throws the browser's error */
export async function readStoredParts(): Promise<StoredParts> {
  const stored = await readKeys([record, shelf])
  return { record: stored[record], shelf: stored[shelf] }
}

/** Asks in a small script, while the page's own is still being fetched. */
export function askEarly(): void {
  globalThis.earlyStored = readStored()
  // Whoever takes it hears of a failure; where nobody does it must not count as unhandled.
  globalThis.earlyStored.catch(() => {})
}

/** What `askEarly` asked for; undefined where that script did not run first. */
export function takeEarly(): Promise<Stored> | undefined {
  return globalThis.earlyStored
}
