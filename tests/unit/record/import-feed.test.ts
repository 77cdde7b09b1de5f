/** A feed of 1,000 entries: imported, edited at its source, imported again. */

import { describe, expect, it } from 'vitest'
import { eventOfGroup } from '../../../utils/packs/feed-event.ts'
import { groupFeed } from '../../../utils/packs/group-feed.ts'
import { readFeed } from '../../../utils/packs/read-feed.ts'
import { type ImportedEvent, importEvents, planImport } from '../../../utils/record/import.ts'
import { eventOf, markOf, runOf, storedRunsOf } from '../../../utils/record/read.ts'
import { EMPTY_RECORD, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { changeRun, setDone, setNote } from '../../../utils/record/transitions.ts'
import { feedOf, type RawFeedEntry } from '../support/feed.ts'

const HOUR = 3_600_000
/** Before anything of the feed begins. */
const NOW = Date.UTC(2026, 5, 20)
const stamp = { at: NOW, by: 'test' }

function importedOf(entries: readonly RawFeedEntry[]): readonly ImportedEvent[] {
  const read = readFeed(JSON.stringify(entries))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(read.problems).toEqual([])
  return groupFeed(read.entries).map((group) => {
    const { event, runId, startsAt, repeatsEvery } = eventOfGroup(group)
    return { event, runs: [{ id: runId, startsAt, repeatsEvery }] }
  })
}

function imported(record: TrackerRecord, entries: readonly RawFeedEntry[]): TrackerRecord {
  return importEvents(planImport(record, importedOf(entries), NOW), NOW)(record, stamp)
}

describe('a feed of 1,000 entries', () => {
  const feed = feedOf(1000)
  const groups = importedOf(feed)
  const first = imported(EMPTY_RECORD, feed)

  it('is imported whole, each entry once, and can be stored', () => {
    expect(Object.keys(first.events)).toHaveLength(groups.length)
    expect(storedRunsOf(first)).toHaveLength(groups.length)
    const entries = groups.flatMap(({ event }) => [event.id, ...event.relatedEvents.map(({ id }) => id)])
    for (const { id } of feed) expect(entries).toContain(`feed-${id}`)
    expect(parseRecord(JSON.parse(JSON.stringify(first)))).toEqual({ kind: 'record', record: first, problems: [] })
  })

  it('changes nothing when it is imported again', () => {
    expect(imported(first, feed)).toBe(first)
    expect(new Set(planImport(first, groups, NOW).map(({ status }) => status))).toEqual(new Set(['same']))
  })

  // Every related event of every fifth group is marked, with a note; one run was moved by hand.
  const marked = groups.filter((_, index) => index % 5 === 0)
  const own = groups[7] as ImportedEvent
  const ownRun = own.runs[0]?.id ?? ''
  const ownStart = (own.runs[0]?.startsAt ?? 0) + 30 * 60_000
  const told = [
    ...marked.flatMap(({ event, runs: [run] }) =>
      event.relatedEvents.flatMap(({ id }) => [
        setDone(FIRST_COMMANDER, run?.id ?? '', id, true),
        setNote(FIRST_COMMANDER, run?.id ?? '', id, `Note on ${id}`),
      ]),
    ),
    changeRun(ownRun, { startsAt: ownStart }),
  ].reduce((record, transition) => transition(record, stamp), first)

  /** Odd entries start an hour later, every third has another title, one is new. */
  const edited: RawFeedEntry[] = [
    ...feed.map((entry) => ({
      ...entry,
      ...(Number(entry.id) % 3 === 0 ? { description: `${entry.description ?? ''} Edited.` } : {}),
      startTime: new Date(Date.parse(entry.startTime) + HOUR).toISOString(),
      endTime: new Date(Date.parse(entry.endTime) + HOUR).toISOString(),
      updatedAt: '2026-08-01T00:00:00.000Z',
    })),
    { ...(feed.at(-1) as RawFeedEntry), id: 5000, title: 'Quite another thing', updatedAt: '2026-08-01T00:00:00.000Z' },
  ]
  // The run that the commander moved stays as its source had it.
  const unmoved = new Set([own.event.id, ...own.event.relatedEvents.map(({ id }) => id)])
  const source = edited.map((entry) =>
    unmoved.has(`feed-${entry.id}`) ? (feed.find(({ id }) => id === entry.id) ?? entry) : entry,
  )
  const second = imported(told, source)

  it('updates what changed: every start that its source moved, and the descriptions', () => {
    for (const {
      event,
      runs: [run],
    } of groups.filter((group) => group !== own)) {
      expect(runOf(second, run?.id ?? '')).toMatchObject({ startsAt: (run?.startsAt ?? 0) + HOUR })
      expect(eventOf(second, event.id)?.revision).toBe(Date.UTC(2026, 7, 1) / 1000)
    }
    const texts = Object.values(second.events).map(({ value }) => JSON.stringify(value))
    expect(texts.filter((text) => text.includes('Edited.')).length).toBeGreaterThan(100)
    expect(eventOf(second, 'feed-5000')).toMatchObject({ name: 'Quite another thing' })
  })

  it('keeps every mark and note, and the start that the commander corrected', () => {
    let count = 0
    for (const {
      event,
      runs: [run],
    } of marked) {
      for (const { id } of event.relatedEvents) {
        expect(markOf(second, FIRST_COMMANDER, run?.id ?? '', id)).toMatchObject({ done: true, note: `Note on ${id}` })
        // The mark still stands on a day that the event has.
        expect(eventOf(second, event.id)?.relatedEvents.map((related) => related.id)).toContain(id)
        count += 1
      }
    }
    expect(count).toBeGreaterThan(100)
    expect(second.marks).toEqual(told.marks)
    expect(runOf(second, ownRun)).toMatchObject({ startsAt: ownStart })
  })

  it('does not go back to the old feed', () => {
    expect(imported(second, feed)).toBe(second)
  })
})
