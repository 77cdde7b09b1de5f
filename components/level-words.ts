import type { LevelBracket } from '../utils/events/event.ts'
import { message } from '../utils/i18n/messages.ts'

/** @returns the levels inside a sentence; empty where there is no bound */
export function levelsText({ minLevel, maxLevel }: LevelBracket): string {
  if (minLevel === undefined) return maxLevel === undefined ? '' : message('common_levels_to', maxLevel)
  return maxLevel === undefined ? message('common_levels_from', minLevel) : message('common_levels', minLevel, maxLevel)
}
