/** Cases are the same for the same seed, find what is hidden, and tell it in few words. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import catalogue from '../../../public/_locales/en/messages.json'
import { STORAGE_KEYS } from '../../../utils/storage/keys.ts'
import type { Door } from '../../fuzz/door.ts'
import { DOORS } from '../../fuzz/doors.ts'
import { judge } from '../../fuzz/judge.ts'
import { caseOf, playCase, printed } from '../../fuzz/play-case.ts'
import { shrunk } from '../../fuzz/shrink.ts'
import { formatMessage, type Message } from '../../setup/messages.ts'

beforeEach(() => {
  fakeBrowser.reset()
  const messages: Record<string, Message> = catalogue
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name: string, substitutions?: unknown) =>
    formatMessage(messages[name], substitutions),
  )
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB')
})

describe('the doors', () => {
  it('have names of their own', () => expect(new Set(DOORS.map(({ name }) => name)).size).toBe(DOORS.length))

  it('stand before each key of the storage, but for one whose value nobody reads', () => {
    const keys = DOORS.flatMap((each) => each.keys ?? [])
    expect(new Set([...keys, 'roused'])).toEqual(new Set(Object.keys(STORAGE_KEYS)))
    expect(keys).not.toContain('roused')
  })

  it.each(DOORS.map((each) => [each.name, each] as const))('%s takes its own seeds', async (_, each) => {
    const seeds = each.seeds()
    expect(seeds.length).toBeGreaterThan(0)
    for (const seed of seeds) expect((await judge(each, structuredClone(seed))).fault).toBeUndefined()
  })
})

describe('a case', () => {
  it('is the same for the same seed, and another for another', () => {
    const played = (seed: number) => {
      const { door, input } = caseOf(seed, DOORS)
      return `${door.name} ${printed(input)}`
    }
    const seeds = Array.from({ length: 50 }, (_, index) => index + 1)
    expect(seeds.map(played)).toEqual(seeds.map(played))
    expect(new Set(seeds.map(played)).size).toBeGreaterThan(45)
  })

  it('goes through every door', () => {
    const seeds = Array.from({ length: 500 }, (_, index) => index + 1)
    expect(new Set(seeds.map((seed) => caseOf(seed, DOORS).door))).toEqual(new Set(DOORS))
  })

  it.each<[string, unknown, (input: never) => boolean, string]>([
    ['a key of a prototype', { a: { b: 1 } }, (input: { a?: object }) => has(input?.a, 'constructor'), 'constructor'],
    ['a number that is none', [1, 2, { n: 3 }], (input: unknown[]) => input?.some?.(Number.isNaN), '[ NaN ]'],
    ['a text that was cut', '[1, 2, 3, 4]', (input: string) => !input.endsWith(']'), "''"],
    ['a lone surrogate', '{"name": "x"}', (input: string) => /\p{Cs}/u.test(input), '\\uD'],
    [
      'bytes that are no UTF-8',
      new TextEncoder().encode('[1]'),
      (input: Uint8Array) => input.includes(0xff),
      '[ 255 ]',
    ],
  ])('comes upon %s, and tells it in its shortest form', async (_, seed, isBad, shortest) => {
    const bad: Door = {
      name: 'bad',
      seeds: () => [seed],
      run: (input) => input,
      check: (input) => (isBad(input as never) ? 'hidden' : undefined),
    }
    for (let number = 1; number < 3000; number++) {
      const { broken } = await playCase(number, [bad], true)
      if (!broken) continue
      expect(broken).toMatchObject({ seed: number, door: 'bad', fault: { rule: 'law', what: 'hidden' } })
      expect(broken.input.toUpperCase()).toContain(shortest.toUpperCase())
      expect(broken.input.length).toBeLessThan(60)
      return
    }
    expect.unreachable('never came upon it')
  })

  it('of bytes that are no text damages them as they are', () => {
    const seed = Uint8Array.of(0xc0, 1, 2, 3)
    const each: Door = { name: 'bytes', seeds: () => [seed], run: () => 0, check: () => undefined }
    const inputs = Array.from({ length: 300 }, (_, number) => caseOf(number, [each]).input as Uint8Array)
    // As a text they would not only be others, but more.
    expect(inputs.every(({ length }) => length <= seed.length)).toBe(true)
    expect(new Set(inputs.map(String)).size).toBeGreaterThan(100)
    expect(seed).toEqual(Uint8Array.of(0xc0, 1, 2, 3))
  })

  it('does not change its seeds', () => {
    const seeds = [{ a: [1, { b: 'x' }], c: { d: null } }]
    const before = structuredClone(seeds)
    const each: Door = { name: 'same', seeds: () => seeds, run: () => 0, check: () => undefined }
    for (let number = 1; number < 2000; number++) caseOf(number, [each])
    expect(seeds).toEqual(before)
  })
})

describe('what is shrunk', () => {
  it.each<[string, unknown, (input: never) => boolean, unknown]>([
    ['a text', 'aaaaXbbbbbYcccc', (text: string) => /X.*Y/.test(text), 'XY'],
    ['a list', [1, 2, 3, 4, 5, 6], (list: number[]) => list.includes(2) && list.includes(5), [2, 5]],
    [
      'a value in a value',
      { a: { b: ['xxNxx'], c: 1 }, d: [1] },
      (v: { a?: { b?: string[] } }) => !!v.a?.b?.[0]?.includes('N'),
      { a: { b: ['N'] } },
    ],
    ['bytes', Uint8Array.of(1, 2, 3, 4), (bytes: Uint8Array) => bytes.includes(3), Uint8Array.of(3)],
    [
      'more bytes than a call takes arguments',
      new Uint8Array(500_000).fill(3, 300_000, 300_001),
      (bytes: Uint8Array) => bytes.includes(3),
      Uint8Array.of(3),
    ],
    ['what cannot be shorter', 7, () => true, 7],
  ])('%s is left with what matters', async (_, input, isBad, expected) => {
    expect(await shrunk(input, async (shorter) => isBad(shorter as never))).toEqual(expected)
  })
})

function has(value: object | undefined, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
}
