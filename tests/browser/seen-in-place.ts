/** What tooltip, popup and options say of one run by the clocks of a place. */

import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'
import { edges, momentIn, type Place, rowsIn, wallAt, yearAt } from './places.ts'
import { expectTexts, wallWords } from './wall-words.ts'

const DAY = 86_400_000

/** Waits until the tooltip says when day 1 ends. */
export async function expectTooltip(tracker: Tracker, place: Place, endsAt: number): Promise<void> {
  const said = `Unraveling Anomalies: open until ${momentIn(place, endsAt)}`
  const title = async () => (await tracker.badge()).title.replaceAll(/[^\S\n]/g, ' ').split('\n')[1]
  await waitFor(async () => (await title()) === said, { what: `the tooltip to say ${said}` })
}

/** Waits until the popup shows a run of which day 1 is done. @param startsAt of the run, in epoch ms */
export async function expectPopup(popup: Page, place: Place, startsAt: number, timeout?: number): Promise<void> {
  await expectTexts(popup, '.day-hours', rowsIn(place, startsAt), timeout)
  await expectTexts(popup, '.headline-moment', [momentIn(place, startsAt + 2 * DAY)])
  await expectTexts(popup, '.zone', [`Hours in ${place.city} time.`])
}

/** Waits until the options show the same. */
export async function expectOptions(options: Page, place: Place, startsAt: number, timeout?: number): Promise<void> {
  const { time } = wallWords(wallAt(startsAt, place), yearAt(place))
  const ends = edges(startsAt).slice(1)
  await expectTexts(
    options,
    '.run-days .preview-when',
    ends.map((endsAt) => `${time} – ${momentIn(place, endsAt).replace(` ${place.short}`, '')}`),
    timeout,
  )
  await expectTexts(options, '.run-days .preview-title', [`Schedule in the time of ${place.city} (${place.short})`])
  await expectTexts(
    options,
    '[data-run] .facts dd',
    [startsAt, startsAt + 5 * DAY].map((at) => momentIn(place, at)),
  )
  const input = await options.evaluate(
    () => document.querySelector<HTMLInputElement>('[data-run] [type="time"]')?.value,
  )
  expect(input).toBe(wallAt(startsAt, place).slice(11))
}
