/**
 * Stands for the module of this name in the simulated bundle: the real one deflates in streams, which take real time, and
 * here time is virtual. What is written and read is the same, only longer.
 *
 * @module
 */

import { inOrder } from '../../utils/record/in-order.ts'
import { parsed } from './parsed.ts'

export async function toText(value: unknown): Promise<string> {
  return JSON.stringify(inOrder(value))
}

export async function fromText(text: string): Promise<unknown> {
  return parsed(text)
}
