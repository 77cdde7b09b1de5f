/**
 * Hands out seeds in batches, each once.
 *
 * @param first the first seed; each of the others is the next whole number
 * @param count of all seeds
 * @param batch so many at a time
 * @returns gives the next ones; none where all are given
 */
export function seedsFrom(first: number, count: number, batch: number): () => readonly number[] {
  let given = 0
  return () => {
    const seeds = Array.from({ length: Math.min(batch, count - given) }, (_, place) => first + given + place)
    given += seeds.length
    return seeds
  }
}
