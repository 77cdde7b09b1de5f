/** A copy of the built extension in which two pages and the background change the record at once. */

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import type { BrowserName } from '../../../tools/browsers.ts'
import { copyOfExtension, type ExtensionCopy } from '../harness/extension-copy.ts'

const NAME = 'concurrent.js'

export async function concurrentCopy(browserName: BrowserName): Promise<ExtensionCopy> {
  const [copy, script] = await Promise.all([copyOfExtension(browserName), bundled()])
  await writeFile(join(copy.dir, NAME), script)
  await changed(join(copy.dir, 'background.js'), (own) => `${script}\n${own}`)
  for (const page of ['popup.html', 'options.html']) {
    await changed(join(copy.dir, page), (own) => own.replace('</head>', `<script src="/${NAME}"></script></head>`))
  }
  return copy
}

async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL('script.ts', import.meta.url))
  const output = (await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'concurrent' } },
  })) as Rolldown.RolldownOutput[]
  const [file] = output[0]?.output ?? []
  if (!file) throw new Error('Vite built nothing.')
  return file.code
}

async function changed(path: string, change: (own: string) => string): Promise<void> {
  const own = await readFile(path, 'utf8')
  const after = change(own)
  if (after === own) throw new Error(`${path} has no place for a script.`)
  await writeFile(path, after)
}
