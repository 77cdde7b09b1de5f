/**
 * Bundles the extension's code for the simulator, once for each browser, as the real build does.
 *
 * @module
 */

import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import type { BrowserName } from '../../tools/browsers.ts'

export type Extension = typeof import('./extension.ts')

/** What one life of a worker or a page finds around it. */
interface Surroundings {
  readonly simulated: { readonly browser: unknown }
  readonly navigator: { readonly locks: unknown }
  readonly Date: DateConstructor
  readonly Intl: typeof Intl
  readonly crypto: { randomUUID(): string }
  readonly performance: { now(): number }
  readonly console: Pick<Console, 'warn' | 'error' | 'log'>
}

/** Starts the code anew, with nothing left of an earlier life. */
export type Life = (surroundings: Surroundings) => Extension

const NAMES = ['simulated', 'navigator', 'Date', 'Intl', 'crypto', 'performance', 'console'] as const
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** @returns the text of the bundle: code that makes the extension from the names of `Surroundings` */
export async function bundle(browser: BrowserName): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'warn',
    root: here('../..'),
    define: { 'import.meta.env.FIREFOX': String(browser === 'firefox') },
    resolve: {
      alias: { 'wxt/browser': here('surroundings.ts'), 'wxt/utils/define-background': here('define-background.ts') },
    },
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: here('extension.ts'), formats: ['iife'], name: 'extension' },
    },
  })) as Rolldown.RolldownOutput[]
  const [file] = output[0]?.output ?? []
  if (!file) throw new Error('Vite built nothing.')
  return file.code
}

/** @param code what `bundle` returned */
export function lifeOf(code: string): Life {
  const make = new Function(...NAMES, `${code}\nreturn extension`)
  return (surroundings) => make(...NAMES.map((name) => surroundings[name])) as Extension
}
