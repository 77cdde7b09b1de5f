import { browser } from 'wxt/browser'
import { WAKE_ALARM } from '../../utils/plan/wake-alarm.ts'

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
export async function applyAlarm(wakeAt: number): Promise<void> {
  const alarm = await browser.alarms.get(WAKE_ALARM)
  const ahead = Date.now() - performance.now()
  const isArmed = armed?.wakeAt === wakeAt && Math.abs(ahead - armed.ahead) < CORRECTION
  if (alarm?.scheduledTime === wakeAt && isArmed) return
  await create(wakeAt)
  armed = { wakeAt, ahead }
}

/**
 * Before the work begins: where the browser holds no alarm, one that wakes again soon, should the worker die before it
 * knows what is to come.
 *
 * @param wakeAt epoch ms
 */
export async function holdAlarm(wakeAt: number): Promise<void> {
  if (!(await browser.alarms.get(WAKE_ALARM))) await create(wakeAt)
}

/** Nothing is to come, and all that was to be done is done. */
export async function clearAlarm(): Promise<void> {
  armed = undefined
  await browser.alarms.clear(WAKE_ALARM)
}

function create(when: number): Promise<void> {
  return browser.alarms.create(WAKE_ALARM, { when, periodInMinutes: COMES_AGAIN })
}
