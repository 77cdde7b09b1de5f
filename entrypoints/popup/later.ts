import { useEffect, useState } from 'preact/hooks'
import type { Transition } from '../../utils/record/transitions.ts'

type LaterParts = typeof import('./later-parts.ts')

let loaded: LaterParts | undefined

/** @returns the second bundle; rejects where the extension was updated under an open popup */
export async function later(): Promise<LaterParts> {
  loaded ??= await import('./later-parts.ts')
  return loaded
}

/**
 * The second bundle, asked for after the first paint; undefined until it is there. Where it cannot be had, the click
 * that needs it says so.
 */
export function useLater(): LaterParts | undefined {
  const [parts, setParts] = useState(loaded)
  useEffect(() => {
    later().then(setParts, () => {})
  }, [])
  return parts
}

/**
 * Changes the record.
 *
 * @param choose picks the transition
 * @throws as `update`
 */
export async function change(choose: (parts: LaterParts) => Transition): Promise<void> {
  const parts = await later()
  await parts.update(choose(parts))
}
