import { expect, it } from 'vitest'
import { snoozeKeyOf, splitNoticeId } from '../../../utils/plan/notice.ts'

it.each([
  ['run-1/anomalies/start/1795190400000', 'run-1', 'anomalies'],
  ['run-1#2/anomalies#2#eu/lead/1795190400000', 'run-1#2', 'anomalies#2#eu'],
  [snoozeKeyOf('run-1', 'anomalies'), 'run-1', 'anomalies'],
  ['run-1', 'run-1', ''],
  ['', '', ''],
])('the id "%s" is about run "%s" and window "%s"', (id, runId, windowId) => {
  expect(splitNoticeId(id)).toEqual({ runId, windowId })
})
