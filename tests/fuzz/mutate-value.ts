/**
 * Makes a wrong value of a right one: types swapped, keys removed, renamed and added, numbers that are none, texts that
 * are too long.
 *
 * @module
 */

import type { Random } from '../simulator/random.ts'
import { below, oneOf, perhaps } from './chance.ts'
import { LONG_TEXT, MANY_ENTRIES, nested, ODD_KEYS, ODD_NUMBERS, ODD_TEXTS, SELDOM } from './odd.ts'

type Holder = Record<string, unknown>

/** Changes at most. */
const MOST = 4
/** Of many texts, so many become odd: of those that are ids or words of ours some must stay. */
const ODD_SHARE = 0.1

/**
 * @param seed plain JSON; stays as it is
 * @param others of which parts may come in
 */
export function mutateValue(seed: unknown, others: readonly unknown[], random: Random): unknown {
  const root: Holder = { value: copyOf(seed) }
  for (let left = 1 + below(random, MOST); left > 0; left--) {
    const { holder, key } = placeIn(root, random)
    oneOf(random, MUTATIONS)({ holder, key, others, random })
  }
  return root.value
}

interface Place {
  readonly holder: Holder
  readonly key: string
}

interface Change extends Place {
  readonly others: readonly unknown[]
  readonly random: Random
}

const MUTATIONS: readonly ((change: Change) => void)[] = [
  ({ holder, key, random }) => put(holder, key, oddValue(random)),
  ({ holder, key, random }) => put(holder, key, oddValue(random)),
  ({ holder, key, random }) => put(holder, key, tweaked(holder[key], random)),
  ({ holder, key, random }) => put(holder, key, tweaked(holder[key], random)),
  ({ holder, key, random }) => put(holder, key, otherType(holder[key], random)),
  ({ holder, key }) => remove(holder, key),
  ({ holder, key, random }) => renameKey(holder, key, random),
  addKey,
  splice,
  multiply,
  oddTexts,
]

/** Walks down from the root and stays somewhere. */
function placeIn(root: Holder, random: Random): Place {
  let place: Place = { holder: root, key: 'value' }
  while (true) {
    const inner = place.holder[place.key]
    const keys = isHolder(inner) ? Object.keys(inner) : []
    if (keys.length === 0 || perhaps(random, 0.2)) return place
    place = { holder: inner as Holder, key: oneOf(random, keys) }
  }
}

function oddValue(random: Random): unknown {
  if (perhaps(random, SELDOM)) return nested(true)
  if (perhaps(random, SELDOM)) return oneOf(random, ['x', '\u202E', '"', 'é']).repeat(LONG_TEXT)
  switch (below(random, 6)) {
    case 0:
      return oneOf(random, ODD_NUMBERS)
    case 1:
      return oneOf(random, ODD_TEXTS)
    case 2:
      return oneOf(random, [null, true, false])
    case 3:
      return oneOf<() => unknown>(random, [() => [], () => ({}), () => [null], () => ({ deleted: true })])()
    case 4:
      return perhaps(random, 0.1) ? nested(false) : [[[]]]
    default:
      return JSON.parse('{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } } }')
  }
}

function tweaked(value: unknown, random: Random): unknown {
  if (typeof value === 'number') {
    const factor = oneOf(random, [1, 1, 1, -1, 1000, 0.001, 1e300])
    return value * factor + oneOf(random, [0, 1, -1, 0.5, 60_000, -86_400_000, 1e10])
  }
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') {
    const at = below(random, value.length + 1)
    // With one of its own characters Base64 stays Base64.
    const put = oneOf(random, ['', value.charAt(below(random, value.length)), oneOf(random, ODD_TEXTS)])
    return value.slice(0, at) + put + (perhaps(random, 0.8) ? value.slice(at + below(random, 3)) : '')
  }
  if (Array.isArray(value)) return perhaps(random, 0.5) ? value.toReversed() : [...value, ...value]
  return isHolder(value) ? Object.fromEntries(Object.entries(value).reverse()) : oddValue(random)
}

function otherType(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return perhaps(random, 0.5) ? { ...value } : value[0]
  if (isHolder(value)) return perhaps(random, 0.5) ? Object.values(value) : Object.entries(value)
  return oneOf(random, [[value], { value }, String(value), Number(value), value ? 1 : 0])
}

function renameKey(holder: Holder, key: string, random: Random): void {
  const value = holder[key]
  remove(holder, key)
  put(holder, perhaps(random, 0.5) ? oneOf(random, ODD_KEYS) : `${key}x`, value)
}

function addKey({ holder, key, random }: Change): void {
  const inner = isHolder(holder[key]) ? holder[key] : holder
  const known = Object.values(inner)
  put(inner, oneOf(random, ODD_KEYS), perhaps(random, 0.5) ? copyOf(oneOf(random, known)) : oddValue(random))
}

/** A part of one in the place of a part of another. */
function splice({ holder, key, others, random }: Change): void {
  const from = placeIn({ value: oneOf(random, others) }, random)
  put(holder, key, copyOf(from.holder[from.key]))
}

/** Some of all texts begin or end oddly: names and notes, as somebody typed them. */
function oddTexts({ holder, key, random }: Change): void {
  const left = [holder[key]]
  while (left.length > 0) {
    const inner = left.pop()
    if (!isHolder(inner)) continue
    for (const [field, value] of Object.entries(inner)) {
      if (typeof value !== 'string') left.push(value)
      else if (perhaps(random, ODD_SHARE)) {
        const odd = oneOf(random, ODD_TEXTS)
        put(inner, field, perhaps(random, 0.5) ? odd + value : value + odd)
      }
    }
  }
}

/** One entry many times. */
function multiply({ holder, key, random }: Change): void {
  const inner = holder[key]
  if (!isHolder(inner)) return
  const keys = Object.keys(inner)
  const id = oneOf(random, keys)
  if (id === undefined) return
  const times = perhaps(random, 10 * SELDOM) ? MANY_ENTRIES : 20
  for (let time = 0; time < times; time++)
    put(inner, Array.isArray(inner) ? `${inner.length}` : `${id}${time}`, inner[id])
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null
}

/** An own field, whatever its name; a list has none but its entries. */
function put(holder: Holder, key: string, value: unknown): void {
  if (Array.isArray(holder) && !(Number(key) < holder.length)) holder.push(value)
  else Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true })
}

function remove(holder: Holder, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
}

/** What was put in may be nested deeper than can be written: that is taken as it is. */
function copyOf(value: unknown): unknown {
  try {
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
  } catch {
    return value
  }
}
