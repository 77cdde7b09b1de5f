/**
 * Reads an event pack, all of it or nothing: half of a pack would leave the commander with an event of which days are
 * missing.
 *
 * @module
 */

import * as v from 'valibot'
import type { EventDefinition } from '../events/event.ts'
import { eventFindings } from './check.ts'
import { codeOf, distinctCodes, shortNameOf } from './code.ts'
import { fieldFindings } from './fields.ts'
import { type Finding, findingUnder, firstFindings, problemsOf } from './findings.ts'
import { MOST_PROBLEMS, type PackProblem } from './problem.ts'
import { type Json, type ReadJson, readJson } from './read-json.ts'
import { repeatedIds } from './rules.ts'
import { type EventInPack, PACK_FORMAT, PACK_LIMITS, PACK_VERSION, PackHeadSchema, PackSchema } from './schema.ts'
import { isFields } from './shape.ts'
import { instantsOf } from './starts.ts'

/** An event with what a pack says beside its definition. */
export interface PackedEvent {
  readonly event: EventDefinition
  /** Known starts: epoch ms, in order, each once. */
  readonly starts: readonly number[]
}

export type ReadPack =
  | { readonly ok: true; readonly name: string; readonly events: readonly PackedEvent[] }
  | { readonly ok: false; readonly problems: readonly PackProblem[] }

/**
 * Whether a JSON value means to be an event pack, readable or not; `readPackValue` says what is wrong with it.
 *
 * @example isPack([{ title: 'Sector Supremacy Meta - SMS' }]) // false: that is a feed
 */
export function isPack(value: unknown): boolean {
  if (!isFields(value)) return false
  if (Object.hasOwn(value, 'format')) return true
  return Array.isArray(value.events) && value.events.some((event) => isFields(event) && 'relatedEvents' in event)
}

/**
 * Reads a pack from its text.
 *
 * @returns the events with their starts; or up to fifty problems in the order of the file
 * @example
 * readPack('{ "format": "event-pack", "version": 1, "name": "Mine", "events": [ … ] }')
 */
export function readPack(text: string): ReadPack {
  return readPackValue(readJson(text))
}

/** Reads a pack from what `readJson` gave, for a caller that looked at it before. */
export function readPackValue(json: ReadJson): ReadPack {
  if (!json.ok) return { ok: false, problems: [json.problem] }
  const findings = findingsIn(json)
  if (findings.length > 0) return { ok: false, problems: problemsOf(findings, json) }
  const { name, events } = v.parse(PackSchema, json.value)
  return { ok: true, name, events: events.map(packedEventOf) }
}

function findingsIn(json: Json): readonly Finding[] {
  const { value } = json
  if (!isFields(value)) return [{ path: [], rule: 'not-a-pack', values: [] }]
  if (value.format !== PACK_FORMAT) return [{ path: ['format'], rule: 'not-a-pack', values: [] }]
  const { version } = value
  // What a later format says cannot be judged by the rules of this one.
  if (typeof version === 'number' && version > PACK_VERSION) {
    return [{ path: ['version'], rule: 'newer-format', values: [version, PACK_VERSION] }]
  }
  const events: readonly unknown[] = Array.isArray(value.events) ? value.events.slice(0, PACK_LIMITS.events) : []
  const findings: Finding[] = [
    ...firstFindings(fieldFindings(PackHeadSchema, value)),
    ...repeatedKeys(json),
    ...repeatedIds(
      events.map((event) => (isFields(event) ? event : {})),
      ['events'],
    ),
  ]
  if (Array.isArray(value.events) && events.length === 0) {
    findings.push({ path: ['events'], rule: 'nothing-to-track', values: [] })
  }
  for (const [index, event] of events.entries()) {
    if (findings.length >= MOST_PROBLEMS) break
    findings.push(...eventFindings(event).map((finding) => findingUnder(['events', index], finding)))
  }
  return findings
}

/** Of a field that stands twice the first would be lost without a word. */
function repeatedKeys(json: Json): readonly Finding[] {
  const path = json.repeatedKey()
  return path ? [{ path, rule: 'duplicate-key', values: [path.at(-1) ?? ''] }] : []
}

function packedEventOf({ starts = [], ...event }: EventInPack): PackedEvent {
  const given = event.relatedEvents.flatMap(({ code }) => code ?? [])
  const made = event.relatedEvents.filter(({ code }) => code === undefined).map(({ name }) => codeOf(name))
  const codes = distinctCodes(made, given).values()
  return {
    event: {
      ...event,
      shortName: event.shortName ?? shortNameOf(event.name),
      rewards: event.rewards ?? [],
      relatedEvents: event.relatedEvents.map((relatedEvent) => ({
        ...relatedEvent,
        code: relatedEvent.code ?? codes.next().value ?? codeOf(relatedEvent.name),
        rewards: relatedEvent.rewards ?? [],
      })),
    },
    starts: instantsOf(starts),
  }
}
