/** Contact sheets: many pictures in one, to be looked at quickly. */

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Tracker } from '../../tests/browser/harness/types.ts'
import { figures, pageOf } from './gallery.ts'
import type { Drawn } from './shots.ts'

const COLUMNS = 4
/** Pictures on a sheet. */
const PER_SHEET = { popup: 12, options: 8 } as const

/** Draws `sheet-<page>-<theme>-<role>-<number>.png`. */
export async function drawSheets(tracker: Tracker, drawn: readonly Drawn[], folder: string): Promise<void> {
  const page = await tracker.browser.newPage()
  // From there the pictures can be loaded.
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  const single = drawn.flatMap((shot) =>
    shot.files.map((file) => ({
      shot: { ...shot, files: [file] },
      group: `${shot.state.page}-${file.theme}-${shot.manner === 'plain' ? shot.role : 'manners'}`,
    })),
  )
  for (const [group, shots] of Map.groupBy(single, (each) => each.group)) {
    const count = group.startsWith('popup') ? PER_SHEET.popup : PER_SHEET.options
    for (let first = 0; first < shots.length; first += count) {
      const body = shots.slice(first, first + count).map(({ shot }) => figures(shot))
      await page.setViewport({ width: group.startsWith('popup') ? 1620 : 2120, height: 800 })
      await page.setContent(pageOf(group, `<div class="row">${body.join('')}</div>`, sheetStyle), { waitUntil: 'load' })
      const name = `sheet-${group}-${first / count + 1}.png`
      await page.screenshot({ path: join(folder, name) as `${string}.png`, fullPage: true })
    }
  }
  await page.close()
}

const sheetStyle = `.row { display: grid; grid-template-columns: repeat(${COLUMNS}, max-content); }`
