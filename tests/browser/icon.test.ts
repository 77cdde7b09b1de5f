/** The icon of the notifications does not load: Chromium refuses them, Firefox shows them without. */

import { copyFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { builtExtension } from './harness/launch.ts'
import { recordWithRun } from './support.ts'
import { noticeCalls, timesWorked } from './tap/heard.ts'
import { launchTapped, type Tapped, tappedCopy } from './tap/launch-tapped.ts'
import { badgeSeen, cleared, expectSettled, nextFullHour } from './tap/seen.ts'

const ICON = join('icon', '128.png')
const MINUTE = 60_000

describe.each(BROWSERS)('%s', (browserName) => {
  let extensionDir: string
  let tapped: Tapped
  beforeAll(async () => {
    extensionDir = await tappedCopy(browserName)
    await writeFile(join(extensionDir, ICON), 'no picture')
    tapped = await launchTapped(browserName, { extensionDir })
  })
  afterAll(async () => {
    await tapped?.close()
    await rm(extensionDir, { recursive: true, force: true })
  })

  it('the badge tells, and the notification comes once, as soon as the browser takes it', async () => {
    const { tracker } = tapped
    await cleared(tapped)
    const now = Date.now()
    const startsAt = now - 5000
    const id = `run/unraveling-anomalies/start/${startsAt}`
    const expectDelivered = (delivered: string[]) =>
      expectSettled(tapped, () => ({
        ...badgeSeen('UA', 'open', true),
        alarms: [{ name: 'wake', scheduledTime: nextFullHour() }],
        delivered,
      }))
    await tapped.waking(() => tracker.storage.set({ record: recordWithRun('run', startsAt, now - MINUTE) }))
    if (browserName === 'chromium') {
      await expectDelivered([])
      await tapped.nudge('alarm')
      const heard = await tapped.heard()
      const tries = noticeCalls(heard)
      expect(new Set(tries)).toEqual(new Set([id]))
      expect(tries.length).toBeLessThanOrEqual(timesWorked(heard))
      await copyFile(join(builtExtension(browserName), ICON), join(extensionDir, ICON))
      await tapped.forget()
      await tapped.nudge('alarm')
    }
    await expectDelivered([id])
    await tapped.nudge('start')
    expect(noticeCalls(await tapped.heard())).toEqual([id])
    expect(await tracker.consoleErrors()).toEqual([])
  })
})
