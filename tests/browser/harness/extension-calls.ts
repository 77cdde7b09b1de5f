import type { Page } from 'puppeteer-core'
import type { StorageArea, Tracker } from './types.ts'

type Calls = Pick<Tracker, 'evaluate' | 'badge' | 'alarms' | 'notifications' | 'storage'>

/**
 * The calls that run inside a page of the extension.
 *
 * @param home That page.
 */
export function extensionCalls(home: () => Promise<Page>): Calls {
  const evaluate: Calls['evaluate'] = async <Args extends unknown[], Result>(
    callback: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ) => (await (await home()).evaluate(callback as (...args: unknown[]) => unknown, ...args)) as Result

  return {
    evaluate,
    badge: () =>
      evaluate(async () => ({
        text: await chrome.action.getBadgeText({}),
        backgroundColor: Array.from(await chrome.action.getBadgeBackgroundColor({})),
        title: await chrome.action.getTitle({}),
      })),
    alarms: () =>
      evaluate(async () => (await chrome.alarms.getAll()).sort((a, b) => a.scheduledTime - b.scheduledTime)),
    notifications: () =>
      evaluate(async () => (await chrome.notifications.getAll()) as Awaited<ReturnType<Calls['notifications']>>),
    storage: {
      get: (area: StorageArea = 'local') =>
        evaluate(async (name) => (await chrome.storage[name].get()) as Record<string, unknown>, area),
      set: (items, area: StorageArea = 'local') =>
        evaluate(
          async (values, name) => {
            const store = () => chrome.storage[name].set(values)
            // The background may have read the switch of the replica before, and would write it back afterwards.
            await ('replica' in values ? navigator.locks.request('replica', store) : store())
          },
          items,
          area,
        ),
      clear: (area?: StorageArea) =>
        evaluate(
          (areas) =>
            // Under the lock of those who compare the two, or what is cleared first comes back from the other.
            navigator.locks.request('replica', async () => {
              for (const name of areas) await chrome.storage[name].clear()
              // As after an installation.
              if (areas.includes('local')) await chrome.storage.local.set({ begun: Date.now() })
            }),
          area ? [area] : (['sync', 'local'] as const),
        ),
    },
  }
}
