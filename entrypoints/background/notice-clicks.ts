import { browser } from 'wxt/browser'
import { snoozeKeyOf, snoozeUntil, splitNoticeId } from '../../utils/plan/notices.ts'
import { type RunView, runViewAt } from '../../utils/plan/run-view.ts'
import { commandersOf, runOf } from '../../utils/record/read.ts'
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
  const { runId, windowId } = splitNoticeId(id)
  await quietly(() => browser.notifications.clear(id))
  await quietly(async () => {
    const { record } = await load()
    const run = runOf(record, runId)
    const views = run ? commandersOf(record).flatMap((commander) => runViewAt(record, commander, run, now) ?? []) : []
    const action = NOTICE_BUTTONS[button]
    if (action === 'mark') await mark(views, windowId)
    if (action === 'snooze') await snooze(views, windowId, now)
  })
}

/** For each commander whom the notification concerned. */
async function mark(views: readonly RunView[], windowId: string): Promise<void> {
  for (const { commander, run } of views.filter((view) => isOpenFor(view, windowId))) {
    await update(setDone(commander.id, run.id, windowId, true))
  }
}

async function snooze([view]: readonly RunView[], windowId: string, now: number): Promise<void> {
  const day = view?.days.find(({ window }) => window.id === windowId)
  const until = day && snoozeUntil(day, now)
  if (view && until) await recordSnoozed(snoozeKeyOf(view.run.id, windowId), until, now)
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
