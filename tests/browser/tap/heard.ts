import { expect } from 'vitest'
import type { Heard } from './tap-script.ts'

type Call = Extract<Heard, { readonly path: string; readonly args: unknown }>

/** The steps of the first reconcile that was heard. */
export function firstReconcile(heard: readonly Heard[]): string[] {
  const began = heard.findIndex(({ kind }) => kind === 'began')
  const ended = heard.findIndex(({ kind }) => kind === 'ended')
  return callsOf(heard.slice(began, ended)).map(callName)
}

/** Ids of the notifications that the browser was asked to show, in their order. */
export function noticeCalls(heard: readonly Heard[]): string[] {
  return callsOf(heard).flatMap(({ path, args }) => (path === 'notifications.create' ? [String(args[0])] : []))
}

/** The calls that were let through. */
export function callsOf(heard: readonly Heard[]): readonly Call[] {
  return heard.filter((each): each is Call => each.kind === 'call')
}

/** How often the background did its work. */
export function timesWorked(heard: readonly Heard[]): number {
  return heard.filter(({ kind }) => kind === 'ended').length
}

/** Sees that nothing but so many nudges woke the background, or a change of its own that was still on its way. */
export function expectQuiet(heard: readonly Heard[], nudges: number): void {
  const more = timesWorked(heard) - nudges
  expect(more === 0 || more === 1, `${more} wakes without a nudge`).toBe(true)
}

/** With the keys that are written; of a key with a random part only its beginning. */
function callName({ path, args }: Call): string {
  if (!path.endsWith('.set')) return path
  const keys = Object.keys(args[0] as object).map((key) => key.replace(/:.*/, ':*'))
  return `${path} ${keys.sort().join(' ')}`
}
