/** Web Locks for happy-dom, which has none: who asks for a name waits for those who asked before. */
export function giveLocks(): void {
  const last = new Map<string, Promise<unknown>>()
  const request = (name: string, work: () => Promise<unknown>) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work)
    last.set(
      name,
      mine.catch(() => {}),
    )
    return mine
  }
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } })
}
