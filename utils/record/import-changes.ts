/**
 * How two definitions of one event differ, fit to be put into words.
 *
 * @module
 */

import type { EventDefinition, LevelBracket, WindowSpan } from '../events/event.ts'
import { sameJson } from '../events/same-json.ts'

export type DefinitionChange =
  | { readonly kind: 'name'; readonly from: string; readonly to: string }
  | { readonly kind: 'levels'; readonly from: LevelBracket; readonly to: LevelBracket }
  /** How many windows; a moved one opens at another time or lasts longer or shorter. */
  | { readonly kind: 'windows'; readonly added: number; readonly removed: number; readonly moved: number }
  /** Minutes from the start to the end; undefined: nobody knows. */
  | { readonly kind: 'lasts'; readonly from: number | undefined; readonly to: number | undefined }
  /** Anything else: objectives, points, rewards, the name of a related event … */
  | { readonly kind: 'details' }

/** Whether two definitions say the same, but for what is about the definition itself. */
export function isSameDefinition(a: EventDefinition, b: EventDefinition): boolean {
  return sameJson(contentOf(a), contentOf(b))
}

/**
 * What changes from one definition to another, the most telling first; nothing where they say the same.
 *
 * @example definitionChanges(event, { ...event, minLevel: 20 })
 *   // [{ kind: 'levels', from: {}, to: { minLevel: 20 } }]
 */
export function definitionChanges(before: EventDefinition, after: EventDefinition): readonly DefinitionChange[] {
  if (isSameDefinition(before, after)) return []
  const changes: DefinitionChange[] = []
  if (before.name !== after.name) changes.push({ kind: 'name', from: before.name, to: after.name })
  if (!sameJson(bracketOf(before), bracketOf(after))) {
    changes.push({ kind: 'levels', from: bracketOf(before), to: bracketOf(after) })
  }
  const windows = windowChanges(windowsOf(before), windowsOf(after))
  if (windows.added + windows.removed + windows.moved > 0) changes.push({ kind: 'windows', ...windows })
  if (before.lasts !== after.lasts) changes.push({ kind: 'lasts', from: before.lasts, to: after.lasts })
  if (!sameJson(detailsOf(before), detailsOf(after))) changes.push({ kind: 'details' })
  return changes
}

function contentOf({ revision: _, edited: __, ...content }: EventDefinition): object {
  return content
}

function bracketOf({ minLevel, maxLevel }: LevelBracket): LevelBracket {
  return { ...(minLevel === undefined ? {} : { minLevel }), ...(maxLevel === undefined ? {} : { maxLevel }) }
}

/** All but what has a change of its own. */
function detailsOf(event: EventDefinition): object {
  const { name: _, minLevel: __, maxLevel: ___, lasts: ____, relatedEvents, ...rest } = event
  return {
    ...contentOf({ ...rest, name: '', relatedEvents: [] }),
    relatedEvents: relatedEvents.map(({ windows: _____, ...relatedEvent }) => relatedEvent),
  }
}

/** By related event and place, as marks know them. */
function windowsOf({ relatedEvents }: EventDefinition): ReadonlyMap<string, WindowSpan> {
  return new Map(
    relatedEvents.flatMap(({ id, windows }) => windows.map((window, index) => [`${id}#${index}`, window] as const)),
  )
}

function windowChanges(before: ReadonlyMap<string, WindowSpan>, after: ReadonlyMap<string, WindowSpan>) {
  const stay = [...after].filter(([id]) => before.has(id))
  return {
    added: after.size - stay.length,
    removed: before.size - stay.length,
    moved: stay.filter(([id, window]) => !sameJson(before.get(id), window)).length,
  }
}
