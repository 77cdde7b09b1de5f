/** Chromium with notifications that the commander denied, as its profile keeps it. Firefox has no such permission. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { waitFor } from './harness/wait-for.ts'
import { action, click, recordWithRun } from './support.ts'
import { expectQuiet, noticeCalls } from './tap/heard.ts'
import { launchTapped, type Tapped, tappedCopy } from './tap/launch-tapped.ts'
import { badgeSeen, expectSettled, nextFullHour } from './tap/seen.ts'

const MINUTE = 60_000

let extensionDir: string
let userDataDir: string
beforeAll(async () => {
  extensionDir = await tappedCopy('chromium')
  userDataDir = await mkdtemp(join(tmpdir(), 'tracker-profile-'))
})
afterAll(async () => {
  for (const folder of [extensionDir, userDataDir])
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

/** A start of the browser with the same profile and the same extension. */
async function inBrowser<T>(work: (tapped: Tapped) => Promise<T>): Promise<T> {
  const tapped = await launchTapped('chromium', { extensionDir, userDataDir })
  try {
    const result = await work(tapped)
    expect(await tapped.tracker.consoleErrors()).toEqual([])
    return result
  } finally {
    await tapped.close()
  }
}

/** While the browser is closed. */
async function setDenied(extensionIds: readonly string[]): Promise<void> {
  const path = join(userDataDir, 'Default', 'Preferences')
  const preferences = JSON.parse(await readFile(path, 'utf8'))
  preferences.message_center = { ...preferences.message_center, disabled_extension_ids: extensionIds }
  await writeFile(path, JSON.stringify(preferences))
}

const permission = ({ tracker }: Tapped) => tracker.evaluate(() => chrome.notifications.getPermissionLevel())

it('the badge tells, and the notification comes once, when it is allowed again', async () => {
  const extensionId = await inBrowser(async ({ tracker }) => tracker.extensionId)
  const now = Date.now()
  const startsAt = now - 5000
  const id = `run/unraveling-anomalies/start/${startsAt}`
  const right = () => ({
    ...badgeSeen('UA', 'open', true),
    alarms: [{ name: 'wake', scheduledTime: nextFullHour() }],
    strayNotifications: [],
  })

  await setDenied([extensionId])
  await inBrowser(async (tapped) => {
    const { tracker } = tapped
    expect(await permission(tapped)).toBe('denied')
    await tapped.waking(() => tracker.storage.set({ record: recordWithRun('run', startsAt, now - MINUTE) }))
    await expectSettled(tapped, () => ({ ...right(), delivered: [] }))
    await tapped.forget()
    await tapped.nudge('alarm')
    expectQuiet(await tapped.heard(), 1)
    await expectSettled(tapped, () => ({ ...right(), delivered: [] }))
  })

  await setDenied([])
  await inBrowser(async (tapped) => {
    expect(await permission(tapped)).toBe('granted')
    // The start of the browser was a wake, but nobody listened yet.
    await tapped.nudge('start')
    await expectSettled(tapped, () => ({ ...right(), delivered: [id] }))
    await tapped.forget()
    await tapped.nudge('start')
    expect(noticeCalls(await tapped.heard())).toEqual([])
  })
})

it('the test notification in options says that it was not shown', async () => {
  const extensionId = await inBrowser(async ({ tracker }) => tracker.extensionId)
  await setDenied([extensionId])
  await inBrowser(async ({ tracker }) => {
    const options = await tracker.openPage('options.html')
    await click(options, action('test-notification'))
    const isSaid = () => options.evaluate(() => document.querySelector('[data-error="test-notification"]') !== null)
    await waitFor(isSaid, { what: 'an error at the button' })
  })
})
