/** Packs for tests: as their text, as a player would write it. */

import { expect } from 'vitest'
import type { PackProblem } from '../../../utils/packs/problem.ts'
import { type PackedEvent, readPack } from '../../../utils/packs/read-pack.ts'

/** The smallest event that can be imported. */
export const LEAST_EVENT = {
  id: 'least',
  name: 'Least',
  relatedEvents: [{ id: 'part', name: 'Part', windows: [{ opensAfter: 0 }] }],
}

/** A pack of these events, indented as a player would: one field a line. */
export function packText(...events: readonly unknown[]): string {
  return JSON.stringify({ format: 'event-pack', version: 1, name: 'Test', events }, null, 2)
}

/** The only event of a pack that must be readable. */
export function packedEvent(event: unknown): PackedEvent {
  const read = readPack(packText(event))
  expect(read).toMatchObject({ ok: true })
  const [packed] = read.ok ? read.events : []
  return packed as PackedEvent
}

/** What is wrong with a text that must not be readable. */
export function problemsIn(text: string): readonly PackProblem[] {
  const read = readPack(text)
  expect(read.ok).toBe(false)
  return read.ok ? [] : read.problems
}
