/**
 * What is simulated: the extension's own code, as the build bundles it. Nothing here is a copy.
 *
 * @module
 */

export { BADGE_COLORS } from '../../components/badge-colors.ts'
export { titleOf } from '../../entrypoints/background/badge.ts'
export { default as background } from '../../entrypoints/background/index.ts'
export { snoozeKeyOf, snoozeUntil } from '../../utils/plan/notice.ts'
export { planAt } from '../../utils/plan/plan.ts'
export { runViewsAt } from '../../utils/plan/run-view.ts'
export { merge } from '../../utils/record/merge.ts'
export * as reading from '../../utils/record/read.ts'
export * as transitions from '../../utils/record/transitions.ts'
export { parseDelivery, recordSnoozed } from '../../utils/storage/delivery.ts'
export { parsePart } from '../../utils/storage/parse-part.ts'
export { parseShelf, parseWhole } from '../../utils/storage/parse-whole.ts'
export { parseReplicaState } from '../../utils/storage/replica-state.ts'
export { removeReplica, setReplicaOn } from '../../utils/storage/replicate.ts'
export { rouse } from '../../utils/storage/rouse.ts'
export { parseSetAside } from '../../utils/storage/set-aside.ts'
export { newId, update, updateWhole } from '../../utils/storage/update.ts'
export { timeZoneOf } from '../../utils/time/zone.ts'
