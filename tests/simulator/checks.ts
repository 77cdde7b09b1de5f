/**
 * The rules that hold after each step, whatever happened.
 *
 * @module
 */

import { DEFENDER_OF_PEACE } from '../../utils/events/defender-of-peace.ts'
import type { Plan } from '../../utils/plan/plan.ts'
import type { Stamped, TrackerRecord } from '../../utils/record/record.ts'
import type { Extension } from './bundle.ts'
import type { Device } from './device.ts'
import { expectedAt } from './expected.ts'
import { dueOf, isOver } from './notice-rules.ts'
import { daysOf } from './week-counts.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What keeps an eye on one device. */
export class Watch {
  readonly #device: Device
  readonly #extension: Extension
  /** Epoch ms. */
  #stirredAt = 0
  /** Epoch ms. */
  #heldBackUntil = 0
  /** How late each notice came, in ms. */
  readonly delays: number[] = []
  #stored = new Map<string, Stamped<unknown>>()
  #texts: (string | undefined)[] = []
  #record: TrackerRecord
  /** As it was when nothing was under way. */
  #recordAtRest: TrackerRecord
  #checkedAt = 0
  /** Ms since the start of the story since which the clock is this one. */
  #clockSince = 0
  /** Epoch ms at which the background worked by it first; before that it could not know. */
  #clockKnownAt = 0
  /** Ms since the start of the story since which something is under way. */
  #busySince: number | undefined
  #hadAlarm = false
  #countedDown = false
  /** Notices shown → ms since the start of the story. */
  readonly #shown = new Map<string, number>()
  /** Shown since the worker was last at rest, and late. */
  readonly #late = new Set<string>()

  constructor(device: Device, extension: Extension) {
    this.#device = device
    this.#extension = extension
    this.#record = this.#parse()
    this.#recordAtRest = this.#record
    device.onShow = (id) => this.#beforeShown(id)
  }

  get record(): TrackerRecord {
    return this.#record
  }

  /** Epoch ms since which it is simple what is to be said. */
  get #calmSince(): number {
    return Math.max(this.#stirredAt, this.#heldBackUntil)
  }

  /** The commander did something, or somebody changed the clock: what is to be said since before is less simple. */
  stir(): void {
    this.#stirredAt = this.#device.clock
    this.#device.unusual.push(this.#device.engine.now)
  }

  /** The commander put a reminder off for an hour, whatever they do meanwhile. */
  holdBack(): void {
    this.#heldBackUntil = this.#device.clock + 62 * MINUTE
  }

  /** The browser took the alarms away itself. */
  alarmsLost(): void {
    this.#hadAlarm = false
  }

  /** Somebody changed the clock. What was said by the other one is not said by this one. */
  clockChanged(): void {
    this.stir()
    this.#clockSince = this.#device.engine.now
    this.#clockKnownAt = Number.POSITIVE_INFINITY
  }

  /** At the end of a story: how often it was woken on days on which nothing happened. */
  checkWakes(): void {
    const limit = this.#countedDown ? 90 : 30
    // Each of several runs, and each part that overlaps others, brings boundaries of its own.
    const runs = Object.values(this.#record.runs).map(({ value }) => ('eventId' in value ? value.eventId : ''))
    if (runs.length > 1 || runs.some((id) => id !== DEFENDER_OF_PEACE.id)) return
    for (const { from, wakes, isOrdinary } of daysOf(this.#device)) {
      if (isOrdinary && wakes > limit) this.#device.report('wakes', `${wakes} in the day from minute ${from / MINUTE}`)
    }
  }

  /** After each thing that happened. */
  check(): void {
    const device = this.#device
    this.#checkStored()
    if (!device.isQuiet) {
      this.#busySince ??= device.engine.now
      return
    }
    if (this.#late.size > 1) device.report('several at once', [...this.#late].join(', '))
    this.#late.clear()
    this.#recordAtRest = this.#record
    this.#checkAlarmKept()
    const busySince = this.#busySince
    this.#busySince = undefined
    if (device.worker && device.told.at > this.#checkedAt) {
      this.#checkedAt = device.told.at
      // Where something went wrong meanwhile, the next wake has to mend it.
      if (busySince !== undefined && busySince > device.disturbedAt) this.#checkApplied(busySince)
    }
  }

  #planAt(clock: number): Plan {
    const { planAt, parseDelivery, timeZoneOf, reading } = this.#extension
    const record = this.#record
    const { timeZone } = reading.settingsOf(record)
    const zone = timeZone === 'system' ? this.#device.zone : timeZoneOf(timeZone)
    return planAt(record, parseDelivery(this.#device.storage.get('delivery').delivery), zone, clock)
  }

  /**
   * Everything is as it was planned; or as when the work began, where something came due a moment after that.
   *
   * @param busySince ms since the start of the story
   */
  #checkApplied(busySince: number): void {
    const { at, clock } = this.#device.told
    const problems = this.#problemsAt(clock)
    if (problems.length > 0 && this.#problemsAt(clock - Math.max(at - busySince, 0)).length > 0) {
      for (const [rule, what] of problems) this.#device.report(rule, what)
    }
    if (this.#device.notifications.permission === 'granted') this.#checkSpoken(clock)
    this.#clockKnownAt = Math.min(this.#clockKnownAt, clock)
  }

  #problemsAt(clock: number): [rule: string, what: string][] {
    const device = this.#device
    const problems: [string, string][] = []
    const plan = this.#planAt(clock)
    const { timeZone } = this.#extension.reading.settingsOf(this.#record)
    const zone = timeZone === 'system' ? device.zone : timeZone
    const badge = {
      text: plan.badge.text,
      color: this.#extension.BADGE_COLORS[plan.badge.state],
      title: this.#extension.titleOf(plan.badge, this.#record, zone, clock),
    }
    for (const part of ['text', 'color', 'title'] as const) {
      const [is, should] = [device.action[part], badge[part]]
      if (is !== should)
        problems.push(['badge', `${part} is ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`])
    }
    const { wakeAt } = plan
    if (wakeAt === undefined) return problems
    const alarm = device.alarms.get('wake')
    const inMinutes = (instant: number): number => (instant - clock) / MINUTE
    if (!alarm) problems.push(['alarm', 'there is none'])
    else if (alarm.scheduledTime !== wakeAt && Math.abs(wakeAt - clock) > MINUTE) {
      problems.push(['alarm', `in ${inMinutes(alarm.scheduledTime)} min, should be in ${inMinutes(wakeAt)} min`])
    } else if (alarm.scheduledTime > clock + HOUR) problems.push(['alarm', 'is more than an hour away'])
    if (device.notifications.permission !== 'granted') return problems
    return [...problems, ...plan.notices.map(({ id }): [string, string] => ['not shown', id])]
  }

  /** What was due has been said. */
  #checkSpoken(clock: number): void {
    const device = this.#device
    const { delivered } = this.#extension.parseDelivery(device.storage.get('delivery').delivery)
    for (const { day, dueAt } of expectedAt(this.#extension, this.#record, this.#calmSince, device.zone, clock)) {
      const said = Object.entries(delivered).filter(([id, at]) => id.startsWith(day) && at >= dueAt)
      const log = device.notifications.log.filter(({ at }) => at >= this.#clockSince || dueAt <= this.#clockKnownAt)
      const seen = said.some(([, at]) => log.some((shown) => Math.abs(shown.clock - at) < MINUTE))
      if (!seen) device.report('missed', `${day} due ${(clock - dueAt) / MINUTE} min ago`)
    }
  }

  /** An alarm that there was is not lost because a worker died. */
  #checkAlarmKept(): void {
    const device = this.#device
    const hasAlarm = device.alarms.get('wake') !== undefined
    if (this.#hadAlarm && !hasAlarm && this.#planAt(device.clock).wakeAt !== undefined) {
      device.report('alarm lost', 'nothing will wake the extension')
    }
    this.#hadAlarm = hasAlarm
  }

  /** No entry is ever gone or older than it was. */
  #checkStored(): void {
    const before = this.#texts
    this.#texts = ['record', 'shelf'].map((key) => this.#device.storage.data.get(key))
    if (this.#texts.every((text, place) => text === before[place])) return
    this.#record = this.#parse()
    if (this.#record.settings.lastHourCountdown?.value) this.#countedDown = true
    const now = entriesOf(this.#record)
    for (const [name, { at, by }] of this.#stored) {
      const entry = now.get(name)
      if (!entry) this.#device.report('lost', name)
      else if (entry.at < at || (entry.at === at && entry.by < by))
        this.#device.report('lost', `${name}: an older one is back`)
    }
    this.#stored = now
  }

  #beforeShown(id: string): void {
    const device = this.#device
    const { clock } = device
    const before = this.#shown.get(id)
    if (device.notifications.permission !== 'granted') return
    // Over itself, after a worker that died while it showed it, it is once.
    if (before !== undefined && device.disturbedAt < before - MINUTE) device.report('twice', id)
    this.#shown.set(id, device.engine.now)
    // What changed while the background was at work it could not know.
    const isTooLate = [this.#recordAtRest, this.#record].every((record) => isOver(this.#extension, record, id, clock))
    if (isTooLate) device.report('too late', id)
    const isTooEarly = [this.#recordAtRest, this.#record].every((record) => {
      const due = dueOf(this.#extension, record, id, device.zone)
      return due !== undefined && clock < due
    })
    // By a clock that was changed meanwhile it need not be.
    if (isTooEarly && this.#clockKnownAt <= clock) device.report('too early', id)
    const due = dueOf(this.#extension, this.#record, id, device.zone)
    if (due === undefined) return
    if (due < clock - 2 * MINUTE) this.#late.add(id)
    if (due > this.#calmSince && before === undefined)
      this.delays.push(Math.min(clock - due, device.engine.now - device.ableAt))
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
