import { levelsText } from '../../components/level-words.ts'
import type { EventDefinition } from '../../utils/events/event.ts'
import { message } from '../../utils/i18n/messages.ts'
import { timeInputValue } from '../../utils/time/wall-time.ts'

/** What the words mean, what is rewarded and what is assumed. */
export function HelpText({ event, repeatsEvery }: { event: EventDefinition; repeatsEvery?: number | undefined }) {
  const { name, rewards, serverEvent, prerequisite, assumedStart } = event
  const levels = levelsText(event)
  return (
    <ul>
      {event.story && <li>{event.story}</li>}
      <li>{message('popup_help_sms')}</li>
      {rewards.length > 0 && <li>{message('popup_help_rewards', name, rewards.join(', '))}</li>}
      {serverEvent && serverEvent.rewards.length > 0 && (
        <li>{message('popup_help_server_rewards', serverEvent.name, serverEvent.rewards.join(', '))}</li>
      )}
      <li>{message('popup_help_days')}</li>
      {levels !== '' && <li>{message('popup_help_levels', levels)}</li>}
      {prerequisite !== undefined && <li>{message('popup_help_mission', prerequisite)}</li>}
      {repeatsEvery !== undefined && (
        <li>{repeatsEvery === 1 ? message('popup_repeats_weekly') : message('popup_repeats_every', repeatsEvery)}</li>
      )}
      {assumedStart !== undefined && (
        <li>
          {message(
            'popup_help_hour',
            timeInputValue({ hour: Math.floor(assumedStart / 60), minute: assumedStart % 60 }),
          )}
        </li>
      )}
      <li>{message('popup_unofficial')}</li>
    </ul>
  )
}
