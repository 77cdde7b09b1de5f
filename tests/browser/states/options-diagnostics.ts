/** Diagnostics in the options page. */

import type { Page } from 'puppeteer-core'
import { setSetting } from '../../../utils/record/transitions.ts'
import { WAKES_KEPT, type Wake } from '../../../utils/storage/wakes.ts'
import { action, click } from '../support.ts'
import { bad, day, fullHour, QUIET } from './diagnostics-wakes.ts'
import { DAY, dayId, doneOn, HOUR, MINUTE, noteOn, RUN_ID, runOnDay, withRecord } from './seeds.ts'
import { options, type State } from './state.ts'

const part = '#diagnostics'
const SUMMARY = '[data-diagnostics] > summary'
const open = (page: Page) => click(page, SUMMARY)
const wakes = (count: number) => `[data-wakes="${count}"]`
const trouble = (name: string) => `[data-trouble="${name}"]`

const seed = withRecord(
  () => setSetting('timeZone', 'Europe/London'),
  runOnDay(3),
  doneOn(1, 2),
  noteOn(2, 'Recruit 3 officers.'),
)
const withWakes =
  (told: (now: number) => readonly Wake[]): State['seed'] =>
  (now, role) => ({ ...seed(now, role), wakes: told(now) })

/** Day 3 was told when it started; it may be snoozed until so long after now (ms). */
const delivery = (now: number, snoozedFor?: number) => {
  const key = `${RUN_ID}/${dayId(3)}`
  const startedAt = now - (now % DAY) - 8 * HOUR
  const snoozed = snoozedFor === undefined ? {} : { [key]: now + snoozedFor }
  return { delivered: { [`${key}/start/${startedAt}`]: startedAt }, snoozed }
}

/** A reminder of four minutes ago waits for the end of the quiet hours. */
const quietSeed = withRecord(
  () => setSetting('timeZone', 'Europe/London'),
  () => setSetting('quietHours', { from: 12 * 60, to: 14 * 60 }),
  () => setSetting('leadTimes', [210, 60]),
  runOnDay(3),
)

/** Runs in the page. */
function refuseToCopy(): void {
  navigator.clipboard.writeText = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'))
  document.execCommand = () => false
}

const fine = (now: number) => ({ alarm: fullHour(now, 1), permission: 'granted' }) as const
const none = () => ({ alarm: null, permission: 'granted' }) as const

export const OPTIONS_DIAGNOSTICS: readonly State[] = [
  options('diagnostics-closed', { part, seed: withWakes(day) }, SUMMARY),
  options('diagnostics', { part, seed: withWakes(day), holds: fine, act: open }, wakes(WAKES_KEPT)),
  options(
    'diagnostics-held',
    {
      part,
      seed: (now, role) => ({ ...quietSeed(now, role), wakes: day(now), delivery: delivery(now) }),
      holds: fine,
      act: open,
    },
    '[data-fact="held"]',
  ),
  options(
    'diagnostics-silent',
    {
      part,
      seed: (now, role) => ({
        ...withRecord(
          () => setSetting('timeZone', 'Europe/London'),
          () => setSetting('startOfDay', false),
          () => setSetting('leadTimes', []),
          runOnDay(3),
        )(now, role),
        wakes: day(now),
        delivery: delivery(now, 26 * MINUTE),
      }),
      holds: (now) => ({ alarm: fullHour(now, 1), permission: 'denied' }),
      act: open,
    },
    trouble('denied'),
  ),
  options(
    'diagnostics-trouble',
    { part, seed: withWakes(bad), holds: () => ({ alarm: null, permission: 'denied' }), act: open },
    wakes(4),
    trouble('missing'),
    trouble('denied'),
  ),
  options(
    'diagnostics-differs',
    {
      part,
      seed: withWakes(day),
      holds: (now) => ({ alarm: fullHour(now, 1) + 25 * MINUTE, permission: 'granted' }),
      act: open,
    },
    trouble('differs'),
  ),
  options(
    'diagnostics-late',
    {
      part,
      seed: withWakes((now) => day(now - 3 * HOUR)),
      holds: (now) => ({ alarm: fullHour(now, -2), permission: 'granted' }),
      act: open,
    },
    trouble('late'),
  ),
  options(
    'diagnostics-unplanned',
    {
      part,
      seed: withWakes((now) => [{ ...QUIET, at: now - HOUR, badge: '' }]),
      holds: fine,
      act: open,
    },
    trouble('unplanned'),
  ),
  options('diagnostics-empty', { part, seed: () => ({}), holds: none, act: open }, wakes(0)),
  options(
    'diagnostics-failed',
    { part, seed: withWakes(day), refuses: 'get', holds: fine, act: open },
    '[data-wakes="unknown"]',
  ),
  options(
    'diagnostics-copied',
    {
      part,
      seed: withWakes(day),
      holds: fine,
      act: async (page) => {
        await open(page)
        await click(page, `${part} ${action('copy-text')}`)
      },
    },
    `${part} [data-copied="true"]`,
  ),
  options(
    'diagnostics-not-copied',
    {
      part,
      main: false,
      seed: withWakes(day),
      holds: fine,
      act: async (page) => {
        await open(page)
        await page.evaluate(refuseToCopy)
        await click(page, `${part} ${action('copy-text')}`)
      },
    },
    `${part} [data-copied="false"]`,
  ),
]
