/**
 * The background's own code, bundled as for the browser, so that a fresh life of it can be started a thousand times a
 * second.
 *
 * Each life has its own instance of all that keeps a state or asks its surroundings: the background, the storage, the
 * texts. The pure floors and the packages keep nothing from one call to the next but what they would work out again, so
 * all lives share one instance of them, which becomes fast by use.
 *
 * @module
 */

import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'
import type { BrowserName } from '../../tools/browsers.ts'
import { simulatedIntl } from './globals.ts'

export type Extension = typeof import('./extension.ts')

/** What one life of a worker or a page finds around it. */
interface Surroundings {
  readonly simulated: { readonly browser: unknown }
  readonly navigator: { readonly locks: unknown }
  readonly Date: DateConstructor
  readonly Intl: typeof Intl
  readonly crypto: { randomUUID(): string }
  readonly performance: { now(): number }
  readonly setTimeout: (run: () => void, delay: number) => void
  readonly console: Pick<Console, 'warn' | 'error' | 'log'>
}

/** Starts the code anew, with nothing left of an earlier life. */
export type Life = (surroundings: Surroundings) => Extension

/** Two texts: code that makes what all lives share, and code that makes a life of it and of `Surroundings`. */
export interface Bundle {
  readonly shared: string
  readonly extension: string
}

const NAMES = ['simulated', 'navigator', 'Date', 'Intl', 'crypto', 'performance', 'setTimeout', 'console'] as const
/** `zone.ts` asks for the zone of this computer, which each simulated one has for itself. */
const PURE = /\/node_modules\/|\/utils\/(time|events|schedule|packs|record|plan)\/(?!zone\.ts$)/
const SHARED = 'shared:'
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export async function bundle(browser: BrowserName): Promise<Bundle> {
  const pure = new Set<string>()
  const leaveOut: Plugin = {
    name: 'leave out what is shared',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      if (!resolved || !PURE.test(resolved.id)) return resolved
      pure.add(resolved.id)
      return { id: SHARED + resolved.id, external: true }
    },
  }
  const extension = await built(browser, here('extension.ts'), leaveOut)
  const paths = [...pure]
  const gather: Plugin = {
    name: 'gather what is shared',
    // Vite makes a path of an entry.
    resolveId: (source) => (source.endsWith(SHARED) ? SHARED : undefined),
    load(id) {
      if (id !== SHARED) return
      const imports = paths.map((path, place) => `import * as part${place} from ${JSON.stringify(path)}`)
      const entries = paths.map((path, place) => `${JSON.stringify(SHARED + path)}: part${place}`)
      return `${imports.join('\n')}\nexport const shared = { ${entries.join(', ')} }`
    },
  }
  return { shared: await built(browser, SHARED, gather), extension }
}

async function built(browser: BrowserName, entry: string, plugin: Plugin): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'warn',
    root: here('../..'),
    define: { 'import.meta.env.FIREFOX': String(browser === 'firefox') },
    plugins: [plugin],
    resolve: {
      alias: [
        { find: 'wxt/browser', replacement: here('surroundings.ts') },
        { find: 'wxt/utils/define-background', replacement: here('define-background.ts') },
        { find: /^.*\/fragment-text\.ts$/, replacement: here('fragment-text.ts') },
      ],
    },
    build: { write: false, minify: false, target: 'esnext', lib: { entry, formats: ['es'] } },
  })) as Rolldown.RolldownOutput[]
  const [file] = output[0]?.output ?? []
  if (!file) throw new Error('Vite built nothing.')
  return bodyOf(file.code)
}

/** @returns of a module, the body of a function that takes what it imports as `shared` and returns what it exports */
function bodyOf(module: string): string {
  const body = module
    // It is there already.
    .replace(/^import ".+";$/gm, '')
    .replace(/^import \* as (\w+) from "(.+)";$/gm, 'const $1 = shared["$2"];')
    .replace(/^import (\{.+\}) from "(.+)";$/gm, (_, names: string, id: string) => {
      return `const ${names.replaceAll(' as ', ': ')} = shared["${id}"];`
    })
    .replace(/^export (\{.+\});$/m, (_, names: string) => `return ${names.replace(/(\w+) as (\w+)/g, '$2: $1')};`)
  if (/^(import|export) /m.test(body)) throw new Error('The bundle imports or exports in a way that is not understood.')
  return `'use strict'\n${body}`
}

/** @param bundled what `bundle` returned */
export function lifeOf(bundled: Bundle): Life {
  const { shared } = new Function('Intl', bundled.shared)(zonedIntl) as { shared: unknown }
  const make = new Function('shared', ...NAMES, bundled.extension)
  return (surroundings) => make(shared, ...NAMES.map((name) => surroundings[name])) as Extension
}

/** What is shared cannot know on which computer it runs, so it must always say which zone it means. */
const zonedIntl = simulatedIntl(() => {
  throw new Error('The pure floors must not ask for the zone of this computer.')
})
