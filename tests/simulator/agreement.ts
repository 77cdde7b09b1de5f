/**
 * The rules of the devices that share an account: soon after all is calm they say the same, and so does the replica; then
 * nobody writes to it any more; and nothing that any of them ever stored is lost.
 *
 * @module
 */

import { inOrder } from '../../utils/record/in-order.ts'
import type { Stamped } from '../../utils/record/record.ts'
import { accidentProblems } from './accident.ts'
import type { Account } from './account.ts'
import type { Extension } from './bundle.ts'
import type { Watch } from './checks.ts'
import type { Device } from './device.ts'
import { type Entries, isOlder, learn } from './entries.ts'
import { entriesOfTexts } from './replica-entries.ts'
import { CARRIED_WITHIN } from './sync-storage.ts'

/** A device of the account, and what keeps an eye on it. */
export interface Member {
  readonly device: Device
  readonly watch: Watch
}

/**
 * All agree within so long, in ms, after the last thing happened: one word goes to the account and from there. Where two
 * wrote at once, one of them hears of the other's and writes again, and the other hears of that: four ways at most, each
 * with a wake that gathers for some seconds.
 */
export const AGREED_WITHIN = 4 * (CARRIED_WITHIN + 60_000)

export class Agreement {
  /** All that any device ever stored, and that is not gone from everywhere by what happened to the devices. */
  readonly #told = new Map<string, Stamped<unknown>>()
  /** Some of it is on no device any more, only in replicas. */
  #isEndangered = false
  /** How it was when it was last found calm. */
  #calm: { readonly since: number; readonly writes: number } | undefined
  readonly #members: readonly Member[]
  readonly #account: Account
  readonly #extension: Extension

  constructor(members: readonly Member[], account: Account, extension: Extension) {
    this.#members = members
    this.#account = account
    this.#extension = extension
    account.onCarrying = (when) => {
      if (this.#isEndangered && when === 'before') this.#checkReplicas()
      else if (this.#isEndangered) this.#forgetGone()
    }
  }

  /** From time to time. */
  check(): void {
    const [first] = this.#members
    if (!first) return
    const since = this.#calmSince()
    if (first.device.engine.now - since < AGREED_WITHIN) {
      this.#calm = undefined
      return
    }
    const writes = this.#members.reduce((sum, { device }) => sum + device.sync.writes, 0)
    const before = this.#calm
    this.#calm = { since, writes }
    if (before?.since === since && before.writes === writes) return
    if (before?.since === since) first.device.report('restless', `${writes - before.writes} calls that write`)
    this.#checkAgreed()
  }

  /** Files of a device are lost: before and after that. */
  filesGone(when: 'before' | 'after'): void {
    if (when === 'before') this.#learn()
    else this.#forgetGone()
  }

  /** Ms since the start of the story; infinite while somebody is away. */
  #calmSince(): number {
    const members = this.#installed.map(({ device }) => {
      if (device.state !== 'awake') return Number.POSITIVE_INFINITY
      const disturbedAt = Math.max(device.disturbedAt, device.sync.disturbedAt)
      // What a worker left undone its next life does.
      const wokenAt = device.wakes.find((at) => at > disturbedAt) ?? Number.POSITIVE_INFINITY
      return Math.max(wokenAt, device.sync.offLineUntil)
    })
    return Math.max(...members, this.#account.unusual.at(-1) ?? 0)
  }

  get #installed(): readonly Member[] {
    return this.#members.filter(({ device }) => device.isInstalled)
  }

  #checkAgreed(): void {
    this.#learn()
    const installed = this.#installed
    const sharing = installed.filter(({ device }) => this.#stateOf(device).on)
    // What was told where the replica is switched off stays there.
    const told =
      sharing.length === installed.length ? this.#told : joined(sharing.map(({ watch }) => watch.stored.entries))
    for (const { device, watch } of sharing) {
      for (const problem of lacking(watch.stored.entries, told)) device.report('apart', problem)
      this.#checkReplica(device, watch.stored.entries)
    }
    for (const { device, watch } of installed) {
      for (const problem of accidentProblems(this.#extension, device, watch)) device.report('accident', problem)
    }
  }

  #checkReplica({ sync, report }: Device, entries: Entries): void {
    if (entries.size === 0) return
    const { entries: there, broken } = entriesOfTexts(sync.data, this.#extension)
    if (broken.length > 0) report('replica', `${broken.join(', ')} cannot be read`)
    for (const problem of lacking(there, entries)) report('replica', problem)
  }

  #stateOf({ storage }: Device): ReturnType<Extension['parseReplicaState']> {
    return this.#extension.parseReplicaState(storage.get('replica').replica)
  }

  #learn(): void {
    for (const { watch } of this.#members) learn(this.#told, watch.stored.entries)
    const local = joined(this.#members.map(({ watch }) => watch.stored.entries))
    this.#isEndangered = [...this.#told].some(([name, word]) => isOlder(local.get(name), word))
  }

  /** What is on no device is at least in a replica, as long as only the extension changes them. */
  #checkReplicas(): void {
    const [first] = this.#members
    this.#learn()
    for (const problem of lacking(this.#everywhere(), this.#told)) first?.device.report('gone', problem)
  }

  /** What is nowhere any more, nobody can bring back. */
  #forgetGone(): void {
    const there = this.#everywhere()
    for (const name of this.#told.keys()) {
      const word = there.get(name)
      if (word) this.#told.set(name, word)
      else this.#told.delete(name)
    }
    this.#learn()
  }

  #everywhere(): Entries {
    const copies = [this.#account.texts, ...this.#members.map(({ device }) => device.sync.data)]
    return joined([
      ...this.#members.map(({ watch }) => watch.stored.entries),
      ...copies.map((texts) => entriesOfTexts(texts, this.#extension).entries),
    ])
  }
}

function joined(all: readonly Entries[]): Entries {
  const known = new Map<string, Stamped<unknown>>()
  for (const entries of all) learn(known, entries)
  return known
}

/** @returns what is missing, older or other than it was told */
function lacking(entries: Entries, told: Entries): readonly string[] {
  return [...told].flatMap(([name, word]) => {
    const entry = entries.get(name)
    if (!entry) return [`${name} is missing`]
    if (isOlder(entry, word)) return [`${name} is an older one`]
    const [is, should] = [entry, word].map((each) => JSON.stringify(inOrder(each)))
    return is === should ? [] : [`${name} is ${is}, should be ${should}`]
  })
}
