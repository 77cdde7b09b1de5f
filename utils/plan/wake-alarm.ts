import { millisecondsInHour } from 'date-fns/constants'

/** The name of the one alarm: the background sets it, and pages look whether the browser holds it. */
export const WAKE_ALARM = 'wake'
/** No sleep is longer, in ms: an alarm keeps its real delay when the clock is changed, so only a wake can notice. */
export const LONGEST_SLEEP = millisecondsInHour
