import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'wxt'

/** Firefox keeps storage and alarms under this id; it never changes. */
const GECKO_ID = 'defender-of-peace-tracker@tracker.example'

let isServing = false

export default defineConfig({
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  // What a file uses stands at its top, so that the floors can be checked from the imports.
  imports: false,
  outDir: '.output',
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['alarms', 'storage', 'notifications'],
    action: { default_title: '__MSG_extension_name__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '128.0',
              // https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
  vite: () => ({
    // Every browser that the manifest asks for knows modulepreload.
    build: { modulePreload: false },
  }),
  hooks: {
    ready: (wxt) => {
      isServing = wxt.config.command === 'serve'
    },
    // A page alone in its group is built into one bundle: the popup must not wait for a chunk that it shares with the
    // options page.
    'entrypoints:grouped': (_wxt, groups) => {
      const split = groups.flatMap((group) =>
        Array.isArray(group) ? group.map((entrypoint) => [entrypoint]) : [group],
      )
      groups.splice(0, groups.length, ...split)
    },
    // The polyfill is a third of what stands before the popup's first paint, and all that the popup calls returns
    // promises by itself in Manifest V3. Background and options keep it.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ name, type }) => type === 'popup' || name === 'early')) return
      config.resolve = { ...config.resolve, alias: { 'wxt/browser': '@wxt-dev/browser' } }
      // While it is developed, style and scripts come from the server.
      if (!isServing) config.plugins = [...(config.plugins ?? []), quickStart()]
    },
    // Translators need descriptions, names and examples, browsers do not; they are two thirds of the file.
    'build:done': async (wxt, { publicAssets }) => {
      const catalogues = publicAssets.filter(({ fileName }) => fileName.endsWith('messages.json'))
      for (const { fileName } of catalogues) {
        const path = join(wxt.config.outDir, fileName)
        await writeFile(path, compact(await readFile(path, 'utf8')))
      }
    },
  },
})

/** What Vite asks for before it imports a bundle. */
const PRELOAD_HELPER = /vite\/preload-helper\.js$/

/**
 * What the popup's script has to wait for, out of its way: the style stands in the page (a script does not run before a
 * style sheet has come), and the storage is asked by a small script that comes first. And the second bundle has nothing that
 * would have to be preloaded with it, so what Vite would do that with (2 kB) is left out.
 */
function quickStart(): Plugin {
  return {
    name: 'quick-start',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: PRELOAD_HELPER },
      handler: () => 'export const __vitePreload = (load) => load()',
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const style = Object.values(bundle).find(({ fileName }) => fileName.endsWith('.css'))
        if (style?.type !== 'asset') throw new Error('The popup has no style sheet to put into its page.')
        delete bundle[style.fileName]
        return html
          .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style.source}</style>`)
          .replace('<script', '<script async src="/early.js"></script>\n    <script')
      },
    },
  }
}

/** `$NAME$` becomes the `$1` that it stands for: browsers take both. */
function compact(catalogue: string): string {
  const messages: Record<string, CatalogueEntry> = JSON.parse(catalogue)
  const short = Object.entries(messages).map(([key, { message, placeholders = {} }]) => {
    const text = message.replace(
      /\$(\w+)\$/g,
      (name, word: string) => placeholders[word.toLowerCase()]?.content ?? name,
    )
    return [key, { message: text }]
  })
  return JSON.stringify(Object.fromEntries(short))
}

interface CatalogueEntry {
  message: string
  placeholders?: Record<string, { content: string }>
}
