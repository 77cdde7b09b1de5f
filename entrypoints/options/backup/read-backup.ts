/**
 * Reads what was chosen, dropped or pasted as a backup: from a file to text, and by its content to a record.
 *
 * @module
 */

import { type Backup, type BackupProblem, MOST_BACKUP_MEGABYTES, parseBackup } from '../../../utils/record/backup.ts'
import { bytesOf, textIn, utf16In } from '../library/file-bytes.ts'
import { sha256 } from './sha256.ts'

/**
 * - `several`: more than one file
 * - `unreadable`: the browser could not read it
 * - `utf-16`: text in that encoding
 * - `not-text`: bytes that are no text
 */
export type BackupFailure = 'several' | 'unreadable' | 'utf-16' | 'not-text'

/** One file or pasted text, after it was read; the name of a pasted one is empty. */
export type ReadBackup = { readonly name: string } & (
  | Backup
  | { readonly kind: 'refused'; readonly problem: BackupProblem }
  | { readonly kind: 'failed'; readonly failure: BackupFailure }
)

/** As much as a text may have; its bytes are never fewer than its characters. */
const MOST_BYTES = MOST_BACKUP_MEGABYTES * 1_000_000

/** Reads the one file that was chosen or dropped. */
export async function readBackupFiles([file, ...others]: readonly File[]): Promise<ReadBackup> {
  if (!file || others.length > 0) return { name: '', kind: 'failed', failure: 'several' }
  const { name, size } = file
  if (size > MOST_BYTES) {
    const problem = { line: 1, column: 1, path: '', rule: 'too-large', values: [MOST_BACKUP_MEGABYTES] } as const
    return { name, kind: 'refused', problem }
  }
  const bytes = await bytesOf(file)
  if (!bytes) return { name, kind: 'failed', failure: 'unreadable' }
  if (utf16In(bytes)) return { name, kind: 'failed', failure: 'utf-16' }
  const text = textIn(bytes, 'utf-8')
  return text === undefined ? { name, kind: 'failed', failure: 'not-text' } : readBackupText(text, name)
}

/** Reads a text, which was pasted where it has no name. */
export async function readBackupText(text: string, name = ''): Promise<ReadBackup> {
  return { name, ...(await parseBackup(text, sha256)) }
}
