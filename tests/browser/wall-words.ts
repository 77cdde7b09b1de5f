/** Hours as the pages write them in American English, from what stands on a wall: no time zone has a hand in it. */

import type { Page } from 'puppeteer-core'
import { waitFor } from './harness/wait-for.ts'

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

interface WallWords {
  /** Such as "Sun". */
  readonly weekday: string
  /** Such as "Sun Mar 8", with its year where that is not the one given. */
  readonly date: string
  /** Such as "2:30 AM". */
  readonly time: string
}

/**
 * @param wall a date and an hour, `2026-03-08T02:30`; what follows is not read
 * @param year the one that dates leave out
 */
export function wallWords(wall: string, year: number): WallWords {
  const [, ownYear = 0, month = 0, day = 0, hour = 0, minute = 0] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(wall)?.map(Number) ?? []
  const weekday = WEEKDAYS[new Date(Date.UTC(ownYear, month - 1, day)).getUTCDay()] ?? ''
  return {
    weekday,
    date: `${weekday} ${MONTHS[month - 1]} ${day}${ownYear === year ? '' : `, ${ownYear}`}`,
    time: `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`,
  }
}

/**
 * The days of a run as the popup lists them.
 *
 * @param walls what the wall shows when each starts, and at the end of the last
 * @example dayRows(['2026-03-06T11:00', '2026-03-07T11:00'], 2026) // ['Fri Mar 6, 11:00 AM – Sat 11:00 AM']
 */
export function dayRows(walls: readonly string[], year: number): string[] {
  return walls.slice(1).map((wall, index) => {
    const [from, to] = [wallWords(walls[index] ?? '', year), wallWords(wall, year)]
    return `${from.date}, ${from.time} – ${to.weekday} ${to.time}`
  })
}

/** What the elements say, with plain spaces: locales put others before AM. */
export async function textsOf(page: Page, selector: string): Promise<string[]> {
  const texts = await page.evaluate(
    (wanted) => [...document.querySelectorAll(wanted)].map((element) => element.textContent),
    selector,
  )
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

/** Waits until the elements say exactly that. */
export async function expectTexts(
  page: Page,
  selector: string,
  expected: readonly string[],
  timeout = 30_000,
): Promise<void> {
  let texts: string[] = []
  const isSaid = async () => {
    texts = await textsOf(page, selector)
    return JSON.stringify(texts) === JSON.stringify(expected)
  }
  await waitFor(isSaid, { what: `${selector} to say ${expected.join(' | ')}`, timeout }).catch((error: Error) => {
    throw new Error(`${error.message}; it says ${texts.join(' | ')}`)
  })
}
