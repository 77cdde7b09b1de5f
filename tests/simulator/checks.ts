/**
 * The rules that hold after each step, whatever happened.
 *
 * @module
 */

import type { TrackerRecord } from '../../utils/record/record.ts'
import { nextChangeAfter, type Problem, problemsAt } from './applied.ts'
import type { Extension } from './bundle.ts'
import { Calm } from './calm.ts'
import type { Device } from './device.ts'
import type { Known } from './known.ts'
import { SpokenRules } from './spoken.ts'
import { StoredRules } from './stored.ts'
import { daysOf } from './week-counts.ts'

const MINUTE = 60_000

/** What keeps an eye on one device. */
export class Watch {
  readonly calm: Calm
  readonly stored: StoredRules
  readonly #device: Device
  readonly #extension: Extension
  readonly #spoken: SpokenRules
  /** As it was when nothing was under way, and each change since. */
  #knownSinceRest: readonly Known[]
  #checkedAt = 0
  /** Ms since the start of the story since which it is not quiet. */
  #busySince: number | undefined
  #hadAlarm = false

  constructor(device: Device, extension: Extension) {
    this.#device = device
    this.#extension = extension
    this.calm = new Calm(device)
    this.stored = new StoredRules(device, extension)
    this.#spoken = new SpokenRules(device, extension, this.calm, this.stored)
    this.#knownSinceRest = [this.#known]
    device.onShow = (id, askedAt) => {
      const known = [...this.#knownSinceRest, this.#known]
      const [busySince = askedAt, workingSince = askedAt] = [this.#busySince, this.#workingSince]
      this.#spoken.beforeShown({ id, askedAt, known, busySince, workingSince: Math.min(workingSince, askedAt) })
    }
  }

  get record(): TrackerRecord {
    return this.stored.record
  }

  /** How late each notice came, in ms. */
  get delays(): readonly number[] {
    return this.#spoken.delays
  }

  get #known(): Known {
    const { record, delivery } = this.stored
    return { record, delivery }
  }

  /**
   * Ms since the start of the story since which something is under way; not counted from before the browser was opened
   * or the computer awake.
   */
  get #workingSince(): number | undefined {
    return this.#busySince === undefined ? undefined : Math.max(this.#busySince, this.#device.ableAt)
  }

  /** All that was stored on the device is gone, and its browser was closed. */
  storageLost(): void {
    this.stored.forget()
    this.#spoken.forget()
    this.#knownSinceRest = [this.#known]
  }

  /** The browser took the alarms away itself. */
  alarmsLost(): void {
    this.#hadAlarm = false
  }

  /** Somebody changed the clock. */
  clockChanged(): void {
    this.calm.clockChanged()
    this.#spoken.clockChanged()
  }

  #learn(): void {
    const [last, now] = [this.#knownSinceRest.at(-1), this.#known]
    if (last?.record !== now.record || last.delivery !== now.delivery)
      this.#knownSinceRest = [...this.#knownSinceRest, now]
  }

  /** At the end of a story: how often it was woken on days on which nothing happened. */
  checkWakes(): void {
    const limit = this.stored.countedDown ? 90 : 30
    // Each of several runs, and each part that overlaps others, brings boundaries of its own.
    if (!this.stored.wasPlain) return
    for (const { from, wakes, isOrdinary } of daysOf(this.#device)) {
      if (isOrdinary && wakes > limit) this.#device.report('wakes', `${wakes} in the day from minute ${from / MINUTE}`)
    }
  }

  /** After each thing that happened. */
  check(): void {
    const device = this.#device
    this.stored.check(this.calm.clockSince, this.#busySince ?? device.engine.now)
    if (!device.isQuiet) {
      this.#busySince ??= device.engine.now
      this.#learn()
      return
    }
    const [busySince, workingSince] = [this.#busySince, this.#workingSince]
    this.#spoken.rest(this.stored.delivery, busySince)
    this.#busySince = undefined
    this.#knownSinceRest = [this.#known]
    if (busySince !== undefined) this.#checkAlarm()
    if (device.worker && device.told.at > this.#checkedAt) {
      this.#checkedAt = device.told.at
      // Where something went wrong meanwhile the next wake has to mend it.
      const isSpoilt = busySince === undefined || busySince <= Math.max(device.disturbedAt, device.sleptIdleAt)
      if (workingSince !== undefined && !isSpoilt) this.#checkApplied(workingSince)
    }
  }

  /**
   * Everything is as it was planned; or as while the work was done, where something came due a moment after that.
   *
   * @param workingSince ms since the start of the story
   */
  #checkApplied(workingSince: number): void {
    const { at, clock } = this.#device.told
    const began = clock - Math.max(at - workingSince, 0)
    const problems = this.#problemsAt(clock)
    if (problems.length > 0 && !this.#wasRight(began, clock)) {
      for (const [rule, what] of problems) this.#device.report(rule, what)
    }
    if (this.#device.notifications.permission === 'granted') this.#spoken.checkSpoken(this.#known, began)
    this.calm.clockKnownAt = Math.min(this.calm.clockKnownAt, clock)
  }

  /** Whether all was as planned at an instant when something came due, or at the first of them. Both in epoch ms. */
  #wasRight(from: number, to: number): boolean {
    let at: number | undefined = from
    while (at !== undefined && at < to) {
      if (this.#problemsAt(at).length === 0) return true
      at = nextChangeAfter(this.#extension, this.#device, this.record, this.stored.delivery, at)
    }
    return false
  }

  /** Where nothing will wake the extension, nothing is left to do: not even because a worker died. */
  #checkAlarm(): void {
    const device = this.#device
    const hadAlarm = this.#hadAlarm
    this.#hadAlarm = device.alarms.get('wake') !== undefined
    if (this.#hadAlarm || device.notifications.permission !== 'granted') return
    // Who dies before the first call is answered can set no alarm where the browser took it away.
    if (!device.hadAlarm && device.diedAtOnce) return
    // Of a clock that was changed nobody hears who is not woken.
    if (this.calm.clockKnownAt === Number.POSITIVE_INFINITY) return
    const [problem] = this.#problemsAt(device.clock).filter(
      // A result that grows old on the screen harms nobody: no wake is planned to take it away.
      ([rule, what]) => rule !== 'stale' || !what.includes('/result/'),
    )
    if (problem) device.report(hadAlarm ? 'alarm lost' : 'asleep', `nothing will wake the extension: ${problem[1]}`)
  }

  #problemsAt(clock: number): readonly Problem[] {
    return problemsAt(this.#extension, this.#device, this.record, this.stored.delivery, clock)
  }
}
