/**
 * What an import would do, in words.
 *
 * @module
 */

import { instantText } from '../../../components/instant-words.ts'
import { levelsText } from '../../../components/level-words.ts'
import type { LevelBracket } from '../../../utils/events/event.ts'
import { message, plural } from '../../../utils/i18n/messages.ts'
import type { ImportChange, ImportItem, ImportStatus } from '../../../utils/record/import.ts'
import type { Page } from '../page.ts'
import { lastsText, repeatsText } from './shape-text.ts'

/** Lines of changes that are shown of one event. */
const MOST_LINES = 8

export function statusText(status: ImportStatus): string {
  switch (status) {
    case 'new':
      return message('options_import_status_new')
    case 'changed':
      return message('options_import_status_changed')
    case 'same':
      return message('options_import_status_same')
    case 'older':
      return message('options_import_status_older')
    case 'edited':
      return message('options_import_status_edited')
  }
}

/** Why an event is not ticked by itself; undefined where it is. */
export function whyText(status: ImportStatus): string | undefined {
  if (status === 'same') return message('options_import_why_same')
  if (status === 'older') return message('options_import_why_older')
  return status === 'edited' ? message('options_import_why_edited') : undefined
}

/** What would change, a sentence each, and what would become of the commander's marks. */
export function changeTexts({ imported, changes, leftOut, marks, status }: ImportItem, page: Page): readonly string[] {
  const when = (instant: number) => instantText(instant, page.zone.timeZone, page.now)
  const lines = [
    ...changes.flatMap((change) => changeText(change, when)),
    ...leftOut.map(({ reason, startsAt }) => leftOutText(reason, when(startsAt))),
    ...(status === 'new' && imported.runs.length === 0 ? [message('options_import_no_start')] : []),
  ]
  const cut = lines.length > MOST_LINES + 1 ? lines.slice(0, MOST_LINES) : lines
  return [
    ...cut,
    ...(cut.length < lines.length ? [plural('options_import_more_changes', lines.length - cut.length)] : []),
    ...(changes.length > 0 && marks.kept > 0 ? [plural('options_import_marks_kept', marks.kept)] : []),
    ...(changes.length > 0 && marks.hidden > 0 ? [plural('options_import_marks_hidden', marks.hidden)] : []),
  ]
}

function leftOutText(reason: ImportItem['leftOut'][number]['reason'], when: string): string {
  switch (reason) {
    case 'removed':
      return message('options_import_left_removed', when)
    case 'over':
      return message('options_import_left_over', when)
    case 'taken':
      return message('options_import_left_taken', when)
  }
}

function changeText(change: ImportChange, when: (instant: number) => string): readonly string[] {
  switch (change.kind) {
    case 'name':
      return [message('options_import_change_name', change.from, change.to)]
    case 'levels':
      return [message('options_import_change_levels', levelsOf(change.to), levelsOf(change.from))]
    case 'windows':
      return [
        ...(change.added > 0 ? [plural('options_import_windows_added', change.added)] : []),
        ...(change.removed > 0 ? [plural('options_import_windows_removed', change.removed)] : []),
        ...(change.moved > 0 ? [plural('options_import_windows_moved', change.moved)] : []),
      ]
    case 'lasts':
      return [message('options_import_change_lasts', lastsText(change.to), lastsText(change.from))]
    case 'details':
      return [message('options_import_change_details')]
    case 'run-added':
      return change.repeatsEvery === undefined
        ? [message('options_import_run_added', when(change.startsAt))]
        : [message('options_import_run_added_again', when(change.startsAt), repeatsText(change.repeatsEvery))]
    case 'run-moved':
      return [message('options_import_run_moved', when(change.from), when(change.to))]
    case 'run-confirmed':
      return [message('options_import_run_confirmed', when(change.startsAt))]
    case 'run-repeats':
      return change.to === undefined
        ? [message('options_import_run_once')]
        : [message('options_import_run_repeats', repeatsText(change.to))]
    case 'run-until':
      return [message('options_import_run_until', when(change.to))]
  }
}

function levelsOf(bracket: LevelBracket): string {
  return levelsText(bracket) || message('options_levels_all')
}
