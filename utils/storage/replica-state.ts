/**
 * What this device knows of the replica in `storage.sync`: whether it is wanted, and how far it came. No part of the
 * record: each device decides for itself.
 *
 * @module
 */

import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { isObject } from '../record/is-object.ts'
import type { LeftOut } from '../record/replica/pack.ts'
import { InstantSchema } from '../record/schema.ts'
import { STORAGE_KEYS } from './keys.ts'

/**
 * - `newer`: a later version of the extension wrote the replica; it is left alone
 * - `failed`: the browser refused to read or write the replica
 * - `unstored`: it refused to store here what the replica brings
 */
const TROUBLES = ['newer', 'failed', 'unstored'] as const

/**
 * - `restored`: the record came from the replica
 * - `full`: the replica has no room for all, which is told once
 * - `lost`: the record is gone, here and there
 */
const NEWS = ['restored', 'full', 'lost'] as const

/** What the commander is to hear of by a notification, once; the pages tell it for longer. */
export type ReplicaNews = (typeof NEWS)[number]

export interface ReplicaState {
  /** The commander wants it. */
  readonly on: boolean
  /** The `revision` of the record that is in it; absent: none was ever compared. */
  readonly seen?: number | undefined
  /** The fingerprint of the items that lay in sync then: others may have come since. */
  readonly items?: string | undefined
  /** Epoch ms at which it was last written. */
  readonly writtenAt?: number | undefined
  /** What was last written, as a fingerprint, and how often on end. */
  readonly wrote?: { readonly items: string; readonly times: number } | undefined
  /** Epoch ms at which it last brought something that this device did not know. */
  readonly takenAt?: number | undefined
  /** What found no room in it. */
  readonly leftOut?: LeftOut | undefined
  /** The commander was told that there is no room for all. */
  readonly toldFull?: boolean | undefined
  /** Epoch ms at which this device, that had no record, got one from it, and the commander was not told yet. */
  readonly restoredAt?: number | undefined
  /** What nobody has tried to notify yet: the life of the worker that found it out may have died over it. */
  readonly untold?: readonly ReplicaNews[] | undefined
  readonly trouble?: (typeof TROUBLES)[number] | undefined
  /** The browser's words. */
  readonly error?: string | undefined
}

/** A fingerprint. */
const Print = v.pipe(v.string(), v.maxLength(50))
/** One more must be another: of a number that is too large it is not. */
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))

/** All but whether it is wanted. */
type Known = Omit<ReplicaState, 'on'>

const KNOWN: { readonly [K in keyof Known]-?: v.GenericSchema<unknown, Known[K]> } = {
  seen: Count,
  items: Print,
  writtenAt: InstantSchema,
  wrote: v.object({ items: Print, times: Count }),
  takenAt: InstantSchema,
  leftOut: v.object({ runs: Count, events: Count, marks: Count }),
  toldFull: v.boolean(),
  restoredAt: InstantSchema,
  untold: v.pipe(
    v.array(v.unknown()),
    v.transform((told) => told.filter((each): each is ReplicaNews => NEWS.some((known) => known === each))),
  ),
  trouble: v.picklist(TROUBLES),
  error: v.pipe(v.string(), v.maxLength(500)),
}

/**
 * What cannot be read is taken for nothing known: then everything is compared again, which harms nobody. Each by itself:
 * what the commander switched off stays off, whatever a later version wrote beside it.
 */
export function parseReplicaState(raw: unknown): ReplicaState {
  const told = isObject(raw) ? raw : {}
  const known = Object.entries(KNOWN).flatMap(([field, schema]) => {
    const result = v.safeParse(schema, told[field])
    return result.success ? [[field, result.output]] : []
  })
  return { on: told.on !== false, ...Object.fromEntries(known) }
}

/** @throws the browser's error */
export async function loadReplicaState(): Promise<ReplicaState> {
  const key = STORAGE_KEYS.replica
  return parseReplicaState((await browser.storage.local.get(key))[key])
}

/** Whether the browser refused something, which is tried again. */
export function isRefused({ trouble }: ReplicaState): boolean {
  return trouble === 'failed' || trouble === 'unstored'
}

/** @returns the state with one more thing to notify, once */
export function withNews(state: ReplicaState, news: ReplicaNews): ReplicaState {
  return { ...state, untold: [...new Set([...(state.untold ?? []), news])] }
}

/** How often this device changed the record. */
export function parseRevision(raw: unknown): number {
  const result = v.safeParse(Count, raw)
  return result.success ? result.output : 0
}

/** @throws the browser's error */
export function storeReplicaState(state: ReplicaState): Promise<void> {
  return browser.storage.local.set({ [STORAGE_KEYS.replica]: state }) as Promise<void>
}
