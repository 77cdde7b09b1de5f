import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  DRAFT_KEPT_FOR,
  DRAFT_LENGTH,
  DRAFTS_KEPT,
  type DraftPlace,
  forgetDraft,
  forgetOldDrafts,
  keepDraft,
  loadDraft,
  parseDraft,
} from '../../../utils/storage/drafts.ts'
import { DAY, START } from '../support/records.ts'

const place = (name: string): DraftPlace<string> => ({ name, schema: v.string() })
const FORM = place('form')
const textAt = (at: unknown, value: unknown = 'typed') => JSON.stringify({ at, value })

/** The `localStorage` of a page; node has none. */
class FakeStorage {
  readonly items = new Map<string, string>()
  get length() {
    return this.items.size
  }
  key = (index: number) => [...this.items.keys()][index] ?? null
  getItem = (key: string) => this.items.get(key) ?? null
  setItem = (key: string, text: string) => void this.items.set(key, text)
  removeItem = (key: string) => void this.items.delete(key)
}

let storage: FakeStorage
const keys = () => [...storage.items.keys()]

beforeEach(() => {
  storage = new FakeStorage()
  vi.stubGlobal('localStorage', storage)
})
afterEach(() => vi.unstubAllGlobals())

describe('a draft', () => {
  it('is none at first', () => expect(loadDraft(FORM, START)).toBeUndefined())

  it('comes back as it was typed last, until it is forgotten', () => {
    keepDraft(FORM, 'Dock Or', START)
    keepDraft(FORM, 'Dock Ore', START + 1)
    expect(loadDraft(FORM, START + DAY)).toBe('Dock Ore')
    expect(storage.items).toEqual(new Map([['draft:form', textAt(START + 1, 'Dock Ore')]]))
    forgetDraft(FORM)
    expect(loadDraft(FORM, START + DAY)).toBeUndefined()
    expect(keys()).toEqual([])
  })

  it('is of one form only', () => {
    keepDraft(FORM, 'one', START)
    keepDraft(place('form=2'), 'two', START)
    forgetDraft(FORM)
    expect([loadDraft(FORM, START), loadDraft(place('form=2'), START)]).toEqual([undefined, 'two'])
  })

  it('is kept for seven days', () => {
    expect(DRAFT_KEPT_FOR).toBe(7 * DAY)
    const at = (now: number) => parseDraft(textAt(START), v.string(), now)
    expect(at(START + 7 * DAY - 1)).toEqual({ at: START, value: 'typed' })
    expect(at(START + 7 * DAY)).toBeUndefined()
  })

  it('of a clock that was wrong does not stay for ever', () => {
    const at = (now: number) => parseDraft(textAt(START), v.string(), now)
    expect(at(START - DAY)).toEqual({ at: START, value: 'typed' })
    expect(at(START - 7 * DAY)).toBeUndefined()
  })

  it.each([
    ['nothing', null],
    ['no JSON', '{"at":'],
    ['no entry', '"typed"'],
    ['null', 'null'],
    ['no instant', textAt('yesterday')],
    ['no finite instant', `{"at":1e999,"value":"typed"}`],
    ['no value', `{"at":${START}}`],
    ['another value', textAt(START, 42)],
    ['too long a text', textAt(START, 'x'.repeat(DRAFT_LENGTH))],
  ])('that is %s is taken for none', (_, text) => {
    expect(parseDraft(text, v.string(), START)).toBeUndefined()
  })
})

describe('what is too long', () => {
  const longest = 'x'.repeat(DRAFT_LENGTH - textAt(START, '').length)

  it('is more than 256 kB', () => {
    expect(DRAFT_LENGTH).toBe(262_144)
    keepDraft(FORM, longest, START)
    expect(loadDraft(FORM, START)).toBe(longest)
  })

  it('is not kept, and what was typed before it stays', () => {
    keepDraft(FORM, 'short', START)
    keepDraft(FORM, `${longest}x`, START + 1)
    expect(storage.items).toEqual(new Map([['draft:form', textAt(START, 'short')]]))
  })
})

describe('of many drafts', () => {
  it('the newest are kept', () => {
    for (let index = 0; index < DRAFTS_KEPT + 2; index++) keepDraft(place(`${index}`), 'typed', START + index)
    expect(DRAFTS_KEPT).toBe(12)
    expect(keys()).toEqual(Array.from({ length: 12 }, (_, index) => `draft:${index + 2}`))
  })

  it('a letter more in one that is there makes none go', () => {
    for (let index = 0; index < DRAFTS_KEPT; index++) keepDraft(place(`${index}`), 'typed', START + index)
    keepDraft(place('0'), 'typed!', START + DAY)
    expect(keys()).toHaveLength(DRAFTS_KEPT)
  })

  it('those too old or unreadable go, and nothing else does', () => {
    storage.setItem('draft:old', textAt(START - 7 * DAY))
    storage.setItem('draft:broken', '{')
    storage.setItem('draft:new', textAt(START))
    storage.setItem('other', '{')
    forgetOldDrafts(START)
    expect(keys()).toEqual(['draft:new', 'other'])
  })
})

describe('where the browser', () => {
  it('has no room, what was kept before stays', () => {
    keepDraft(FORM, 'before', START)
    storage.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
    keepDraft(FORM, 'after', START)
    expect(loadDraft(FORM, START)).toBe('before')
  })

  it('holds its storage back, nothing is kept and nothing fails', () => {
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
    expect(() => keepDraft(FORM, 'typed', START)).not.toThrow()
    expect(loadDraft(FORM, START)).toBeUndefined()
    expect(() => forgetDraft(FORM)).not.toThrow()
    expect(() => forgetOldDrafts(START)).not.toThrow()
  })
})
