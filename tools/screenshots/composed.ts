import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Tracker } from '../../tests/browser/harness/types.ts'
import { stateOf } from '../../tests/browser/states/catalogue.ts'
import { openState, POPUP_SIZE, setTheme, type Theme } from '../../tests/browser/states/stage.ts'
import type { State } from '../../tests/browser/states/state.ts'
import type { Role } from '../../utils/record/record.ts'
import { ROOT } from '../commands.ts'
import { smallScreenshot } from './small-png.ts'

const PICTURE = join(ROOT, 'docs', 'pictures', 'tracker.png')
/** A reader of the README loads it each time, in bytes. */
const LARGEST = 200_000

/** Narrow enough to stand beside the popups unscaled, in CSS px: scaled text makes a large file. */
const OPTIONS_WIDTH = 600

const PARTS: readonly (readonly [State['page'], string, Role, Theme])[] = [
  ['popup', 'open', 'hero', 'dark'],
  ['popup', 'done', 'villain', 'light'],
  ['options', 'with-run', 'hero', 'dark'],
]

/**
 * Draws the picture of the README: popups and options side by side on a plain ground.
 *
 * @returns its path
 * @throws Error where it became larger than a README should load
 */
export async function drawReadmePicture(tracker: Tracker): Promise<string> {
  const images: string[] = []
  for (const [where, name, role, theme] of PARTS) {
    const { page } = await openState(tracker, stateOf(where, name), role)
    await setTheme(page, theme)
    const height = await page.evaluate(() => document.body.getBoundingClientRect().height)
    await page.setViewport(
      where === 'popup'
        ? { width: POPUP_SIZE.width, height: Math.min(Math.ceil(height), POPUP_SIZE.height) }
        : { width: OPTIONS_WIDTH, height: 540 },
    )
    if (where === 'options') await page.evaluate(() => document.querySelector('#zone')?.scrollIntoView())
    images.push(`<img class="${where}" src="data:image/png;base64,${await page.screenshot({ encoding: 'base64' })}">`)
    await page.close()
  }
  const page = await tracker.browser.newPage()
  await page.setViewport({ width: 1480, height: 600 })
  await page.setContent(`<style>
      body { display: flex; gap: 32px; align-items: center; justify-content: center; margin: 0; height: 100vh; background: #d5dce6; }
      img { display: block; border-radius: 8px; box-shadow: 0 0 0 1px #00000030; }
    </style>${images.join('')}`)
  await mkdir(dirname(PICTURE), { recursive: true })
  const picture = await smallScreenshot(page)
  await page.close()
  if (picture.length > LARGEST)
    throw new Error(`The picture has ${picture.length} bytes; at most ${LARGEST} are wanted.`)
  await writeFile(PICTURE, picture)
  return PICTURE
}
