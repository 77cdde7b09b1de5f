/** What the background did at its last wakes, on a day as most are and on the worst. */

import { WAKES_KEPT, type Wake } from '../../../utils/storage/wakes.ts'
import { HOUR, MINUTE } from './seeds.ts'

/** The full hour that is so many ahead of the last one; negative: before it. */
export const fullHour = (now: number, ahead: number) => Math.floor(now / HOUR) * HOUR + ahead * HOUR

export const QUIET: Omit<Wake, 'at'> = { causes: ['alarm'], status: 'ok', badge: 'HM', due: [], shown: 0, failed: [] }

/** A day as most are: a heartbeat each hour, a mark, a reminder, a start of the browser, a page that woke it. */
export const day = (now: number): readonly Wake[] => {
  const hours = Array.from({ length: WAKES_KEPT }, (_, index): Wake => {
    const at = fullHour(now, -index)
    return { ...QUIET, at: at + 12, wakeAt: at + HOUR }
  })
  const told: readonly Wake[] = [
    { ...QUIET, at: now - 9 * MINUTE, causes: ['changed'], wakeAt: fullHour(now, 1), times: 12 },
    { ...QUIET, at: now - 40 * MINUTE, causes: ['started', 'roused'], wakeAt: fullHour(now, 1) },
    { ...QUIET, at: fullHour(now, -3) + 12, due: ['lead'], shown: 1, wakeAt: fullHour(now, -2) },
    {
      ...QUIET,
      at: now - 5 * HOUR,
      causes: ['startup'],
      due: ['away'],
      shown: 1,
      wakeAt: fullHour(now, -4),
    },
    { ...QUIET, at: now - 16 * HOUR, due: ['start', 'result'], shown: 2, badge: '✓', wakeAt: fullHour(now, -15) },
    { ...QUIET, at: now - 17.5 * HOUR, causes: ['updated'], badge: '', wakeAt: fullHour(now, -17) },
  ]
  const others = hours.filter(({ at }) => !told.some((wake) => wake.at === at))
  return [...told, ...others].sort((a, b) => b.at - a.at).slice(0, WAKES_KEPT)
}

/** Everything that can go wrong went wrong. */
export const bad = (now: number): readonly Wake[] => [
  {
    at: now - 2 * MINUTE,
    causes: ['alarm', 'changed'],
    status: 'ok',
    badge: '34m',
    due: ['lead', 'start', 'snooze'],
    shown: 0,
    wakeAt: fullHour(now, 1),
    failed: ['alarm', 'badge', 'labels', 'notifications', 'delivery'],
  },
  { ...QUIET, at: now - 3 * MINUTE, status: 'failed', badge: '!', causes: ['started'], wakeAt: now - 2 * MINUTE },
  { ...QUIET, at: now - 4 * MINUTE, status: 'unreadable', badge: '!', wakeAt: now - 3 * MINUTE, failed: ['badge'] },
  { at: now - 20 * HOUR, causes: ['installed'], status: 'newer', badge: '!', due: [], shown: 0, failed: [] },
]
