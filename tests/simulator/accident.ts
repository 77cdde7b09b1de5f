/**
 * The rules of a record that is gone: it comes back from the replica and the commander is told, or the commander is told
 * that it is gone. Never a new beginning in silence, and no false alarm.
 *
 * @module
 */

import type { Extension } from './bundle.ts'
import type { Watch } from './checks.ts'
import type { Device } from './device.ts'

/** @returns what is wrong on a device on which all is calm */
export function accidentProblems(
  { parseReplicaState, parseSetAside }: Extension,
  { storage, notifications, disturbedAt }: Device,
  { stored }: Watch,
): readonly string[] {
  const { replica, setAside } = storage.get(['replica', 'setAside'])
  const { restoredAt } = parseReplicaState(replica)
  const { cameBackAt, gone } = stored
  const isLossTold = parseSetAside(setAside).some(({ lost }) => lost)
  const wasNotified = (id: string, since: number): boolean =>
    disturbedAt >= since ||
    notifications.permission !== 'granted' ||
    notifications.log.some((shown) => shown.id === id && shown.at >= since)
  const problems: string[] = []
  if (cameBackAt === undefined && !gone && restoredAt !== undefined)
    problems.push('told that it is back, but it was never gone')
  if (cameBackAt !== undefined && restoredAt === undefined) problems.push('not told on the pages that it is back')
  if (cameBackAt !== undefined && !wasNotified('replica-restored', cameBackAt))
    problems.push('not notified that it is back')
  if (!gone && isLossTold) problems.push('told that it is gone, but it never was')
  if (gone && isLossTold && !wasNotified('replica-lost', gone.at)) problems.push('not notified that it is gone')
  if (gone?.hadRecord && !isLossTold && restoredAt === undefined) problems.push('begun anew in silence')
  return problems
}
