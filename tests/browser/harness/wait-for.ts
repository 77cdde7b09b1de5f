/**
 * Asks again and again until the condition holds, and hands back what it returned.
 *
 * @param condition Returns (or resolves to) a truthy value once it holds. An error counts as "not yet".
 * @param options.what What is awaited, in words, for the message of the error.
 * @param options.timeout In ms; 15 s unless told. A generous deadline costs nothing where the condition comes soon.
 * @param options.interval In ms between two questions.
 * @throws Error naming `what` and the last error or value, when the time is over.
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { what, timeout = 15_000, interval = 50 }: { what: string; timeout?: number; interval?: number },
): Promise<Exclude<Awaited<T>, false | 0 | '' | null | undefined>> {
  const deadline = performance.now() + timeout
  let last: unknown
  do {
    try {
      last = await within(condition(), deadline - performance.now())
      if (last) return last as Exclude<Awaited<T>, false | 0 | '' | null | undefined>
    } catch (error) {
      last = error
    }
    await new Promise((resolve) => setTimeout(resolve, interval))
  } while (performance.now() < deadline)
  const detail = last instanceof Error ? last.message : JSON.stringify(last)
  throw new Error(`Waited ${timeout} ms for ${what}; last answer: ${detail}`)
}

/** A browser that no longer answers must not turn a deadline of seconds into the protocol's own of minutes. */
async function within<T>(answer: T | Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), Math.max(milliseconds, 1))
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
