import { describe, expect, it } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { csvOf } from '../../../utils/plan/csv.ts'
import { historyOf } from '../../../utils/plan/history.ts'
import { FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { changeRun, putEvent, putRun, setDone, setNote } from '../../../utils/record/transitions.ts'
import { DAY, dayId, doneOn, RUN, recordOf, running, START, type Told } from '../support/records.ts'

const NOW = START + 30 * DAY
const csv = (...told: readonly Told[]) =>
  csvOf(historyOf(recordOf(running, ...told), NOW), new Map([[FIRST_COMMANDER, 'Kirk']]))
const lines = (...told: readonly Told[]) => csv(...told).split('\r\n')
const note = (text: string): Told => [setNote(FIRST_COMMANDER, RUN, dayId(1), text), START]

describe('the table of ended runs', () => {
  it('has a line for each day, with its names above', () => {
    expect(lines(doneOn(1), doneOn(4), note('Recruit'))).toEqual([
      'commander,event,run_start,day,related_event,window_start,window_end,done,points,note',
      'Kirk,Defender of Peace – SMS,2026-11-23T16:00:00.000Z,1,Unraveling Anomalies,2026-11-23T16:00:00.000Z,2026-11-24T16:00:00.000Z,true,100,Recruit',
      'Kirk,Defender of Peace – SMS,2026-11-23T16:00:00.000Z,2,Enlisting Old Allies,2026-11-24T16:00:00.000Z,2026-11-25T16:00:00.000Z,false,0,',
      'Kirk,Defender of Peace – SMS,2026-11-23T16:00:00.000Z,3,Hidden Motivations,2026-11-25T16:00:00.000Z,2026-11-26T16:00:00.000Z,false,0,',
      'Kirk,Defender of Peace – SMS,2026-11-23T16:00:00.000Z,4,Assembling the Resistance,2026-11-26T16:00:00.000Z,2026-11-27T16:00:00.000Z,true,100,',
      'Kirk,Defender of Peace – SMS,2026-11-23T16:00:00.000Z,5,Shaping a Unified Destiny,2026-11-27T16:00:00.000Z,2026-11-28T16:00:00.000Z,false,0,',
      '',
    ])
  })

  it('has no line for a run that is not over', () => {
    expect(csvOf(historyOf(recordOf(running), START + DAY), new Map())).toMatch(/^commander,[^\r]*\r\n$/)
  })

  it('leaves empty what nobody knows, and names the region', () => {
    const [first, ...others] = DEFENDER_OF_PEACE.relatedEvents
    const event: EventDefinition = {
      ...DEFENDER_OF_PEACE,
      id: 'own',
      name: 'Own',
      lasts: undefined,
      regions: [
        { id: 'us', name: 'US', startsAfter: 0 },
        { id: 'eu', name: 'EU', startsAfter: 60 },
      ],
      relatedEvents: first ? [{ ...first, points: undefined, windows: [{ opensAfter: 0 }] }, ...others.slice(5)] : [],
    }
    const told: readonly Told[] = [
      [putEvent(event), START],
      [putRun('own', { eventId: 'own', startsAt: START, startAssumed: false }), START],
      [changeRun('own', { endedAt: START + 3 * DAY }), START],
      [setDone(FIRST_COMMANDER, 'own', 'unraveling-anomalies#eu', true), START],
    ]
    expect(lines(...told).filter((line) => line.includes('Own,'))).toEqual([
      'Kirk,Own,2026-11-23T16:00:00.000Z,1,Unraveling Anomalies (EU),2026-11-23T17:00:00.000Z,,true,,',
    ])
  })

  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "go"', '"say ""go"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@cmd', "'@cmd"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['1=1', '1=1'],
    ["'quoted'", "'quoted'"],
  ])('writes the note %j so that a spreadsheet shows it and runs nothing', (text, cell) => {
    const whole = csv(note(text))
    const from = whole.indexOf('true,100,') >= 0 ? 'true,100,' : 'false,0,'
    expect(whole.slice(whole.indexOf(from) + from.length).startsWith(`${cell}\r\n`)).toBe(true)
  })
})
