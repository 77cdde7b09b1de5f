/** Remembers what was answered for each instant: most runs start at the same hour, so the same is asked again and again. */
export function onceEach<T extends number | object>(answer: (instant: number) => T): (instant: number) => T {
  const answers = new Map<number, T>()
  return (instant) => {
    const known = answers.get(instant) ?? answer(instant)
    answers.set(instant, known)
    return known
  }
}
