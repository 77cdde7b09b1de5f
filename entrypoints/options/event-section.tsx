import { useState } from 'preact/hooks'
import { Changes } from '../../components/changes.tsx'
import { forAll } from '../../components/for-all.ts'
import { dayText } from '../../components/instant-words.ts'
import { RUN_OF_2023 } from '../../utils/events/pack.ts'
import { message } from '../../utils/i18n/messages.ts'
import type { RunView } from '../../utils/plan/run-view.ts'
import { runViewById } from '../../utils/plan/view.ts'
import { shippedEventsOf } from '../../utils/record/read.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { addRun, changeRun, putRun, removeRun } from '../../utils/record/transitions.ts'
import { proposedStarts } from '../../utils/schedule/start.ts'
import { startPlace } from '../../utils/storage/draft-places.ts'
import type { Page } from './page.ts'
import { PastRun } from './past-run.tsx'
import { RunCard } from './run-card.tsx'
import { useSave } from './save.tsx'
import { Section } from './section.tsx'
import { StartForm } from './start-form.tsx'
import { UndoBar } from './undo-bar.tsx'

/** An import may track hundreds: a card of each would make every page slow. */
const DRAWN_AT_ONCE = 8

export function EventSection({ page }: { readonly page: Page }) {
  const save = useSave()
  const [removed, setRemoved] = useState<readonly RunView[]>([])
  const [ended, setEnded] = useState<string | undefined>(undefined)
  const { runs, shown } = page.view
  const current = shown.filter((run) => run.status !== 'ended')
  const [all, setAll] = useState(false)
  const drawn = all ? current : current.slice(0, DRAWN_AT_ONCE)
  const past = runs.filter((run) => run.status === 'ended')
  const toStart = shippedEventsOf(page.record).filter(
    (event) => !current.some((run) => run.schedule.event.id === event.id),
  )

  const end = async (run: RunView) => {
    setEnded(run.run.id)
    await save(changeRun(run.run.id, { endedAt: Date.now() }))
  }
  const remove = async (run: RunView) => {
    // One that had come back by another way is removed anew: as it was before is no way back.
    setRemoved((before) => before.filter((each) => each.run.id !== run.run.id))
    if (await save(removeRun(run.run.id))) setRemoved((before) => [...before, run])
  }
  const restore = async (run: RunView) => {
    if (await save(putRun(run.run.id, run.run))) setRemoved((before) => before.filter((each) => each !== run))
  }
  return (
    <Section id="event">
      <Changes>
        {drawn.map((run) => (
          <RunCard
            key={run.run.id}
            page={page}
            run={run}
            compact={current.length > 1}
            onEnd={() => end(run)}
            onRemove={() => remove(run)}
          />
        ))}
      </Changes>
      {drawn.length < current.length ? (
        <button type="button" class="button" data-action="more-runs" onClick={() => setAll(true)}>
          {message('options_more_runs', current.length - drawn.length)}
        </button>
      ) : null}
      {removed.filter(isStillGone(page.record)).map((run) => (
        <UndoBar
          key={run.run.id}
          text={forAll(removedText(run), page.view.commanders.length)}
          focused
          onUndo={() => restore(run)}
        />
      ))}
      <Changes>
        {toStart.map((event) => (
          <div class="card" key={event.id}>
            <h3 class="card-title">{message('options_start_title', event.shortName)}</h3>
            {current.length === 0 ? <p class="note">{message('options_start_intro')}</p> : null}
            <StartForm
              page={page}
              event={event}
              startsAt={proposedStarts(event, page.now).latest}
              assumed
              place={startPlace(event.id)}
              action="start-run"
              submit={message('options_start_submit')}
              onSubmit={(startsAt, startAssumed) => {
                const run = { eventId: event.id, startsAt, startAssumed, repeatsEvery: event.repeatsEvery }
                return save(addRun(run))
              }}
            />
          </div>
        ))}
        {past.length > 0 ? (
          <>
            <h3 class="section-subtitle">{message('options_past_title')}</h3>
            <ul class="rows">
              {past.map((run) => (
                <PastRun
                  key={run.run.id}
                  page={page}
                  run={run}
                  justEnded={run.run.id === ended}
                  onRemove={() => remove(run)}
                />
              ))}
            </ul>
          </>
        ) : null}
      </Changes>
      <KnownRun page={page} />
    </Section>
  )
}

/** One that came back by another way, such as another device, must not be put over it. */
function isStillGone({ runs }: TrackerRecord): (removed: RunView) => boolean {
  return ({ run }) => 'deleted' in (runs[run.id]?.value ?? {})
}

function removedText({ schedule, daysDone }: RunView): string {
  const { shortName } = schedule.event
  return daysDone > 0 ? message('options_run_removed_marks', shortName) : message('options_run_removed', shortName)
}

/** The only run with dates that a source gives. */
function KnownRun({ page }: { readonly page: Page }) {
  const known = runViewById(page.record, RUN_OF_2023.id, page.now)
  if (!known) return null
  const { event, startsAt, endsAt } = known.schedule
  // The source gives dates, not instants: further east the assumed hour falls on the next day.
  const day = (instant: number) => dayText(instant, 'UTC', page.now)
  return <p class="note">{message('options_run_of_2023', event.shortName, day(startsAt), day(endsAt))}</p>
}
