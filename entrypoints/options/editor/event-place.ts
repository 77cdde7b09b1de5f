import type { EventDraft } from '../../../utils/packs/draft.ts'
import { EventDraftSchema } from '../../../utils/packs/draft-schema.ts'
import type { DraftPlace } from '../../../utils/storage/drafts.ts'

/** Where an event is kept while it is typed. @param eventId undefined: it is a new one */
export function eventPlace(eventId: string | undefined): DraftPlace<EventDraft> {
  return { name: eventId === undefined ? 'new-event' : `event=${eventId}`, schema: EventDraftSchema }
}
