/** The one alarm: created where the browser might hold a wrong one, and never later than it was. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'

const NOW = Date.UTC(2026, 10, 23, 16)
const LATER = NOW + 1_800_000
let applyAlarm: typeof import('../../../entrypoints/background/alarm.ts').applyAlarm
let clearAlarm: typeof import('../../../entrypoints/background/alarm.ts').clearAlarm
let holdAlarm: typeof import('../../../entrypoints/background/alarm.ts').holdAlarm
let create: ReturnType<typeof vi.spyOn>

/** A worker that was just started knows of nothing that another one did. */
async function startWorker(): Promise<void> {
  vi.resetModules()
  ;({ applyAlarm, clearAlarm, holdAlarm } = await import('../../../entrypoints/background/alarm.ts'))
  create.mockClear()
}

beforeEach(async () => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'performance'] })
  create = vi.spyOn(browser.alarms, 'create')
  await startWorker()
})

describe('applyAlarm', () => {
  it('comes again by itself after an hour, should the worker die before it sets the next', async () => {
    await applyAlarm(LATER)
    expect(create.mock.calls).toEqual([['wake', { when: LATER, periodInMinutes: 60 }]])
  })

  it('creates it once in the life of a worker', async () => {
    await applyAlarm(LATER)
    vi.advanceTimersByTime(20_000)
    await applyAlarm(LATER)
    expect(create).toHaveBeenCalledTimes(1)
  })

  it('creates it anew in the next life, for nobody knows how the clock was changed meanwhile', async () => {
    await applyAlarm(LATER)
    await startWorker()
    await applyAlarm(LATER)
    expect(create.mock.calls).toEqual([['wake', { when: LATER, periodInMinutes: 60 }]])
  })

  it.each([
    [999, 1],
    [-999, 1],
    [1000, 2],
    [-1000, 2],
  ])('after the clock was moved by %d ms it was created %d times', async (by, times) => {
    await applyAlarm(LATER)
    vi.setSystemTime(NOW + by)
    await applyAlarm(LATER)
    expect(create).toHaveBeenCalledTimes(times)
  })

  it('creates it where it differs, and where the browser has lost it', async () => {
    await applyAlarm(LATER)
    await applyAlarm(LATER + 1)
    await browser.alarms.clearAll()
    await applyAlarm(LATER + 1)
    expect(create.mock.calls.map(([, info]: [string, { when: number }]) => info.when)).toEqual([
      LATER,
      LATER + 1,
      LATER + 1,
    ])
  })

  it('takes it away where nothing is to come, and arms it again afterwards', async () => {
    await applyAlarm(LATER)
    await clearAlarm()
    expect(await browser.alarms.get('wake')).toBeUndefined()
    await applyAlarm(LATER)
    expect((await browser.alarms.get('wake'))?.scheduledTime).toBe(LATER)
  })
})

describe('holdAlarm', () => {
  it('makes one that comes soon, and again, where there is none', async () => {
    await holdAlarm(NOW + 60_000)
    expect(create.mock.calls).toEqual([['wake', { when: NOW + 60_000, periodInMinutes: 60 }]])
  })

  it('leaves the one that there is', async () => {
    await applyAlarm(LATER)
    await holdAlarm(NOW)
    expect(create).toHaveBeenCalledTimes(1)
  })
})

describe('two at once', () => {
  it('do not put the one that is only held over the other', async () => {
    const get = browser.alarms.get.bind(browser.alarms)
    const answers: (() => void)[] = []
    // The browser takes its time over the first.
    vi.spyOn(browser.alarms, 'get').mockImplementationOnce(async (name) => {
      const alarm = await get(name)
      await new Promise<void>((resolve) => answers.push(resolve))
      return alarm
    })
    const holding = holdAlarm(NOW + 60_000)
    const applying = applyAlarm(LATER)
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    answers[0]?.()
    await Promise.all([holding, applying])
    expect((await browser.alarms.get('wake'))?.scheduledTime).toBe(LATER)
  })
})
