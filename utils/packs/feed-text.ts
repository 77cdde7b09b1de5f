/**
 * Texts of the feed: fit to be shown, and fit to be compared.
 *
 * @module
 */

/** What a reader does not see, but what can turn the direction of all that follows. Joiners of emoji stay. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u200B\uFEFF]/gu

/**
 * A text on one line, without control characters.
 *
 * @param most characters (UTF-16 units) at most; a longer one ends with "…"
 * @example plainText(' Sector\n Supremacy ', 200) // 'Sector Supremacy'
 */
export function plainText(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ').replace(UNSEEN, '').replace(/ {2,}/g, ' ').trim()
  if (plain.length <= most) return plain
  // The cut may go through a character that takes two units: half of it is cut as well.
  return `${plain.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…`
}

/**
 * The words of a text, without case, accents and punctuation.
 *
 * @example wordsOf('Miles O’Brien – Éclair') // ['miles', "o'brien", 'eclair']
 */
export function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? []
}

/**
 * A text without case and accents, and with one kind of apostrophe.
 *
 * @example folded('Éclair’s') // "eclair's"
 */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'")
}
