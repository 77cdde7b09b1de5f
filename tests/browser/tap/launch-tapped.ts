/** A real browser with a copy of the built extension whose background is listened to, and can be held at any call. */

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserName } from '../../../tools/browsers.ts'
import { STORAGE_KEYS } from '../../../utils/storage/keys.ts'
import { builtExtension, launchTracker } from '../harness/launch.ts'
import type { LaunchOptions, Tracker } from '../harness/types.ts'
import { waitFor } from '../harness/wait-for.ts'
import { timesWorked } from './heard.ts'
import { type Heard, type TapNames, type TapOrder, tapScript } from './tap-script.ts'

const NAMES: TapNames = {
  /** Whether the replica is behind is asked whenever, and whether the record is gone; mostly nothing comes of it. */
  besideKeys: [STORAGE_KEYS.replica, STORAGE_KEYS.revision, STORAGE_KEYS.begun, STORAGE_KEYS.device],
  parts: ['storage.local', 'storage.session', 'storage.sync', 'alarms', 'action', 'notifications'],
  /** Under which the background works: `entrypoints/background/reconcile.ts`. */
  lock: 'reconcile',
  orderKey: 'tapOrder',
  channel: 'tap',
}
/** Nothing of the background's own: its change only starts it. */
const NUDGE = 'nudge'

export interface Tapped {
  readonly tracker: Tracker
  /** What was heard since the last `forget`. */
  heard(): Promise<readonly Heard[]>
  forget(): Promise<void>
  /** Waits until the background has worked since the last `forget`, and nothing more waits to be done. */
  settled(): Promise<void>
  /** An order, to be stored together with what wakes the background. */
  order(order: TapOrder): Record<string, unknown>
  /** Does something that wakes the background, and waits until it has done its work. */
  waking(work: () => Promise<unknown>): Promise<void>
  /** Wakes the background by an alarm that is not its own, or by a stop and a change that says nothing: a start is a wake. */
  nudge(by: 'alarm' | 'start'): Promise<void>
  /** Takes the order away and wakes the background. */
  withdraw(): Promise<void>
  close(): Promise<void>
}

/** @param options as `launchTracker`'s; an `extensionDir` is one that `tappedCopy` made, and stays */
export async function launchTapped(browserName: BrowserName, options: LaunchOptions = {}): Promise<Tapped> {
  const extensionDir = options.extensionDir ?? (await tappedCopy(browserName))
  const tracker = await launchTracker(browserName, { ...options, extensionDir })
  await tracker.evaluate(listen, NAMES.channel)
  const heard = () => tracker.evaluate(() => window.tap?.heard ?? [])
  const forget = () => tracker.evaluate(() => void window.tap?.heard.splice(0))
  const worked = async () => timesWorked(await heard())
  const settled = async (before = 0) => {
    const isDone = async () => (await worked()) > before && !(await tracker.evaluate(isLocked, NAMES.lock))
    await waitFor(isDone, { what: 'the background to have done its work', timeout: 30_000 })
  }
  const waking = async (work: () => Promise<unknown>) => {
    const before = await worked()
    await work()
    await settled(before)
  }
  /** What an earlier life still did is none of this start's, which takes a moment. */
  const starting = async (work: () => Promise<unknown>) => {
    await tracker.stopBackground()
    await waking(work)
  }
  let nudges = 0
  return {
    tracker,
    heard,
    forget,
    settled: () => settled(),
    order: (order) => ({ [NAMES.orderKey]: order }),
    waking,
    nudge(by) {
      nudges += 1
      return by === 'alarm'
        ? waking(() => tracker.evaluate((name) => chrome.alarms.create(name, { when: Date.now() }), NUDGE))
        : starting(() => tracker.storage.set({ [NUDGE]: nudges }))
    },
    withdraw: () => starting(() => tracker.evaluate((key) => chrome.storage.local.remove(key), NAMES.orderKey)),
    async close() {
      await tracker.close()
      if (!options.extensionDir) await rm(extensionDir, { recursive: true, force: true })
    },
  }
}

/**
 * A copy of the extension with the tap before the background's own script.
 *
 * @returns its folder; whoever asked for it removes it
 */
export async function tappedCopy(browserName: BrowserName): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'tracker-tapped-'))
  await cp(builtExtension(browserName), copy, { recursive: true })
  const background = join(copy, 'background.js')
  const own = await readFile(background, 'utf8')
  await writeFile(background, `;(${tapScript})(${JSON.stringify(NAMES)});\n${own}`)
  return copy
}

declare global {
  interface Window {
    tap?: { readonly line: BroadcastChannel; readonly heard: Heard[] }
  }
}

/** In a page of the extension. The channel is kept, or it would be collected and fall silent. */
function listen(channel: string): void {
  const line = new BroadcastChannel(channel)
  const heard: Heard[] = []
  line.onmessage = ({ data }) => heard.push(data)
  window.tap = { line, heard }
}

/** In a page of the extension: whether the background works, or waits to. */
async function isLocked(lock: string): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query()
  return [...held, ...pending].some(({ name }) => name === lock)
}
