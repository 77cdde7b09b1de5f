/** Several commanders and several runs: what the tooltip says, and which notifications stay. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import catalogue from '../../../public/_locales/en/messages.json'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import {
  changeCommander,
  putCommander,
  putEvent,
  putRun,
  setDone,
  setSetting,
} from '../../../utils/record/transitions.ts'
import { formatMessage, type Message } from '../../setup/messages.ts'
import { reconcileAt } from '../support/reconcile-at.ts'
import { DAY, dayId, doneOn, HOUR, RUN, recordOf, running, START, type Told } from '../support/records.ts'

const MESSAGES: Readonly<Record<string, Message>> = catalogue
const BEFORE = START - 2 * DAY
const setup: Told[] = [
  [setSetting('timeZone', 'Europe/London'), BEFORE],
  running,
  [changeCommander(FIRST_COMMANDER, { name: 'Aurelia' }), BEFORE],
]
const malachai: Told = [putCommander('malachai', { ...DEFAULT_COMMANDER, name: 'Malachai' }), BEFORE]
const store = (...told: Told[]) => browser.storage.local.set({ record: recordOf(...setup, ...told) })
const lastLine = async () => (await browser.action.getTitle({})).split('\n').at(-1)

afterEach(() => void vi.useRealTimers())

beforeEach(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation(((key: string, values: unknown) =>
    formatMessage(MESSAGES[key], values)) as never)
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB')
})

describe('the tooltip', () => {
  const points = 'Defender of Peace: 0 of 500 points'
  it.each([
    ['both have the day open', [malachai], HOUR, 'For Aurelia, Malachai'],
    ['only the one not chosen has it open', [malachai, doneOn(1)], 2 * HOUR, 'For Malachai'],
    [
      'it is done by both',
      [malachai, doneOn(1), [setDone('malachai', RUN, dayId(1), true), START + HOUR]],
      2 * HOUR,
      'For Aurelia, Malachai',
    ],
    ['it is still to come', [malachai], -HOUR, 'For Aurelia, Malachai'],
    [
      'only the other one can see what is to come',
      [malachai, [changeCommander(FIRST_COMMANDER, { level: 9 }), BEFORE]],
      -HOUR,
      'For Malachai',
    ],
    ['one is played', [], HOUR, points],
    ['the other is archived', [malachai, [changeCommander('malachai', { archived: true }), BEFORE]], HOUR, points],
    ['it speaks of the chosen one alone', [malachai, [setSetting('badgeFor', 'chosen'), BEFORE]], HOUR, points],
  ] as [string, Told[], number, string][])('says whom it concerns where %s', async (_, told, after, line) => {
    await store(...told)
    await reconcileAt(START + after)
    expect(await lastLine()).toBe(line)
  })
})

describe('a notification of twins', () => {
  const arc = { ...DEFENDER_OF_PEACE, id: 'arc', shortName: 'Arc' }
  const told: Told[] = [
    [putEvent(arc), BEFORE],
    [putRun('arc', { eventId: 'arc', startsAt: START, startAssumed: false }), BEFORE],
  ]
  const doneIn = (runId: string): Told => [setDone(FIRST_COMMANDER, runId, dayId(1), true), START + HOUR]
  const shown = async () => Object.keys(await browser.notifications.getAll())

  it('stays while one of them is open, and goes with the last', async () => {
    await store(...told)
    await reconcileAt(START)
    const id = `arc/${dayId(1)}/start/${START}`
    expect(await shown()).toEqual([id])
    await store(...told, doneIn('arc'))
    await reconcileAt(START + HOUR)
    expect(await shown()).toEqual([id])
    await store(...told, doneIn('arc'), doneIn(RUN))
    await reconcileAt(START + HOUR)
    expect(await shown()).toEqual([])
  })
})
