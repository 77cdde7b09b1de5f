/**
 * What is typed for a commander, read.
 *
 * @module
 */

import type { Reading } from '../../../components/form/draft.ts'
import { message } from '../../../utils/i18n/messages.ts'
import { LEVEL_RANGE } from '../../../utils/record/record.ts'

/** Characters that the record takes for a name or a server. */
const NAME_LENGTH = 100

/** Empty is not told; anything but a whole number in the range has its own reason. */
export function readLevel(text: string): Reading<number | null> {
  const level = text.normalize('NFKC').trim()
  if (level === '') return { ok: true, value: null }
  const { min, max } = LEVEL_RANGE
  // Thousands may be grouped: "10,000" is a number that is too large, not one that is not whole.
  const digits = /^[+-]?\d{1,3}([.,' ]\d{3})+$/.test(level) ? level.replace(/[.,' ]/g, '') : level
  if (/^[+-]?\d+[.,]\d*$/.test(digits)) return { ok: false, error: message('options_level_error_whole', level) }
  if (!/^[+-]?\d+$/.test(digits)) return { ok: false, error: message('options_level_error_number', level) }
  const value = Number(digits)
  if (value < min || value > max) return { ok: false, error: message('options_level_error_range', level, min, max) }
  return { ok: true, value }
}

/** A name or a server. */
export function readName(text: string): Reading<string> {
  const name = text.trim()
  if (name.length > NAME_LENGTH) return { ok: false, error: message('options_name_error_long', NAME_LENGTH) }
  return { ok: true, value: name }
}
