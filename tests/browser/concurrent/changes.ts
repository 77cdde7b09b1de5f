/** What each of three contexts tells at once: every change is of an entry of its own, so that none may be missing. */

import { FIRST_COMMANDER, markIdOf, type Settings, type TrackerRecord } from '../../../utils/record/record.ts'
import { setDone, setNote, setSetting, type Transition } from '../../../utils/record/transitions.ts'

/** Two pages and the background. */
export const PLACES = ['popup', 'options', 'background'] as const
export type Place = (typeof PLACES)[number]

/** Changes of one place. */
export const CHANGES = 200
/** Stored by the test: all places begin. */
export const GO_KEY = 'concurrentGo'
/** Of the run that is on, and of one whose marks are on the shelf: both ways in which `update` writes. */
export const RUNS = { near: 'near', shelved: 'shelved' } as const

/** What a place says when it is through; each under a key of its own. */
export interface Done {
  readonly href: string
  readonly made: number
  readonly errors: readonly string[]
}

export const doneKey = (place: Place): string => `concurrentDone:${place}`

interface Change {
  readonly name: string
  readonly transition: Transition
  isIn(record: TrackerRecord): boolean
}

/** A setting of each place; the first of its changes. */
const SETTINGS: Readonly<Record<Place, Change>> = {
  popup: settingChange('lastHourCountdown', true),
  options: settingChange('badgeFor', 'chosen'),
  background: settingChange('startOfDay', false),
}

/** @returns the changes of a place, in their order */
export function changesOf(place: Place): readonly Change[] {
  return [SETTINGS[place], ...Array.from({ length: CHANGES - 1 }, (_, index) => markChange(place, index + 1))]
}

/** Of four one is a mark of the run that is on, one a note on it, and two are the same of the run on the shelf. */
function markChange(place: Place, index: number): Change {
  const run = index % 4 < 2 ? RUNS.near : RUNS.shelved
  const window = `${place}-${index}`
  const id = markIdOf(FIRST_COMMANDER, run, window)
  return index % 2 === 0
    ? {
        name: `done ${id}`,
        transition: setDone(FIRST_COMMANDER, run, window, true),
        isIn: (record) => record.marks[id]?.done?.value === true,
      }
    : {
        name: `note ${id}`,
        transition: setNote(FIRST_COMMANDER, run, window, id),
        isIn: (record) => record.marks[id]?.note?.value === id,
      }
}

function settingChange<K extends keyof Settings>(key: K, value: Settings[K]): Change {
  return {
    name: `setting ${key}`,
    transition: setSetting(key, value),
    isIn: (record) => record.settings[key]?.value === value,
  }
}
