/**
 * Does what a step of a story says: the commander does something, or something goes wrong.
 *
 * @module
 */

import type { Account } from './account.ts'
import type { Agreement, Member } from './agreement.ts'
import type { Watch } from './checks.ts'
import { act } from './commander.ts'
import type { Device } from './device.ts'
import type { Deed, Step } from './story.ts'

const MINUTE = 60_000

/** All of whom a story tells. */
interface World {
  readonly members: readonly Member[]
  readonly account: Account
  readonly agreement: Agreement
}

export function take({ on, what: step }: Step, { members, account, agreement }: World): void {
  const { device, watch } = members[on % members.length] as Member
  if (!device.isInstalled) return
  const { engine } = device
  const later = (minutes: number, run: () => void): void => {
    engine.at(engine.now + minutes * MINUTE, run)
  }
  const reopenLater = (minutes: number, why: 'startup' | 'update' | 'enabled'): void => {
    later(minutes, () => {
      if (device.state === 'closed') device.open(why)
    })
  }
  switch (step.do) {
    case 'travel':
      device.zone = step.zone
      watch.calm.zoneChanged()
      device.disturb()
      return
    case 'clock':
      device.changeClock(step.by * MINUTE)
      watch.clockChanged()
      device.faults.count(step.by < 0 ? 'clock back' : 'clock forward')
      return
    case 'close':
      if (device.state !== 'awake') return
      closeBrowser(device, watch, step.alarms)
      device.faults.count('browser closed')
      reopenLater(step.for, 'startup')
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
      device.close('lost', 'extension')
      watch.alarmsLost()
      device.faults.count(step.do)
      reopenLater(step.do === 'update' ? 0.02 : step.for, step.do === 'update' ? 'update' : 'enabled')
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
      // Who is at work may have asked before: then it is told to nobody, and no browser says so.
      if (!device.isQuiet) watch.calm.stir()
      device.notifications.permission = step.permission
      device.faults.count(`notifications ${step.permission}`)
      device.disturb()
      later(step.for, () => {
        // Another of these steps may have come after it.
        const { permission } = device.notifications
        device.notifications.permission = 'granted'
        device.disturb()
        device.becomeAble()
        if (permission === 'hidden') watch.calm.stir()
      })
      return
    case 'exchange':
      for (const each of members) each.watch.calm.stir()
      exchange(members)
      return
    case 'sync':
      device.faults.sync(step.of, step.fault, step.count)
      return
    case 'off line':
      device.faults.count('off line')
      device.sync.goOffLine(engine.now + step.for * MINUTE)
      return
    case 'account':
      if (account.texts.size === 0) return
      device.faults.count(`account ${step.harm}`)
      account.unusual.push(engine.now)
      account.harm(step.harm, device.random)
      return
    case 'files gone':
      if (device.state !== 'awake') return
      closeBrowser(device, watch, 'kept')
      device.faults.count(`files gone: ${step.of}`)
      agreement.filesGone('before')
      if (step.of !== 'storage') device.sync.lose()
      if (step.of !== 'replica') {
        device.storage.lose()
        watch.storageLost()
      }
      agreement.filesGone('after')
      reopenLater(step.for, 'startup')
      return
    default:
      if (device.state !== 'awake') return
      stirBy(step, watch)
      // A page that slept meanwhile stores it when the computer is awake again.
      act(device, step, watch.record, () => stirBy(step, watch))
  }
}

/** @param alarms whether the browser keeps them, where it is one that can */
export function closeBrowser(device: Device, watch: Watch, alarms: 'kept' | 'lost'): void {
  device.close(alarms === 'lost' || device.browserName === 'firefox' ? 'lost' : 'kept')
  watch.alarmsLost()
}

function stirBy({ do: deed }: Deed, watch: Watch): void {
  watch.calm.stir()
  if (deed === 'snooze' || deed === 'press') watch.calm.holdBack()
}

/** Each device gets what the other knows, as in a file. */
function exchange([one, other]: readonly Member[]): void {
  if (!one || !other || one.device.state !== 'awake' || other.device.state !== 'awake') return
  for (const [to, from] of [
    [one, other],
    [other, one],
  ] as const) {
    const page = to.device.openPage()
    const given = from.watch.record
    to.watch.stored.importing = page
    const work = async (): Promise<void> => {
      await page.extension.updateWhole((record) => page.extension.merge(record, given)).catch(() => {})
      if (page.alive) page.die()
    }
    page.track(work, 'exchange')
  }
}
