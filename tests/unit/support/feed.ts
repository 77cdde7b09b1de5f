/**
 * The community's event feed for tests: entries as the feed writes them. Some metas have names of its calendar; other
 * names stand for any.
 */

/** An entry as it stands in the feed. */
export interface RawFeedEntry {
  id: number | string
  title: string
  description: string | null
  imageUrl: string | null
  startTime: string
  endTime: string
  eventType: string
  eventSubType: string | null
  eventFormat: string | null
  eventCategory: string
  priority: string
  minOpsLevel: number | null
  maxOpsLevel: number | null
  repeatType: string
  repeatConfig: { interval: number; daysOfWeek: string } | null
  isActive: boolean
  createdAt: string
  updatedAt: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY
/** Thursday. */
const FIRST_START = Date.parse('2026-06-25T16:00:00.000Z')
const STEMS = ['Sector Supremacy', 'Combat Simulation', 'Crystal Forge', 'Quiet Frontier']
const BRACKETS = [
  [20, 39],
  [40, 50],
  [51, 80],
] as const

/** The entry that is documented, or what `fields` make of it. */
export function feedEntry(fields: Partial<RawFeedEntry> = {}): RawFeedEntry {
  return {
    id: 356,
    title: 'Sector Supremacy Meta - SMS',
    description: 'Score in this event by completing Sector Supremacy sub-events.',
    imageUrl: 'https://images.example/356.png',
    startTime: '2026-06-25T16:00:00.000Z',
    endTime: '2026-07-01T16:00:00.000Z',
    eventType: '',
    eventSubType: null,
    eventFormat: 'SMS',
    eventCategory: 'weekly',
    priority: 'arc',
    minOpsLevel: 20,
    maxOpsLevel: null,
    repeatType: 'none',
    repeatConfig: null,
    isActive: true,
    createdAt: '2026-06-01T09:30:00.000Z',
    updatedAt: '2026-06-20T12:00:00.000Z',
    ...fields,
  }
}

/** Start and end of an entry: `days` after the first start of the feed, for `hours`. */
export function feedTimes(days: number, hours: number): Pick<RawFeedEntry, 'startTime' | 'endTime'> {
  const start = FIRST_START + days * DAY
  return { startTime: new Date(start).toISOString(), endTime: new Date(start + hours * HOUR).toISOString() }
}

/**
 * A feed of `count` entries, the same for the same seed: weekly metas with daily feeders, arcs of four weeks over them,
 * feeders of one day that differ by bracket or are heroic, a weekly meta with feeders that repeat with it, and entries
 * that stand alone.
 */
export function feedOf(count: number, seed = 1): RawFeedEntry[] {
  const chance = randomOf(seed)
  const entries: RawFeedEntry[] = []
  const add = (fields: Partial<RawFeedEntry>) => {
    const updated = FIRST_START - Math.floor(chance() * 4 * WEEK)
    entries.push(
      feedEntry({
        description: chance() < 0.3 ? null : `Entry ${entries.length + 1} of the feed.`,
        eventFormat: chance() < 0.2 ? null : 'SMS',
        eventType: chance() < 0.5 ? '' : 'event',
        minOpsLevel: null,
        priority: 'normal',
        isActive: chance() < 0.95,
        updatedAt: new Date(updated).toISOString(),
        ...fields,
        id: entries.length + 1,
      }),
    )
  }
  addRepeating(add)
  for (let week = 0; entries.length < count; week++) {
    for (const stem of STEMS) addWeek(add, stem, week, chance)
    addAlone(add, week)
  }
  return entries.slice(0, count)
}

type Add = (fields: Partial<RawFeedEntry>) => void

/** A meta of seven days with a feeder for each, coming again every week, and entries that repeat without a meta. */
function addRepeating(add: Add): void {
  const weekly = (daysOfWeek: string, interval = 1) => ({
    repeatType: 'weekly',
    repeatConfig: { interval, daysOfWeek },
  })
  add({ title: 'Voyage Across the Void Meta', ...feedTimes(0, 7 * 24), ...weekly('4') })
  for (let day = 0; day < 7; day++) {
    const title = `Voyage Across the Void: feeder of day ${day + 1}`
    add({ title, ...feedTimes(day, 24), ...weekly(String((day + 4) % 7)) })
  }
  add({ title: 'Maverick Tasks', ...feedTimes(0, 7 * 24), ...weekly('4', 4) })
  add({ title: 'Routine of three days', ...feedTimes(1, 24), ...weekly('1,3,5') })
}

function addWeek(add: Add, stem: string, week: number, chance: () => number): void {
  const first = week * 7
  if (week % 4 === 0) {
    add({ title: `${stem} META – SMS`, ...feedTimes(first, 28 * 24), priority: 'arc', minOpsLevel: 20 })
  }
  add({ title: `${stem} Meta - SMS`, ...feedTimes(first, 6 * 24), minOpsLevel: 20 })
  for (let day = 0; day < 6; day++) {
    const title = `${stem}: feeder of day ${day + 1}`
    const times = feedTimes(first + day, 24)
    const kind = chance()
    if (kind < 0.25) {
      for (const [minOpsLevel, maxOpsLevel] of BRACKETS) add({ title, ...times, minOpsLevel, maxOpsLevel })
    } else {
      add({ title, ...times, eventSubType: kind < 0.4 ? 'heroic' : null })
    }
  }
  // Between the end of the week's meta and the next: only the arc has it.
  add({ title: `${stem} – feeder of the last day`, ...feedTimes(first + 6, 24) })
}

function addAlone(add: Add, week: number): void {
  add({ title: 'Sarris Invasion - IMS', ...feedTimes(week * 7 + 2, 3 * 24), eventFormat: 'IMS' })
  add({ title: 'Infinite Incursions', ...feedTimes(week * 7 + 4, 12), eventCategory: 'pvp' })
}

/** mulberry32: numbers from 0 to 1 that are the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
