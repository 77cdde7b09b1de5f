/**
 * Draws the toolbar icons from `docs/icon.svg`: `npm run icons`, after the picture changed. Those in the repository are
 * reduced to 64 colours as well (ImageMagick: `-strip -colors 64 PNG8:`), a third of the bytes.
 *
 * @module
 */

import { mkdir, readFile } from 'node:fs/promises'
import puppeteer from 'puppeteer-core'
import { findBrowser } from './browsers.ts'

const SIZES = [16, 32, 48, 128] as const

const svg = await readFile('docs/icon.svg', 'utf8')
const browser = await puppeteer.launch({ executablePath: findBrowser('chromium'), args: ['--no-sandbox'] })
await mkdir('public/icon', { recursive: true })
for (const size of SIZES) {
  const page = await browser.newPage()
  await page.setViewport({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  await page.screenshot({ path: `public/icon/${size}.png`, omitBackground: true })
  await page.close()
}
await browser.close()
