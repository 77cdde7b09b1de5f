import { mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserName } from '../../../tools/browsers.ts'
import { firefoxSystem } from './firefox-system.ts'
import { launchTracker } from './launch.ts'
import type { Tracker } from './types.ts'
import { waitFor } from './wait-for.ts'

/** A real browser on a host whose time zone can be changed while it runs. */
export interface MovingHost {
  readonly tracker: Tracker
  /** Sets the host's zone (an IANA name, without an alias) and waits until the browser's pages live in it. */
  moveTo(timeZone: string): Promise<void>
  close(): Promise<void>
}

/**
 * Starts a browser that can be moved to another zone. Chromium is told by its protocol, Firefox by its host's zone file
 * and the word that it passes on when its system says that the file was changed.
 *
 * @param timeZone the host's zone at first
 */
export const launchMovingHost = (browserName: BrowserName, timeZone: string): Promise<MovingHost> =>
  browserName === 'firefox' ? launchFirefox(timeZone) : launchChromium(timeZone)

/** Waits until the browser's pages live in a zone, for so many ms. */
export async function expectHostZone(tracker: Tracker, timeZone: string, timeout = 30_000): Promise<void> {
  const zone = () => tracker.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)
  await waitFor(async () => (await zone()) === timeZone, { what: `the browser to live in ${timeZone}`, timeout })
}

/**
 * The protocol sets the zone of a whole process as a change of the host's does, and all of an extension, its service
 * worker included, is in one process. A session on the worker itself would keep it from coming back after a stop.
 */
async function launchChromium(first: string): Promise<MovingHost> {
  const tracker = await launchTracker('chromium', { timeZone: first, locale: 'en-US' })
  const page = await tracker.browser.newPage()
  await page.goto(`${tracker.origin}/manifest.json`)
  const session = await page.createCDPSession()
  return {
    tracker,
    async moveTo(timeZone) {
      await session.send('Emulation.setTimezoneOverride', { timezoneId: timeZone })
      await expectHostZone(tracker, timeZone)
    },
    close: () => tracker.close(),
  }
}

/**
 * `TZ=:file` names the file that is read in place of `/etc/localtime`: a link, by whose target the zone is known.
 * Firefox does not watch it: it hears of a change from the system's bus, where no test may speak.
 * https://searchfox.org/mozilla-central/source/widget/gtk/nsAppShell.cpp
 */
async function launchFirefox(first: string): Promise<MovingHost> {
  const directory = await mkdtemp(join(tmpdir(), 'tracker-host-'))
  const discard = () => rm(directory, { recursive: true, force: true })
  const file = join(directory, 'localtime')
  await linkZone(file, first)
  try {
    const tracker = await launchTracker('firefox', { env: { TZ: `:${file}` }, locale: 'en-US' })
    return {
      tracker,
      async moveTo(timeZone) {
        await linkZone(file, timeZone)
        await tellFirefox(tracker)
        await expectHostZone(tracker, timeZone)
      },
      close: async () => {
        await tracker.close()
        await discard()
      },
    }
  } catch (error) {
    await discard()
    throw error
  }
}

/** Says in Firefox what it says to all its processes when `org.freedesktop.timedate1` has named another zone. */
export async function tellFirefox(tracker: Tracker): Promise<void> {
  await firefoxSystem(tracker.browser).run(() => {
    Services.obs.notifyObservers(null, 'default-timezone-changed')
    return true
  })
}

/** Lets a host's zone file be that of a zone, as systems do it: by a link that is put in its place at once. */
export async function linkZone(file: string, timeZone: string): Promise<void> {
  await symlink(join('/usr/share/zoneinfo', timeZone), `${file}.new`)
  await rename(`${file}.new`, file)
}
