import { browser } from 'wxt/browser'
import { snoozeKeyOf, snoozeUntil, splitNoticeId } from '../../utils/plan/notice.ts'
import { type RunView, runViewsAt } from '../../utils/plan/run-view.ts'
import { type DayKey, twinsOf } from '../../utils/plan/twins.ts'
import { activeCommandersOf, runsNear } from '../../utils/record/read.ts'
import { setDone } from '../../utils/record/transitions.ts'
import { recordSnoozed } from '../../utils/storage/delivery.ts'
import { load } from '../../utils/storage/load.ts'
import { update } from '../../utils/storage/update.ts'
import { NOTICE_BUTTONS } from './notifications.ts'

const POPUP = '/popup.html'

/** Opens the popup; as a page where the browser cannot (no window in front, or Firefox without a click inside it). */
export async function onNoticeClick(id: string): Promise<void> {
  await quietly(() => browser.notifications.clear(id))
  try {
    await browser.action.openPopup()
  } catch {
    const url = browser.runtime.getURL(POPUP)
    await quietly(() => browser.tabs.create({ url }).catch(() => browser.windows.create({ url })))
  }
}

/**
 * @param button its place in `NOTICE_BUTTONS`
 * @param now epoch ms
 */
export async function onNoticeButton(id: string, button: number, now: number): Promise<void> {
  await quietly(() => browser.notifications.clear(id))
  await quietly(async () => {
    const { record } = await load()
    const runs = runsNear(record, now)
    const views = activeCommandersOf(record).flatMap((commander) => runViewsAt(record, commander, now, runs))
    const days = twinsOf(views, splitNoticeId(id))
    const action = NOTICE_BUTTONS[button]
    if (action === 'mark') await mark(views, days)
    if (action === 'snooze') await snooze(views, days, now)
  })
}

/** For each commander whom the notification concerned, in each run for which it spoke. */
async function mark(views: readonly RunView[], days: readonly DayKey[]): Promise<void> {
  const marks = days.flatMap(({ runId, windowId }) =>
    views
      .filter((view) => view.run.id === runId && isOpenFor(view, windowId))
      .map(({ commander }) => setDone(commander.id, runId, windowId, true)),
  )
  if (marks.length > 0)
    await update((record, stamp) => marks.reduce((next, transition) => transition(next, stamp), record))
}

async function snooze(views: readonly RunView[], days: readonly DayKey[], now: number): Promise<void> {
  const [first] = days
  const day = views
    .find((view) => view.run.id === first?.runId)
    ?.days.find(({ window }) => window.id === first?.windowId)
  const until = day && snoozeUntil(day, now)
  if (!until) return
  const keys = days.map(({ runId, windowId }) => snoozeKeyOf(runId, windowId))
  await recordSnoozed(keys, until, now)
}

function isOpenFor(view: RunView, windowId: string): boolean {
  return view.eligibility === 'yes' && view.days.some((day) => day.window.id === windowId && day.isOpen && !day.done)
}

/** A click has nobody who could catch its rejection. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.warn('Defender of Peace Tracker could not do what was clicked.', error)
  }
}
