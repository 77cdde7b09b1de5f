/**
 * What the popup needs only after its first paint: everything that changes the record, that asks `Intl`, and the pages
 * that are seldom drawn. It is a bundle of its own, so that the first paint does not wait for its bytes.
 *
 * @module
 */

export { twinsOf } from '../../utils/plan/twins.ts'
export { changeRun, putRun, removeRun, setDone, setNote, setSetting } from '../../utils/record/transitions.ts'
export { recordSnoozed } from '../../utils/storage/delivery.ts'
export { loadWhole } from '../../utils/storage/load-whole.ts'
export { rouse } from '../../utils/storage/rouse.ts'
export { isShelvingDue } from '../../utils/storage/shelved.ts'
export { reshelve, update } from '../../utils/storage/update.ts'
export { labelsFor } from '../../utils/time/labels.ts'
export { timeZoneOf } from '../../utils/time/zone.ts'
export { HelpText } from './help-text.tsx'
export { HiddenWindows } from './hidden-windows.tsx'
export { StartChoice } from './start-choice.tsx'
export { StartPage } from './start-page.tsx'
export { RecordNote, Trouble } from './trouble.tsx'
