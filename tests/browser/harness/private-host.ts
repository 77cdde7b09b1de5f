import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserName, findBrowser } from '../../../tools/browsers.ts'
import { launchTracker } from './launch.ts'
import { expectHostZone, linkZone, type MovingHost, tellFirefox } from './moving-host.ts'
import { waitFor } from './wait-for.ts'

/** Gives a browser an `/etc` of its own: the zone of the machine is nobody's to change for a test. */
const SCRIPT = `#!/bin/sh
unset TZ
exec unshare --map-root-user --mount sh -c 'mount --bind "$0" /etc && exec "$@"' "$TRACKER_ETC" "$TRACKER_BROWSER" "$@"
`

/** Whether this system lets a process have an `/etc` of its own; Linux with namespaces does. */
export function canHavePrivateHost(): boolean {
  const script = 'mount --bind /tmp /etc'
  return spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', script], { stdio: 'ignore' }).status === 0
}

/**
 * Starts a browser on a host whose `/etc/localtime` is really changed while it runs. Chromium watches that file; Firefox
 * has to be told (see `launchMovingHost`).
 *
 * @param first the host's zone at first
 */
export async function launchPrivateHost(browserName: BrowserName, first: string): Promise<MovingHost> {
  const directory = await mkdtemp(join(tmpdir(), 'tracker-etc-'))
  const discard = () => rm(directory, { recursive: true, force: true })
  const etc = join(directory, 'etc')
  const file = join(etc, 'localtime')
  const executablePath = join(directory, 'browser')
  try {
    // Without its status: what only an administrator may read is not needed.
    spawnSync('cp', ['-a', '/etc', etc], { stdio: 'ignore' })
    await linkZone(file, first)
    await writeFile(executablePath, SCRIPT, { mode: 0o755 })
    const env = { TRACKER_ETC: etc, TRACKER_BROWSER: findBrowser(browserName) }
    const tracker = await launchTracker(browserName, { executablePath, env, locale: 'en-US' })
    const move = async (timeZone: string) => {
      await linkZone(file, timeZone)
      if (browserName === 'firefox') await tellFirefox(tracker)
    }
    return {
      tracker,
      async moveTo(timeZone) {
        // Again and again: Chromium begins to watch the file some seconds after its start.
        const isThere = async () => {
          await move(timeZone)
          await expectHostZone(tracker, timeZone, 1000)
          return true
        }
        await waitFor(isThere, { what: `the browser to follow its host to ${timeZone}`, timeout: 60_000 })
      },
      async close() {
        await tracker.close()
        await discard()
      },
    }
  } catch (error) {
    await discard()
    throw error
  }
}
