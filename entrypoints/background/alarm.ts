import { millisecondsInMinute } from 'date-fns/constants'
import { browser } from 'wxt/browser'
import { WAKE_ALARM } from '../../utils/plan/wake-alarm.ts'
import { withLock } from '../../utils/storage/lock.ts'

/** How soon to try again where the browser could not read its storage, or the worker died over it, in ms. */
export const RETRY_AFTER = millisecondsInMinute
/** After it has rung the alarm comes again by itself, in minutes: a worker that dies before it set the next is woken. */
const COMES_AGAIN = 60
/** A clock that moved by less, in ms, was only corrected. */
const CORRECTION = 1000

/** What this life of the worker armed last: for when, and how far the clock was ahead of the time since it started. */
let armed: { readonly wakeAt: number; readonly ahead: number } | undefined

/**
 * One alarm, for whatever comes next. The browser arms its timer once, and a clock that is changed afterwards does not
 * move it; so each life of the worker, and each change of the clock that it sees, creates it anew. Its instant is one on
 * the clock and not a delay: to create it again postpones nothing.
 *
 * @param wakeAt epoch ms
 */
export function applyAlarm(wakeAt: number): Promise<void> {
  return inTurn(async () => {
    const alarm = await browser.alarms.get(WAKE_ALARM)
    const ahead = Date.now() - performance.now()
    const isArmed = armed?.wakeAt === wakeAt && Math.abs(ahead - armed.ahead) < CORRECTION
    if (alarm?.scheduledTime === wakeAt && isArmed) return
    await create(wakeAt)
    armed = { wakeAt, ahead }
  })
}

/**
 * Before the work begins: where the browser holds no alarm, one that wakes again soon, should the worker die before it
 * knows what is to come.
 *
 * @param wakeAt epoch ms
 */
export function holdAlarm(wakeAt: number): Promise<void> {
  return inTurn(async () => {
    if (!(await browser.alarms.get(WAKE_ALARM))) await create(wakeAt)
  })
}

/** Nothing is to come, and all that was to be done is done. */
export function clearAlarm(): Promise<void> {
  return inTurn(async () => {
    armed = undefined
    await browser.alarms.clear(WAKE_ALARM)
  })
}

/** Who asked first, and finds none, must not put its alarm over that of another who was quicker to create one. */
function inTurn(work: () => Promise<void>): Promise<void> {
  return withLock('alarm', work)
}

function create(when: number): Promise<void> {
  return browser.alarms.create(WAKE_ALARM, { when, periodInMinutes: COMES_AGAIN })
}
