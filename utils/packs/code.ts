/**
 * What a name gives where a file does not say it: the name without its kind, and a code for the badge.
 *
 * @module
 */

/** Characters of a code that fit the badge well. */
const CODE_LENGTH = 3
/** Shown where a name has nothing to make a code of. */
const NO_CODE = '?'
const SMALL_WORDS = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with'])

/**
 * A name without its kind.
 *
 * @example shortNameOf('Defender of Peace – SMS') // 'Defender of Peace'
 */
export function shortNameOf(name: string): string {
  return name.trim().replace(/\s+(?:[-–—]\s*(?:SMS|IMS)|\((?:SMS|IMS)\))$/i, '') || name
}

/**
 * A code of one to three characters: the initials, in capitals. Small words count only where the others are too few to
 * fill it, a number counts whole, and a single word gives its first letters.
 *
 * @example codeOf('Sector Supremacy Meta – SMS') // 'SSM'
 * @example codeOf('Assembling the Resistance') // 'ATR'
 * @example codeOf('Shaping a Unified Destiny') // 'SUD'
 * @example codeOf('Maverick') // 'MAV'
 */
export function codeOf(name: string): string {
  const words =
    shortNameOf(name)
      .normalize('NFC')
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) ?? []
  const [only] = words
  if (only === undefined) return NO_CODE
  if (words.length === 1) return cut(only.toUpperCase(), CODE_LENGTH)
  const counting = words.length > CODE_LENGTH ? words.filter((word) => !SMALL_WORDS.has(word.toLowerCase())) : words
  return cut((counting.length > 0 ? counting : words).map(initialOf).join('').toUpperCase(), CODE_LENGTH)
}

/**
 * Codes that differ: of equal ones all but the first are numbered.
 *
 * @param taken codes that are in use already
 * @example distinctCodes(['SSM', 'SSM', 'UA']) // ['SSM', 'SS2', 'UA']
 */
export function distinctCodes(codes: readonly string[], taken: Iterable<string> = []): readonly string[] {
  const used = new Set(taken)
  const wanted = new Set([...used, ...codes])
  return codes.map((code) => {
    const distinct = used.has(code) ? numbered(code, wanted) : code
    used.add(distinct)
    wanted.add(distinct)
    return distinct
  })
}

function numbered(code: string, used: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const candidate = cut(code, Math.max(1, CODE_LENGTH - String(number).length)) + number
    if (!used.has(candidate)) return candidate
  }
}

function initialOf(word: string): string {
  return /^\p{N}+$/u.test(word) ? word : cut(word, 1)
}

/** Cut between characters, not inside one that takes two UTF-16 units; never more units than a code may have. */
function cut(text: string, most: number): string {
  let start = ''
  for (const sign of [...text].slice(0, most)) if (start.length + sign.length <= CODE_LENGTH) start += sign
  return start
}
