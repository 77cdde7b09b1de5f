/**
 * The rules of what is stored: nothing that was acknowledged is ever gone or older than it was, neither of the record
 * nor of what this device was told to hold back and said already.
 *
 * @module
 */

import { DEFENDER_OF_PEACE } from '../../utils/events/defender-of-peace.ts'
import type { Delivery } from '../../utils/plan/notice.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { splitOccurrenceId } from '../../utils/schedule/repeat.ts'
import type { Extension } from './bundle.ts'
import type { Context } from './context.ts'
import type { Device } from './device.ts'
import { type Entries, entriesOf, isOlder } from './entries.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What keeps an eye on the storage of one device. */
export class StoredRules {
  record: TrackerRecord
  delivery: Delivery
  /** Whether the last hour was ever counted down. */
  countedDown = false
  /** Whether there was never more than one run, and none of another event than the one that ships. */
  wasPlain = true
  /** What the record says. */
  entries: Entries = new Map()
  /** Ms since the start of the story at which an empty record last got all that it has from elsewhere. */
  cameBackAt: number | undefined
  /** When all that was stored was last gone, in ms since the start of the story, and whether there was a record in it. */
  gone: { readonly at: number; readonly hadRecord: boolean } | undefined
  /** A page that puts in what it has from elsewhere. */
  importing: Context | undefined
  /** Of each entry, by its name: epoch ms at which this device learned what it says now. */
  readonly #learnedAt = new Map<string, number>()
  /** Of what was told elsewhere: the same in ms since the start of the story. */
  readonly #heardAt = new Map<string, number>()
  #texts: (string | undefined)[] = []
  #deliveryText: string | undefined
  #replicaText: string | undefined
  /** How often the storage had changed at the last look. */
  #changes = -1
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
    if (this.#changes === this.#device.storage.changes) return
    this.#changes = this.#device.storage.changes
    this.#checkReplicaState()
    this.#checkRecord()
    this.#checkDelivery(clockSince, busySince)
  }

  /** @param name as `runs id` @returns epoch ms */
  learnedAt(name: string): number | undefined {
    return this.#learnedAt.get(name)
  }

  /**
   * When this device last heard from elsewhere of something that decides whether and when a run or a day is spoken of.
   *
   * @param noticeId of a notice of it
   * @returns ms since the start of the story; the start of time where it never did
   */
  heardAt(noticeId: string): number {
    const [runId = ''] = noticeId.split('/')
    const heard = [...this.#heardAt].filter(([name]) => concerns(name, runId))
    return Math.max(Number.NEGATIVE_INFINITY, ...heard.map(([, at]) => at))
  }

  /** All that was stored is gone, and the browser knows it. */
  forget(): void {
    this.record = this.#parse()
    this.delivery = this.#extension.parseDelivery(undefined)
    this.gone = { at: this.#device.engine.now, hadRecord: this.entries.size > 0 }
    this.entries = new Map()
    this.cameBackAt = undefined
    this.#learnedAt.clear()
    this.#heardAt.clear()
    this.#texts = []
    this.#deliveryText = undefined
  }

  /** What was told of an accident goes with a replica that is removed. */
  #checkReplicaState(): void {
    const text = this.#device.storage.data.get('replica')
    if (text === this.#replicaText) return
    this.#replicaText = text
    const { on, restoredAt } = this.#extension.parseReplicaState(this.#device.storage.get('replica').replica)
    if (!on && restoredAt === undefined) this.#forgetAccident()
  }

  #forgetAccident(): void {
    this.cameBackAt = undefined
    if (this.gone) this.gone = { ...this.gone, hadRecord: false }
  }

  #checkRecord(): void {
    const texts = this.#texts
    this.#texts = ['record', 'shelf'].map((key) => this.#device.storage.data.get(key))
    if (this.#texts.every((text, place) => text === texts[place])) return
    this.record = this.#parse()
    if (this.record.settings.lastHourCountdown?.value) this.countedDown = true
    const runs = Object.values(this.record.runs).map(({ value }) => ('eventId' in value ? value.eventId : ''))
    if (runs.length > 1 || runs.some((id) => id !== DEFENDER_OF_PEACE.id)) this.wasPlain = false
    const { clock, engine, storage } = this.#device
    const by = storage.get('device').device
    const [before, now] = [this.entries, entriesOf(this.record)]
    const isForeign = [...now.values()].every((entry) => entry.by !== by)
    if (before.size === 0 && now.size > 0 && isForeign && !this.importing?.alive) this.cameBackAt = engine.now
    for (const [name, entry] of now) {
      const known = before.get(name)
      if (known?.at === entry.at && known.by === entry.by) continue
      this.#learnedAt.set(name, clock)
      if (entry.by !== by) this.#heardAt.set(name, engine.now)
    }
    for (const [name, entry] of before) {
      const word = now.get(name)
      if (!word) this.#device.report('lost', name)
      else if (isOlder(word, entry)) this.#device.report('lost', `${name}: an older one is back`)
    }
    this.entries = now
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

/** Whether what was told under a name may decide when a run is spoken of: a message of several is of any. */
function concerns(name: string, runId: string): boolean {
  const [room, id = ''] = name.split(' ', 2)
  if (runId === 'away' || (room !== 'runs' && room !== 'marks')) return true
  return room === 'marks'
    ? id.split('/')[1] === runId
    : splitOccurrenceId(runId).seriesId === splitOccurrenceId(id).seriesId
}
