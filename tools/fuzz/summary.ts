/**
 * What all cases come to, as `npm run fuzz` prints it.
 *
 * @module
 */

import { SLOW } from '../../tests/fuzz/judge.ts'
import type { BrokenCase, PlayedCase } from '../../tests/fuzz/play-case.ts'
import { table } from '../bench/table.ts'

interface OfDoor {
  cases: number
  broken: number
  milliseconds: number
  slowest: PlayedCase
}

export class Tally {
  cases = 0
  readonly broken: BrokenCase[] = []
  readonly slow: PlayedCase[] = []
  readonly doors = new Map<string, OfDoor>()

  add(played: PlayedCase): void {
    this.cases++
    const { door, milliseconds, broken } = played
    const known = this.doors.get(door) ?? { cases: 0, broken: 0, milliseconds: 0, slowest: played }
    this.doors.set(door, known)
    known.cases++
    known.milliseconds += milliseconds
    if (milliseconds > known.slowest.milliseconds) known.slowest = played
    if (milliseconds > SLOW) this.slow.push(played)
    if (!broken) return
    known.broken++
    this.broken.push(broken)
  }
}

/** @param seconds how long it took */
export function summaryOf(tally: Tally, seconds: number): string {
  const rows = [...tally.doors]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([door, { cases, broken, milliseconds, slowest }]) => [
      door,
      String(cases),
      String(broken),
      (milliseconds / cases).toFixed(2),
      slowest.milliseconds.toFixed(0),
    ])
  return [
    `${tally.cases} cases in ${seconds.toFixed(0)} s`,
    table([['door', 'cases', 'violations', 'mean ms', 'worst ms'], ...rows]),
    `Longer than ${SLOW} ms: ${tally.slow.length}`,
    ...tally.slow.map(({ seed, door, milliseconds }) => `  ${door}: ${milliseconds.toFixed(0)} ms, seed ${seed}`),
  ].join('\n')
}

/** A violation with its seed, its door, its shortest input and how to play it again. */
export function caseText({ seed, door, fault, input }: BrokenCase): string {
  return [
    `Seed ${seed}, door "${door}" ${fault.rule === 'law' ? 'breaks a law' : fault.rule}: ${fault.what}`,
    '  The shortest input that does it:',
    ...input.split('\n').map((line) => `    ${line}`),
    `  Play it again: npm run fuzz -- --seed ${seed} --cases 1`,
  ].join('\n')
}
