/**
 * A computer with a browser in which the tracker is installed: all that the browser keeps for the extension, and how it
 * starts and stops it.
 *
 * @module
 */

import type { BrowserName } from '../../tools/browsers.ts'
import type { Account } from './account.ts'
import { Alarms } from './alarms.ts'
import type { Extension, Life } from './bundle.ts'
import { Computer } from './computer.ts'
import { Context } from './context.ts'
import type { Engine } from './engine.ts'
import { Faults } from './faults.ts'
import { livesOn } from './lives.ts'
import { Locks } from './locks.ts'
import { Notifications } from './notifications.ts'
import type { Random } from './random.ts'
import { Storage } from './storage.ts'
import { SyncStorage } from './sync-storage.ts'
import { startWorker } from './worker.ts'

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
  readonly account: Account
  readonly report: (kind: string, what: string) => void
}

export class Device extends Computer {
  readonly browserName: BrowserName
  readonly report: DeviceOptions['report']
  readonly alarms: Alarms
  readonly storage = new Storage(this)
  readonly sync: SyncStorage
  readonly notifications = new Notifications()
  readonly locks = new Locks()
  readonly faults = new Faults((call) => {
    // What goes wrong with the replica is no excuse for anything else.
    if (call.startsWith('sync.')) this.sync.disturb()
    else this.disturb()
  })
  action = { text: '', color: '', title: '' }
  worker: Context | undefined
  readonly pages = new Set<Context>()
  /** Ms since the start of the story at which a worker was started, one for each. */
  readonly wakes: number[] = []
  /** Ms since the start of the story at which the worker was last told something to work on, and the clock then (epoch ms). */
  told = { at: Number.NEGATIVE_INFINITY, clock: 0 }
  /** Ms since the start of the story at which the computer last fell asleep over a worker that had done its work. */
  sleptIdleAt = Number.NEGATIVE_INFINITY
  /** Also while the extension is switched off. */
  isBrowserOpen = false
  isInstalled = false
  /** Whether there was an alarm when the worker was last told something. */
  hadAlarm = false
  /** The last worker died before it could do anything, even before it had seen to an alarm: nobody can wake another. */
  diedAtOnce = false
  /** Is called before a notification is shown. */
  onShow: (id: string, askedAt: number) => void = () => {}
  /** Starts the code anew for a worker or a page. */
  readonly newLife: (context: Context) => Extension
  readonly random: Random
  /** Events on their way to the worker. */
  #arriving = 0

  constructor(options: DeviceOptions) {
    super(options.engine, options.zone, options.startsAt, options.account.unusual)
    this.browserName = options.browserName
    this.report = options.report
    this.random = options.random
    this.newLife = livesOn(this, options.life, options.random)
    this.alarms = new Alarms(this)
    this.sync = new SyncStorage(this, options.account, options.random)
  }

  /** Nothing is under way. */
  get isQuiet(): boolean {
    if (this.state !== 'awake' || this.#arriving > 0 || this.worker?.isBusy) return false
    for (const page of this.pages) if (page.isBusy) return false
    return true
  }

  latency(): number {
    return 1 + Math.floor(this.random() * 4)
  }

  /** Starts the worker where it does not run, and tells it of an event. */
  wake(event?: string, args: readonly unknown[] = []): void {
    if (this.state === 'closed') return
    this.#arriving++
    this.after(this.latency(), () => {
      // A click changes nothing by itself, nor does the replica: what they change is stored, and heard of. But either may
      // start the worker.
      const isWake = !this.worker || !(event?.startsWith('notifications.') || isOwnNote(args))
      const worker = this.worker ?? this.#startWorker()
      this.after(this.latency(), () => {
        this.#arriving--
        if (isWake) {
          this.told = { at: this.engine.now, clock: this.clock }
          this.hadAlarm = this.alarms.get('wake') !== undefined
          if (isOfRecord(args)) worker.hasRead = false
        }
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
    this.become('awake')
    this.isBrowserOpen = true
    this.isInstalled = true
    this.sync.exchangeSoon()
    if (why === 'startup') this.alarms.timers.restart()
    else this.alarms.timers.resume('counted')
    if (why === 'enabled') this.wake()
    else if (why === 'startup') this.wake('runtime.onStartup')
    else this.wake('runtime.onInstalled', [{ reason: why }])
  }

  /**
   * Everything of the extension ends at once.
   *
   * @param alarms whether the browser keeps them
   * @param what the browser, or the extension alone
   */
  close(alarms: 'kept' | 'lost', what: 'browser' | 'extension' = 'browser'): void {
    this.disturb()
    this.isBrowserOpen = what === 'extension'
    this.#arriving = 0
    this.become('closed')
    this.worker?.die()
    for (const page of [...this.pages]) page.die()
    this.notifications.standing.clear()
    this.action = { text: '', color: '', title: '' }
    this.alarms.timers.halt()
    if (alarms === 'lost') this.alarms.clearAll()
  }

  sleep(): void {
    if (this.state !== 'awake') return
    if (!this.worker?.isAtWork) this.sleptIdleAt = this.engine.now
    this.become('asleep')
    this.alarms.timers.halt()
  }

  wakeUp(timers: 'counted' | 'stood still'): void {
    if (this.state !== 'asleep') return
    this.become('awake')
    this.sync.exchangeSoon()
    this.alarms.timers.resume(timers)
    this.catchUp()
  }

  override changeClock(by: number): void {
    super.changeClock(by)
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

  #startWorker(): Context {
    this.wakes.push(this.engine.now)
    return startWorker(this, (worker) => {
      this.worker = worker
    })
  }
}

function isOfRecord([changes]: readonly unknown[]): boolean {
  return typeof changes === 'object' && changes !== null && 'record' in changes
}

/** What the background notes of the replica and of accidents. */
const NOTES = /^(replica|begun|setAside.*)$/

/** Whether an event tells of what lies in the replica, or of such a note: nothing is planned by them. */
function isOwnNote([changes, area]: readonly unknown[]): boolean {
  return area === 'sync' || (area === 'local' && Object.keys(changes as object).every((key) => NOTES.test(key)))
}
