import { browser } from 'wxt/browser'
import { BADGE_COLORS } from '../../components/badge-colors.ts'
import { instantText } from '../../components/instant-words.ts'
import { message, plural } from '../../utils/i18n/messages.ts'
import type { Badge } from '../../utils/plan/badge.ts'
import type { Day, RunView } from '../../utils/plan/run-view.ts'
import { activeCommandersOf, settingsOf } from '../../utils/record/read.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import { namesText } from './names-text.ts'

/** Shows the badge and says it in words in the tooltip. */
export async function applyBadge(badge: Badge, record: TrackerRecord, timeZone: string, now: number): Promise<void> {
  await show(badge.text, BADGE_COLORS[badge.state])
  await browser.action.setTitle({ title: titleOf(badge, record, timeZone, now) })
}

/** The badge while the record gives none: the popup says why. */
export async function applyTroubleBadge(title: 'background_title_newer' | 'background_title_trouble'): Promise<void> {
  await show('!', BADGE_COLORS.urgent)
  await browser.action.setTitle({ title: message(title) })
}

async function show(text: string, color: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
  ])
}

/** The tooltip. */
export function titleOf(badge: Badge, record: TrackerRecord, timeZone: string, now: number): string {
  const { run, day, others, more } = badge
  const name = message('extension_name')
  if (!run || !day) return name
  // Where it speaks of all who are played, it may speak of one whom the popup does not show.
  const isNamed = settingsOf(record).badgeFor === 'all' && activeCommandersOf(record).length > 1
  return [
    dayText(name, run, day, timeZone, now),
    ...(isNamed ? [message('background_title_for', namesText([run, ...others], record))] : []),
    ...(more > 0 ? [plural('background_title_more', more)] : []),
  ].join('\n')
}

function dayText(name: string, run: RunView, { state, window }: Day, timeZone: string, now: number): string {
  const { relatedEvent, startsAt, endsAt } = window
  const event = run.schedule.event.shortName
  const points = run.scored
    ? message('background_points', event, run.points, run.pointsTotal)
    : message('background_days', event, run.daysDone, run.days.length)
  switch (state) {
    case 'upcoming':
      return message('background_title_upcoming', name, relatedEvent.name, instantText(startsAt, timeZone, now))
    case 'done':
      return message('background_title_done', name, relatedEvent.name, points)
    default:
      return Number.isFinite(endsAt)
        ? message('background_title_open', name, relatedEvent.name, instantText(endsAt, timeZone, now), points)
        : message('background_title_endless', name, relatedEvent.name, points)
  }
}
