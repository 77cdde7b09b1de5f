/**
 * Web Locks for happy-dom, which has none: one holder a name, the others wait in their order.
 * https://w3c.github.io/web-locks/
 */
export function installLocks(): void {
  const tails = new Map<string, Promise<unknown>>()
  const locks = {
    request<T>(name: string, work: () => Promise<T>): Promise<T> {
      const held = (tails.get(name) ?? Promise.resolve()).then(work)
      tails.set(
        name,
        held.catch(() => {}),
      )
      return held
    },
  }
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
}
