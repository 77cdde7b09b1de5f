import { expect, it } from 'vitest'
import { alarmTroubleAt } from '../../../entrypoints/options/diagnostics/alarm-trouble.ts'
import { START } from '../support/records.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const PLANNED = START

it.each([
  ['nothing is planned and nothing held', undefined, null, 0, undefined],
  ['nothing is planned', undefined, PLANNED, 0, 'unplanned'],
  ['the alarm is for the time planned', PLANNED, PLANNED, -MINUTE, undefined],
  ['the browser rounded', PLANNED, PLANNED + SECOND, -MINUTE, undefined],
  ['the browser rounded down', PLANNED, PLANNED - SECOND, -MINUTE, undefined],
  ['the alarm is later', PLANNED, PLANNED + SECOND + 1, -MINUTE, 'differs'],
  ['the alarm is earlier', PLANNED, PLANNED - SECOND - 1, -MINUTE, 'differs'],
  ['there is no alarm', PLANNED, null, -1, 'missing'],
  ['the wake is under way', PLANNED, null, 0, undefined],
  ['the wake is nearly over', PLANNED, null, MINUTE - 1, undefined],
  ['no wake came and the alarm is gone', PLANNED, null, MINUTE, 'missing'],
  ['the browser is slow', PLANNED, PLANNED, MINUTE - 1, undefined],
  ['the browser did not wake it', PLANNED, PLANNED, MINUTE, 'late'],
  ['a wake was not remembered', PLANNED, PLANNED + 60 * MINUTE, MINUTE, 'differs'],
] as const)('%s', (_, planned, alarm, after, trouble) => {
  expect(alarmTroubleAt(planned, alarm, PLANNED + after)).toBe(trouble)
})
