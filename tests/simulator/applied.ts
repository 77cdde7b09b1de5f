/**
 * The rule of what the background applies: badge, tooltip, alarm and notifications are what the plan of the record says.
 *
 * @module
 */

import type { Delivery } from '../../utils/plan/notice.ts'
import type { TrackerRecord } from '../../utils/record/record.ts'
import type { Extension } from './bundle.ts'
import type { Device } from './device.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A rule, and what breaks it. */
export type Problem = readonly [rule: string, what: string]

/** @param clock epoch ms @returns what is otherwise than planned for then */
export function problemsAt(
  { planAt, reading, timeZoneOf, titleOf, BADGE_COLORS }: Extension,
  device: Device,
  record: TrackerRecord,
  delivery: Delivery,
  clock: number,
): readonly Problem[] {
  const zone = zoneOf({ reading, timeZoneOf }, device, record)
  const plan = planAt(record, delivery, zone, clock)
  const problems: Problem[] = []
  const badge = {
    text: plan.badge.text,
    color: BADGE_COLORS[plan.badge.state],
    title: titleOf(plan.badge, record, zone, clock),
  }
  for (const part of ['text', 'color', 'title'] as const) {
    const [is, should] = [device.action[part], badge[part]]
    if (is !== should) problems.push(['badge', `${part} is ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`])
  }
  problems.push(...alarmProblems(device, plan.wakeAt, clock))
  if (device.notifications.permission !== 'granted') return problems
  const mayStand = new Set(plan.standing)
  // An id without a slash is none of a run's.
  const stale = [...device.notifications.standing.keys()].filter((id) => id.includes('/') && !mayStand.has(id))
  return [
    ...problems,
    ...plan.notices.map(({ id }): Problem => ['not shown', id]),
    ...stale.map((id): Problem => ['stale', `${id} still stands`]),
  ]
}

/** @param clock epoch ms @returns epoch ms at which the plan is another */
export function nextChangeAfter(
  extension: Extension,
  device: Device,
  record: TrackerRecord,
  delivery: Delivery,
  clock: number,
): number | undefined {
  return extension.planAt(record, delivery, zoneOf(extension, device, record), clock).wakeAt
}

function zoneOf(
  { reading, timeZoneOf }: Pick<Extension, 'reading' | 'timeZoneOf'>,
  device: Device,
  record: TrackerRecord,
): string {
  const { timeZone } = reading.settingsOf(record)
  return timeZone === 'system' ? device.zone : timeZoneOf(timeZone)
}

/** Both in epoch ms. */
function alarmProblems(device: Device, wakeAt: number | undefined, clock: number): readonly Problem[] {
  if (wakeAt === undefined) return []
  const alarm = device.alarms.get('wake')
  const inMinutes = (instant: number): number => (instant - clock) / MINUTE
  if (!alarm) return [['alarm', 'there is none']]
  if (alarm.scheduledTime !== wakeAt && Math.abs(wakeAt - clock) > MINUTE) {
    return [['alarm', `in ${inMinutes(alarm.scheduledTime)} min, should be in ${inMinutes(wakeAt)} min`]]
  }
  return alarm.scheduledTime > clock + HOUR ? [['alarm', 'is more than an hour away']] : []
}
