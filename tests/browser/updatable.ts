import type { BrowserName } from '../../tools/browsers.ts'
import { copyOfExtension } from './harness/extension-copy.ts'
import { launchTracker } from './harness/launch.ts'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'

export interface Updatable {
  readonly tracker: Tracker
  /** Raises the version and waits until it is the one that runs. */
  update(): Promise<void>
  close(): Promise<void>
}

/** A browser with a copy of the extension, which can be updated in place. */
export async function launchUpdatable(browserName: BrowserName): Promise<Updatable> {
  const copy = await copyOfExtension(browserName)
  const tracker = await launchTracker(browserName, { extensionDir: copy.dir })
  return {
    tracker,
    async update() {
      const version = await copy.raiseVersion()
      await tracker.update()
      const running = () => tracker.evaluate(() => chrome.runtime.getManifest().version)
      await waitFor(async () => (await running()) === version, { what: `version ${version}` })
    },
    async close() {
      await tracker.close()
      await copy.discard()
    },
  }
}
