import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { namesOf } from '../../../components/commander-names.ts'
import { saveFile } from '../../../components/save-file.ts'
import { message } from '../../../utils/i18n/messages.ts'
import { csvOf } from '../../../utils/plan/csv.ts'
import { historyOf } from '../../../utils/plan/history.ts'
import { type BackupFacts, backupText, storedText } from '../../../utils/record/backup.ts'
import { commandersOf } from '../../../utils/record/read.ts'
import { isEmptyRecord } from '../../../utils/record/record.ts'
import type { LoadStatus } from '../../../utils/storage/load.ts'
import { readStoredParts } from '../../../utils/storage/read-stored.ts'
import { readReplica } from '../../../utils/storage/replicate.ts'
import { dateInputValue } from '../../../utils/time/wall-time.ts'
import { wallTimeAt } from '../../../utils/time/zone.ts'
import { useHeard } from '../commanders/use-heard.tsx'
import type { Page } from '../page.ts'
import { sha256 } from './sha256.ts'

/** Without it a spreadsheet takes UTF-8 for the computer's old code page. */
const BYTE_ORDER_MARK = '\uFEFF'

export interface SaveButtonsProps {
  readonly page: Page
  readonly status: LoadStatus
}

/** @returns what to say */
async function save(name: string, now: number, textOf: (facts: BackupFacts) => Promise<string>): Promise<string> {
  const { version } = browser.runtime.getManifest()
  saveFile(name, await textOf({ exportedAt: now, extension: version, digest: sha256 }))
  return message('options_backup_saved', name)
}

/** The record as a backup or as it is stored, where it cannot be read the copy of it, and what became of the runs as a table. */
export function SaveButtons({ page, status }: SaveButtonsProps) {
  const { record, zone } = page
  const hasRecord = status === 'ok' || status === 'newer'
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<string | undefined>(undefined)
  const { tell, region } = useHeard()

  const say = (text: string) => {
    setSaid(text)
    tell(text)
  }
  const attempt = async (work: (now: number, date: string) => Promise<string> | string) => {
    const now = Date.now()
    try {
      say(await work(now, dateInputValue(wallTimeAt(now, zone.timeZone))))
      setFailure(undefined)
    } catch (error) {
      setSaid('')
      setFailure(message('options_backup_save_failed', String(error)))
    }
  }
  const saveRecord = (start: string, textOf: (facts: BackupFacts) => Promise<string>) =>
    attempt((now, date) => save(`${start}-${date}.json`, now, textOf))
  const saveBackup = () => saveRecord('defender-of-peace', (facts) => backupText(record, facts))
  const saveStored = () =>
    saveRecord('defender-of-peace-stored', async (facts) => storedText(await readStoredParts(), facts))
  const saveReplica = () =>
    attempt(async (now, date) => {
      const replica = await readReplica()
      if (isEmptyRecord(replica)) return message('options_backup_no_replica')
      return save(`defender-of-peace-${date}.json`, now, (facts) => backupText(replica, facts))
    })
  const saveRuns = () =>
    attempt((now, date) => {
      const runs = historyOf(record, now)
      if (runs.length === 0) return message('options_backup_no_runs')
      const name = `defender-of-peace-runs-${date}.csv`
      saveFile(name, BYTE_ORDER_MARK + csvOf(runs, namesOf(commandersOf(record))), 'text/csv')
      return message('options_backup_saved', name)
    })
  return (
    <>
      <div class="backup-save">
        {status === 'ok' ? (
          <button type="button" class="button is-main" data-action="save-backup" onClick={saveBackup}>
            {message('options_backup_save')}
          </button>
        ) : null}
        {/* A backup of what this version understands of a newer one's record would lose the rest. */}
        {status === 'newer' ? (
          <button type="button" class="button is-main" data-action="save-stored" onClick={saveStored}>
            {message('options_backup_save_stored')}
          </button>
        ) : null}
        {hasRecord ? (
          <button type="button" class="button" data-action="save-runs" onClick={saveRuns}>
            {message('options_backup_save_csv')}
          </button>
        ) : (
          <button type="button" class="button is-main" data-action="save-replica" onClick={saveReplica}>
            {message('options_backup_save_replica')}
          </button>
        )}
      </div>
      {status === 'newer' ? <p class="note">{message('options_backup_stored_note')}</p> : null}
      {said === '' ? null : (
        <p class="note" data-backup-saved>
          {said}
        </p>
      )}
      {failure === undefined ? null : (
        <p class="callout is-bad" role="alert" data-error="backup">
          {failure}
        </p>
      )}
      {region}
    </>
  )
}
