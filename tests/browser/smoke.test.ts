import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSERS } from '../../tools/browsers.ts'
import { builtExtension, launchTracker } from './harness/launch.ts'
import type { Tracker } from './harness/types.ts'

describe.each(BROWSERS)('%s', (browserName) => {
  let tracker: Tracker

  beforeAll(async () => {
    tracker = await launchTracker(browserName)
  })

  afterAll(async () => {
    await tracker?.close()
  })

  it('asks for alarms, storage, notifications and nothing else', async () => {
    const manifest = JSON.parse(await readFile(join(builtExtension(browserName), 'manifest.json'), 'utf8'))
    expect(manifest.manifest_version).toBe(3)
    expect([...manifest.permissions].sort()).toEqual(['alarms', 'notifications', 'storage'])
    expect(
      Object.keys(manifest).filter((key) => /permissions$|content_scripts|externally_connectable/.test(key)),
    ).toEqual(['permissions'])
  })

  it.each(['popup.html', 'options.html'] as const)('opens %s in a tab', async (path) => {
    const page = await tracker.openPage(path)
    await page.waitForFunction(() => document.body.textContent.trim() !== '')
    expect(await tracker.consoleErrors()).toEqual([])
    await page.close()
  })

  it('opens the real popup', async () => {
    const popup = await tracker.openPopup()
    await popup.waitForFunction(() => document.body.textContent.trim() !== '')
    expect(await popup.evaluate(() => location.pathname)).toBe('/popup.html')
    await tracker.closePopup()
    expect(await tracker.consoleErrors()).toEqual([])
  })

  it('stops the background', async () => {
    await tracker.stopBackground()
    expect(await tracker.isBackgroundRunning()).toBe(false)
  })
})
