import { message } from '../../utils/i18n/messages.ts'
import type { Problem } from '../../utils/record/schema.ts'
import type { Loaded } from '../../utils/storage/load.ts'
import { acknowledgeSetAside } from '../../utils/storage/set-aside.ts'
import { repair } from '../../utils/storage/update.ts'
import type { Perform } from './perform.ts'
import { saveSetAside } from './save-set-aside.ts'

interface TroubleProps {
  state: 'unreadable' | 'newer' | 'failed'
  loaded: Loaded
  perform: Perform
  onRetry: () => void
}

/** The page where there is no record to draw: what happened, and what can be done. */
export function Trouble({ state, loaded, perform, onRetry }: TroubleProps) {
  if (state === 'unreadable') {
    return (
      <section class="card trouble">
        <h2>{message('popup_unreadable_title')}</h2>
        <p>{message('popup_unreadable_text')}</p>
        <ProblemList problems={problemsOf(loaded)} />
        <SetAsideButtons perform={perform} />
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

/** A banner over the page where only some entries could not be read. */
export function PartlySetAside({ loaded, perform }: Pick<TroubleProps, 'loaded' | 'perform'>) {
  const problems = problemsOf(loaded)
  if (problems.length === 0) return null
  return (
    <section class="card trouble">
      <h2>{message('popup_partly_title', problems.length)}</h2>
      <p>{message('popup_partly_text')}</p>
      <ProblemList problems={problems} />
      <SetAsideButtons perform={perform} />
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

function SetAsideButtons({ perform }: { perform: Perform }) {
  const goOn = async () => {
    // The worker may not have come to it yet: first it must be set aside, then it may be put out of sight.
    await repair()
    await acknowledgeSetAside()
  }
  return (
    <div class="card-actions">
      <button type="button" class="button" data-action="save-set-aside" onClick={() => perform(saveSetAside)}>
        {message('popup_save_file')}
      </button>
      <button type="button" class="button button-accent" data-action="go-on" onClick={() => perform(goOn)}>
        {message('popup_go_on')}
      </button>
    </div>
  )
}

/** What is set aside and not told yet, and what is still to be set aside. */
function problemsOf({ problems, setAside }: Loaded): readonly Problem[] {
  return [...setAside.filter((entry) => !entry.seen).flatMap((entry) => entry.problems), ...problems]
}
