/** The options page. */

import type { Page } from 'puppeteer-core'
import { changeChosenCommander, setSetting } from '../../../utils/record/transitions.ts'
import { action, click } from '../support.ts'
import { BORDER_PATROL, doneOn, HOUR, ownEvent, record, runOnDay, withRecord } from './seeds.ts'
import { options, type State } from './state.ts'
import { fill, find, type } from './steps.ts'

const field = (name: string) => `[data-field="${name}"]`
const error = (name: string) => `[data-error="${name}"]`
const london = () => setSetting('timeZone', 'Europe/London')

/** Something typed that cannot be taken, and where the page says so. */
function refused(name: string, part: string, at: string, act: (page: Page) => Promise<void>): State {
  return options(name, { part, main: false, seed: withRecord(london), act }, error(at))
}

async function start(page: Page, date: string, time: string): Promise<void> {
  await fill(page, field('start-date'), date)
  await fill(page, field('start-time'), time)
  await click(page, action('start-run'))
}

async function addLead(page: Page, hours: string, minutes: string): Promise<void> {
  await fill(page, field('lead-hours'), hours)
  await fill(page, field('lead-minutes'), minutes)
  await click(page, action('add-lead'))
}

async function openZones(page: Page, query: string): Promise<void> {
  await click(page, action('zone-choose'))
  await fill(page, field('time-zone'), query, true)
  await find(page, '[aria-expanded="true"]')
}

const setAside: State['seed'] = (now, role) => ({
  record: record(now, role, runOnDay(3)(now), doneOn(1, 2)()),
  'setAside:1-a': 'not a record',
  'setAside:2-b': { version: 1 },
  setAside: [
    {
      key: 'setAside:1-a',
      at: now - 50 * HOUR,
      whole: true,
      seen: true,
      problems: [{ path: '', message: 'not an object but string' }],
    },
    {
      key: 'setAside:2-b',
      at: now - 2 * HOUR,
      whole: false,
      seen: true,
      problems: [
        { path: 'settings.leadTimes.value.0', message: 'Invalid value: Expected >=5 but received 2' },
        { path: 'marks.not an id', message: 'not an id' },
      ],
    },
  ],
})

export const OPTIONS: readonly State[] = [
  options('fresh', { seed: () => ({}) }, action('start-run')),
  options('with-run', { seed: withRecord(runOnDay(3), doneOn(1, 2)) }, '[data-run-status="open"]'),
  options('assumed', { part: '#event', seed: withRecord(runOnDay(3, { startAssumed: true })) }, action('confirm-hour')),
  options('upcoming', { part: '#event', seed: withRecord(runOnDay(-1)) }, '[data-run-status="upcoming"]'),
  options('past-run', { part: '#event', seed: withRecord(runOnDay(6), doneOn(1, 2)) }, '[data-run-status="ended"]'),
  options(
    'own-event',
    { part: '#event', seed: withRecord(ownEvent(BORDER_PATROL, 20 * HOUR)) },
    '[data-run-status="waiting"]',
  ),
  options(
    'run-ended',
    { part: '#event', seed: withRecord(runOnDay(3), doneOn(1, 2)), act: (page) => click(page, action('end-run')) },
    '[data-run-status="ended"]',
    action('undo-run'),
  ),
  options(
    'run-removed',
    { part: '#event', seed: withRecord(runOnDay(3), doneOn(1, 2)), act: (page) => click(page, action('remove-run')) },
    action('undo-run'),
  ),
  options('level-low', { part: '#commander', seed: withRecord(() => changeChosenCommander({ level: 7 })) }),
  options('mission-open', { part: '#commander', seed: withRecord(() => changeChosenCommander({ missionOpen: true })) }),
  refused('level-word', '#commander', 'level', (page) => fill(page, field('level'), 'abc', true)),
  refused('level-large', '#commander', 'level', (page) => fill(page, field('level'), '10,000')),
  refused('start-format', '#event', 'start-date', (page) => start(page, '', '16:00')),
  refused('start-no-such-date', '#event', 'start-date', async (page) => {
    await type(page, field('start-date'), '02302026')
    await click(page, action('start-run'))
  }),
  refused('start-gap', '#event', 'start-time', (page) => start(page, '2027-03-28', '01:30')),
  refused('start-over', '#event', 'start-date', (page) => start(page, '2026-10-01', '16:00')),
  refused('start-too-far', '#event', 'start-date', (page) => start(page, '2028-11-13', '16:00')),
  options(
    'zone-other',
    { part: '#zone', seed: withRecord(() => setSetting('timeZone', 'Asia/Kolkata')) },
    field('time-zone'),
  ),
  options(
    'zone-unknown',
    { part: '#zone', seed: withRecord(() => setSetting('timeZone', 'Mars/Olympus')) },
    error('time-zone'),
  ),
  options('zone-list', { part: '#zone', seed: withRecord(), act: (page) => openZones(page, 'new') }, '[role="option"]'),
  options(
    'zone-nothing',
    { part: '#zone', seed: withRecord(), act: (page) => openZones(page, 'atlantis') },
    '[role="combobox"]',
  ),
  refused('zone-error', '#zone', 'time-zone', async (page) => {
    await openZones(page, 'atlantis')
    await fill(page, field('time-zone'), 'atlantis')
  }),
  refused('lead-long', '#reminders', 'lead-hours', (page) => addLead(page, '30', '')),
  refused('lead-short', '#reminders', 'lead-minutes', (page) => addLead(page, '', '2')),
  refused('lead-duplicate', '#reminders', 'lead-minutes', (page) => addLead(page, '6', '0')),
  refused('lead-word', '#reminders', 'lead-hours', (page) => addLead(page, 'six', '')),
  options('leads-none', { part: '#reminders', seed: withRecord(() => setSetting('leadTimes', [])) }),
  options('leads-many', {
    part: '#reminders',
    seed: withRecord(() => setSetting('leadTimes', [1380, 720, 615, 360, 180, 90, 60, 45, 30, 15, 10, 5])),
  }),
  options(
    'quiet',
    { part: '#reminders', seed: withRecord(() => setSetting('quietHours', { from: 1320, to: 450 })) },
    field('quiet-from'),
  ),
  options(
    'quiet-equal',
    {
      part: '#reminders',
      main: false,
      seed: withRecord(() => setSetting('quietHours', { from: 1320, to: 450 })),
      act: (page) => fill(page, field('quiet-to'), '22:00'),
    },
    error('quiet-to'),
  ),
  options('badge-countdown', { part: '#badge', seed: withRecord(() => setSetting('lastHourCountdown', true)) }),
  options(
    'test-sent',
    { part: '#notifications', seed: withRecord(), act: (page) => click(page, action('test-notification')) },
    '#notifications .help[open]',
  ),
  options(
    'saved',
    {
      seed: withRecord(),
      act: (page) => click(page, field('mission-open')),
    },
    '[data-saved] > *',
  ),
  options(
    'not-saved',
    {
      main: false,
      seed: withRecord(),
      refuses: 'set',
      act: (page) => click(page, field('mission-open')),
    },
    '[data-save-failed]',
  ),
  options('set-aside', { part: '#set-aside', seed: setAside }, '[data-set-aside]'),
  options(
    'set-aside-delete',
    { part: '#set-aside', seed: setAside, act: (page) => click(page, action('discard-set-aside')) },
    action('confirm-discard-set-aside'),
  ),
  options(
    'damaged',
    {
      seed: (now, role) => ({ record: { ...record(now, role), runs: [1, 2, 3] } }),
    },
    '[data-banner="problems"]',
  ),
  options('unreadable', { seed: () => ({ record: 'not a record' }) }, '[data-banner="unreadable"]'),
  options('failed', { seed: withRecord(), refuses: 'get' }, '[data-banner="failed"]'),
]
