/**
 * A value of which nothing can be changed any more: who tries throws. Without recursion: some are nested 100,000 deep.
 *
 * @returns the value itself
 */
export function frozen<T>(value: T): T {
  const left: unknown[] = [value]
  while (left.length > 0) {
    const part = left.pop()
    if (typeof part !== 'object' || part === null || Object.isFrozen(part) || ArrayBuffer.isView(part)) continue
    Object.freeze(part)
    for (const inner of Object.values(part)) left.push(inner)
  }
  return value
}
