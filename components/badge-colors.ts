import type { BadgeState } from '../utils/plan/badge.ts'

/** The badge's colour in each state, in every theme; white text on each has a contrast of at least 4.5 : 1. */
export const BADGE_COLORS: Readonly<Record<BadgeState, string>> = {
  none: '#50607a',
  upcoming: '#50607a',
  open: '#1b5fa8',
  urgent: '#b3261e',
  done: '#17693f',
}
