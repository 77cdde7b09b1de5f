import { sameJson } from '../events/same-json.ts'
import type { EventDraft } from './draft.ts'

/** Whether the same is typed in both. The keys of rows are not typed, and a draft that was kept has others. */
export function isSameDraft(one: EventDraft, other: EventDraft): boolean {
  return sameJson(typedIn(one), typedIn(other))
}

function typedIn(draft: EventDraft): unknown {
  return JSON.parse(JSON.stringify(draft, (name, value) => (name === 'key' ? undefined : value)))
}
