import { browser } from 'wxt/browser'
import { STORAGE_KEYS } from './keys.ts'

/** Keys and values as the browser gives them: nothing of it is known yet. */
export type Stored = Readonly<Record<string, unknown>>

declare global {
  /** Between two scripts of one page: what `askEarly` asked for. */
  var earlyStored: Promise<Stored> | undefined
}

const { record, shelf, shelved, delivery, labels, setAside } = STORAGE_KEYS

/** All that popup and background need, in one question. @throws the browser's error */
export async function readStored(): Promise<Stored> {
  return browser.storage.local.get([record, delivery, labels, setAside, shelved])
}

/** The same and the shelf. @throws the browser's error */
export async function readStoredWhole(): Promise<Stored> {
  return browser.storage.local.get([record, shelf, delivery, labels, setAside, shelved])
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
