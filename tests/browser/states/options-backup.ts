/** The backup in the options page. */

import { createHash } from 'node:crypto'
import type { Page } from 'puppeteer-core'
import { backupText } from '../../../utils/record/backup.ts'
import { merge } from '../../../utils/record/merge.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER, type TrackerRecord } from '../../../utils/record/record.ts'
import {
  changeCommander,
  putCommander,
  putEvent,
  putRun,
  removeCommander,
  removeEvent,
  removeRun,
  setSetting,
} from '../../../utils/record/transitions.ts'
import { action, click } from '../support.ts'
import { ARC_META, WEEKLY_META } from './own-events.ts'
import { BORDER_PATROL, DAY, doneOn, LONG_NAMES, noteOn, record, runOnDay, withRecord } from './seeds.ts'
import { NOW, options, type State } from './state.ts'
import { fill, find } from './steps.ts'

const PART = '#backup'
const TEXT = '[data-field="backup-text"]'
const LOOK = '[data-backup-look]'

const london = () => setSetting('timeZone', 'Europe/London')
const local = withRecord(london, runOnDay(3), doneOn(1, 2), noteOn(2, 'Recruit 3 officers.'))

/** Another device of the same commander, some days before. */
const OTHER = record(
  NOW - 2 * DAY,
  'hero',
  changeCommander(FIRST_COMMANDER, { level: 40 }),
  putCommander('tamsin', { ...DEFAULT_COMMANDER, name: 'Old Tamsin', server: '12' }),
  ...[BORDER_PATROL, LONG_NAMES, WEEKLY_META, ARC_META].map(putEvent),
  ...Array.from({ length: 11 }, (_, index) =>
    putRun(`week-${index}`, { eventId: BORDER_PATROL.id, startsAt: NOW - (20 + 7 * index) * DAY, startAssumed: false }),
  ),
  setSetting('leadTimes', [600, 30]),
)

const digest = async (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const textOf = (backup: TrackerRecord) => backupText(backup, { exportedAt: NOW - 2 * DAY, extension: '1.0.0', digest })

const paste = async (page: Page, text: string) => fill(page, TEXT, text, true)

function lookState(name: string, act: (page: Page, text: string) => Promise<void>, ...expect: string[]): State {
  return options(
    name,
    { part: PART, main: false, seed: local, act: async (page) => act(page, await textOf(OTHER)) },
    ...expect,
  )
}

export const OPTIONS_BACKUP: readonly State[] = [
  options('backup', { part: PART, seed: local }, action('save-backup')),
  options(
    'backup-no-runs',
    { part: PART, main: false, seed: withRecord(london), act: (page) => click(page, action('save-runs')) },
    '[data-backup-saved]',
  ),
  lookState('backup-merge', paste, LOOK, '[data-room="runs"]'),
  lookState(
    'backup-replace',
    async (page, text) => {
      await paste(page, text)
      await click(page, action('backup-replace'))
    },
    '[data-backup-removes]',
  ),
  lookState(
    'backup-changed',
    async (page, text) => {
      await paste(page, text.replace('Old Tamsin', 'New Tamsin').replace('"startAssumed": false', '"startAssumed": 0'))
      await click(page, '#backup [data-left-out] > summary')
    },
    '[data-checksum="wrong"]',
    '[data-left-out][open]',
  ),
  options(
    'backup-same',
    {
      part: PART,
      main: false,
      seed: local,
      act: async (page) => paste(page, await textOf(record(NOW - 2 * DAY, 'none'))),
    },
    '[data-backup-changes="0"]',
  ),
  options(
    'backup-removed-since',
    {
      part: PART,
      main: false,
      seed: (now, role) => {
        const gone = [removeCommander('tamsin'), removeEvent(BORDER_PATROL.id), removeRun('week-0')]
        const removed = gone.reduce((known, remove) => remove(known, { at: now, by: 'here' }), OTHER)
        return { record: merge(record(now, role), removed) }
      },
      act: async (page) => paste(page, await textOf(OTHER)),
    },
    action('backup-show-replace'),
  ),
  options(
    'backup-has-all',
    {
      part: PART,
      main: false,
      seed: (now, role) => ({ record: merge(record(now, role), OTHER) }),
      act: async (page) => paste(page, await textOf(record(NOW - 3 * DAY, 'hero'))),
    },
    '[data-backup-kept]',
  ),
  lookState(
    'backup-done',
    async (page, text) => {
      await paste(page, text)
      await click(page, action('backup-confirm'))
      await find(page, '#backup .undo-bar')
    },
    '#backup .undo-bar',
  ),
  lookState('backup-cut-off', (page, text) => paste(page, text.slice(0, 2000)), '[data-problem="not-json"]'),
  options(
    'backup-newer',
    {
      part: PART,
      main: false,
      seed: local,
      act: async (page) => paste(page, (await textOf(OTHER)).replace('"version": 1', '"version": 2')),
    },
    '[data-problem="newer-backup"]',
  ),
]
