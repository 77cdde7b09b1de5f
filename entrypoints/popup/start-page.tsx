import { Dial } from '../../components/dial.tsx'
import type { EventDefinition } from '../../utils/events/event.ts'
import { message } from '../../utils/i18n/messages.ts'
import type { View } from '../../utils/plan/view.ts'
import { shippedEventsOf } from '../../utils/record/read.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { Help } from './help.tsx'
import type { Perform } from './perform.ts'
import type { OptionsSection } from './run-props.ts'
import { StartChoice } from './start-choice.tsx'

interface StartPageProps {
  record: TrackerRecord
  view: View
  now: number
  perform: Perform
  onLookBack: () => void
  onOptionsAt: (section: OptionsSection) => void
}

/** First use: nothing is tracked yet. */
export function StartPage({ record, view, now, perform, onLookBack, onOptionsAt }: StartPageProps) {
  const event = shippedEventsOf(record)[0] as EventDefinition
  const days = event.relatedEvents
  const total = days.reduce((points, day) => points + (day.points ?? 0) * day.windows.length, 0)
  return (
    <>
      <section class="band">
        <Dial
          value={0}
          total={total}
          label={message('popup_points', 0, total)}
          states={days.map(() => 'upcoming' as const)}
        />
        <div class="headline">
          <p class="headline-label">{event.name}</p>
          <p class="start-intro">{message('popup_first_text', days.length)}</p>
        </div>
      </section>
      <StartChoice
        title={message('popup_first_title')}
        event={event}
        region={view.commander.region}
        timeZone={view.settings.timeZone}
        now={now}
        perform={perform}
      />
      <ol class="preview">
        {days.map(({ id, code, name }) => (
          <li key={id}>
            <span class="code">{code}</span> {name}
          </li>
        ))}
      </ol>
      <footer class="foot">
        <div class="foot-links">
          <button type="button" class="link" data-action="track-another" onClick={() => onOptionsAt('library')}>
            {message('popup_track_another')}
          </button>
          <button type="button" class="link" data-action="look-back" onClick={onLookBack}>
            {message('popup_look_back')}
          </button>
        </div>
        <Help event={event} />
      </footer>
    </>
  )
}
