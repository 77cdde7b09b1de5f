import { message } from '../../../utils/i18n/messages.ts'
import type { DraftProblem } from '../../../utils/packs/draft-read.ts'
import { minutesText } from './windows-text.ts'

/** What is wrong at a field and what to do about it. The field stands above, so it is not named. */
export function fieldProblemText({ field, rule, values }: DraftProblem): string {
  const [first = '', second = '', third = ''] = values
  switch (rule) {
    case 'text-empty':
      return message('options_editor_error_empty')
    case 'missing':
      return field.endsWith('-day') ? message('options_editor_error_day') : message('options_editor_error_length')
    case 'nothing-to-track':
      return message('options_editor_error_nothing')
    case 'text-long':
      return message('options_editor_error_long', first, second)
    case 'code-long':
      return message('options_editor_error_code', first, second)
    case 'list-long':
      return message('options_editor_error_lines', first, second)
    case 'too-many-windows':
      return message('options_editor_error_windows', first, second)
    case 'type':
      return message('options_editor_error_number')
    case 'number-whole':
      return message('options_editor_error_whole', first)
    case 'number-range':
      return message('options_editor_error_range', first, second, third)
    case 'repetition-range':
      return message('options_editor_error_weeks', first, second, third)
    case 'repeats-too-soon':
      return message('options_editor_error_repeats', minutesText(Number(first)), minutesText(Number(second)))
    case 'no-such-time':
      return message('options_editor_error_time', first)
    case 'duplicate-id':
      return message('options_editor_error_region')
    case 'window-no-end-order':
      return message('options_editor_error_instant')
    case 'windows-overlap':
      return message('options_editor_error_overlap', first)
    case 'window-outside':
      return field.endsWith('-day')
        ? message('options_editor_error_opens', minutesText(Number(second)))
        : message('options_editor_error_outside', minutesText(Number(first)), minutesText(Number(second)))
    case 'levels-reversed':
      return message('options_editor_error_levels', first, second)
    case 'levels-outside':
      return message('options_editor_error_levels_outside')
    // No form lets them be typed. A rule that is new has to be put in its place here.
    case 'not-json':
    case 'too-large':
    case 'too-deep':
    case 'not-a-pack':
    case 'newer-format':
    case 'unknown-key':
    case 'duplicate-key':
    case 'not-an-id':
    case 'unknown-repetition':
    case 'unknown-zone':
    case 'no-such-date':
    case 'no-such-instant':
    case 'date-range':
    case 'hour-in-gap':
      return message('options_editor_error_rest')
  }
}
