/**
 * The rules of what is said: nothing twice, too late, held back or all at once, and nothing that was due left unsaid.
 *
 * @module
 */

import type { Delivery } from '../../utils/plan/notice.ts'
import type { Extension } from './bundle.ts'
import type { Calm } from './calm.ts'
import type { Device } from './device.ts'
import { expectedAt } from './expected.ts'
import type { Known } from './known.ts'
import { dueOf, isHeldBack, isOfLaterSnooze, isOver, isSetAnew } from './notice-rules.ts'
import type { StoredRules } from './stored.ts'

const MINUTE = 60_000
/** A notice comes no later, in ms: no sleep is longer than an hour. */
const LATEST = 62 * MINUTE
/** What comes later, in ms, is told in one message with all else that does. */
const LATE_AFTER = 2 * MINUTE

/** A notification that is to be shown; instants are in ms since the start of the story. */
interface Showing {
  readonly id: string
  /** The browser was asked to show it. */
  readonly askedAt: number
  /** When nothing was under way, and now: what changed meanwhile the background could not know. */
  readonly known: readonly Known[]
  /** It is not quiet since then. */
  readonly busySince: number
  /** The same, but for the time for which the browser was closed or the computer slept. */
  readonly workingSince: number
}

/** What keeps an eye on the notifications of one device. */
export class SpokenRules {
  /** How late each notice came, in ms. */
  readonly delays: number[] = []
  /** Ids of notices, and of what was told in them, that were shown for good → epoch ms by the clock. */
  readonly #told = new Map<string, number>()
  /** Shown since nothing was under way → what was held back then. */
  readonly #shown = new Map<string, readonly Known[]>()
  /** Of those, which were late since the computer was awake. */
  readonly #late = new Set<string>()
  /** Ms since the start of the story. */
  #awakeSince = 0
  readonly #device: Device
  readonly #extension: Extension
  readonly #calm: Calm
  readonly #stored: StoredRules

  constructor(device: Device, extension: Extension, calm: Calm, stored: StoredRules) {
    this.#device = device
    this.#extension = extension
    this.#calm = calm
    this.#stored = stored
  }

  /** What was told by a clock that was ahead is told again. */
  clockChanged(): void {
    const { clock } = this.#device
    for (const [id, at] of this.#told) if (at > clock) this.#told.delete(id)
  }

  /** What was told is forgotten with all that was stored. */
  forget(): void {
    this.#told.clear()
    this.#shown.clear()
  }

  beforeShown({ id, askedAt, known, busySince, workingSince }: Showing): void {
    const device = this.#device
    const { engine } = device
    const clock = device.clock - (engine.now - askedAt)
    if (device.notifications.permission !== 'granted') return
    // Over itself, after a worker that died while it showed it, it is once.
    const isAgain = this.#shown.has(id) && busySince > device.disturbedAt
    if (isAgain || this.#told.has(id) || this.#isResultAgain(id, known)) device.report('twice', id)
    const isFirst = !this.#shown.has(id) && !this.#told.has(id)
    this.#shown.set(id, known)
    const began = clock - (askedAt - workingSince)
    // Who is at work meanwhile knows the other clock.
    const isSameClock = workingSince > Math.max(this.#calm.clockSince, this.#calm.zoneSince)
    if (isSameClock && known.every(({ record }) => isOver(this.#extension, record, id, began)))
      device.report('too late', id)
    const dues = known.map(({ record }) => dueOf(this.#extension, record, id, device.zone))
    if (isSameClock && dues.every((due) => due !== undefined && clock < due)) device.report('too early', id)
    if (isSameClock) this.#checkHeldBack(id, known)
    const due = dues.at(-1)
    if (due === undefined) return
    if (this.#awakeSince !== device.ableAt) this.#checkAtOnce()
    this.#awakeSince = device.ableAt
    const isLate = due < clock - LATE_AFTER && this.#stored.heardAt(id) < engine.now - LATE_AFTER
    // Whoever had planned already could not tell the two in one.
    const isNews = (): boolean =>
      !isSameClock || isSetAnew(known) || known.some(({ delivery }) => isOfLaterSnooze(delivery, id))
    if (isLate && !isNews()) this.#late.add(id)
    if (due <= this.#calm.since || !isFirst) return
    this.#checkDelay(id, clock - due)
  }

  /** @param late ms since it was due */
  #checkDelay(id: string, late: number): void {
    const { engine, ableAt, disturbedAt, alarms } = this.#device
    // Somebody else woke it.
    if (alarms.timers.deafFor > 0) return
    // What another device told late could not be shown earlier; mostly nobody needs to ask.
    const heardAt = Math.min(late, engine.now - ableAt) > LATEST ? this.#stored.heardAt(id) : ableAt
    const delay = Math.min(late, engine.now - Math.max(ableAt, heardAt))
    this.delays.push(delay)
    const excused = Math.min(delay, engine.now - disturbedAt)
    if (excused > LATEST) this.#device.report('late', `${id}, ${excused / MINUTE} min`)
  }

  /** Nothing is under way any more. @param busySince ms since the start of the story; undefined: nothing was */
  rest(delivery: Delivery, busySince: number | undefined): void {
    if (this.#shown.size === 0 || busySince === undefined) return
    const device = this.#device
    this.#checkAtOnce()
    const { delivered } = delivery
    const stamps = new Set([...this.#shown.keys()].map((id) => delivered[id]))
    for (const [id, at] of Object.entries(delivered)) {
      if (!stamps.has(at) || at > device.clock) continue
      const before = this.#told.get(id)
      // What several have in common is told in one, and recorded with it.
      if (!this.#shown.has(id)) {
        if (before !== undefined && before !== at) device.report('twice', `${id}, in another`)
        const [shown] = this.#shown.values()
        if (shown) this.#checkHeldBack(id, shown)
      }
      this.#told.set(id, at)
    }
    // Where nothing went wrong it has to be recorded.
    if (busySince > device.disturbedAt)
      for (const id of this.#shown.keys()) this.#told.set(id, this.#told.get(id) ?? device.clock)
    this.#shown.clear()
  }

  /** What was due at `clock` (epoch ms) has been said. */
  checkSpoken(known: Known, clock: number): void {
    const device = this.#device
    const { clockSince, clockKnownAt } = this.#calm
    const learnedAt = (name: string): number | undefined => this.#stored.learnedAt(name)
    for (const { day, dueAt } of expectedAt(this.#extension, known, this.#calm, device.zone, learnedAt, clock)) {
      const said = Object.entries(known.delivery.delivered).filter(([id, at]) => id.startsWith(day) && at >= dueAt)
      const log = device.notifications.log.filter(({ at }) => at >= clockSince || dueAt <= clockKnownAt)
      // Of what was told in another, and of a wake over which the computer slept, only one of both is the same.
      const seen = said.some(([id, at]) => log.some((shown) => shown.id === id || Math.abs(shown.clock - at) < MINUTE))
      if (!seen) device.report('missed', `${day} due ${(clock - dueAt) / MINUTE} min ago`)
    }
  }

  /** A run has one result, unless it was moved since, or this device learned of it since. */
  #isResultAgain(id: string, known: readonly Known[]): boolean {
    const [runId = '', windowId] = id.split('/')
    if (windowId !== 'result') return false
    return known.every(({ record }) =>
      [...this.#told].some(
        ([other, at]) =>
          other.startsWith(`${runId}/result/`) &&
          at > Math.max(record.runs[runId]?.at ?? at, this.#stored.learnedAt(`runs ${runId}`) ?? at),
      ),
    )
  }

  #checkAtOnce(): void {
    if (this.#late.size > 1) this.#device.report('several at once', [...this.#late].join(', '))
    this.#late.clear()
  }

  #checkHeldBack(id: string, known: readonly Known[]): void {
    const { clock } = this.#device
    const isHeld = known.every(({ record, delivery }) => isHeldBack(this.#extension, record, delivery, id, clock))
    if (isHeld) this.#device.report('held back', id)
  }
}
