/** axe finds nothing in any state of popup and options, in both themes; nor does it leave a contrast undecided. */

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../utils/record/record.ts'
import { launchTracker } from './harness/launch.ts'
import type { Tracker } from './harness/types.ts'
import { STATES } from './states/catalogue.ts'
import { openState, setTheme, THEMES } from './states/stage.ts'
import { HOST_ZONE, type State } from './states/state.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const EVERYTHING: RunOptions = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations', 'incomplete'] }
const CONTRAST: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] }

/** axe cannot judge a text on a gradient, which the popup has: it is judged on either end of it. */
const GROUNDS = { popup: ['var(--surface)', 'var(--glow)'], options: ['var(--surface)'] } as const

/** Why axe leaves a contrast undecided where nothing is wrong: text that is covered, in a drawing, or a single sign. */
const UNDECIDED_FOR_GOOD_REASON = [
  'bgOverlap',
  'elmPartiallyObscured',
  'elmPartiallyObscuring',
  'imgNode',
  'nonBmp',
  'shortTextContent',
]

/** States with the colours of a role in them: buttons, marks, the rim of a card, every state of a day. */
const COLOURFUL = ['first-use', 'open', 'urgent', 'done', 'missed', 'ended-all-done', 'with-run', 'level-word', 'quiet']

describe('chromium', () => {
  let tracker: Tracker
  let source: string
  beforeAll(async () => {
    source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    tracker = await launchTracker('chromium', { timeZone: HOST_ZONE, locale: 'en-US' })
  })
  afterAll(async () => {
    await tracker?.close()
  })

  it.concurrent.each(STATES.map((state) => [state.page, state.name, state] as const))(
    '%s: %s',
    async (_page, name, state) => {
      await check(state, 'none', EVERYTHING)
      if (COLOURFUL.includes(name)) for (const role of ['hero', 'villain'] as const) await check(state, role, CONTRAST)
    },
  )

  async function check(state: State, role: Role, rules: RunOptions): Promise<void> {
    const { page } = await openState(tracker, state, role)
    await page.evaluate(source)
    for (const theme of THEMES) {
      await setTheme(page, theme)
      for (const [index, ground] of GROUNDS[state.page].entries()) {
        await page.evaluate(paintGround, ground)
        const found = await findings(page, index === 0 ? rules : CONTRAST)
        expect(found, `${theme} theme, ${role}, on ${ground}`).toEqual([])
      }
    }
    await page.close()
  }
})

function paintGround(ground: string): void {
  for (const element of document.querySelectorAll<HTMLElement>('main.popup')) element.style.background = ground
}

/** What axe objects to, in words; also contrasts that it could not work out. */
async function findings(page: Page, rules: RunOptions): Promise<string[]> {
  const { violations, incomplete } = await page.evaluate(
    // `axe` is there since its source ran in the page.
    (options) => (globalThis as unknown as { axe: { run(o: unknown): Promise<AxeResults> } }).axe.run(options),
    rules as object,
  )
  const undecided = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .map((result) => ({
      ...result,
      nodes: result.nodes.filter(
        ({ any }) => !any.every(({ data }) => UNDECIDED_FOR_GOOD_REASON.includes(data?.messageKey)),
      ),
    }))
  return [...violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, failureSummary }) => {
      const why = any.map(({ data }) => data?.messageKey ?? '').join(' ')
      return `${id} ${why}: ${html.slice(0, 200)} ${failureSummary?.replaceAll(/\s+/g, ' ')}`
    }),
  )
}
