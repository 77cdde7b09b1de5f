import type { EventDefinition } from '../../utils/events/event.ts'
import { regionalStart } from '../../utils/schedule/start.ts'
import { byClock, type StartDraft } from '../../utils/storage/draft-places.ts'
import { type DraftPlace, forgetDraft, loadDraft } from '../../utils/storage/drafts.ts'
import type { Page } from './page.ts'

/**
 * Whether the form of this event would show a start that was typed before. One that it would not, because it was meant
 * by another clock, is forgotten.
 */
export function wasStartTyped(place: DraftPlace<StartDraft>, event: EventDefinition, { zone, view }: Page): boolean {
  const { delay } = regionalStart(event, view.commander.region)
  const isTyped = loadDraft(byClock(place, { timeZone: zone.timeZone, delay }), Date.now()) !== undefined
  if (!isTyped) forgetDraft(place)
  return isTyped
}
