import { message } from '../../utils/i18n/messages.ts'
import type { Problem } from '../../utils/record/schema.ts'
import type { Loaded } from '../../utils/storage/load.ts'
import { acknowledgeSetAside, isNothingLeft } from '../../utils/storage/set-aside.ts'
import { repair } from '../../utils/storage/update.ts'
import type { Perform } from './perform.ts'
import type { OptionsSection } from './run-props.ts'
import { saveSetAside } from './save-set-aside.ts'

interface TroubleProps {
  state: 'unreadable' | 'newer' | 'failed'
  loaded: Loaded
  perform: Perform
  onRetry: () => void
  onOptionsAt: (section: OptionsSection) => void
}

/** The page where there is no record to draw: what happened, and what can be done. */
export function Trouble({ state, loaded, perform, onRetry, onOptionsAt }: TroubleProps) {
  if (state === 'unreadable') {
    const problems = problemsOf(loaded)
    const untold = loaded.setAside.filter(({ seen }) => !seen)
    const isLost = untold.some(({ lost }) => lost)
    const hasRemains = !isLost || loaded.problems.length > 0 || !untold.every(isNothingLeft)
    return (
      <section class="card trouble">
        <h2>{message(isLost ? 'popup_lost_title' : 'popup_unreadable_title')}</h2>
        <p>{message(isLost ? 'popup_lost_text' : 'popup_unreadable_text')}</p>
        {isLost && hasRemains && <p>{message('popup_lost_remains')}</p>}
        {hasRemains && <ProblemList problems={problems} />}
        <div class="card-actions">
          <button
            type="button"
            class={isLost ? 'button button-accent' : 'button'}
            data-action="import-backup"
            onClick={() => onOptionsAt('backup')}
          >
            {message('popup_import_backup')}
          </button>
          {hasRemains && <SaveButton perform={perform} />}
          <GoOnButton perform={perform} isMain={!isLost} />
        </div>
      </section>
    )
  }
  if (state === 'newer') {
    return (
      <section class="card trouble">
        <h2>{message('popup_newer_title')}</h2>
        <p>{message('popup_newer_text')}</p>
      </section>
    )
  }
  return (
    <section class="card trouble" role="alert">
      <h2>{message('popup_failed_title')}</h2>
      <p>{message('popup_failed_text')}</p>
      {loaded.error && <p class="quiet">{message('popup_details', loaded.error)}</p>}
      <div class="card-actions">
        <button type="button" class="button button-accent" data-action="retry" onClick={onRetry}>
          {message('popup_retry')}
        </button>
      </div>
    </section>
  )
}

/** What is to be said of the record over the page that it gives. */
export function RecordNote({ loaded, perform }: Pick<TroubleProps, 'loaded' | 'perform'>) {
  if (loaded.status !== 'newer') return <PartlySetAside loaded={loaded} perform={perform} />
  return (
    <section class="card trouble trouble-short" data-note="newer">
      <h2>{message('popup_newer_look_title')}</h2>
      <p>{message('popup_newer_look')}</p>
    </section>
  )
}

/** Where only some entries could not be read. */
function PartlySetAside({ loaded, perform }: Pick<TroubleProps, 'loaded' | 'perform'>) {
  // Of a record that was gone and is there again, what was left of its replica is no part.
  const problems = problemsOf({ ...loaded, setAside: loaded.setAside.filter(({ lost }) => !lost) })
  if (problems.length === 0) return null
  return (
    <section class="card trouble">
      <h2>{message('popup_partly_title', problems.length)}</h2>
      <p>{message('popup_partly_text')}</p>
      <ProblemList problems={problems} />
      <div class="card-actions">
        <SaveButton perform={perform} />
        <GoOnButton perform={perform} isMain />
      </div>
    </section>
  )
}

function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <details>
      <summary>{message('popup_what')}</summary>
      <ul class="problems">
        {problems.map(({ path, message: what }) => (
          <li key={path}>
            <code>{path}</code> {what}
          </li>
        ))}
      </ul>
    </details>
  )
}

function SaveButton({ perform }: { perform: Perform }) {
  return (
    <button type="button" class="button" data-action="save-set-aside" onClick={() => perform(saveSetAside)}>
      {message('popup_save_file')}
    </button>
  )
}

function GoOnButton({ perform, isMain }: { perform: Perform; isMain: boolean }) {
  const goOn = async () => {
    // The worker may not have come to it yet: first it must be set aside, then it may be put out of sight.
    await repair()
    await acknowledgeSetAside()
  }
  return (
    <button
      type="button"
      class={isMain ? 'button button-accent' : 'button'}
      data-action="go-on"
      onClick={() => perform(goOn)}
    >
      {message('popup_go_on')}
    </button>
  )
}

/** What is set aside and not told yet, and what is still to be set aside. */
function problemsOf({ problems, setAside }: Pick<Loaded, 'problems' | 'setAside'>): readonly Problem[] {
  return [...setAside.filter((entry) => !entry.seen).flatMap((entry) => entry.problems), ...problems]
}
