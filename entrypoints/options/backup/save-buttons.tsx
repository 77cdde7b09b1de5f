import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { namesOf } from '../../../components/commander-names.ts'
import { saveFile } from '../../../components/save-file.ts'
import { message } from '../../../utils/i18n/messages.ts'
import { csvOf } from '../../../utils/plan/csv.ts'
import { historyOf } from '../../../utils/plan/history.ts'
import { backupText } from '../../../utils/record/backup.ts'
import { commandersOf } from '../../../utils/record/read.ts'
import { dateInputValue } from '../../../utils/time/wall-time.ts'
import { wallTimeAt } from '../../../utils/time/zone.ts'
import { useHeard } from '../commanders/use-heard.tsx'
import type { Page } from '../page.ts'
import { sha256 } from './sha256.ts'

/** Without it a spreadsheet takes UTF-8 for the computer's old code page. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The record as a backup, and what became of the runs as a table. */
export function SaveButtons({ page }: { readonly page: Page }) {
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
  const saveBackup = () =>
    attempt(async (now, date) => {
      const name = `defender-of-peace-${date}.json`
      const { version } = browser.runtime.getManifest()
      saveFile(name, await backupText(record, { exportedAt: now, extension: version, digest: sha256 }))
      return message('options_backup_saved', name)
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
        <button type="button" class="button is-main" data-action="save-backup" onClick={saveBackup}>
          {message('options_backup_save')}
        </button>
        <button type="button" class="button" data-action="save-runs" onClick={saveRuns}>
          {message('options_backup_save_csv')}
        </button>
      </div>
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
