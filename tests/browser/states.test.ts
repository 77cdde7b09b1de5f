/** Every state of popup and options is reached, fits, and is quiet. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchTracker } from './harness/launch.ts'
import type { Tracker } from './harness/types.ts'
import { STATES, stateOf } from './states/catalogue.ts'
import { measure } from './states/measure.ts'
import { openState, POPUP_SIZE, reach, settled } from './states/stage.ts'
import { HOST_ZONE } from './states/state.ts'

describe('chromium', () => {
  let tracker: Tracker
  beforeAll(async () => {
    tracker = await launchTracker('chromium', { timeZone: HOST_ZONE, locale: 'en-US' })
  })
  afterAll(async () => {
    await tracker?.close()
  })

  it.concurrent.each(STATES.map((state) => [state.page, state.name, state] as const))(
    '%s: %s',
    async (_page, _name, state) => {
      const { page, said } = await openState(tracker, state, 'villain')
      const { height, overflows } = await measure(page)
      expect(overflows).toEqual([])
      if (state.page === 'popup' && state.main) expect(height).toBeLessThanOrEqual(POPUP_SIZE.height)
      if (state.page === 'options') {
        await page.setViewport({ width: 320, height: 600 })
        await settled(page)
        expect((await measure(page)).overflows, 'at 320 px').toEqual([])
      }
      expect(said).toEqual([])
      await page.close()
    },
  )

  it('has one state of each name', () => {
    const names = STATES.map(({ page, name }) => `${page} ${name}`)
    expect(names).toEqual([...new Set(names)])
  })
})

/** With the browser's own storage, the background at work and the real clock. */
describe('firefox', () => {
  let tracker: Tracker
  beforeAll(async () => {
    tracker = await launchTracker('firefox', { timeZone: HOST_ZONE })
  })
  afterAll(async () => {
    await tracker?.close()
  })

  it.each([
    ['popup', 'first-use'],
    ['popup', 'open'],
    ['popup', 'done'],
    ['popup', 'ended'],
    ['popup', 'unreadable'],
    ['options', 'fresh'],
    ['options', 'with-run'],
    ['options', 'diagnostics'],
  ] as const)('%s: %s', async (where, name) => {
    const state = stateOf(where, name)
    await tracker.storage.clear()
    const now = Date.now()
    await tracker.storage.set(state.seed(now, 'villain'))
    const page = await tracker.openPage(`${where}.html`)
    if (where === 'popup') await page.setViewport(POPUP_SIZE)
    await reach(page, state)
    const { height, overflows } = await measure(page)
    expect(overflows).toEqual([])
    if (where === 'popup') expect(height).toBeLessThanOrEqual(POPUP_SIZE.height)
    expect(await tracker.consoleErrors()).toEqual([])
    await page.close()
  })
})
