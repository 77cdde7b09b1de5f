import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserName } from '../../../tools/browsers.ts'
import { launchTracker } from './launch.ts'
import type { LaunchOptions, Tracker } from './types.ts'

export interface KeptProfile {
  /** Starts the browser; closed before, it is started again, as a commander's is: it finds the extension installed. */
  start(options?: LaunchOptions): Promise<Tracker>
  readonly dir: string
  /** Closes the browser, if it runs, and removes the profile. */
  discard(): Promise<void>
}

/** A profile that outlives its browser, with the extension in it. */
export async function keptProfile(browserName: BrowserName): Promise<KeptProfile> {
  const userDataDir = await mkdtemp(join(tmpdir(), 'tracker-kept-'))
  let tracker: Tracker | undefined
  return {
    dir: userDataDir,
    async start(options = {}) {
      tracker = await launchTracker(browserName, { ...options, userDataDir, stays: true })
      return tracker
    },
    async discard() {
      await tracker?.close()
      // The browser's helpers may still be writing for a moment after its end.
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
