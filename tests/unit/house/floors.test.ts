/** Holds every file to its floor, as CONTRIBUTING.md draws them: the imports tell. */

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../../..')

/** Room → the rooms it may import from, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'utils/time': [],
  'utils/events': ['utils/time'],
  'utils/schedule': ['utils/events', 'utils/time'],
  'utils/packs': ['utils/schedule', 'utils/events', 'utils/time'],
  'utils/record': ['utils/packs', 'utils/schedule', 'utils/events', 'utils/time'],
  'utils/plan': ['utils/record', 'utils/schedule', 'utils/events', 'utils/time'],
  'utils/i18n': ['utils/time'],
  'utils/storage': ['utils/plan', 'utils/record', 'utils/schedule', 'utils/events', 'utils/time'],
  components: [
    'utils/i18n',
    'utils/packs',
    'utils/plan',
    'utils/record',
    'utils/schedule',
    'utils/events',
    'utils/time',
  ],
  entrypoints: [
    'components',
    ...['i18n', 'storage', 'packs', 'plan', 'record', 'schedule', 'events', 'time'].map((room) => `utils/${room}`),
  ],
}

const PURE = ['utils/time', 'utils/events', 'utils/schedule', 'utils/packs', 'utils/record', 'utils/plan']
const PACKAGES: Readonly<Record<string, readonly RegExp[]>> = {
  pure: [/^date-fns\//, /^@date-fns\/tz$/, /^valibot$/],
  'utils/packs': [/^date-fns\//, /^valibot$/, /^jsonc-parser$/],
  'utils/i18n': [/^wxt\/browser$/],
  'utils/storage': [/^wxt\/browser$/, /^valibot$/, /^date-fns\//],
  components: [/^preact(\/hooks)?$/, /^date-fns\//],
  entrypoints: [
    /^preact(\/hooks)?$/,
    /^date-fns\//,
    /^wxt\/browser$/,
    /^wxt\/utils\/define-(background|unlisted-script)$/,
  ],
}
const MESSAGES = 'public/_locales/en/messages.json'

interface SourceFile {
  readonly path: string
  readonly room: string
  readonly text: string
  readonly imports: readonly string[]
}

const files: SourceFile[] = Object.keys(MAY_IMPORT).flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = join(room, name)
      const text = readFileSync(join(ROOT, path), 'utf8')
      return {
        path,
        room,
        text,
        imports: [...text.matchAll(/(?:from|import) '([^']+)'/g)].map(([, from = '']) => from),
      }
    }),
)

const roomOf = (path: string) => Object.keys(MAY_IMPORT).find((room) => path === room || path.startsWith(`${room}/`))

describe('floors', () => {
  it('are all there', () => expect(new Set(files.map(({ room }) => room)).size).toBe(Object.keys(MAY_IMPORT).length))

  it.each(files)('$path imports only what is below it', ({ path, room, imports }) => {
    const packages = PACKAGES[room] ?? PACKAGES[PURE.includes(room) ? 'pure' : room] ?? []
    const wrong = imports.filter((from) => {
      if (from.endsWith('.css')) return false
      if (!from.startsWith('.')) return !packages.some((allowed) => allowed.test(from))
      const target = relative(ROOT, resolve(ROOT, dirname(path), from))
      if (target === MESSAGES) return room !== 'utils/i18n'
      const targetRoom = roomOf(target)
      return !targetRoom || (targetRoom !== room && !MAY_IMPORT[room]?.includes(targetRoom))
    })
    expect(wrong).toEqual([])
  })

  it.each(files.filter(({ room }) => PURE.includes(room)))('$path is pure', ({ text }) => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(code).not.toMatch(
      /\bDate\.now\(|\bnew Date\(\)|\bbrowser\.|\bdocument\.|\bwindow\.(?!\w*(startsAt|endsAt|id|points|relatedEvent|windows|opensAfter|lasts|region|start|end|index|day|hour|endless))|Math\.random|crypto\./,
    )
  })

  it('no page imports another page', () => {
    const pageOf = (path: string) => /^entrypoints\/(\w+)/.exec(path)?.[1]
    for (const { path, imports } of files.filter(({ room }) => room === 'entrypoints')) {
      for (const from of imports.filter((name) => name.startsWith('.'))) {
        const target = relative(ROOT, resolve(ROOT, dirname(path), from))
        expect(pageOf(target) ?? pageOf(path), `${path} → ${target}`).toBe(pageOf(path))
      }
    }
  })
})
