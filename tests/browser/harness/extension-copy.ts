import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserName } from '../../../tools/browsers.ts'
import { builtExtension } from './launch.ts'

export interface ExtensionCopy {
  readonly dir: string
  /** Makes it the next version of itself. @returns that version */
  raiseVersion(): Promise<string>
  discard(): Promise<void>
}

/** A copy of the built extension that a test may change. */
export async function copyOfExtension(browserName: BrowserName): Promise<ExtensionCopy> {
  const dir = await mkdtemp(join(tmpdir(), 'tracker-extension-'))
  await cp(builtExtension(browserName), dir, { recursive: true })
  return {
    dir,
    async raiseVersion() {
      const path = join(dir, 'manifest.json')
      const manifest: { version: string } = JSON.parse(await readFile(path, 'utf8'))
      const [major = '0', ...rest] = manifest.version.split('.')
      const version = [Number(major) + 1, ...rest].join('.')
      await writeFile(path, JSON.stringify({ ...manifest, version }))
      return version
    },
    discard: () => rm(dir, { recursive: true, force: true }),
  }
}
