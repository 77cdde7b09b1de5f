/**
 * Plays a story: sets up the devices, does each step at its minute, and watches.
 *
 * @module
 */

import type { BrowserName } from '../../tools/browsers.ts'
import { Account } from './account.ts'
import type { Extension, Life } from './bundle.ts'
import { Watch } from './checks.ts'
import { act } from './commander.ts'
import { Device } from './device.ts'
import { Engine } from './engine.ts'
import { randomOf } from './random.ts'
import { type Deed, instantOf, type Step, type Story, WEEK } from './story.ts'

const MINUTE = 60_000

export interface Violation {
  readonly rule: string
  readonly what: string
  /** Minutes since the start of the story. */
  readonly at: number
  readonly device: number
}

export interface Played {
  readonly violations: readonly Violation[]
  readonly devices: readonly Device[]
  readonly watches: readonly Watch[]
}

/** The code of both browsers, ready to be started. */
export interface Code {
  readonly life: Life
  readonly oracle: Extension
}

export async function play(story: Story, codes: Readonly<Record<BrowserName, Code>>): Promise<Played> {
  const engine = new Engine()
  const code = codes[story.browser]
  const violations: Violation[] = []
  const account = new Account()
  const devices = Array.from({ length: story.devices }, (_, device) => {
    const report = (rule: string, what: string): void => {
      violations.push({ rule, what, at: engine.now / MINUTE, device })
    }
    const random = randomOf(story.seed + device)
    const { browser: browserName, zone, startsAt } = story
    return new Device({ browserName, engine, random, startsAt, zone, life: code.life, account, report })
  })
  const watches = devices.map((device) => new Watch(device, code.oracle))
  engine.onSettled = () => {
    for (const watch of watches) watch.check()
  }
  for (const device of devices) device.open('install')
  for (const step of story.steps) {
    await engine.runUntil(instantOf(step))
    take(step, devices, watches)
    if (violations.length > 0) break
  }
  if (violations.length === 0) await engine.runUntil((WEEK + 60) * MINUTE)
  for (const watch of watches) watch.checkWakes()
  return { violations, devices, watches }
}

function take({ on, what: step }: Step, devices: readonly Device[], watches: readonly Watch[]): void {
  const place = on % devices.length
  const [device, watch] = [devices[place], watches[place]] as [Device, Watch]
  const { engine } = device
  const later = (minutes: number, run: () => void): void => {
    engine.at(engine.now + minutes * MINUTE, run)
  }
  switch (step.do) {
    case 'travel':
      device.zone = step.zone
      watch.calm.stir()
      device.disturb()
      return
    case 'clock':
      device.changeClock(step.by * MINUTE)
      watch.clockChanged()
      device.faults.count(step.by < 0 ? 'clock back' : 'clock forward')
      return
    case 'close':
      if (device.state !== 'awake') return
      device.close(step.alarms === 'lost' || device.browserName === 'firefox' ? 'lost' : 'kept')
      watch.alarmsLost()
      device.faults.count('browser closed')
      later(step.for, () => device.open('startup'))
      return
    case 'sleep':
      if (device.state !== 'awake') return
      device.sleep()
      device.faults.count('sleep')
      later(step.for, () => device.wakeUp(step.timers))
      return
    case 'update':
    case 'switch off':
      if (device.state !== 'awake') return
      device.close('lost')
      watch.alarmsLost()
      device.faults.count(step.do)
      later(step.do === 'update' ? 0.02 : step.for, () => device.open(step.do === 'update' ? 'update' : 'enabled'))
      return
    case 'kill':
      device.faults.count('worker killed')
      device.disturb()
      device.worker?.die()
      return
    case 'die':
      device.faults.die(step.who, step.calls, step.after)
      return
    case 'storage':
      device.faults.storage(step.of, step.fault, step.count)
      return
    case 'notifications':
      device.notifications.permission = step.permission
      device.faults.count(`notifications ${step.permission}`)
      device.disturb()
      later(step.for, () => {
        device.notifications.permission = 'granted'
        device.disturb()
        device.becomeAble()
        if (step.permission === 'hidden') watch.calm.stir()
      })
      return
    case 'exchange':
      for (const each of watches) each.calm.stir()
      exchange(devices, watches)
      return
    default:
      if (device.state !== 'awake') return
      stirBy(step, watch)
      // A page that slept meanwhile stores it when the computer is awake again.
      act(device, step, watch.record, () => stirBy(step, watch))
  }
}

function stirBy({ do: deed }: Deed, watch: Watch): void {
  watch.calm.stir()
  if (deed === 'snooze' || deed === 'press') watch.calm.holdBack()
}

/** Each device gets what the other knows. */
function exchange(devices: readonly Device[], watches: readonly Watch[]): void {
  const [one, other] = devices
  if (!one || !other || one.state !== 'awake' || other.state !== 'awake') return
  for (const [to, from] of [
    [one, watches[1]],
    [other, watches[0]],
  ] as const) {
    const page = to.openPage()
    const given = from?.record
    const work = async (): Promise<void> => {
      await page.extension
        .updateWhole((record) => (given ? page.extension.merge(record, given) : record))
        .catch(() => {})
      if (page.alive) page.die()
    }
    page.track(work, 'exchange')
  }
}
