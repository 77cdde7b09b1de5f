import { vi } from 'vitest'
import { browser } from 'wxt/browser'

/**
 * From now on each call of the storage takes its time, so that what does not wait for its turn comes in between. Ends with
 * `vi.restoreAllMocks`.
 */
export function slowStorage(): void {
  const { get, set } = browser.storage.local
  vi.spyOn(browser.storage.local, 'get').mockImplementation((async (keys: null) => {
    await moment()
    const values = await get(keys)
    await moment()
    return values
  }) as never)
  vi.spyOn(browser.storage.local, 'set').mockImplementation((async (values: object) => {
    await moment()
    await set(values)
    await moment()
  }) as never)
}

/** All that can go on meanwhile goes on. */
function moment(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
