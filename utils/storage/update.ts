/**
 * The one way to change the record: a pure transition, under the lock.
 *
 * It is stored in two parts. A change that concerns only what is near reads and writes only that; any other, and all that
 * decides what is near, changes the whole, which is then shelved again. Both parts are written at once.
 *
 * @module
 */

import { browser } from 'wxt/browser'
import { merge } from '../record/merge.ts'
import { EMPTY_RECORD, ROOMS, type TrackerRecord } from '../record/record.ts'
import type { ParsedRecord } from '../record/schema.ts'
import { shelve, staysNear } from '../record/shelve.ts'
import type { Transition } from '../record/transitions.ts'
import { BEGINNING_KEYS, beginningToStore } from './begun.ts'
import { STORAGE_KEYS } from './keys.ts'
import type { Loaded } from './load.ts'
import { withLock } from './lock.ts'
import { parsePart } from './parse-part.ts'
import { parseShelf } from './parse-whole.ts'
import { isInForm, toStored } from './part-text.ts'
import { readKeys, type Stored } from './read-stored.ts'
import { parseRevision } from './replica-state.ts'
import { type Unreadable, withAllSeen, withSetAside } from './set-aside.ts'
import { parseShelved, type Shelved } from './shelved.ts'

/** The record was written by a later version of the extension and must not be changed by this one. */
export class NewerRecordError extends Error {
  override name = 'NewerRecordError'
}

const { record: nearKey, shelf: shelfKey, shelved: shelvedKey, device: deviceKey, revision: revisionKey } = STORAGE_KEYS

/**
 * Changes the record, where it can without reading the shelf.
 *
 * @returns what is near after the change, once it is stored
 * @throws NewerRecordError; or the browser's error where it cannot write
 */
export function update(transition: Transition): Promise<TrackerRecord> {
  return withLock('record', async () => (await changeNear(transition)) ?? (await changeWhole(transition)).near)
}

/** What is to be stored in the same write as the record, or not at all. */
export interface Beside {
  readonly values?: Readonly<Record<string, unknown>>
  /** What is about to be written over elsewhere. */
  readonly unreadable?: readonly Unreadable[]
  /** What was set aside before need not be told any more, nor what of the record is now. */
  readonly tellsBetter?: boolean
}

/** @param before the same object as `after` where what is stored is only repaired */
type AskBeside = (before: TrackerRecord, after: TrackerRecord) => Promise<Beside>

/**
 * Changes the record, shelf and all.
 *
 * @param beside asked under the lock, and only where something is about to be written
 * @returns the whole record after the change, once it is stored
 * @throws as `update`
 */
export function updateWhole(transition: Transition, beside?: AskBeside): Promise<TrackerRecord> {
  return withLock('record', async () => (await changeWhole(transition, { beside })).whole)
}

/**
 * Divides what is stored as it is to be at `now` (epoch ms); sets aside what cannot be read.
 *
 * @returns what is near, and until when
 * @throws as `update`
 */
export async function reshelve(now: number): Promise<Pick<Loaded, 'record' | 'shelved'>> {
  const { near, shelved } = await withLock('record', () => changeWhole((record) => record, { shelvingAt: now }))
  return { record: near, shelved }
}

/** Sets aside what is stored but cannot be read. Does nothing where all is well. */
export async function repair(): Promise<void> {
  await withLock('record', () => changeWhole((record) => record))
}

/** @returns undefined where the change is one of the whole record; then nothing was written */
async function changeNear(transition: Transition): Promise<TrackerRecord | undefined> {
  const stored: Stored = await readKeys([nearKey, shelvedKey, deviceKey, revisionKey])
  // Whether anything was ever stored, is looked at with the whole.
  if (stored[nearKey] === undefined && stored[deviceKey] === undefined) return undefined
  const now = Date.now()
  const shelved = parseShelved(stored[shelvedKey])
  const near = parsePart(stored[nearKey])
  if (near.kind !== 'record' || near.problems.length > 0) return undefined
  // Before the instant at which it was shelved, more was near.
  if (!shelved || now < shelved.at) return undefined
  const device = deviceOf(stored)
  const after = transition(near.record, { at: now, by: device })
  if (!staysNear(near.record, after, now)) return undefined
  await browser.storage.local.set({
    [nearKey]: toStored(after),
    [deviceKey]: device,
    [revisionKey]: parseRevision(stored[revisionKey]) + 1,
  })
  return after
}

interface Changed {
  readonly whole: TrackerRecord
  readonly near: TrackerRecord
  /** Absent where nothing was written. */
  readonly shelved?: Shelved
}

interface Changing {
  /** Epoch ms; given where it is to be shelved though nothing changed. */
  readonly shelvingAt?: number
  readonly beside?: AskBeside | undefined
}

async function changeWhole(transition: Transition, { shelvingAt, beside }: Changing = {}): Promise<Changed> {
  const stored: Stored = await readKeys([nearKey, shelfKey, revisionKey, ...BEGINNING_KEYS])
  const now = Date.now()
  const parts = [parsePart(stored[nearKey]), parseShelf(stored[shelfKey])] as const
  const [near, shelf] = parts.map(recordOf) as [TrackerRecord, TrackerRecord]
  const device = deviceOf(stored)
  const before = merge(near, shelf)
  const whole = transition(before, { at: now, by: device })
  const found = [...unreadableIn(stored[nearKey], parts[0]), ...unreadableIn(stored[shelfKey], parts[1])]
  const at = shelvingAt ?? now
  if (whole === before && found.length === 0 && shelvingAt === undefined) return { whole, near }
  const divided = shelve(whole, at)
  const shelved: Shelved = { at, ...(divided.dueAt !== undefined && { dueAt: divided.dueAt }) }
  const more = await beside?.(before, whole)
  const writes: Record<string, unknown> = { ...(await asideToStore(found, more, now)), ...beginningToStore(stored) }
  // What is there already is not written again: it may be large, and every page is told of it.
  if (!isStored(divided.near, parts[0], stored[nearKey])) writes[nearKey] = toStored(divided.near)
  if (!isStored(divided.shelf, parts[1], stored[shelfKey])) writes[shelfKey] = toStored(divided.shelf)
  writes[shelvedKey] = shelved
  if (stored[deviceKey] !== device) writes[deviceKey] = device
  if (whole !== before) writes[revisionKey] = parseRevision(stored[revisionKey]) + 1
  await browser.storage.local.set({ ...writes, ...more?.values })
  return { whole, near: divided.near, shelved }
}

function asideToStore(
  found: readonly Unreadable[],
  { unreadable = [], tellsBetter = false }: Beside = {},
  now: number,
): Promise<Record<string, unknown>> {
  const all = [...found.map((each) => ({ ...each, seen: tellsBetter })), ...unreadable]
  return tellsBetter ? withAllSeen(all, now) : withSetAside(all, now)
}

/** @throws NewerRecordError */
function recordOf(parsed: ParsedRecord): TrackerRecord {
  if (parsed.kind === 'newer') throw new NewerRecordError(`The record has version ${parsed.version}.`)
  return parsed.kind === 'record' ? parsed.record : EMPTY_RECORD
}

function unreadableIn(raw: unknown, parsed: ParsedRecord): readonly Unreadable[] {
  if (parsed.kind === 'newer' || parsed.problems.length === 0) return []
  return [{ raw, whole: parsed.kind === 'unreadable', problems: parsed.problems }]
}

/** Whether a part is stored as it should be: what was read from it has the same entries and is all there was. */
function isStored(part: TrackerRecord, read: ParsedRecord, stored: unknown): boolean {
  if (read.kind !== 'record' || read.problems.length > 0 || !isInForm(stored, part)) return false
  const { record } = read
  return ROOMS.every((room) => isSame(part[room], record[room]))
}

function isSame(one: object, other: object): boolean {
  const ids = Object.keys(one)
  const entries = other as Readonly<Record<string, unknown>>
  return ids.length === Object.keys(other).length && ids.every((id) => entries[id] === (one as typeof entries)[id])
}

function deviceOf({ [deviceKey]: known }: Stored): string {
  return typeof known === 'string' && /^[a-z0-9][a-z0-9-]{0,99}$/.test(known) ? known : newId()
}

/** An id for a device, a commander or an event. */
export function newId(): string {
  return crypto.randomUUID()
}
