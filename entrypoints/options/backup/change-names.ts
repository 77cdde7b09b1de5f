/**
 * What the things are called that an import would change. Names come from a file: they are cut, and what would turn their
 * direction is replaced.
 *
 * @module
 */

import { namesOf } from '../../../components/commander-names.ts'
import { dayText } from '../../../components/instant-words.ts'
import { shown } from '../../../utils/events/shown.ts'
import { message } from '../../../utils/i18n/messages.ts'
import { commandersOf, eventOf, runOf } from '../../../utils/record/read.ts'
import type { Settings, TrackerRecord } from '../../../utils/record/record.ts'
import type { Page } from '../page.ts'

export type Room = 'commanders' | 'events' | 'runs' | 'marks'

/**
 * @param record in which they are: that before for what would be removed
 * @returns of an id its name; the id itself where nothing is known of it
 */
export function namerOf(record: TrackerRecord, { zone, now }: Page): (room: Room, id: string) => string {
  const commanders = namesOf(commandersOf(record))
  const runText = (id: string): string => {
    const run = runOf(record, id)
    const event = run && eventOf(record, run.eventId)
    return run
      ? message('options_backup_run', shown(event?.shortName ?? run.eventId), dayText(run.startsAt, zone.timeZone, now))
      : id
  }
  const markText = (id: string): string => {
    const [commanderId = '', runId = '', windowId = ''] = id.split('/')
    const event = eventOf(record, runOf(record, runId)?.eventId ?? '')
    const day = event?.relatedEvents.find((each) => windowId === each.id || windowId.startsWith(`${each.id}#`))
    const mark = message('options_backup_mark', shown(day?.name ?? windowId), runText(runId))
    return commanders.size < 2
      ? mark
      : message('options_backup_mark_of', shown(commanders.get(commanderId) ?? commanderId), mark)
  }
  return (room, id) => {
    switch (room) {
      case 'commanders':
        return shown(commanders.get(id) ?? id)
      case 'events':
        return shown(eventOf(record, id)?.shortName ?? id)
      case 'runs':
        return runText(id)
      case 'marks':
        return markText(id)
    }
  }
}

/** The ids of commanders who are called something else afterwards. */
export function renamedIn(before: TrackerRecord, after: TrackerRecord): ReadonlySet<string> {
  const names = new Map(commandersOf(before).map(({ id, name }) => [id, name]))
  const renamed = commandersOf(after).filter(({ id, name }) => names.has(id) && names.get(id) !== name)
  return new Set(renamed.map(({ id }) => id))
}

/** The ids of runs by their start, the newest first; of anything else as they come. */
export function inOrder(record: TrackerRecord, room: Room, ids: readonly string[]): readonly string[] {
  if (room !== 'runs') return ids
  const starts = new Map(ids.map((id) => [id, runOf(record, id)?.startsAt ?? 0]))
  return [...ids].sort((a, b) => (starts.get(b) ?? 0) - (starts.get(a) ?? 0))
}

export function settingName(setting: keyof Settings): string {
  switch (setting) {
    case 'timeZone':
      return message('options_backup_setting_time_zone')
    case 'commander':
      return message('options_backup_setting_commander')
    case 'commanderOrder':
      return message('options_backup_setting_order')
    case 'badgeFor':
      return message('options_backup_setting_badge_for')
    case 'startOfDay':
      return message('options_backup_setting_start_of_day')
    case 'leadTimes':
      return message('options_backup_setting_lead_times')
    case 'quietHours':
      return message('options_backup_setting_quiet_hours')
    case 'lastHourCountdown':
      return message('options_backup_setting_countdown')
  }
}
