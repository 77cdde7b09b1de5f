import { useState } from 'preact/hooks'
import { Changes } from '../../components/changes.tsx'
import { levelsText } from '../../components/level-words.ts'
import { regionName } from '../../components/regions.ts'
import { scoreText } from '../../components/score.ts'
import { MarkButton, NextCard, TodayCard } from '../../components/today-card.tsx'
import { message } from '../../utils/i18n/messages.ts'
import { snoozeKeyOf, snoozeUntil } from '../../utils/plan/notice.ts'
import type { RunView } from '../../utils/plan/run-view.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { isInBracket } from '../../utils/schedule/schedule.ts'
import { change, later, useLater } from './later.ts'
import type { DayActions, RunPageProps } from './run-props.ts'
import { useLabels } from './use-labels.ts'

type RunCardProps = RunPageProps & DayActions

/** The card under the dial: what matters most now. */
export function RunCard(props: RunCardProps) {
  const { view, onLeave } = props
  if (onLeave) return null
  // It leads to the settings, and changes nothing.
  if (view.status !== 'ended' && view.eligibility !== 'yes') return <IneligibleCard {...props} />
  return (
    <Changes>
      <StatusCard {...props} />
    </Changes>
  )
}

function StatusCard(props: RunCardProps) {
  const { view } = props
  const { status, today, next } = view
  if (status === 'ended') return <ResultCard {...props} />
  if (status === 'all-done') return <AllDoneCard {...props} />
  if (today) return <OpenDayCard {...props} />
  if (next) return <NextCard day={next} />
  if (!Number.isFinite(view.schedule.closesAt)) return <EndlessCard {...props} />
  return (
    <section class="card">
      <h2>{message('popup_closing_title')}</h2>
      <p>{message('popup_closing_text')}</p>
    </section>
  )
}

function EndlessCard({ view, perform }: RunCardProps) {
  const end = () => perform(() => change(({ changeRun }) => changeRun(view.run.id, { endedAt: Date.now() })))
  return (
    <section class="card">
      <h2>{message('popup_endless_title')}</h2>
      <p>{message('popup_endless_text')}</p>
      <button type="button" class="button" data-action="end-endless" onClick={end}>
        {message('popup_end_run')}
      </button>
    </section>
  )
}

function AllDoneCard({ view: { today }, onDone }: RunCardProps) {
  return (
    <section class="card card-celebrate">
      <h2>{message('popup_all_done_title')}</h2>
      <p>{message('popup_all_done_text')}</p>
      {today && (
        <div class="card-actions">
          <MarkButton day={today} onDone={(done) => onDone(today, done)} />
        </div>
      )}
    </section>
  )
}

function OpenDayCard({ view, settings, delivery, labels, now, perform, twins, onDone, onNote }: RunCardProps) {
  const day = view.today
  const key = day ? snoozeKeyOf(view.run.id, day.window.id) : ''
  const snoozedUntil = delivery.snoozed[key] ?? 0
  const snoozed = day && !day.done && snoozedUntil > now
  const snoozedLabel = useLabels(labels, settings.timeZone, snoozed ? [snoozedUntil] : [], now)?.byInstant[snoozedUntil]
  if (!day) return null
  const until = day.done || snoozed ? undefined : snoozeUntil(day, now)
  const snooze = async (at: number) => {
    const { recordSnoozed, twinsOf } = await later()
    const keys = twinsOf(twins, { runId: view.run.id, windowId: day.window.id }).map((twin) =>
      snoozeKeyOf(twin.runId, twin.windowId),
    )
    await recordSnoozed(keys, snoozeUntil(day, at) ?? at, at)
  }
  return (
    <TodayCard
      day={day}
      snoozed={snoozed ? message('popup_snoozed', snoozedLabel?.time ?? '') : undefined}
      onSnooze={until === undefined ? undefined : () => perform(() => snooze(Date.now()))}
      onDone={(done) => onDone(day, done)}
      onNote={(text) => onNote(day, text)}
    />
  )
}

function IneligibleCard({ record, view, onOptions }: RunCardProps) {
  return (
    <section class="card card-ineligible">
      <h2>{message('popup_level_title')}</h2>
      <p>
        {whyOutOfSight(record, view)} {message('popup_level_still')}
      </p>
      <button type="button" class="button" data-action="options" onClick={onOptions}>
        {message('popup_change_settings')}
      </button>
    </section>
  )
}

function whyOutOfSight(record: TrackerRecord, { eligibility, commander, schedule: { event } }: RunView): string {
  const { regions = [], prerequisite = '' } = event
  if (eligibility === 'mission') return message('popup_mission_text', prerequisite)
  if (eligibility === 'region') {
    const names = regions.map(({ name }) => name).join(', ')
    return message('popup_region_text', names, regionName(record, commander.region))
  }
  const levels = levelsText(event)
  return levels === '' || isInBracket(event, commander.level)
    ? message('popup_level_elsewhere', commander.level ?? '')
    : message('popup_level_text', levels, commander.level ?? '')
}

function ResultCard({ view, settings, now, perform }: RunCardProps) {
  const [again, setAgain] = useState(false)
  const parts = useLater()
  const { run, schedule, days, daysDone: done } = view
  if (again && parts) {
    const { event } = schedule
    return (
      <parts.StartChoice
        onCancel={() => setAgain(false)}
        title={message('popup_again_title')}
        event={event}
        region={view.commander.region}
        timeZone={settings.timeZone}
        now={now}
        takesFocus
        perform={perform}
      />
    )
  }
  const resume = () => perform(() => change(({ changeRun }) => changeRun(run.id, { endedAt: undefined })))
  return (
    <section class={done === days.length ? 'card card-celebrate' : 'card'}>
      <h2>{scoreText(view)}</h2>
      <p>
        {done === days.length
          ? message('popup_result_all')
          : done === 0
            ? message('popup_result_none')
            : message('popup_result_some', done, days.length)}
      </p>
      <div class="card-actions">
        <button type="button" class="button button-main" data-action="track-again" onClick={() => setAgain(true)}>
          {message('popup_track_again')}
        </button>
        {run.endedAt !== undefined && now < schedule.endsAt && (
          <button type="button" class="button" data-action="resume-run" onClick={resume}>
            {message('popup_resume')}
          </button>
        )}
      </div>
    </section>
  )
}
