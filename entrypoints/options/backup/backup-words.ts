/**
 * What is wrong with a backup, and what it is called, in words.
 *
 * @module
 */

import { shown } from '../../../utils/events/shown.ts'
import { language, message, plural } from '../../../utils/i18n/messages.ts'
import type { BackupProblem } from '../../../utils/record/backup.ts'
import { countText } from '../history/words.ts'
import { atPlace } from '../library/file-problem-text.ts'
import type { Room } from './change-names.ts'
import type { BackupFailure } from './read-backup.ts'

/** @param name of a file; empty: pasted */
export function nameText(name: string): string {
  return name === '' ? message('options_import_pasted') : shown(name)
}

/** @example thingsText({ commanders: 1, events: 0, runs: 2, marks: 5 }) // "1 commander, 2 runs, and 5 marks and notes" */
export function thingsText({ commanders, events, runs, marks }: Readonly<Record<Room, number>>): string {
  const parts = [
    ...(commanders > 0 ? [plural('options_backup_commanders', commanders)] : []),
    ...(events > 0 ? [plural('options_backup_events', events)] : []),
    ...(runs > 0 ? [plural('options_backup_runs', runs)] : []),
    ...(marks > 0 ? [plural('options_backup_marks', marks)] : []),
  ]
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(parts)
}

export function failureText(failure: BackupFailure, name: string): string {
  switch (failure) {
    case 'several':
      return message('options_backup_several')
    case 'unreadable':
      return message('options_import_unreadable', nameText(name))
    case 'utf-16':
      return message('options_backup_utf16', nameText(name))
    case 'not-text':
      return message('options_import_not_text', nameText(name))
  }
}

/** @example problemText(problem) // "Line 3, version: a later version of the tracker wrote this backup …" */
export function problemText(problem: BackupProblem): string {
  return atPlace(problem, ruleText(problem))
}

function ruleText({ rule, values }: BackupProblem): string {
  switch (rule) {
    case 'not-json':
      return message('options_backup_problem_not_json')
    case 'too-large':
      return message('options_backup_problem_too_large', ...values)
    case 'too-deep':
      return message('options_backup_problem_too_deep', ...values)
    case 'too-many':
      return message('options_backup_problem_too_many', countText(Number(values[0])))
    case 'is-a-pack':
      return message('options_backup_problem_is_a_pack')
    case 'not-a-backup':
      return message('options_backup_problem_not_a_backup', ...values)
    case 'newer-backup':
      return message('options_backup_problem_newer_backup', ...values)
    case 'newer-record':
      return message('options_backup_problem_newer_record', ...values)
    case 'newer-stored':
      return message('options_backup_problem_newer_stored', ...values)
    case 'bad-version':
      return message('options_backup_problem_bad_version', ...values)
    case 'not-a-record':
      return message('options_backup_problem_not_a_record')
  }
}
