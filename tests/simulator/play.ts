/**
 * Plays a story: sets up the devices, does each step at its minute, and watches.
 *
 * @module
 */

import type { BrowserName } from '../../tools/browsers.ts'
import { Account } from './account.ts'
import { AGREED_WITHIN, Agreement, type Member } from './agreement.ts'
import type { Extension, Life } from './bundle.ts'
import { Watch } from './checks.ts'
import { Device } from './device.ts'
import { Engine } from './engine.ts'
import { randomOf } from './random.ts'
import { closeBrowser, take } from './steps.ts'
import { instantOf, type Story, WEEK } from './story.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

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
  const members = Array.from({ length: story.devices }, (_, place): Member => {
    const report = (rule: string, what: string): void => {
      violations.push({ rule, what, at: engine.now / MINUTE, device: place })
    }
    const random = randomOf(story.seed + place)
    const { browser: browserName, zone, ahead = 0 } = story
    const startsAt = story.startsAt + (place > 0 ? ahead * MINUTE : 0)
    const device = new Device({ browserName, engine, random, startsAt, zone, life: code.life, account, report })
    return { device, watch: new Watch(device, code.oracle) }
  })
  const agreement = new Agreement(members, account, code.oracle)
  engine.onSettled = () => {
    for (const { watch } of members) watch.check()
  }
  members.forEach(({ device }, place) => {
    const joinsAt = place > 0 ? (story.joinsAt ?? 0) : 0
    if (joinsAt === 0) device.open('install')
    else engine.at(joinsAt * MINUTE, () => device.open('install'))
  })
  checkHourly(engine, agreement)
  for (const step of story.steps) {
    await engine.runUntil(instantOf(step))
    take(step, { members, account, agreement })
    if (violations.length > 0) break
  }
  if (violations.length === 0) await engine.runUntil((WEEK + 60) * MINUTE)
  if (violations.length === 0) await beginAnew(members, engine)
  if (violations.length === 0) agreement.check()
  for (const { watch } of members) watch.checkWakes()
  return { violations, devices: members.map(({ device }) => device), watches: members.map(({ watch }) => watch) }
}

function checkHourly(engine: Engine, agreement: Agreement): void {
  engine.at(engine.now + HOUR, () => {
    agreement.check()
    checkHourly(engine, agreement)
  })
}

/** The next day: all that failed works again, and everybody starts their browser. */
async function beginAnew(members: readonly Member[], engine: Engine): Promise<void> {
  for (const { device, watch } of members) {
    device.faults.disarm()
    device.sync.goOnLine()
    device.wakeUp('counted')
    if (device.state === 'awake') closeBrowser(device, watch, 'kept')
    device.open('startup')
  }
  await engine.runUntil(engine.now + AGREED_WITHIN + MINUTE)
}
