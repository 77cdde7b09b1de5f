import { useEffect, useRef, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { RunChips } from '../../components/run-chips.tsx'
import { RUN_OF_2023 } from '../../utils/events/pack.ts'
import { message } from '../../utils/i18n/messages.ts'
import { earliest } from '../../utils/plan/earliest.ts'
import type { RunView } from '../../utils/plan/run-view.ts'
import { instantsOf, runViewById, viewAt } from '../../utils/plan/view.ts'
import { nextBoundaryAfter } from '../../utils/schedule/schedule.ts'
import type { Loaded } from '../../utils/storage/load.ts'
import { nextChange } from '../../utils/time/countdown.ts'
import { CommanderMenu } from './commander-menu.tsx'
import { Header } from './header.tsx'
import { later, useLater } from './later.ts'
import type { Perform } from './perform.ts'
import { RunPage } from './run-page.tsx'
import type { OptionsSection } from './run-props.ts'
import { popupStateOf } from './state.ts'
import { Toast, type Told } from './toast.tsx'
import { useClock } from './use-clock.ts'
import { useLabels } from './use-labels.ts'
import { spokenOf } from './words-of-state.ts'

/** No drawing is trusted for longer, in ms: "today" turns into "yesterday" at a midnight that no schedule knows. */
const OLD_AFTER = 60_000

interface PopupProps {
  loaded: Loaded
  /** Asks the storage again. */
  reload: () => void
  /** The same, after a change was refused because a newer version wrote the record. */
  onRefused: () => void
}

export function Popup({ loaded, reload, onRefused }: PopupProps) {
  const [error, setError] = useState<string>()
  const [told, setTold] = useState<Told>()
  const [lookingBack, setLookingBack] = useState(false)
  const parts = useLater()
  const now = Date.now()
  const { record } = loaded
  const view = viewAt(record, now)
  const runs = useSteadyOrder(view.shown, view.commander.id)
  const [choice, setChoice] = useState<{ commander: string; run: string }>()
  const run = lookingBack
    ? runViewById(record, RUN_OF_2023.id, now)
    : (runs.find(({ run: { id }, commander }) => id === choice?.run && commander.id === choice.commander) ?? runs[0])
  const state = popupStateOf(loaded, run)
  // In a look back at 2023 the year is in the heading: the rows need not repeat it.
  const labelsNow = lookingBack && run ? run.schedule.startsAt : now
  const labels = useLabels(loaded.labels, view.settings.timeZone, run ? instantsOf(run) : [], labelsNow)

  const left = run && state !== 'ended' ? spokenOf(run).at - now : null
  const tick = left !== null && Number.isFinite(left) ? nextChange(left) : null
  const boundary = earliest(runs.map(({ schedule }) => nextBoundaryAfter(schedule, now)))
  useClock(now, Math.min(now + (tick ?? OLD_AFTER), boundary ?? Number.POSITIVE_INFINITY, now + OLD_AFTER))

  // After a clock that was ahead the background may sleep without an alarm, and what is near lie on the shelf.
  useEffect(() => {
    const tidy = async () => {
      const { isShelvingDue, reshelve, rouse } = await later()
      const clock = Date.now()
      const { status, shelved } = loaded
      if (status === 'ok' && shelved && isShelvingDue(shelved, clock)) await reshelve(clock)
      await rouse(viewAt(loaded.record, clock).runs, clock)
    }
    // What cannot be written now is shown as it is; the background tries as well.
    tidy().catch(() => {})
  }, [loaded])

  const perform: Perform = async (work, words) => {
    try {
      await work()
      setError(undefined)
      // An offer to undo stays until its time is over.
      if (words) setTold((before) => (before?.undo && !words.undo ? before : words))
    } catch (problem) {
      // By its name: the class is in the second bundle.
      if (problem instanceof Error && problem.name === 'NewerRecordError') onRefused()
      else setError(String(problem))
    }
  }
  const openOptions = () => perform(() => browser.runtime.openOptionsPage())
  // The page that the browser opens for options takes no place in it.
  const openAt = (section: OptionsSection) =>
    perform(() => browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${section}`) }))

  const trouble = state === 'unreadable' || state === 'newer' || state === 'failed'
  return (
    <main
      class="popup"
      data-state={state}
      data-role={view.commander.role}
      data-looking-back={lookingBack ? 'true' : undefined}
    >
      <Header
        title={run?.schedule.event.shortName ?? message('extension_name')}
        commander={view.commander}
        menu={
          !trouble && view.commanders.length > 1 ? (
            <CommanderMenu record={record} view={view} now={now} perform={perform} />
          ) : undefined
        }
        onOptions={openOptions}
      />
      {error !== undefined && (
        <p class="alert" role="alert">
          {message('popup_not_saved')} <span class="quiet">{message('popup_details', error)}</span>
        </p>
      )}
      {!trouble && parts && <parts.RecordNote loaded={loaded} perform={perform} />}
      {trouble && parts && (
        <parts.Trouble state={state} loaded={loaded} perform={perform} onRetry={reload} onOptionsAt={openAt} />
      )}
      {!trouble && !run && parts && (
        <parts.StartPage
          record={record}
          view={view}
          now={now}
          perform={perform}
          onLookBack={() => setLookingBack(true)}
          onOptionsAt={openAt}
        />
      )}
      {!trouble && !lookingBack && run && runs.length > 1 && (
        <RunChips
          runs={runs}
          chosen={run.run.id}
          onChoose={(id) => setChoice({ commander: view.commander.id, run: id })}
        />
      )}
      {!trouble && run && (
        <RunPage
          key={`${view.commander.id}/${run.run.id}`}
          record={record}
          view={run}
          twins={runs}
          settings={view.settings}
          labels={labels}
          delivery={loaded.delivery}
          commanders={view.commanders.length}
          now={now}
          perform={perform}
          onOptions={openOptions}
          onOptionsAt={openAt}
          onLookBack={() => setLookingBack(true)}
          onLeave={lookingBack ? () => setLookingBack(false) : undefined}
        />
      )}
      <Toast told={told} onGone={() => setTold(undefined)} />
    </main>
  )
}

/**
 * What stood first when the popup opened, or when its commander was chosen, stays first: a mark must not make the page
 * jump to another event.
 */
function useSteadyOrder(runs: readonly RunView[], commander: string): readonly RunView[] {
  const steady = useRef({ commander, order: [] as string[] })
  if (steady.current.commander !== commander) steady.current = { commander, order: [] }
  const { order } = steady.current
  for (const { run } of runs) if (!order.includes(run.id)) order.push(run.id)
  return [...runs].sort((a, b) => order.indexOf(a.run.id) - order.indexOf(b.run.id))
}
