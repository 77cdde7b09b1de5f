/**
 * Mutants that no test can kill, because with them the code does what it does without, each with the reason: a file for
 * each room, and for plan's notices and history one of their own. `npm run test:mutation` prints what is alive; what
 * stands behind the place is a mutant's name:
 *
 *     { file: 'utils/time/zone.ts', mutants: ['EqualityOperator: a < b → a <= b'], why: 'Two are never equal.' }
 *
 * It fails where a named one was killed after all, or is not there any more.
 */
import type { NamedMutants } from '../../tools/mutation/named.ts'
import { EVENTS } from './equivalent/events.ts'
import { PLAN } from './equivalent/plan.ts'
import { PLAN_HISTORY } from './equivalent/plan-history.ts'
import { PLAN_NOTICES } from './equivalent/plan-notices.ts'
import { RECORD } from './equivalent/record.ts'
import { SCHEDULE } from './equivalent/schedule.ts'
import { TIME } from './equivalent/time.ts'

export const EQUIVALENT: readonly NamedMutants[] = [
  ...TIME,
  ...EVENTS,
  ...SCHEDULE,
  ...RECORD,
  ...PLAN,
  ...PLAN_NOTICES,
  ...PLAN_HISTORY,
]
