/**
 * What is typed for a commander, read.
 *
 * @module
 */

import type { Reading } from '../../../components/form/draft.ts'
import { message } from '../../../utils/i18n/messages.ts'
import { wholeEntry } from '../../../utils/packs/draft-entry.ts'
import { LEVEL_RANGE } from '../../../utils/record/record.ts'

/** Characters that the record takes for a name or a server. */
const NAME_LENGTH = 100

/** Empty is not told; anything but a whole number in the range has its own reason. */
export function readLevel(text: string): Reading<number | null> {
  const { min, max } = LEVEL_RANGE
  const entry = wholeEntry(text, [min, max])
  if (entry.ok) return { ok: true, value: entry.value ?? null }
  const level = text.normalize('NFKC').trim()
  switch (entry.rule) {
    case 'number-whole':
      return { ok: false, error: message('options_level_error_whole', level) }
    case 'number-range':
      return { ok: false, error: message('options_level_error_range', level, min, max) }
    default:
      return { ok: false, error: message('options_level_error_number', level) }
  }
}

/** A name or a server. */
export function readName(text: string): Reading<string> {
  const name = text.trim()
  if (name.length > NAME_LENGTH) return { ok: false, error: message('options_name_error_long', NAME_LENGTH) }
  return { ok: true, value: name }
}
