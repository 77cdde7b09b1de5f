/**
 * The rules of what is stored: nothing that was acknowledged is ever gone or older than it was, neither of the record
 * nor of what this device was told to hold back and said already.
 *
 * @module
 */

import type { Delivery } from '../../utils/plan/notice.ts'
import type { Stamped, TrackerRecord } from '../../utils/record/record.ts'
import type { Extension } from './bundle.ts'
import type { Device } from './device.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What keeps an eye on the storage of one device. */
export class StoredRules {
  record: TrackerRecord
  delivery: Delivery
  /** Whether the last hour was ever counted down. */
  countedDown = false
  #entries = new Map<string, Stamped<unknown>>()
  /** Of each entry, by its name: epoch ms at which this device learned what it says now. */
  readonly #learnedAt = new Map<string, number>()
  #texts: (string | undefined)[] = []
  #deliveryText: string | undefined
  readonly #device: Device
  readonly #extension: Extension

  constructor(device: Device, extension: Extension) {
    this.#device = device
    this.#extension = extension
    this.record = this.#parse()
    this.delivery = extension.parseDelivery(undefined)
  }

  /**
   * @param clockSince ms since the start of the story since which the clock is this one
   * @param busySince the same since which it is not quiet
   */
  check(clockSince: number, busySince: number): void {
    this.#checkRecord()
    this.#checkDelivery(clockSince, busySince)
  }

  /** @param name as `runs id` @returns epoch ms */
  learnedAt(name: string): number | undefined {
    return this.#learnedAt.get(name)
  }

  #checkRecord(): void {
    const before = this.#texts
    this.#texts = ['record', 'shelf'].map((key) => this.#device.storage.data.get(key))
    if (this.#texts.every((text, place) => text === before[place])) return
    this.record = this.#parse()
    if (this.record.settings.lastHourCountdown?.value) this.countedDown = true
    const now = entriesOf(this.record)
    for (const [name, entry] of now) {
      const before = this.#entries.get(name)
      if (before?.at !== entry.at || before.by !== entry.by) this.#learnedAt.set(name, this.#device.clock)
    }
    for (const [name, { at, by }] of this.#entries) {
      const entry = now.get(name)
      if (!entry) this.#device.report('lost', name)
      else if (entry.at < at || (entry.at === at && entry.by < by))
        this.#device.report('lost', `${name}: an older one is back`)
    }
    this.#entries = now
  }

  /** What is over may be forgotten, and what a clock that was ahead said. */
  #checkDelivery(clockSince: number, busySince: number): void {
    const device = this.#device
    const text = device.storage.data.get('delivery')
    if (text === this.#deliveryText) return
    this.#deliveryText = text
    const before = this.delivery
    const { clock } = device
    this.delivery = this.#extension.parseDelivery(device.storage.get('delivery').delivery)
    // Who is at work meanwhile may have looked at the other clock.
    if (busySince <= clockSince) return
    // What is forgotten was looked at when the work began, and the computer may have slept since.
    const began = clock - (device.engine.now - busySince)
    for (const [id, at] of Object.entries(before.delivered)) {
      const isNeeded = at <= began && at > clock - DAY + MINUTE
      if (isNeeded && this.delivery.delivered[id] === undefined) device.report('lost', `that ${id} was shown`)
    }
    for (const [key, until] of Object.entries(before.snoozed)) {
      const isNeeded = until > clock && until <= clock + HOUR
      if (isNeeded && this.delivery.snoozed[key] === undefined) device.report('lost', `the snooze of ${key}`)
    }
  }

  #parse(): TrackerRecord {
    const { record, shelf } = this.#device.storage.get(['record', 'shelf'])
    const { parsePart, parseShelf, parseWhole } = this.#extension
    const parsed = parseWhole(parsePart(record), parseShelf(shelf))
    if (parsed.kind !== 'record') throw new Error(`stored is ${parsed.kind}`)
    return parsed.record
  }
}

function entriesOf({ settings, commanders, events, runs, marks }: TrackerRecord): Map<string, Stamped<unknown>> {
  const entries = new Map<string, Stamped<unknown>>()
  for (const [room, all] of Object.entries({ settings, commanders, events, runs })) {
    for (const [id, entry] of Object.entries(all)) if (entry) entries.set(`${room} ${id}`, entry as Stamped<unknown>)
  }
  for (const [id, { done, note }] of Object.entries(marks)) {
    if (done) entries.set(`marks ${id} done`, done)
    if (note) entries.set(`marks ${id} note`, note)
  }
  return entries
}
