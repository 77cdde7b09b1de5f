/**
 * What was typed and not submitted, for a page that closes under it: by an update, a crash or a slip. Never part of the
 * record. Two pages with one form share its draft: the last letter counts, and what one of them submits or discards is
 * gone for both, until the other is typed into.
 *
 * It stands in `localStorage`, which survives an update as `storage.local` does. `storage.local` would wake the
 * background with each letter, and hand every letter of a pasted feed to all pages; and its write is not done when the
 * call returns, while here the last letter before the page goes is kept. The price: of a browser that is killed the last
 * seconds are lost, in Chromium up to a minute or so, because it writes to the disk no oftener.
 *
 * @module
 */

import { millisecondsInDay } from 'date-fns/constants'
import * as v from 'valibot'
import { DRAFT_PREFIX } from './keys.ts'

/** A form whose text is kept: its name, and how to read what was kept of it. */
export interface DraftPlace<T> {
  readonly name: string
  readonly schema: v.GenericSchema<unknown, T>
}

/** How long a draft is kept, in ms: who comes back after a weekend still wants it. */
export const DRAFT_KEPT_FOR = 7 * millisecondsInDay
/** Characters of a draft as it is stored; a browser gives an extension some millions. */
export const DRAFT_LENGTH = 256 * 1024
/** Of more than these the oldest are forgotten. */
export const DRAFTS_KEPT = 12

const EntrySchema = v.object({ at: v.pipe(v.number(), v.finite()), value: v.unknown() })

/**
 * Reads a draft as it is stored. One that cannot be read is taken for none.
 *
 * @param text null: nothing is stored
 * @param now epoch ms
 * @returns undefined where there is none, or it is too old; also one of a time to come, from a clock that was wrong
 */
export function parseDraft<T>(
  text: string | null,
  schema: DraftPlace<T>['schema'],
  now: number,
): { readonly at: number; readonly value: T } | undefined {
  if (text === null || text.length > DRAFT_LENGTH) return undefined
  const entry = v.safeParse(EntrySchema, fromJson(text))
  if (!entry.success || Math.abs(now - entry.output.at) >= DRAFT_KEPT_FOR) return undefined
  const value = v.safeParse(schema, entry.output.value)
  return value.success ? { at: entry.output.at, value: value.output } : undefined
}

/** What was typed into a form before and not submitted; undefined: nothing. @param now epoch ms */
export function loadDraft<T>({ name, schema }: DraftPlace<T>, now: number): T | undefined {
  return attempt((local) => parseDraft(local.getItem(DRAFT_PREFIX + name), schema, now)?.value)
}

/**
 * Keeps what is typed, at once. What is too long, or refused by the browser, is not kept: what was kept before it stays,
 * for an older text is more than none.
 *
 * @param now epoch ms
 */
export function keepDraft<T>({ name }: DraftPlace<T>, value: T, now: number): void {
  const key = DRAFT_PREFIX + name
  const text = JSON.stringify({ at: now, value })
  if (text.length > DRAFT_LENGTH) return
  attempt((local) => {
    if (local.getItem(key) === null) forgetOldest(local, DRAFTS_KEPT - 1, now)
    local.setItem(key, text)
  })
}

/** Forgets what was typed into a form: it was submitted or discarded. */
export function forgetDraft({ name }: Pick<DraftPlace<unknown>, 'name'>): void {
  attempt((local) => local.removeItem(DRAFT_PREFIX + name))
}

/** Forgets what is too old, and what nobody can read. @param now epoch ms */
export function forgetOldDrafts(now: number): void {
  attempt((local) => forgetOldest(local, DRAFTS_KEPT, now))
}

/** Leaves the newest `most` drafts, and of those none that is too old or cannot be read. */
function forgetOldest(local: Storage, most: number, now: number): void {
  const keys = Array.from({ length: local.length }, (_, index) => local.key(index) ?? '')
  const drafts = keys
    .filter((key) => key.startsWith(DRAFT_PREFIX))
    .map((key) => ({ key, at: parseDraft(local.getItem(key), v.unknown(), now)?.at }))
  const kept = drafts.filter(({ at }) => at !== undefined).toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
  const isLeft = new Set(kept.slice(0, most).map(({ key }) => key))
  for (const { key } of drafts) if (!isLeft.has(key)) local.removeItem(key)
}

/**
 * A browser may hold its `localStorage` back, full or forbidden: then nothing is kept, and the page goes on.
 *
 * It is called `local` here: WXT takes any parameter `storage` for its own module and bundles that, 9 kB.
 */
function attempt<T>(work: (local: Storage) => T): T | undefined {
  try {
    return work(localStorage)
  } catch {
    return undefined
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
