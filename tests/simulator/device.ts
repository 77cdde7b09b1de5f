/**
 * A computer with a browser in which the tracker is installed: a clock that can be changed, a zone, sleep, and all that
 * the browser keeps for the extension.
 *
 * @module
 */

import type { BrowserName } from '../../tools/browsers.ts'
import { Alarms } from './alarms.ts'
import { browserApi } from './browser-api.ts'
import type { Extension, Life } from './bundle.ts'
import { Context } from './context.ts'
import type { Engine } from './engine.ts'
import { Faults } from './faults.ts'
import { simulatedDate, simulatedIntl } from './globals.ts'
import { Locks } from './locks.ts'
import { Notifications } from './notifications.ts'
import type { Random } from './random.ts'
import { Storage } from './storage.ts'

/** A worker without work is stopped after, in ms. */
const IDLE = 30_000
/** The hole that no extension can close: a clock that was put back in Chromium. */
const NO_ALARM_RINGS = 'the browser rings no alarm'

export interface DeviceOptions {
  readonly browserName: BrowserName
  readonly engine: Engine
  readonly random: Random
  /** Epoch ms by the clock at the start of the story. */
  readonly startsAt: number
  readonly zone: string
  readonly life: Life
  readonly report: (kind: string, what: string) => void
}

export class Device {
  readonly browserName: BrowserName
  readonly engine: Engine
  readonly report: DeviceOptions['report']
  readonly alarms: Alarms
  readonly storage = new Storage(this)
  readonly notifications = new Notifications()
  readonly locks = new Locks()
  readonly faults = new Faults(() => {
    this.disturb()
  })
  action = { text: '', color: '', title: '' }
  zone: string
  /** Epoch ms minus ms since the start of the story. */
  offset: number
  worker: Context | undefined
  readonly pages = new Set<Context>()
  /** Ms since the start of the story at which a worker was started, one for each. */
  readonly wakes: number[] = []
  /** Ms since the start of the story at which something last went wrong that a wake has to mend. */
  disturbedAt = Number.NEGATIVE_INFINITY
  /** Ms since the start of the story at which the worker was last told something to work on, and the clock then (epoch ms). */
  told = { at: Number.NEGATIVE_INFINITY, clock: 0 }
  /** Ms since the start of the story at which something happened that is not of an ordinary day. */
  readonly unusual: number[] = []
  /** Ms since the start of the story since which the browser could show what is due. */
  ableAt = 0
  /** The last worker died before it could do anything, even before it had seen to an alarm: nobody can wake another. */
  diedAtOnce = false
  /** Is called before a notification is shown. */
  onShow: (id: string, askedAt: number) => void = () => {}
  readonly #random: Random
  readonly #life: Life
  readonly #date = simulatedDate(() => this.clock)
  readonly #intl = simulatedIntl(() => this.zone)
  #deferred: (() => void)[] = []
  readonly #states: { at: number; state: 'awake' | 'asleep' | 'closed' }[] = [{ at: 0, state: 'closed' }]
  #session = 0
  /** Events on their way to the worker. */
  #arriving = 0

  constructor(options: DeviceOptions) {
    this.browserName = options.browserName
    this.engine = options.engine
    this.report = options.report
    this.zone = options.zone
    this.offset = options.startsAt
    this.#random = options.random
    this.#life = options.life
    this.alarms = new Alarms(this)
  }

  /** Epoch ms, as this computer's clock shows it. */
  get clock(): number {
    return this.engine.now + this.offset
  }

  get state(): 'awake' | 'asleep' | 'closed' {
    return this.#states.at(-1)?.state ?? 'closed'
  }

  /** Nothing is under way. */
  get isQuiet(): boolean {
    if (this.state !== 'awake' || this.#arriving > 0 || (this.worker?.pending ?? 0) > 0) return false
    return [...this.pages].every(({ pending }) => pending === 0)
  }

  /** Whether the browser was open and the computer awake all the time between two moments of the story, in ms. */
  wasOpen(from: number, to: number): boolean {
    return this.#states.every(({ at, state }, place) => {
      const until = this.#states[place + 1]?.at ?? Number.POSITIVE_INFINITY
      return state === 'awake' || until <= from || at >= to
    })
  }

  /** What the worker did until now need not be right any more. */
  disturb(): void {
    this.disturbedAt = this.engine.now
    this.unusual.push(this.engine.now)
  }

  newLife(context: Context): Extension {
    return this.#life({
      simulated: { browser: browserApi(this, context) },
      navigator: { locks: this.locks.of(context) },
      Date: this.#date,
      Intl: this.#intl,
      crypto: { randomUUID: () => this.#uuid() },
      performance: { now: () => this.engine.now },
      setTimeout: (run, delay) => context.later(delay, run),
      console: { warn: () => {}, error: () => {}, log: () => {} },
    })
  }

  latency(): number {
    return 1 + Math.floor(this.#random() * 4)
  }

  /** As `Engine.at`; it waits while the computer sleeps and is dropped where the browser was closed meanwhile. */
  after(delay: number, run: () => void): void {
    const session = this.#session
    const happen = (): void => {
      if (session !== this.#session) return
      if (this.state === 'asleep') this.#deferred.push(happen)
      else run()
    }
    this.engine.at(this.engine.now + delay, happen)
  }

  /** Starts the worker where it does not run, and tells it of an event. */
  wake(event?: string, args: readonly unknown[] = []): void {
    if (this.state === 'closed') return
    this.#arriving++
    this.after(this.latency(), () => {
      // A click changes nothing by itself: what it changes is stored, and heard of. But it may start the worker.
      const isWake = !this.worker || !event?.startsWith('notifications.')
      const worker = this.worker ?? this.#startWorker()
      this.after(this.latency(), () => {
        this.#arriving--
        if (isWake) this.told = { at: this.engine.now, clock: this.clock }
        if (event) worker.dispatch(event, args)
      })
    })
  }

  /** Tells all of the extension that is open; the worker is started where it does not run. */
  announce(event: string, args: readonly unknown[]): void {
    for (const page of this.pages) this.after(this.latency(), () => page.dispatch(event, args))
    this.wake(event, args)
  }

  openPage(): Context {
    const page = new Context(this, 'page')
    this.pages.add(page)
    return page
  }

  /** @param askedAt ms since the start of the story: the computer may have slept since */
  show(id: string, title: string, askedAt: number): void {
    this.onShow(id, askedAt)
    this.notifications.show({ id, title, at: this.engine.now, clock: this.clock, wake: this.wakes.length })
  }

  onDeath(context: Context): void {
    if (context === this.worker) {
      this.worker = undefined
      this.diedAtOnce = !context.hasRead
    }
    this.pages.delete(context)
  }

  /** The browser is started: as after an installation, an update, a restart, or when the extension is switched on. */
  open(why: 'install' | 'update' | 'startup' | 'enabled'): void {
    this.#become('awake')
    this.becomeAble()
    if (why === 'startup') this.alarms.timers.restart()
    else this.alarms.timers.resume('counted')
    if (why === 'enabled') this.wake()
    else if (why === 'startup') this.wake('runtime.onStartup')
    else this.wake('runtime.onInstalled', [{ reason: why }])
  }

  /** Everything of the extension ends at once. @param alarms whether the browser keeps them */
  close(alarms: 'kept' | 'lost'): void {
    this.disturb()
    this.#session++
    this.#arriving = 0
    this.#deferred = []
    this.#become('closed')
    this.worker?.die()
    for (const page of [...this.pages]) page.die()
    this.notifications.standing.clear()
    this.action = { text: '', color: '', title: '' }
    this.alarms.timers.halt()
    if (alarms === 'lost') this.alarms.clearAll()
  }

  sleep(): void {
    if (this.state !== 'awake') return
    // What the worker did is done; over what it is at, it must not be wrong after the sleep.
    if ((this.worker?.pending ?? 0) === 0) this.disturb()
    this.#become('asleep')
    this.alarms.timers.halt()
  }

  wakeUp(timers: 'counted' | 'stood still'): void {
    if (this.state !== 'asleep') return
    this.#become('awake')
    this.becomeAble()
    this.alarms.timers.resume(timers)
    const deferred = this.#deferred
    this.#deferred = []
    for (const run of deferred) run()
  }

  /** From now on it can show what is due. */
  becomeAble(): void {
    this.ableAt = this.engine.now
    this.unusual.push(this.engine.now)
  }

  /** Somebody changes the clock. @param by in ms */
  changeClock(by: number): void {
    this.offset += by
    this.disturb()
    this.becomeAble()
    if (this.alarms.timers.deafFor === 0) return
    this.faults.count(NO_ALARM_RINGS)
    this.#awaitAlarms()
  }

  /** What is due while the browser rings no alarm can only be shown afterwards. */
  #awaitAlarms(): void {
    const { deafFor } = this.alarms.timers
    if (deafFor === 0) this.becomeAble()
    else this.engine.at(this.engine.now + deafFor, () => this.#awaitAlarms())
  }

  #become(state: 'awake' | 'asleep' | 'closed'): void {
    this.#states.push({ at: this.engine.now, state })
  }

  #startWorker(): Context {
    this.wakes.push(this.engine.now)
    const worker = new Context(this, 'worker')
    this.worker = worker
    worker.track(() => worker.extension.background.main(), 'main')
    this.#stopWhenIdle(worker)
    return worker
  }

  #stopWhenIdle(worker: Context): void {
    this.engine.at(Math.max(worker.usedAt + IDLE, this.engine.now + 1), () => {
      if (!worker.alive) return
      if (this.state === 'awake' && worker.pending === 0 && this.engine.now >= worker.usedAt + IDLE) worker.die()
      else this.engine.at(this.engine.now + 1000, () => this.#stopWhenIdle(worker))
    })
  }

  #uuid(): string {
    const hex = Array.from({ length: 32 }, () => Math.floor(this.#random() * 16).toString(16)).join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
}
