/** The simulated browser does what real ones were seen to do. */

import { beforeEach, describe, expect, it } from 'vitest'
import type { BrowserName } from '../../../tools/browsers.ts'
import { Account } from '../../simulator/account.ts'
import type { Extension } from '../../simulator/bundle.ts'
import { Device } from '../../simulator/device.ts'
import { Engine } from '../../simulator/engine.ts'
import { randomOf } from '../../simulator/random.ts'

const MINUTE = 60_000
const START = Date.UTC(2026, 10, 23, 16)

interface Api {
  alarms: {
    create(name: string, info: object): Promise<void>
    get(name: string): Promise<{ scheduledTime: number } | undefined>
    onAlarm: { addListener(listener: (alarm: { name: string }) => unknown): void }
  }
  storage: {
    local: { get(keys: string[] | null): Promise<object>; set(values: object): Promise<void> }
    onChanged: { addListener(listener: (changes: object) => unknown): void }
  }
  notifications: { create(id: string, options: object): Promise<string> }
}

let engine: Engine
let device: Device
let heard: { at: number; what: string }[]
let reports: string[]
/** What the last worker or page was given. */
let found: { browser: Api; locks: LockManager }

function install(browserName: BrowserName): void {
  engine = new Engine()
  heard = []
  reports = []
  device = new Device({
    browserName,
    engine,
    random: randomOf(1),
    startsAt: START,
    zone: 'UTC',
    account: new Account(),
    report: (kind, what) => reports.push(`${kind}: ${what}`),
    life: (surroundings) => {
      found = { browser: surroundings.simulated.browser as Api, locks: surroundings.navigator.locks as LockManager }
      const { browser } = found
      const hear = (what: string): void => {
        heard.push({ at: engine.now, what })
      }
      const main = (): void => {
        browser.alarms.onAlarm.addListener(({ name }) => hear(name))
        browser.storage.onChanged.addListener((changes) => hear(Object.keys(changes).join()))
      }
      return { background: { main } } as unknown as Extension
    },
  })
  device.open('install')
}

const minutes = (count: number): Promise<void> => engine.runUntil(engine.now + count * MINUTE)
/** Minutes of the story, rounded, at which something was heard. */
const heardAt = (what: string): number[] =>
  heard.filter((each) => each.what === what).map(({ at }) => Math.round(at / MINUTE))
const arm = (inMinutes: number, more: object = {}): void => {
  device.alarms.create('wake', { when: device.clock + inMinutes * MINUTE, ...more })
}

describe.each(['chromium', 'firefox'] as const)('%s', (browserName) => {
  const isChromium = browserName === 'chromium'
  beforeEach(async () => {
    install(browserName)
    await minutes(0)
  })

  it('stops a worker after half a minute and starts it for an alarm', async () => {
    arm(60)
    await minutes(1)
    expect(device.worker).toBeUndefined()
    await minutes(60)
    expect(heardAt('wake')).toEqual([60])
    expect(device.wakes).toHaveLength(2)
  })

  it.each([
    ['forward 30 min', 30, [60]],
    ['back 30 min', -30, isChromium ? [90] : [60]],
    ['back 3 h', -180, isChromium ? [240] : [60]],
  ])('rings after the real delay when the clock goes %s, Chromium not before it is due', async (_, by, at) => {
    arm(60)
    await minutes(1)
    device.offset += by * MINUTE
    await minutes(300)
    expect(heardAt('wake')).toEqual(at)
  })

  // Half a minute after the clock has passed the last look (minute 2) again: minute 82.5.
  it.each([
    ['an alarm in 40 min', 40, 45],
    ['an alarm in 10 min', 10, 15],
    ['one that is past already', -100, 5],
  ])(
    'after the clock was put back Chromium rings nothing before it has passed the last look: %s',
    async (_, by, at) => {
      arm(2)
      await minutes(5)
      device.offset -= 80 * MINUTE
      arm(by)
      await minutes(300)
      expect(heardAt('wake')).toEqual([2, isChromium ? 83 : at])
    },
  )

  it('rings again in a browser that was started since the clock was put back', async () => {
    arm(2)
    await minutes(5)
    device.offset -= 80 * MINUTE
    arm(60)
    device.close('kept')
    device.open('startup')
    await minutes(100)
    expect(heardAt('wake')).toEqual([2, 65])
  })

  it('rings on time by the new clock when the alarm is made again after a change', async () => {
    arm(60)
    device.offset += 30 * MINUTE
    device.alarms.create('wake', { when: START + 60 * MINUTE })
    await minutes(120)
    expect(heardAt('wake')).toEqual([30])
  })

  it('rings again and again where it has a period, also when the worker is dead each time', async () => {
    arm(30, { periodInMinutes: 60 })
    device.faults.die('worker', 1, false)
    await minutes(200)
    expect(heardAt('wake')).toEqual([30, 90, 150])
  })

  it('does not ring twice within half a minute in Chromium', async () => {
    arm(1)
    await minutes(1.1)
    device.alarms.create('wake', { when: device.clock + 1000 })
    await minutes(2)
    const [first, second] = heard.map(({ at }) => at)
    expect((second ?? 0) - (first ?? 0) >= 29_900).toBe(isChromium)
  })

  it.each([
    ['counted', [100]],
    // Chromium hears that the computer is awake again and looks at the clock.
    ['stood still', [isChromium ? 100 : 130]],
  ] as const)('after sleep, timers that %s ring at minute %j', async (timers, at) => {
    arm(60)
    await minutes(30)
    device.sleep()
    await minutes(70)
    expect(heard).toEqual([])
    device.wakeUp(timers)
    await minutes(60)
    expect(heardAt('wake')).toEqual(at)
  })

  it('forgets alarms, badge and notifications at an update', async () => {
    arm(60)
    device.action.text = 'UA'
    device.show('run/day/start/1', 'Day 1', device.engine.now)
    device.close('lost')
    device.open('update')
    await minutes(120)
    expect(device.alarms.get('wake')).toBeUndefined()
    expect([device.action.text, device.notifications.standing.size]).toEqual(['', 0])
  })

  it('rings after a restart for what came due while it was closed, where alarms are kept', async () => {
    arm(60)
    device.close('kept')
    await minutes(90)
    expect(heard).toEqual([])
    device.open('startup')
    await minutes(1)
    expect(heardAt('wake')).toEqual([90])
  })

  it('tells of a write that changes nothing in Firefox only', async () => {
    const page = device.openPage()
    const { browser } = found
    page.track(() => browser.storage.local.set({ key: 1 }), 'write')
    await minutes(1)
    page.track(() => browser.storage.local.set({ key: 1 }), 'write')
    await minutes(1)
    expect(heardAt('key')).toHaveLength(isChromium ? 1 : 2)
  })

  it.each([
    ['reject', 'Error: The browser could not do it.'],
    ['empty', {}],
  ] as const)('a read can come back as %s, once', async (fault, answer) => {
    device.storage.set({ key: 1 })
    device.faults.storage('reads', fault, 1)
    const page = device.openPage()
    const { browser } = found
    const answers: unknown[] = []
    const read = (): Promise<unknown> =>
      browser.storage.local
        .get(['key'])
        .catch(String)
        .then((got) => answers.push(got))
    page.track(read, 'read')
    await minutes(1)
    page.track(read, 'read')
    await minutes(1)
    expect(answers).toEqual([answer, { key: 1 }])
  })

  it.each([false, true])('a page dies at a call, after its effect: %s', async (after) => {
    const page = device.openPage()
    const { browser } = found
    device.faults.die('page', 1, after)
    let answered = false
    page.track(() => browser.storage.local.set({ key: 1 }).then(() => (answered = true)), 'write')
    await minutes(1)
    expect([page.alive, answered, device.storage.get('key')]).toEqual([false, false, after ? { key: 1 } : {}])
  })

  it('gives a lock on when its holder dies', async () => {
    const holder = device.openPage()
    const { locks } = found
    holder.track(() => locks.request('record', () => new Promise(() => {})), 'hold')
    const next = device.openPage()
    let held = false
    next.track(() => found.locks.request('record', async () => (held = true)), 'wait')
    await minutes(1)
    expect(held).toBe(false)
    holder.die()
    await minutes(1)
    expect(held).toBe(true)
  })

  it('knows buttons on notifications in Chromium only', async () => {
    const page = device.openPage()
    const { browser } = found
    const shown = (options: object): Promise<unknown> => browser.notifications.create('id', options)
    page.track(() => shown({ title: 't', buttons: [] }).catch(() => reports.push('refused')), 'show')
    await minutes(1)
    expect(reports).toEqual(isChromium ? [] : ['refused'])
  })

  it('says nothing of notifications that are denied in Chromium, and refuses them in Firefox', async () => {
    const page = device.openPage()
    const { browser } = found
    device.notifications.permission = 'denied'
    page.track(() => browser.notifications.create('id', { title: 't' }), 'show')
    await minutes(1)
    expect(reports).toEqual(isChromium ? [] : ['unhandled: show: Error: Unable to show notifications.'])
    expect(device.notifications.log).toEqual([])
  })
})
