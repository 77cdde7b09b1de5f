/** What this version understands of a record that a later one wrote. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { DEFAULT_COMMANDER, EMPTY_RECORD, RECORD_VERSION, ROOMS } from '../../../utils/record/record.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { changeChosenCommander, setNote } from '../../../utils/record/transitions.ts'
import { arbitraryRecord } from '../support/arbitrary-record.ts'
import { DAY, dayId, doneOn, leadTimes, quiet, RUN, recordOf, running, START } from '../support/records.ts'

const NEWER = RECORD_VERSION + 1
const stamp = { at: START, by: 'test' }
const told = (value: unknown) => ({ value, ...stamp })
const full = recordOf(
  running,
  doneOn(1),
  leadTimes(600, 30),
  quiet(22, 8),
  [setNote('commander-1', RUN, dayId(2), 'Recruit <Kirk> & "Spock"'), START + DAY],
  [changeChosenCommander({ level: 33, role: 'hero' }), START],
  [(r) => ({ ...r, events: { own: told({ ...DEFENDER_OF_PEACE, id: 'own' }) } }) as never, START],
)
const newer = (change: object = {}) => ({ ...full, ...change, version: NEWER })
const understood = (record: object, version = NEWER) => ({ kind: 'newer', version, record })

describe('a record of a later version', () => {
  it.each([[NEWER], [99], [NEWER + 0.5], [Number.MAX_VALUE], [Number.POSITIVE_INFINITY]])(
    '%d is read by what this one understands',
    (version) => {
      expect(parseRecord({ ...full, version })).toEqual(understood(full, version))
    },
  )

  it.each<[string, object]>([
    ['a setting', { settings: { ...full.settings, theme: told('dark') } }],
    ['a room', { alliances: { a: told({ name: 'TOS' }) } }],
    ['a field of a commander', { commanders: withField('commanders', 'commander-1', { alliance: 'TOS' }) }],
    ['a field of a run', { runs: withField('runs', RUN, { pausedAt: START }) }],
    ['a field of an event', { events: withField('events', 'own', { color: '#fff' }) }],
    ['a fact of a mark', { marks: { ...full.marks, [firstMark()]: { ...full.marks[firstMark()], score: told(7) } } }],
    ['a part of a stamp', { runs: { [RUN]: { ...full.runs[RUN], seq: 12 } } }],
  ])('may have %s more', (_, change) => expect(parseRecord(newer(change))).toEqual(understood(full)))

  it.each<[string, (typeof ROOMS)[number], string, unknown]>([
    ['a setting of another kind', 'settings', 'quietHours', told([{ from: 0, to: 60 }])],
    ['a role that is new', 'commanders', 'second', told({ ...DEFAULT_COMMANDER, role: 'neutral' })],
    ['a run that starts otherwise', 'runs', 'other', told({ eventId: 'own', starts: { at: START } })],
    ['a deletion of another form', 'runs', 'other', told({ gone: START })],
    ['a longer note', 'marks', `a/${RUN}/b`, { note: told('x'.repeat(2001)) }],
    ['a stamp of another form', 'marks', `a/${RUN}/b`, { done: { value: true, at: 'now', by: 'test' } }],
    ['an id of another form', 'events', 'a/b', told({ ...DEFENDER_OF_PEACE, id: 'a/b' })],
  ])('is read without %s, and nothing is said of it', (_, room, id, entry) => {
    const { [id]: __, ...rest } = full[room] as Record<string, unknown>
    expect(parseRecord(newer({ [room]: { ...full[room], [id]: entry } }))).toEqual(
      understood({ ...full, [room]: rest }),
    )
  })

  it.each<[string, object]>([
    ['nothing', {}],
    ['other rooms', { entries: [], log: {} }],
    ['rooms of another kind', { settings: [], commanders: null, events: 'x', runs: 7, marks: [[]] }],
    ['keys of a prototype', JSON.parse('{"__proto__":{"runs":{}},"constructor":{"marks":1}}')],
  ])('with %s that can be understood is an empty one', (_, raw) => {
    expect(parseRecord({ ...raw, version: NEWER })).toStrictEqual(understood(EMPTY_RECORD))
  })

  it('is changed by nothing that reads it', () => {
    const raw = newer({ runs: { ...full.runs, other: 1 }, more: { a: [1] } })
    const before = JSON.stringify(raw)
    parseRecord(raw)
    expect(JSON.stringify(raw)).toBe(before)
  })

  it('reads as the same where only its version is later, whatever fields it has beside (law)', () => {
    fc.assert(
      fc.property(arbitraryRecord, fc.gen(), (record, gen) => {
        const more = () => gen(fc.dictionary, EXTRA_KEYS, EXTRA_VALUES, { maxKeys: 2 })
        expect(parseRecord({ ...record, version: NEWER })).toEqual(understood(record))
        expect(parseRecord({ ...(withMore(record, more) as object), version: NEWER })).toEqual(understood(record))
      }),
      { numRuns: 300 },
    )
  })

  it('gives, whatever stands in it, a record that this version could have written (law)', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), fc.constantFrom(...ROOMS), (value, key, room) => {
        const entries = { x: value, [RUN]: value, leadTimes: value, 'a/b/c': value }
        const parsed = parseRecord(newer({ [room]: entries, [key]: value }))
        expect(parsed.kind).toBe('newer')
        if (parsed.kind !== 'newer') return
        expect(parseRecord(parsed.record)).toEqual({ kind: 'record', record: parsed.record, problems: [] })
      }),
    )
  })
})

/** Names that no schema knows; what stands under one of them in a room is no entry. */
const EXTRA_KEYS = fc.constantFrom('later', 'constructor', 'not an id', '', 'x'.repeat(200))
const EXTRA_VALUES = fc.constantFrom<unknown>(null, true, 7, 'text', [], {}, { value: {} }, { at: START, by: 'test' })

/** With more fields in each object, before its own or after them. */
function withMore(value: unknown, more: () => object): unknown {
  if (Array.isArray(value)) return value.map((each) => withMore(each, more))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([key, field]) => [key, withMore(field, more)])
  return { ...more(), ...Object.fromEntries(fields), ...more() }
}

function withField(room: 'commanders' | 'runs' | 'events', id: string, field: object): object {
  const { value, ...rest } = full[room][id] as { readonly value: object }
  return { ...full[room], [id]: { value: { ...value, ...field }, ...rest } }
}

function firstMark(): string {
  return Object.keys(full.marks)[0] as string
}
