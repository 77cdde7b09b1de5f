/** Holds the text to its rules: all of it in the message files, with nothing missing, unused or misnamed. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../../..')
const LOCALES = join(ROOT, 'public/_locales')
const PLURAL = /_(zero|one|two|few|many|other)$/

interface Message {
  readonly message: string
  readonly description?: string
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>
}
type Messages = Readonly<Record<string, Message>>

const read = (locale: string): Messages => JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'))
const english = read('en')
const locales = readdirSync(LOCALES)
const source = ['entrypoints', 'components', 'utils'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|html)$/.test(name))
    .map((name) => ({ path: join(room, name), text: readFileSync(join(ROOT, room, name), 'utf8') })),
)
const config = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8')
const allText = source.map(({ text }) => text).join('\n') + config

/** Keys in code as whole string literals or as `__MSG_key__`. */
function isUsed(key: string): boolean {
  return [key, key.replace(PLURAL, '')].some(
    (name) => allText.includes(`'${name}'`) || allText.includes(`\`${name}\``) || allText.includes(`__MSG_${name}__`),
  )
}

describe.each(locales)('messages of %s', (locale) => {
  const messages = read(locale)

  it('has every key of English, and no other but plural forms', () => {
    const base = (keys: readonly string[]) => [...new Set(keys.map((key) => key.replace(PLURAL, '')))].sort()
    expect(base(Object.keys(messages))).toEqual(base(Object.keys(english)))
  })

  it.each(Object.entries(messages))('%s', (key, { message, placeholders = {} }) => {
    expect(message.trim()).not.toBe('')
    const named = [...message.matchAll(/\$([a-z0-9_]+)\$/gi)].map(([, name = '']) => name.toLowerCase())
    expect([...new Set(named)].sort()).toEqual(Object.keys(placeholders).sort())
    const contents = (of: Message | undefined) =>
      Object.entries(of?.placeholders ?? {})
        .map(([name, { content }]) => `${name} ${content}`)
        .sort()
    const original = english[key] ?? english[key.replace(PLURAL, '_other')]
    if (locale !== 'en') expect(contents({ message, placeholders })).toEqual(contents(original))
  })
})

describe('the English messages', () => {
  it.each(Object.entries(english))('%s tells translators what it is', (_, { description = '' }) => {
    expect(description.length).toBeGreaterThan(10)
  })

  it.each(Object.keys(english))('%s is used', (key) => expect(isUsed(key)).toBe(true))

  it('come in the order of their keys', () => {
    expect(Object.keys(english)).toEqual(Object.keys(english).sort())
  })

  it('have the name and the description that the browser shows, at the length that stores take', () => {
    expect(english.extension_name?.message.length).toBeLessThanOrEqual(45)
    expect(english.extension_description?.message.length).toBeLessThanOrEqual(132)
  })
})

describe('the code', () => {
  const keysAsked = source.flatMap(({ path, text }) =>
    [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\b(message|plural)\(\s*'(\w+)'/g)].map(
      ([, kind, key = '']) => ({
        path,
        key: kind === 'plural' ? `${key}_other` : key,
      }),
    ),
  )
  it('asks for keys', () => expect(keysAsked.length).toBeGreaterThan(20))
  it.each(keysAsked)('$path asks for $key, which exists', ({ key }) => expect(english).toHaveProperty([key]))

  it.each(source.filter(({ path }) => path.endsWith('.tsx')))('$path holds no literal text', ({ text }) => {
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
    const between = [...code.matchAll(/(?<![=])>\s*([^<>{}()=;]*\p{L}{2}[^<>{}()=;]*?)\s*<\//gu)].map(
      ([, words]) => words,
    )
    const attributes = [...code.matchAll(/\b(aria-label|title|placeholder|alt|aria-description)="([^"]*)"/g)].map(
      ([all]) => all,
    )
    expect([...between, ...attributes]).toEqual([])
  })
})
