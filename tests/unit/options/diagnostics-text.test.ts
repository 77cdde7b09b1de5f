import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Diagnostics, diagnosticsOf } from '../../../entrypoints/options/diagnostics/diagnostics.ts'
import { diagnosticsText } from '../../../entrypoints/options/diagnostics/diagnostics-text.ts'
import { zoneOf } from '../../../entrypoints/options/zone-of.ts'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { type Plan, planAt } from '../../../utils/plan/plan.ts'
import { viewAt } from '../../../utils/plan/view.ts'
import { settingsOf } from '../../../utils/record/read.ts'
import { FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import { changeCommander, putEvent, putRun } from '../../../utils/record/transitions.ts'
import type { Loaded } from '../../../utils/storage/load.ts'
import { parseWakes, type Wake, withWake } from '../../../utils/storage/wakes.ts'
import { arbitraryRecord, instant } from '../support/arbitrary-record.ts'
import { MARK, markedRecord } from '../support/marked-record.ts'
import { DAY, doneOn, HOUR, recordOf, running, START } from '../support/records.ts'

const NOW = START + 2 * DAY + 20 * HOUR
const NO_DELIVERY = { delivered: {}, snoozed: {} }
const loadedOf = (record: TrackerRecord, more: Partial<Loaded> = {}): Loaded => ({
  status: 'ok',
  record,
  problems: [],
  setAside: [],
  delivery: NO_DELIVERY,
  labels: undefined,
  shelved: undefined,
  ...more,
})
const pageOf = (record: TrackerRecord, now: number, timeZone = 'system') => ({
  now,
  record,
  view: viewAt(record, now),
  zone: zoneOf(timeZone),
})
const FACTS = { alarm: NOW + HOUR, permission: 'granted', browser: 'Chromium 156 on linux', wakes: [] } as const
const FINE: Diagnostics = {
  ...FACTS,
  now: NOW,
  zone: { timeZone: 'Europe/London', isSystem: false, unknown: undefined },
  status: 'ok',
  setAside: 0,
  stored: { commanders: 2, runsNear: 1, marks: 12 },
  planned: NOW + HOUR,
  trouble: undefined,
}
const WAKES: readonly Wake[] = [
  {
    at: NOW,
    causes: ['alarm', 'changed'],
    status: 'ok',
    badge: 'HM',
    due: ['start', 'lead', 'a name'],
    shown: 2,
    wakeAt: NOW + HOUR,
    failed: ['notifications', 'badge'],
  },
  { at: NOW - HOUR, causes: [], status: 'unreadable', due: [], shown: 0, failed: [] },
]
const lines = (diagnostics: Diagnostics) => diagnosticsText(diagnostics, '1.2.3').split('\n')

describe('the text for a bug report', () => {
  it('has a fact in each line, and a line for each wake', () => {
    expect(lines({ ...FINE, wakes: WAKES })).toEqual([
      'Defender of Peace Tracker: diagnostics',
      'made: 2026-11-26T12:00:00.000Z',
      'version: 1.2.3',
      'browser: Chromium 156 on linux',
      'notifications: granted',
      'zone: Europe/London (chosen)',
      'storage: ok, set aside 0',
      'stored: commanders 2, runs near 1, marks 12',
      'next wake: 2026-11-26T13:00:00.000Z',
      'alarm: 2026-11-26T13:00:00.000Z',
      'trouble: none',
      '',
      'last wakes, the newest first: 2',
      '2026-11-26T12:00:00.000Z alarm, changed | storage ok | badge "HM" | notices 2 of 3 start lead other | next 2026-11-26T13:00:00.000Z | refused notifications, badge',
      '2026-11-26T11:00:00.000Z unknown | storage unreadable | badge "" | notices 0 of 0 | next none | refused none',
      '',
    ])
  })

  it.each([
    [{ planned: null, alarm: null }, 'next wake: none', 'alarm: none'],
    [{ planned: undefined, alarm: undefined }, 'next wake: unknown', 'alarm: unknown'],
    [{ permission: undefined }, 'notifications: not told'],
    [{ permission: 'denied' }, 'notifications: denied'],
    [{ trouble: 'missing' }, 'trouble: missing'],
    [{ status: 'failed', stored: undefined, setAside: 2 }, 'storage: failed, set aside 2', 'stored: unknown'],
    [{ wakes: undefined }, 'last wakes: unknown'],
    [{ zone: { timeZone: 'UTC', isSystem: true, unknown: undefined } }, 'zone: UTC (same as this computer)'],
    [
      { zone: { timeZone: 'UTC', isSystem: false, unknown: 'Mars/Olympus' } },
      'zone: UTC (this computer’s, for the one chosen is unknown)',
    ],
  ] as const)('of %j', (more, ...expected) => {
    expect(lines({ ...FINE, ...more })).toEqual(expect.arrayContaining([...expected]))
  })

  describe('of the badge', () => {
    const badgeLine = (badge: string | undefined) => {
      const wakes: readonly Wake[] = [{ at: NOW, causes: [], status: 'ok', badge, due: [], shown: 0, failed: [] }]
      const all = lines({ ...FINE, wakes })
      expect(all).toHaveLength(15)
      return all[13]
    }

    it.each([['UA'], ['EOA'], ['HM'], ['ATR'], ['SUD'], ['✓'], ['!'], ['1m'], ['60m'], ['']])(
      'tells what the tracker itself wrote: %s',
      (badge) => expect(badgeLine(badge)).toContain(` | badge "${badge}" | `),
    )

    it('tells nothing as nothing', () => expect(badgeLine(undefined)).toContain(' | badge "" | '))

    it.each([['KIRK'], ['ua'], ['UAX'], ['✓✓'], ['0m'], ['100m'], ['5M'], ['5mm'], [' '], ['a\nb"'], ['own event']])(
      'does not tell what the commander typed: %j',
      (badge) => expect(badgeLine(badge)).toContain(' | badge own event | '),
    )
  })
})

describe('what is known of the record', () => {
  it('is counted', () => {
    const record = recordOf(running, doneOn(1), doneOn(2))
    const { stored, zone } = diagnosticsOf(pageOf(record, NOW), loadedOf(record), FACTS)
    expect(stored).toEqual({ commanders: 1, runsNear: 1, marks: 2 })
    expect(zone.isSystem).toBe(true)
  })

  it('is nothing where it could not be read', () => {
    const record = recordOf(running)
    const loaded = loadedOf(record, { status: 'newer' })
    expect(diagnosticsOf(pageOf(record, NOW), loaded, FACTS).stored).toBeUndefined()
  })

  it.each([
    ['a run is on and no wake is known', [running], null, 'missing'],
    ['no run is on and no wake is known', [], null, undefined],
    ['a run is on and the alarm is there', [running], NOW + HOUR, undefined],
    ['the browser does not say what it holds', [running], undefined, undefined],
  ] as const)('tells whether an alarm is missing: %s', (_, told, alarm, trouble) => {
    const record = recordOf(...told)
    const diagnostics = diagnosticsOf(pageOf(record, NOW), loadedOf(record), { ...FACTS, alarm })
    expect([diagnostics.planned, diagnostics.trouble]).toEqual([undefined, trouble])
  })

  it.each([
    ['is missing', { wakeAt: NOW + HOUR }, null, NOW + HOUR, 'missing'],
    ['is not planned', {}, null, null, undefined],
    ['is held though none is planned', {}, NOW + HOUR, null, 'unplanned'],
    ['is not told of', {}, undefined, null, undefined],
  ] as const)('is beside the last plan: an alarm %s', (_, more, alarm, planned, trouble) => {
    const record = recordOf(running)
    const wake: Wake = { at: NOW, causes: [], status: 'ok', due: [], shown: 0, failed: [], ...more }
    const older = { ...wake, wakeAt: NOW + 2 * HOUR }
    const facts = { ...FACTS, alarm, wakes: [wake, older] }
    const diagnostics = diagnosticsOf(pageOf(record, NOW), loadedOf(record), facts)
    expect([diagnostics.planned, diagnostics.trouble]).toEqual([planned, trouble])
  })
})

describe('no name, server, note, id or own code', () => {
  /** A wake as the background may tell it, and one that has names and ids where kinds should be. */
  const wakesOf = (record: TrackerRecord, { badge, notices, wakeAt }: Plan, at: number): readonly Wake[] => {
    const wake = { at, causes: ['alarm'], status: 'ok', badge: badge.text, wakeAt, failed: [] } as const
    const kinds = notices.map(({ kind }) => kind)
    const names = Object.values(record.commanders).flatMap(({ value }) => ('deleted' in value ? [] : [value.name]))
    const wrong = [...notices.map(({ id }) => id), ...Object.keys(record.runs), ...names]
    const earlier = withWake([], { ...wake, due: kinds, shown: kinds.length })
    return parseWakes(withWake(earlier, { ...wake, due: wrong, shown: 0 }))
  }

  const textOf = (record: TrackerRecord, now: number, timeZone: string) => {
    const page = pageOf(record, now, timeZone)
    const problems = [{ path: `marks.${MARK}`, message: MARK }]
    const loaded = loadedOf(record, {
      problems,
      setAside: [{ key: `setAside:${MARK}`, at: now, whole: false, seen: false, problems }],
      error: `IO error: /home/${MARK}/storage`,
    })
    const wakes = wakesOf(record, planAt(record, NO_DELIVERY, page.zone.timeZone, now), now)
    return { text: diagnosticsText(diagnosticsOf(page, loaded, { ...FACTS, wakes }), '1.2.3'), wakes }
  }

  it('gets in of any record', () => {
    fc.assert(
      fc.property(arbitraryRecord, instant, fc.boolean(), (plain, now, isUnknown) => {
        const record = markedRecord(plain)
        const { text } = textOf(record, now, isUnknown ? `${MARK}/zone` : settingsOf(record).timeZone)
        expect(text).not.toContain(MARK)
        expect(text).toContain(`made: ${new Date(now).toISOString()}`)
      }),
      { numRuns: 300 },
    )
  })

  it('gets in where a reminder is due', () => {
    const event: EventDefinition = { ...DEFENDER_OF_PEACE, id: 'own' }
    const record = markedRecord(
      recordOf(
        [putEvent(event), START - DAY],
        [putRun('a', { eventId: 'own', startsAt: START, startAssumed: false }), START - DAY],
        [changeCommander(FIRST_COMMANDER, { name: 'Kirk' }), START - DAY],
      ),
    )
    const { text, wakes } = textOf(record, START, 'system')
    expect(wakes.map(({ due }) => due)).toEqual([['zqa/zqun', 'zqa', 'zqKirk'], ['start']])
    expect(text).not.toContain(MARK)
    expect(wakes.map(({ badge }) => badge)).toEqual(['zqUA', 'zqUA'])
    expect(text).toContain('badge own event | notices 0 of 3 other other other')
    expect(text).toContain('badge own event | notices 1 of 1 start')
  })

  it('is missing in what it was tried with', () => {
    const record = markedRecord(
      recordOf(running, doneOn(1), [changeCommander(FIRST_COMMANDER, { name: 'Kirk', server: '84' }), START]),
    )
    expect(record.commanders).toMatchObject({
      'zqcommander-1': { by: 'zqtest', value: { name: 'zqKirk', server: 'zq84' } },
    })
    expect(Object.keys(record.runs)).toEqual(['zqrun-1'])
    expect(Object.keys(record.marks)).toEqual(['zqcommander-1/zqrun-1/zqunraveling-anomalies'])
  })
})
