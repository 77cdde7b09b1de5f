import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { namesOf } from '../../../components/commander-names.ts'
import { saveFile } from '../../../components/save-file.ts'
import { message } from '../../../utils/i18n/messages.ts'
import { csvOf } from '../../../utils/plan/csv.ts'
import { historyOf } from '../../../utils/plan/history.ts'
import { type BackupFacts, backupText, storedText } from '../../../utils/record/backup.ts'
import { commandersOf } from '../../../utils/record/read.ts'
import { readStoredParts } from '../../../utils/storage/read-stored.ts'
import { dateInputValue } from '../../../utils/time/wall-time.ts'
import { wallTimeAt } from '../../../utils/time/zone.ts'
import { useHeard } from '../commanders/use-heard.tsx'
import type { Page } from '../page.ts'
import { sha256 } from './sha256.ts'

/** Without it a spreadsheet takes UTF-8 for the computer's old code page. */
const BYTE_ORDER_MARK = '\uFEFF'

export interface SaveButtonsProps {
  readonly page: Page
  /** A later version wrote the record: a backup of what this one understands of it would lose the rest. */
  readonly isNewer: boolean
}

/** The record as a backup or as it is stored, and what became of the runs as a table. */
export function SaveButtons({ page, isNewer }: SaveButtonsProps) {
  const { record, zone } = page
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
    attempt(async (now, date) => {
      const name = `${start}-${date}.json`
      const { version } = browser.runtime.getManifest()
      saveFile(name, await textOf({ exportedAt: now, extension: version, digest: sha256 }))
      return message('options_backup_saved', name)
    })
  const saveBackup = () => saveRecord('defender-of-peace', (facts) => backupText(record, facts))
  const saveStored = () =>
    saveRecord('defender-of-peace-stored', async (facts) => storedText(await readStoredParts(), facts))
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
        {isNewer ? (
          <button type="button" class="button is-main" data-action="save-stored" onClick={saveStored}>
            {message('options_backup_save_stored')}
          </button>
        ) : (
          <button type="button" class="button is-main" data-action="save-backup" onClick={saveBackup}>
            {message('options_backup_save')}
          </button>
        )}
        <button type="button" class="button" data-action="save-runs" onClick={saveRuns}>
          {message('options_backup_save_csv')}
        </button>
      </div>
      {isNewer ? <p class="note">{message('options_backup_stored_note')}</p> : null}
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
