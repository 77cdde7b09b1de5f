/** What of the background's calls the tap tells, in the order in which it happens. */
export type Heard =
  /** A call was let through to the browser, or refused at a test's order. */
  | { readonly kind: 'call' | 'refused'; readonly path: string; readonly args: readonly unknown[] }
  /** The call that is never answered was reached; nothing more comes from this life of the background. */
  | { readonly kind: 'held'; readonly path: string }
  /** The background got the lock under which it works, and let it go. */
  | { readonly kind: 'began' | 'ended' }

interface Refusal {
  /** Such as `notifications.create`. */
  readonly path: string
  /** Only where the first argument (an id) starts so. */
  readonly from?: string
  /** The browser's words. */
  readonly words: string
}

/** What a test asks of the tap. It stands in the storage, where it is looked for whenever the background begins to work. */
export interface TapOrder {
  /** Never answer this call of the work that begins next, counted from 0, nor any after it. */
  readonly hold?: number
  /** Whether that call still has its effect. */
  readonly afterEffect?: boolean
  /** Refuse these calls; until the order is taken away. */
  readonly refuse?: Refusal
}

/** The names that script and test share. */
export interface TapNames {
  /** Who asks the storage for nothing but these keys does other work, which is not listened to. */
  readonly besideKeys: readonly string[]
  /** What is listened to: every function of these parts of `chrome`. */
  readonly parts: readonly string[]
  readonly lock: string
  readonly orderKey: string
  readonly channel: string
}

type Method = (...args: unknown[]) => unknown
type Part = Record<string, unknown>

/**
 * Runs before the background's own script and stands between it and the browser. Without an order it only tells what it
 * hears. The polyfill takes the browser's own `browser` where there is one, whose parts are those of `chrome`.
 *
 * Self-contained: the background gets its source text.
 */
export function tapScript({ besideKeys, parts, lock, orderKey, channel }: TapNames): void {
  const line = new BroadcastChannel(channel)
  const say = (heard: Heard) => line.postMessage(heard)
  const never = new Promise<never>(() => {})
  const { local } = chrome.storage
  const [get, remove] = [local.get.bind(local), local.remove.bind(local)]
  const nextOrder = async () => {
    const order = ((await get(orderKey))[orderKey] ?? {}) as TapOrder
    if (order.hold !== undefined) await remove(orderKey)
    return order
  }
  let order: TapOrder = {}
  let count = 0
  let isHeld = false

  const tapped =
    (path: string, original: Method): Method =>
    async (...args) => {
      if (Array.isArray(args[0]) && args[0].every((key) => besideKeys.includes(key))) return original(...args)
      if (isHeld) return never
      const { hold, afterEffect, refuse } = order
      const isLast = count === hold
      count += 1
      isHeld = isLast
      if (!isLast || afterEffect) {
        const isRefused = refuse?.path === path && String(args[0]).startsWith(refuse.from ?? '')
        say({ kind: isRefused ? 'refused' : 'call', path, args })
        if (isRefused) throw new Error(refuse.words)
        const answer = await original(...args)
        if (!isLast) return answer
      }
      say({ kind: 'held', path })
      return never
    }

  for (const part of parts) {
    const owner = part.split('.').reduce((outer, name) => outer[name] as Part, chrome as unknown as Part)
    for (const name of Object.keys(owner)) {
      const original = owner[name]
      if (typeof original === 'function') owner[name] = tapped(`${part}.${name}`, original.bind(owner))
    }
  }

  const request = navigator.locks.request.bind(navigator.locks) as Method
  navigator.locks.request = ((name: string, ...rest: unknown[]) => {
    const work = rest.pop() as Method
    if (name !== lock) return request(name, ...rest, work)
    return request(name, ...rest, async (held: unknown) => {
      order = await nextOrder()
      count = 0
      say({ kind: 'began' })
      try {
        return await work(held)
      } finally {
        say({ kind: 'ended' })
      }
    })
  }) as typeof navigator.locks.request
}
