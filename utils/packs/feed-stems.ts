/**
 * Finds what belongs to a title by the stems that it contains. A tree of words, so that a calendar of many thousand
 * entries is not compared each with each.
 *
 * @module
 */

/** What the words on the way to it lead to, and the words that go on. */
export interface StemTree<T> {
  readonly next: Map<string, StemTree<T>>
  readonly values: T[]
}

export function emptyTree<T>(): StemTree<T> {
  return { next: new Map(), values: [] }
}

/** @returns the values of a stem, to be added to; it is made where the tree has it not */
export function valuesAt<T>(tree: StemTree<T>, stem: readonly string[]): T[] {
  let node = tree
  for (const word of stem) {
    const next = node.next.get(word) ?? emptyTree<T>()
    node.next.set(word, next)
    node = next
  }
  return node.values
}

/** @returns the values of each stem that stands somewhere in `words`, in one piece */
export function findStems<T>(tree: StemTree<T>, words: readonly string[]): readonly (readonly T[])[] {
  const found = new Set<readonly T[]>()
  for (let start = 0; start < words.length; start++) {
    let node: StemTree<T> | undefined = tree
    for (let at = start; node && at < words.length; at++) {
      node = node.next.get(words[at] ?? '')
      if (node && node.values.length > 0) found.add(node.values)
    }
  }
  return [...found]
}
