/**
 * A record as items of `storage.sync`. Each item is a fragment that stands for itself, so items of two devices, mixed as
 * they may be, are never broken: at worst something is missing, and the device that has it writes it again.
 *
 * @module
 */

import { merge } from '../merge.ts'
import { EMPTY_RECORD, ROOMS, type TrackerRecord } from '../record.ts'
import { correctionsOf, type Standing } from './corrections.ts'
import { toText } from './fragment-text.ts'
import { marksOf, type Piece, piecesOf } from './pieces.ts'

/** Keys of items begin with this; a number follows, from 0. */
export const ITEM_PREFIX = 'replica:'
/**
 * Of one item and of all, in bytes as browsers count them (key and JSON of the value), with room to spare:
 * https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync
 */
const LIMITS = { item: 8_000, all: 100_000 } as const
/** Browsers take 512. */
const ITEMS = 480
/** Beside the numbered ones. */
export const CORRECTIONS_KEY = `${ITEM_PREFIX}corrections`
const NOTHING: Standing = { record: EMPTY_RECORD, corrections: EMPTY_RECORD }
/** Of JSON that is deflated at once, in characters: that much may fit into an item. */
const BATCH = 60_000

/** What of `storage.sync`, or of its changes, is the replica's, by its keys; the rest is somebody else's. */
export function itemsIn<T>(stored: Readonly<Record<string, T>>): readonly (readonly [key: string, value: T])[] {
  return Object.entries(stored).filter(([key]) => key.startsWith(ITEM_PREFIX))
}

export interface Packed {
  /** Keys and values for `storage.sync`. */
  readonly items: { readonly [key: string]: string }
  /** What is in them. */
  readonly kept: TrackerRecord
  /** How many entries found no room: what is oldest leaves first. */
  readonly leftOut: LeftOut
}

export interface LeftOut {
  readonly runs: number
  readonly events: number
  readonly marks: number
}

export interface Limits {
  readonly item: number
  readonly all: number
}

interface Fitted {
  readonly text: string
  readonly pieces: readonly Piece[]
}

/**
 * The same record gives the same items, on all devices with the same browser, but for corrections.
 *
 * @param standing what lies in the replica now, and is known to the record
 * @param limits bytes of an item and of all; smaller ones for tests
 * @returns what is kept begins with the latest and leaves nothing out before the oldest that is kept, but what is too
 *   large alone; and corrections
 */
export async function packReplica(record: TrackerRecord, standing = NOTHING, limits: Limits = LIMITS): Promise<Packed> {
  const kept: Piece[] = []
  const items: Record<string, string> = {}
  let [count, bytes] = [0, 0]
  for await (const { text, pieces } of fittedIn(piecesOf(record), limits)) {
    const key = `${ITEM_PREFIX}${count}`
    bytes += bytesOf(key, text)
    // The room for corrections is never taken, or what finds room would depend on them, and not all know of all.
    if (bytes > limits.all - limits.item || count === ITEMS) break
    items[key] = text
    count++
    kept.push(...pieces)
  }
  const inOrder = together(kept)
  const { value: corrected } = await fitted(correctionsOf(record, inOrder, standing), limits).next()
  if (!corrected) return { items, kept: inOrder, leftOut: leftOutOf(record, inOrder) }
  const whole = merge(inOrder, together(corrected.pieces))
  return { items: { ...items, [CORRECTIONS_KEY]: corrected.text }, kept: whole, leftOut: leftOutOf(record, whole) }
}

/** Texts that fit into an item, one after the other; an entry that is too large alone is in none. */
async function* fittedIn(pieces: readonly Piece[], limits: Limits): AsyncGenerator<Fitted> {
  for (const batch of batchesOf(pieces)) yield* fitted(batch, limits)
}

async function* fitted(pieces: readonly Piece[], limits: Limits): AsyncGenerator<Fitted, undefined> {
  if (pieces.length === 0) return
  const text = await toText(together(pieces))
  if (bytesOf(CORRECTIONS_KEY, text) <= limits.item) {
    yield { text, pieces }
    return
  }
  const parts = pieces.flatMap((piece) => (pieces.length > 1 ? [piece] : marksOf(piece)))
  if (parts.length < 2) return
  const middle = Math.ceil(parts.length / 2)
  yield* fitted(parts.slice(0, middle), limits)
  yield* fitted(parts.slice(middle), limits)
}

function* batchesOf(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  let batch: Piece[] = []
  let length = 0
  for (const piece of pieces) {
    const more = JSON.stringify(piece.fragment).length
    if (length + more > BATCH && batch.length > 0) {
      yield batch
      batch = []
      length = 0
    }
    batch.push(piece)
    length += more
  }
  if (batch.length > 0) yield batch
}

/** As browsers count: an item costs its key and the JSON of its value. */
function bytesOf(key: string, text: string): number {
  return key.length + text.length + '""'.length
}

function together(pieces: readonly Piece[]): TrackerRecord {
  const record: Record<string, unknown> = { version: EMPTY_RECORD.version }
  for (const room of ROOMS) record[room] = Object.assign({}, ...pieces.map(({ fragment }) => fragment[room]))
  return record as unknown as TrackerRecord
}

function leftOutOf(record: TrackerRecord, kept: TrackerRecord): LeftOut {
  const missing = (room: (typeof ROOMS)[number]): number =>
    Object.keys(record[room]).length - Object.keys(kept[room]).length
  return { runs: missing('runs'), events: missing('events'), marks: missing('marks') }
}
