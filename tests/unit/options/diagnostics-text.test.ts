import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
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
import { DAY, dayId, doneOn, HOUR, quiet, RUN, recordOf, running, START } from '../support/records.ts'

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
  outlook: { next: { kind: 'lead', dueAt: NOW + 3 * HOUR, heldBy: undefined }, holds: [], silence: undefined },
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
  { at: NOW - 2 * HOUR, causes: ['changed'], status: 'ok', due: [], shown: 0, failed: [], times: 12 },
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
      'next reminder: 2026-11-26T15:00:00.000Z lead',
      'held back: nothing',
      'next wake: 2026-11-26T13:00:00.000Z',
      'alarm: 2026-11-26T13:00:00.000Z',
      'trouble: none',
      '',
      'last wakes, the newest first: 3',
      '2026-11-26T12:00:00.000Z alarm, changed | storage ok | badge "HM" | notices 2 of 3 start lead other | next 2026-11-26T13:00:00.000Z | refused notifications, badge',
      '2026-11-26T11:00:00.000Z unknown | storage unreadable | badge "" | notices 0 of 0 | next none | refused none',
      '2026-11-26T10:00:00.000Z changed ×12 | storage ok | badge "" | notices 0 of 0 | next none | refused none',
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

  const hold = { by: 'quiet', until: NOW + HOUR } as const
  const snooze = { by: 'snooze', until: NOW + 2 * HOUR } as const
  const start = { kind: 'start', dueAt: NOW + HOUR } as const
  it.each([
    [undefined, {}, 'unknown', 'unknown'],
    [{ next: undefined }, {}, 'none', 'nothing'],
    [{ next: undefined, silence: 'untracked' }, {}, 'none (untracked)', 'all (untracked)'],
    [{ next: undefined, silence: 'hidden' }, {}, 'none (hidden)', 'all (hidden)'],
    [
      { next: { ...start, heldBy: undefined }, silence: 'off' },
      {},
      '2026-11-26T13:00:00.000Z start',
      'reminders (off)',
    ],
    [{ next: { ...start, heldBy: undefined }, silence: 'done' }, {}, '2026-11-26T13:00:00.000Z start', 'today (done)'],
    [
      { next: { ...start, heldBy: 'quiet' }, holds: [hold, snooze] },
      {},
      '2026-11-26T13:00:00.000Z start, put off (quiet)',
      'until 2026-11-26T13:00:00.000Z (quiet), until 2026-11-26T14:00:00.000Z (snooze)',
    ],
    [
      { next: { kind: 'snooze', dueAt: NOW + HOUR, heldBy: 'snooze' }, silence: 'off', holds: [snooze] },
      { permission: 'denied' },
      '2026-11-26T13:00:00.000Z snooze',
      'all (denied), reminders (off), until 2026-11-26T14:00:00.000Z (snooze)',
    ],
  ] as const)('tells of the outlook %j', (outlook, more, next, held) => {
    const all = lines({ ...FINE, ...more, outlook: outlook && { holds: [], silence: undefined, ...outlook } })
    expect(all.slice(8, 10)).toEqual([`next reminder: ${next}`, `held back: ${held}`])
  })

  describe('of the badge', () => {
    const badgeLine = (badge: string | undefined) => {
      const wakes: readonly Wake[] = [{ at: NOW, causes: [], status: 'ok', badge, due: [], shown: 0, failed: [] }]
      const all = lines({ ...FINE, wakes })
      expect(all).toHaveLength(17)
      return all[15]
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

  it.each(['unreadable', 'failed'] as const)('is nothing where it is %s', (status) => {
    const record = recordOf(running)
    const { stored, outlook } = diagnosticsOf(pageOf(record, NOW), loadedOf(record, { status }), FACTS)
    expect([stored, outlook]).toEqual([undefined, undefined])
  })

  it('is what was understood where a newer version wrote it: reminders go on', () => {
    const record = recordOf(running, doneOn(1))
    const facts = (status: 'ok' | 'newer') => {
      const { stored, outlook } = diagnosticsOf(pageOf(record, NOW), loadedOf(record, { status }), FACTS)
      return { stored, outlook }
    }
    expect(facts('newer')).toEqual(facts('ok'))
    expect(facts('newer').stored).toEqual({ commanders: 1, runsNear: 1, marks: 1 })
  })

  it('is asked what comes next and what is held back, with what was shown and snoozed', () => {
    const record = recordOf(running)
    const day = `${RUN}/${dayId(3)}`
    const delivery = { delivered: { [`${day}/start/${START + 2 * DAY}`]: NOW - HOUR }, snoozed: { [day]: NOW + HOUR } }
    expect(diagnosticsOf(pageOf(record, NOW), loadedOf(record, { delivery }), FACTS).outlook).toEqual({
      next: { kind: 'snooze', dueAt: NOW + HOUR, heldBy: 'snooze' },
      holds: [{ by: 'snooze', until: NOW + HOUR }],
      silence: undefined,
    })
  })

  it('is shown also where nothing can be planned', () => {
    const record = recordOf(running, quiet(22, 7))
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const zone = { timeZone: 'Mars/Olympus', isSystem: false, unknown: undefined }
    const { outlook, stored } = diagnosticsOf({ ...pageOf(record, NOW), zone }, loadedOf(record), FACTS)
    expect([outlook, stored?.runsNear]).toEqual([undefined, 1])
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('what comes next'), expect.any(RangeError))
    warn.mockRestore()
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
