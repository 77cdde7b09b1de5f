import { SHIPPED_EVENTS } from '../utils/events/pack.ts'
import { eventOf } from '../utils/record/read.ts'
import type { TrackerRecord } from '../utils/record/record.ts'

interface NamedRegion {
  readonly id: string
  readonly name: string
}

/** Those that the game is known to have. Their names are the game's own, the same in each language. */
const KNOWN: readonly NamedRegion[] = [
  { id: 'us', name: 'US' },
  { id: 'eu', name: 'EU' },
  { id: 'apac', name: 'APAC' },
]

/**
 * The regions that a commander may play in: those of the game, then those that events of the commander name.
 *
 * @example regionsOf(EMPTY_RECORD).map(({ id }) => id) // ['us', 'eu', 'apac']
 */
export function regionsOf(record: TrackerRecord): readonly NamedRegion[] {
  const ids = [...SHIPPED_EVENTS.map(({ id }) => id), ...Object.keys(record.events)]
  const told = ids.flatMap((id) => eventOf(record, id)?.regions ?? [])
  // The first name stands: what an event calls a region must not rename one of the game's.
  const names = new Map<string, string>()
  for (const { id, name } of [...KNOWN, ...told]) if (!names.has(id)) names.set(id, name)
  return [...names].map(([id, name]) => ({ id, name }))
}

/** @returns the name by which players know a region; its id where no event names it any more */
export function regionName(record: TrackerRecord, id: string): string {
  return regionsOf(record).find((region) => region.id === id)?.name ?? id
}
