/** Processor time of a reconcile in the real background. */

import type { CDPSession, Target } from 'puppeteer-core'
import { waitFor } from '../../tests/browser/harness/wait-for.ts'
import { STORAGE_KEYS } from '../../utils/storage/keys.ts'
import type { Subject } from './chromium.ts'

/** Not told: the code is being compiled. */
const UNCOUNTED = 100
/** A key that wakes the background, and nothing more. */
const UNWATCHED = 'bench'
/** Long enough to stand out among the other processes, in ms. */
const SPIN = 400

/**
 * Mean processor time of a reconcile, in ms, without the replica, which is compared beside it: of all threads of the extension's process, as the system counts it, with the
 * reading of the storage and all calls of the browser. To write the same under a key that nobody watches costs as much
 * but for the reconcile, and is taken off.
 *
 * @param change the record as it is to be stored at the n-th wake; each must differ from the one before
 * @param count how many reconciles; the system counts in steps of some ms, so take many
 */
export async function processorTimeOf(
  subject: Subject,
  change: (n: number) => Readonly<Record<string, unknown>>,
  count: number,
): Promise<number> {
  const records = [1, 2].map((n) => change(n)[STORAGE_KEYS.record])
  const write = (key: string, times: number) => subject.home.evaluate(writeAndWait, key, records, times)
  const system = await subject.browser.target().createCDPSession()
  await subject.home.evaluate(switchOff, STORAGE_KEYS.replica)
  await write(STORAGE_KEYS.record, UNCOUNTED)
  const id = await processOf(system, await workerOf(subject))
  const timeOf = async (key: string): Promise<number> => {
    const before = await processorTimes(system)
    await write(key, count)
    return (((await processorTimes(system)).get(id) ?? 0) - (before.get(id) ?? 0)) / count
  }
  const idle = await timeOf(UNWATCHED)
  const time = (await timeOf(STORAGE_KEYS.record)) - idle
  await subject.home.evaluate((key) => chrome.storage.local.remove(key), UNWATCHED)
  await system.detach()
  return time
}

/** Processor time of the first comparison with the replica in the real background, in ms: of what `processorTimeOf` counts. */
export async function replicationTimeOf(subject: Subject): Promise<number> {
  await subject.home.evaluate(switchOff, STORAGE_KEYS.replica)
  const system = await subject.browser.target().createCDPSession()
  const id = await processOf(system, await workerOf(subject))
  const before = await processorTimes(system)
  await subject.home.evaluate(switchOnAndWait, STORAGE_KEYS.replica)
  const after = await processorTimes(system)
  await system.detach()
  return (after.get(id) ?? 0) - (before.get(id) ?? 0)
}

/** @throws Error when the background does not run within a while after something was written */
export async function workerOf({ browser, home, origin }: Subject): Promise<Target> {
  await home.evaluate((items) => chrome.storage.local.set(items), { [UNWATCHED]: Math.random() })
  return waitFor(
    () => browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(origin)),
    { what: 'the background to run' },
  )
}

/** The process in which the background runs: the one that is busy while the background is kept busy. */
async function processOf(system: CDPSession, worker: Target): Promise<number> {
  const session = await worker.createCDPSession()
  const before = await processorTimes(system)
  const expression = `(() => { const end = performance.now() + ${SPIN}; while (performance.now() < end); })()`
  await session.send('Runtime.evaluate', { expression })
  const after = await processorTimes(system)
  await session.detach()
  const grown = [...after].map(([id, time]) => ({ id, time: time - (before.get(id) ?? 0) }))
  const [busiest] = grown.sort((a, b) => b.time - a.time)
  if (!busiest || busiest.time < SPIN / 4) throw new Error('No process was seen to be busy while the background was.')
  return busiest.id
}

/** Process id → processor time so far, in ms. */
async function processorTimes(system: CDPSession): Promise<ReadonlyMap<number, number>> {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  return new Map(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime * 1_000] as const),
  )
}

/** Runs in a page of the extension. Under the lock of who compares, who would otherwise write back what it read before. */
async function switchOff(key: string): Promise<void> {
  await navigator.locks.request('replica', () => chrome.storage.local.set({ [key]: { on: false } }))
}

/** Runs in a page of the extension: until the background has compared; it waits some seconds where it just did. */
function switchOnAndWait(key: string): Promise<void> {
  return new Promise((resolve) => {
    chrome.storage.local.onChanged.addListener(({ [key]: change }) => {
      if ((change?.newValue as { items?: string } | undefined)?.items !== undefined) resolve()
    })
    navigator.locks.request('replica', () => chrome.storage.local.set({ [key]: { on: true } }))
  })
}

/** Runs in a page of the extension. After each write it waits until a reconcile, where one was asked for, is over. */
async function writeAndWait(key: string, values: unknown[], times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    await chrome.storage.local.set({ [key]: values[n % values.length] })
    // The event has to reach the background before its lock can be waited for.
    await new Promise((resolve) => setTimeout(resolve, 5))
    await navigator.locks.request('reconcile', async () => {})
  }
}
