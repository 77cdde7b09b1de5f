/**
 * Quarantine: what could not be read is kept whole under a key of its own until the commander removes it, and named in
 * an index that the pages read.
 *
 * @module
 */

import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { INSTANT_RANGE, readableInstant } from '../record/record.ts'
import { InstantSchema, type Problem, problemAt } from '../record/schema.ts'
import { SET_ASIDE_PREFIX, STORAGE_KEYS } from './keys.ts'
import { withLock } from './lock.ts'

export interface SetAside {
  /** The storage key under which the raw value stands. */
  readonly key: string
  /** Epoch ms. */
  readonly at: number
  /** The whole record was unreadable, not just some entries. */
  readonly whole: boolean
  /** The storage was found empty; what stands under the key is what was left of the replica. */
  readonly lost?: boolean | undefined
  /** The commander has been told and went on. */
  readonly seen: boolean
  readonly problems: readonly Problem[]
}

/** As many are named as a page can show; the raw value has them all. */
const PROBLEMS_NAMED = 20
/** The same of entries: all of them stay in the storage, and who reads the index reads it with each wake. */
const ENTRIES_NAMED = 20

const SetAsideSchema: v.GenericSchema<unknown, SetAside> = v.object({
  key: v.pipe(v.string(), v.startsWith(SET_ASIDE_PREFIX)),
  at: InstantSchema,
  whole: v.boolean(),
  lost: v.optional(v.boolean()),
  seen: v.boolean(),
  problems: v.array(v.object({ path: v.string(), message: v.string() })),
})

/**
 * @returns the index, the newest entries last and no more than a page can show; entries that cannot be read are left out.
 *   The values of all stay in the storage
 */
export function parseSetAside(raw: unknown): SetAside[] {
  return Array.isArray(raw) ? entriesOf(raw.slice(-ENTRIES_NAMED)) : []
}

function entriesOf(raw: readonly unknown[]): SetAside[] {
  return raw.flatMap((entry) => {
    const result = v.safeParse(SetAsideSchema, entry)
    return result.success ? [{ ...result.output, problems: namedOf(result.output) }] : []
  })
}

/** Problems that say something, fit to be shown. Only of what is unreadable as a whole the place may be the whole. */
function namedOf({ problems, whole }: Pick<SetAside, 'problems' | 'whole'>): Problem[] {
  return problems
    .slice(0, PROBLEMS_NAMED)
    .filter(({ path, message }) => message !== '' && (whole || path !== ''))
    .map(({ path, message }) => problemAt(path, message))
}

/** A value that could not be read, or not all of it. */
export interface Unreadable extends Pick<SetAside, 'whole' | 'lost' | 'problems'> {
  readonly raw: unknown
  /** The commander need not be told. */
  readonly seen?: boolean
}

/**
 * What to store so that raw values are kept: a key for each and the index with them. Written together with what takes
 * their place.
 *
 * @param found nothing gives nothing to store
 * @param now epoch ms
 * @param index what is set aside already; else all that stands there
 */
export async function withSetAside(
  found: readonly Unreadable[],
  now: number,
  index?: readonly SetAside[],
): Promise<Record<string, unknown>> {
  if (found.length === 0 && !index) return {}
  const entries = found.map(({ raw, whole, lost, seen = false, problems }) => {
    // The random part: two in the same millisecond must not share a key.
    const key = `${SET_ASIDE_PREFIX}${now}-${crypto.randomUUID().slice(0, 8)}`
    const named = problems.slice(0, PROBLEMS_NAMED)
    const entry: SetAside = {
      key,
      at: readableInstant(now),
      whole,
      ...(lost && { lost }),
      seen,
      problems: named,
    }
    return { raw, entry }
  })
  return {
    ...Object.fromEntries(entries.map(({ raw, entry }) => [entry.key, raw])),
    [STORAGE_KEYS.setAside]: [...(index ?? (await wholeIndex())), ...entries.map(({ entry }) => entry)],
  }
}

/** As `withSetAside`, where something else is told that says all of it better: nothing of it is news any more. */
export async function withAllSeen(found: readonly Unreadable[], now: number): Promise<Record<string, unknown>> {
  const index = await wholeIndex()
  if (found.length === 0 && index.every(({ seen }) => seen)) return {}
  return withSetAside(
    found,
    now,
    index.map((entry) => ({ ...entry, seen: true })),
  )
}

/** Keeps a value that will be written over elsewhere. @param now epoch ms @throws the browser's error */
export function setAside(found: Unreadable, now: number): Promise<void> {
  return withLock('record', async () => browser.storage.local.set(await withSetAside([found], now)))
}

/**
 * All entries, however many. What stands under the prefix but in no index (it could not be read either) comes into the
 * index again.
 */
async function wholeIndex(): Promise<SetAside[]> {
  const stored = await browser.storage.local.get(null)
  const raw = stored[STORAGE_KEYS.setAside]
  const index = entriesOf(Array.isArray(raw) ? raw : [])
  const known = new Set(index.map(({ key }) => key))
  const orphans = Object.keys(stored).filter((key) => key.startsWith(SET_ASIDE_PREFIX) && !known.has(key))
  const found = { at: INSTANT_RANGE.min, whole: false, seen: false, problems: [] }
  return [...orphans.map((key) => ({ ...found, key })), ...index]
}

/** A record that was gone, and nothing of its replica was left: under the key stands nothing that could be shown or saved. */
export function isNothingLeft({ lost, problems }: SetAside): boolean {
  return lost === true && problems.length === 0
}

/** @returns the raw value, for a file that the commander saves */
export async function readSetAside(key: string): Promise<unknown> {
  return (await browser.storage.local.get(key))[key]
}

/** Remembers that the commander has been told, of these entries or of all; what was set aside stays. */
export function acknowledgeSetAside(isTold: (entry: SetAside) => boolean = () => true): Promise<void> {
  return changeIndex((index) => index.map((entry) => (isTold(entry) ? { ...entry, seen: true } : entry)))
}

/** Removes for good what was set aside under a key; only ever at the commander's wish. */
export async function discardSetAside(key: string): Promise<void> {
  // The value first: what has lost only its place in the index comes back into it.
  await browser.storage.local.remove(key)
  await changeIndex((index) => index.filter((entry) => entry.key !== key))
}

function changeIndex(change: (index: SetAside[]) => SetAside[]): Promise<void> {
  return withLock('record', async () => {
    const key = STORAGE_KEYS.setAside
    await browser.storage.local.set({ [key]: change(await wholeIndex()) })
  })
}
