/** What notifications and the tooltip say of several events and commanders, and of events of every shape. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { applyBadge } from '../../../entrypoints/background/badge.ts'
import { noticeText } from '../../../entrypoints/background/notice-text.ts'
import catalogue from '../../../public/_locales/en/messages.json'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { planAt } from '../../../utils/plan/plan.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import { changeCommander, putCommander, putEvent, putRun, setDone } from '../../../utils/record/transitions.ts'
import { formatMessage, type Message } from '../../setup/messages.ts'
import { DAY, doneOn, HOUR, recordOf, running, START, type Told } from '../support/records.ts'

const MESSAGES: Readonly<Record<string, Message>> = catalogue
const BEFORE = START - 2 * DAY
const NOTHING = { delivered: {}, snoozed: {} }

const feeder = (more: Partial<EventDefinition['relatedEvents'][number]> = {}) => ({
  id: 'feeder',
  name: 'Warp Race',
  code: 'WR',
  rewards: [],
  windows: [{ opensAfter: 0, lasts: 1440 }],
  ...more,
})

function event(id: string, more: Partial<EventDefinition> = {}): EventDefinition {
  return { id, name: `${id} - SMS`, shortName: id, rewards: [], lasts: 1440, relatedEvents: [feeder()], ...more }
}

const tracked = (definition: EventDefinition): Told[] => [
  [putEvent(definition), BEFORE],
  [putRun(definition.id, { eventId: definition.id, startsAt: START, startAssumed: false }), BEFORE],
]
const named = (name: string): Told => [changeCommander(FIRST_COMMANDER, { name }), BEFORE]
const second = (name: string, server = ''): Told => [
  putCommander('commander-2', { ...DEFAULT_COMMANDER, name, server }),
  BEFORE,
]

beforeEach(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation(((key: string, values: unknown) =>
    formatMessage(MESSAGES[key], values)) as never)
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-US')
})

function noticesOf(told: readonly Told[], after: number) {
  const record = recordOf(...told)
  const now = START + after
  return planAt(record, NOTHING, 'UTC', now).notices.map((notice) => noticeText(notice, record, 'UTC', now))
}

describe('a notification', () => {
  it('names the event, the day and who it is for', () => {
    expect(noticesOf([running, named('Kira'), second('Odo')], DAY)).toEqual([
      {
        title: 'Day 2 of 5 is open: Enlisting Old Allies',
        message: [
          'Defender of Peace',
          'What to do is not documented: look in the game and write it down in the tracker.',
          'Until Wed Nov 25, 4:00 PM UTC · 100 points',
          'Kira, Odo',
        ].join('\n'),
      },
    ])
  })

  it('tells commanders of one name apart', () => {
    const [notice] = noticesOf([running, named('Kira'), second('Kira', '7')], 0)
    expect(notice?.message).toMatch(/\nKira \(commander 1\), Kira \(server 7\)$/)
  })

  it('says of a related event that counts for two events that it does, once', () => {
    expect(noticesOf([...tracked(event('Arc')), ...tracked(event('Meta'))], 18 * HOUR)).toEqual([
      {
        title: '6 h left: Warp Race',
        message: expect.stringMatching(/^Arc, Meta\n[^\n]+\nUntil Tue Nov 24, 4:00 PM UTC$/),
      },
    ])
  })

  it('does not name an event that is its own only part', () => {
    const [notice] = noticesOf(tracked(event('x', { name: 'Warp Race', shortName: 'Warp Race' })), 0)
    expect(notice?.title).toBe('Warp Race is open')
    expect(notice?.message).toMatch(/^What to do is not documented/)
  })

  it('says that an end is not known', () => {
    const endless = event('x', { lasts: undefined, relatedEvents: [feeder({ windows: [{ opensAfter: 0 }] })] })
    const [notice] = noticesOf(tracked(endless), 0)
    expect(notice?.message).toMatch(/\nUntil when is not known$/)
  })

  it('tells the result of each commander, by days where there are no points', () => {
    const done: Told = [setDone(FIRST_COMMANDER, 'Meta', 'feeder', true), START + HOUR]
    expect(noticesOf([...tracked(event('Meta')), named('Kira'), second('Odo'), done], DAY)).toEqual([
      { title: 'Meta is over: 1 of 1 done', message: 'Every day done. Well done, Commander.\nKira 1 of 1, Odo 0 of 1' },
    ])
  })
})

describe('a notification of several things', () => {
  const beside: Told = [
    putRun('beside', { eventId: 'defender-of-peace', startsAt: START + 2 * HOUR, startAssumed: false }),
    BEFORE,
  ]

  it('has a line for each, with the time that is left now', () => {
    expect(noticesOf([running, ...tracked(event('Meta')), beside], 19 * HOUR)).toEqual([
      {
        title: 'While you were away: 3 reminders',
        message: [
          '5 h left: Warp Race',
          '5 h left: Unraveling Anomalies',
          'Day 1 of 5 is open: Unraveling Anomalies',
        ].join('\n'),
      },
    ])
  })

  it('names for whom each is where several commanders are played', () => {
    const done: Told = [setDone(FIRST_COMMANDER, 'Meta', 'feeder', true), START + HOUR]
    const [notice] = noticesOf([running, ...tracked(event('Meta')), named('Kira'), second('Odo'), done], 19 * HOUR)
    expect(notice?.message).toBe('5 h left: Warp Race (Odo)\n5 h left: Unraveling Anomalies (Kira, Odo)')
  })
})

describe('the tooltip', () => {
  async function tooltip(told: readonly Told[], after: number): Promise<string> {
    const record = recordOf(...told)
    await applyBadge(planAt(record, NOTHING, 'UTC', START + after).badge, record, 'UTC', START + after)
    return fakeBrowser.action.getTitle({})
  }

  it('counts what else is open, and names for whom', async () => {
    const told = [running, ...tracked(event('Arc', { lasts: 2880 })), named('Kira'), second('Odo')]
    expect((await tooltip(told, HOUR)).split('\n').slice(1)).toEqual([
      'Warp Race: open until Tue Nov 24, 4:00 PM UTC',
      'Arc: 0 of 1 done',
      'For Kira, Odo',
      '1 more is open',
    ])
  })

  it('says nothing of others where there are none', async () => {
    expect((await tooltip([running, doneOn(1, 2)], 3 * HOUR)).split('\n').slice(1)).toEqual([
      'Unraveling Anomalies: done',
      'Defender of Peace: 100 of 500 points',
    ])
  })
})
