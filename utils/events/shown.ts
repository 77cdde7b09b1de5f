/**
 * A text from outside, fit to be shown in a sentence.
 *
 * @module
 */

/** Characters of a found value that are shown. */
const SHOWN_LENGTH = 60

/**
 * The text cut, and what would break the line or turn its direction replaced.
 *
 * @param most characters that are left of it, as a person counts them
 * @example shown('a\nb') // 'a\uFFFDb'
 */
export function shown(text: string, most = SHOWN_LENGTH): string {
  const start = [...text.slice(0, 2 * most + 2)]
  const cut = start.length > most ? `${start.slice(0, most - 1).join('')}…` : start.join('')
  return cut.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '\uFFFD')
}
