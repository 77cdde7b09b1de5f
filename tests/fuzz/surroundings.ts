/**
 * The browser that the extension's code finds around it: texts from the catalogue, and a storage that keeps plain JSON.
 * Imported before that code.
 *
 * @module
 */

import { threadId } from 'node:worker_threads'
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' }
import { formatMessage, type Message } from '../setup/messages.ts'

const MESSAGES: Readonly<Record<string, Message>> = catalogue

function area() {
  const data = new Map<string, string>()
  return {
    async get(keys: string | readonly string[] | null) {
      const wanted = keys === null ? [...data.keys()] : typeof keys === 'string' ? [keys] : keys
      const found = wanted.filter((key) => data.has(key))
      return Object.fromEntries(found.map((key) => [key, JSON.parse(data.get(key) as string)]))
    },
    async set(items: Readonly<Record<string, unknown>>) {
      for (const [key, value] of Object.entries(items)) {
        const text = JSON.stringify(value)
        // What JSON cannot say is not stored.
        if (text !== undefined) data.set(key, text)
      }
    },
    async remove(keys: string | readonly string[]) {
      for (const key of [keys].flat()) data.delete(key)
    },
    async clear() {
      data.clear()
    },
  }
}

// Each thread is a browser of its own, but Node keeps one set of locks for all threads: one would wait for the others, and
// for ever for one that ended while it held a lock. https://nodejs.org/api/worker_threads.html#worker_threadslocks
const { locks } = navigator
Object.defineProperty(navigator, 'locks', {
  value: {
    request: (name: string, work: () => Promise<unknown>) => locks.request(`${name} of thread ${threadId}`, work),
  },
})

Object.assign(globalThis, {
  chrome: {
    i18n: {
      getMessage: (key: string, values: unknown) => formatMessage(MESSAGES[key], values),
      getUILanguage: () => 'en-GB',
    },
    storage: { local: area(), sync: area() },
  },
})
