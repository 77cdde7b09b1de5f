import type { Stamped } from '../../utils/record/record.ts'
import type { Extension } from './bundle.ts'
import { type Entries, entriesOf, learn } from './entries.ts'
import { parsed } from './parsed.ts'

const ITEM = /^replica:/

/**
 * What can be read in a copy of the replica, without asking the code that is tested how it reads.
 *
 * @param texts JSON of values by their keys
 */
export function entriesOfTexts(
  texts: ReadonlyMap<string, string>,
  { parsePart }: Pick<Extension, 'parsePart'>,
): { readonly entries: Entries; readonly broken: readonly string[] } {
  const entries = new Map<string, Stamped<unknown>>()
  const broken: string[] = []
  for (const [key, text] of texts) {
    if (!ITEM.test(key)) continue
    const parsed = parsePart(fragmentIn(text))
    if (parsed.kind === 'record') learn(entries, entriesOf(parsed.record))
    if (parsed.kind !== 'record' || parsed.problems.length > 0) broken.push(key)
  }
  return { entries, broken }
}

/** As `fragment-text.ts` writes it; null: no fragment. */
function fragmentIn(text: string): unknown {
  const value = parsed(text)
  if (typeof value !== 'string') return null
  try {
    return parsed(value)
  } catch {
    return null
  }
}
