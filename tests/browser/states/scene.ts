/** What a page finds when it opens. `setScene` runs inside the page, before the page's own scripts. */

export interface Scene {
  /** Epoch ms that the clock shows at first; it goes on from there. */
  readonly now: number
  readonly items: Readonly<Record<string, unknown>>
  /** What lies in the browser's sync. */
  readonly synced: Readonly<Record<string, unknown>>
  /** What stands in `localStorage`. */
  readonly drafts: Readonly<Record<string, string>>
  readonly refuses: 'get' | 'set' | undefined
  /** What the browser says that it holds and allows; undefined: the real one is asked. */
  readonly holds: Holds | undefined
}

export interface Holds {
  /** Epoch ms; null: none. */
  readonly alarm: number | null
  readonly permission: 'granted' | 'denied'
}

/**
 * Gives the page a clock and a storage of its own, so that many states can be open side by side and the background,
 * which goes by the real clock, has no hand in them. Everything else of the browser is real.
 *
 * Self-contained: the browser gets its source text.
 */
export function setScene({ now, items, synced, drafts, refuses, holds }: Scene): void {
  const ahead = now - Date.now()
  const clock = () => Reflect.apply(realNow, Date, []) + ahead
  const realNow = Date.now
  globalThis.Date = new Proxy(Date, {
    construct: (real, args) => Reflect.construct(real, args.length === 0 ? [clock()] : args),
    apply: (real) => new real(clock()).toString(),
    get: (real, key) => (key === 'now' ? clock : Reflect.get(real, key)),
  })

  type Listener = (changes: Record<string, object>, area: string) => void
  const listeners = new Set<Listener>()
  const copy = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))
  /** Answers as the browser does: by a promise, or to the callback that the polyfill brings. */
  const answering =
    (name: 'get' | 'set' | undefined, work: (argument: unknown) => unknown) =>
    (...args: unknown[]) => {
      if (name && name === refuses) throw new Error('IO error: storage is not available')
      const callback = args.findLast((argument) => typeof argument === 'function') as
        | ((value: unknown) => void)
        | undefined
      const value = work(args[0])
      if (!callback) return Promise.resolve(value)
      setTimeout(() => callback(value))
      return undefined
    }
  const areaOf = (area: 'local' | 'sync', initial: Scene['items']) => {
    let stored: Record<string, unknown> = copy(initial)
    const change = (next: Record<string, unknown>, keys: string[]) => {
      const before = stored
      stored = next
      const changes = Object.fromEntries(
        keys.map((key) => [key, { oldValue: copy(before[key]), newValue: copy(next[key]) }]),
      )
      for (const listener of listeners) setTimeout(() => listener(changes, area))
    }
    const list = (keys: unknown) =>
      Array.isArray(keys) ? keys : typeof keys === 'string' ? [keys] : Object.keys(stored)
    return {
      get: answering('get', (keys) =>
        copy(Object.fromEntries(list(keys).flatMap((key) => (key in stored ? [[key, stored[key]]] : [])))),
      ),
      set: answering('set', (values) => change({ ...stored, ...copy(values) }, Object.keys(values as object))),
      remove: answering('set', (keys) => {
        const gone = list(keys)
        change(Object.fromEntries(Object.entries(stored).filter(([key]) => !gone.includes(key))), gone)
      }),
    }
  }
  const local = areaOf('local', items)
  const sync = areaOf('sync', synced)
  const onChanged = {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
    hasListener: (listener: Listener) => listeners.has(listener),
  }
  const texts = new Map(Object.entries(drafts))
  const localStorage = {
    get length() {
      return texts.size
    },
    key: (index: number) => [...texts.keys()][index] ?? null,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  }
  Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true })
  for (const name of ['chrome', 'browser'] as const) {
    const api = (globalThis as unknown as Record<string, object | undefined>)[name]
    if (api) Object.defineProperty(api, 'storage', { value: { local, sync, onChanged }, configurable: true })
    if (!api || !holds) continue
    const { alarm, permission } = holds
    const { alarms, notifications } = api as { readonly alarms: object; readonly notifications: object }
    const held = alarm === null ? undefined : { name: 'wake', scheduledTime: alarm }
    Object.defineProperty(alarms, 'get', { value: answering(undefined, () => held), configurable: true })
    Object.defineProperty(notifications, 'getPermissionLevel', {
      value: answering(undefined, () => permission),
      configurable: true,
    })
  }
}
