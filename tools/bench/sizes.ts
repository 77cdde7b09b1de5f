/** Bytes of what is built. */

import { readFile, stat } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'

export interface PageSize {
  html: number
  script: number
  style: number
}

export interface Sizes {
  popup: PageSize
  options: PageSize
  background: number
  /** Of the English messages. */
  messages: number
  zip: number
}

/** @throws Error when the extension is not built. */
export async function sizesOf(extensionDir: string, zip: string): Promise<Sizes> {
  const bytes = async (path: string) => (await stat(path)).size
  return {
    popup: await pageSize(extensionDir, 'popup.html'),
    options: await pageSize(extensionDir, 'options.html'),
    background: await bytes(join(extensionDir, 'background.js')),
    messages: await bytes(join(extensionDir, '_locales/en/messages.json')),
    zip: await bytes(zip),
  }
}

async function pageSize(extensionDir: string, page: string): Promise<PageSize> {
  const html = await readFile(join(extensionDir, page), 'utf8')
  // A style that stands in the page is style all the same.
  const inline = Buffer.byteLength(/<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '')
  const size: PageSize = { html: Buffer.byteLength(html) - inline, script: 0, style: inline }
  const waiting = filesOfPage(html)
  const seen = new Set<string>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    const text = await readFile(join(extensionDir, path), 'utf8')
    size[path.endsWith('.css') ? 'style' : 'script'] += Buffer.byteLength(text)
    if (path.endsWith('.js')) waiting.push(...importsOf(text, path))
  }
  return size
}

/**
 * The scripts and styles that a built page names, from the extension's root.
 *
 * @example filesOfPage('<script type="module" src="/chunks/a.js"></script>') // ['chunks/a.js']
 */
export function filesOfPage(html: string): string[] {
  const named = [...html.matchAll(/\s(?:src|href)="([^":]+\.(?:js|css))"/g)].map(([, path = '']) => path)
  return [...new Set(named.map((path) => posix.join('/', path).slice(1)))]
}

/**
 * The scripts that a built script imports, static or not, from the extension's root.
 *
 * @example importsOf('import{a}from"./b.js"', 'chunks/a.js') // ['chunks/b.js']
 */
export function importsOf(script: string, path: string): string[] {
  const named = [...script.matchAll(/\b(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)]
  return [...new Set(named.map(([, from = '']) => posix.join(dirname(path), from)))]
}
