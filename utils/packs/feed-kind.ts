/**
 * What the title and format of an entry say about its kind.
 *
 * @module
 */

import type { FeedEntry } from './feed-entry.ts'
import { wordsOf } from './feed-text.ts'

/** How titles end that name their kind: "… – SMS". */
const KINDS = ['sms', 'ims']
const META = 'meta'

/**
 * The words that a meta shares with its feeders: those of its title without "Meta" and without its kind.
 *
 * @param words of its title (`wordsOf`)
 * @returns undefined where the title does not say that it is a meta, or of what
 * @example stemOf(['sector', 'supremacy', 'meta', 'sms']) // ['sector', 'supremacy']
 */
export function stemOf(words: readonly string[]): readonly string[] | undefined {
  if (!words.includes(META)) return undefined
  const named = words.filter((word) => word !== META)
  const stem = KINDS.includes(named.at(-1) ?? '') ? named.slice(0, -1) : named
  return stem.some((word) => /\p{L}/u.test(word)) ? stem : undefined
}

/**
 * Whether the whole server scores as one: its format says so, or where it has none its title.
 *
 * @example isServerWide({ format: '', title: 'Sarris Invasion - IMS' }) // true
 */
export function isServerWide({ format, title }: Pick<FeedEntry, 'format' | 'title'>): boolean {
  return format === '' ? wordsOf(title).at(-1) === 'ims' : format.toUpperCase() === 'IMS'
}
