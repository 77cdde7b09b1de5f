import { millisecondsInMinute } from 'date-fns/constants'
import { browser } from 'wxt/browser'
import { WAKE_ALARM } from '../../utils/plan/wake-alarm.ts'
import { withLock } from '../../utils/storage/lock.ts'

/** After it has rung the alarm comes again by itself, in minutes: a worker that dies before it set the next is woken. */
const COMES_AGAIN = 60
/** A clock that moved by less, in ms, was only corrected. */
const CORRECTION = 1000

/** What this life of the worker armed last: for when, and how far the clock was ahead of the time since it started. */
let armed: { readonly wakeAt: number; readonly ahead: number } | undefined
/** How many works are under way that nobody would finish, should the worker die and no alarm wake another. */
let unfinished = 0

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

/**
 * Does what brings in what is to be told: as long as it is at work, and an hour longer where nothing else is to come, an
 * alarm is held. No reconcile takes it away that knows nothing yet of what comes in.
 *
 * @throws what `work` throws
 */
export async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  unfinished++
  try {
    // Without an alarm it is done as well.
    await holdAlarm(Date.now() + COMES_AGAIN * millisecondsInMinute).catch(() => {})
    return await work()
  } finally {
    unfinished--
  }
}

/** Nothing is to come, and all that was to be done is done. */
export function clearAlarm(): Promise<void> {
  return inTurn(async () => {
    if (unfinished > 0) return
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
