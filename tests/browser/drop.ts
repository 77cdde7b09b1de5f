/** Lets a file fall onto a page. */

import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { Tracker } from './harness/types.ts'
import { waitFor } from './harness/wait-for.ts'

// A page that has just been drawn may not listen yet: the file is dragged over it until the page answers.
const TAKES = 'a page that takes what is dragged'

/**
 * Chromium: a file of the disk is dragged in by the browser's own input, as by hand. Firefox's protocol has no way to
 * it: the page gets the events of a drag, with a real file in them.
 */
export async function dropFile({ browserName }: Tracker, page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector)
  if (browserName === 'firefox') {
    await waitFor(() => page.evaluate(dragInside, selector), { what: TAKES })
    return page.evaluate(dropInside, selector, text)
  }
  const path = join(await mkdtemp(join(tmpdir(), 'drop-')), 'pack.json')
  await writeFile(path, text)
  const target = await page.waitForSelector(selector)
  await target?.scrollIntoView()
  const { x, y } = (await target?.clickablePoint()) ?? { x: 0, y: 0 }
  const session = await page.createCDPSession()
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x, y, data })
  await drag('dragEnter')
  await waitFor(
    async () => {
      await drag('dragOver')
      return page.$('[data-drop-zone="over"]')
    },
    { what: TAKES },
  )
  await drag('drop')
  await session.detach()
}

/** @returns whether the page shows that it would take the file */
function dragInside(selector: string): boolean {
  const target = document.querySelector(selector)
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([''], 'pack.json', { type: 'application/json' }))
  target?.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }))
  return document.querySelector('[data-drop-zone="over"]') !== null
}

function dropInside(selector: string, text: string): void {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([text], 'pack.json', { type: 'application/json' }))
  const target = document.querySelector(selector)
  target?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
}
