import type { EventDraft } from './draft.ts'

/**
 * Whether the same is typed in both. The keys of rows are not typed, and a draft that was kept has others, and its fields
 * in another order.
 */
export function isSameDraft(one: EventDraft, other: EventDraft): boolean {
  return typedIn(one) === typedIn(other)
}

function typedIn(draft: EventDraft): string {
  return JSON.stringify(draft, (name, value) => {
    if (name === 'key') return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
