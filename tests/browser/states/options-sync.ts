/** The copy in the browser's sync, in the options page. */

import { setSetting } from '../../../utils/record/transitions.ts'
import type { ReplicaState } from '../../../utils/storage/replica-state.ts'
import { action, click } from '../support.ts'
import { HOUR, runOnDay, withRecord } from './seeds.ts'
import { options, type State } from './state.ts'
import { find } from './steps.ts'

const part = '#sync'
const REMOVE = action('remove-replica')
const COPY = { 'replica:0': 'A part of it, which nobody reads here.' }
const seed = withRecord(() => setSetting('timeZone', 'Europe/London'), runOnDay(3))
const knowing =
  (state: (now: number) => ReplicaState): State['seed'] =>
  (now, role) => ({ ...seed(now, role), replica: state(now) })

export const OPTIONS_SYNC: readonly State[] = [
  options(
    'sync',
    { part, synced: COPY, seed: knowing((now) => ({ on: true, writtenAt: now - HOUR })) },
    '[data-sync="fine"]',
  ),
  options(
    'sync-both-ways',
    { part, synced: COPY, seed: knowing((now) => ({ on: true, writtenAt: now - HOUR, takenAt: now - 3 * HOUR })) },
    '[data-sync="fine"]',
    `${REMOVE}:enabled`,
  ),
  options('sync-off', { part, seed: knowing(() => ({ on: false })) }, '[data-sync="none"]', `${REMOVE}:disabled`),
  options(
    'sync-frozen',
    { part, synced: COPY, seed: knowing((now) => ({ on: false, writtenAt: now - 50 * HOUR })) },
    '[data-sync="frozen"]',
  ),
  options(
    'sync-removed',
    {
      part,
      synced: COPY,
      seed: knowing((now) => ({ on: true, writtenAt: now - HOUR })),
      act: async (page) => {
        await find(page, `${REMOVE}:enabled`)
        await click(page, REMOVE)
      },
    },
    '[data-sync-removed]:not(:empty)',
  ),
  options(
    'sync-remove-newer',
    {
      part,
      synced: COPY,
      seed: knowing(() => ({ on: true, trouble: 'newer' })),
      act: async (page) => {
        await find(page, `${REMOVE}:enabled`)
        await click(page, REMOVE)
      },
    },
    action('confirm-remove-replica'),
  ),
  options(
    'sync-full',
    {
      part,
      synced: COPY,
      seed: knowing((now) => ({ on: true, writtenAt: now - HOUR, leftOut: { runs: 3, events: 1, marks: 15 } })),
    },
    '[data-sync="full"]',
  ),
  options(
    'sync-newer',
    { part, synced: COPY, seed: knowing(() => ({ on: true, trouble: 'newer' })) },
    '[data-sync="newer"]',
  ),
  options(
    'sync-failed',
    { part, seed: knowing(() => ({ on: true, trouble: 'failed', error: 'Error: QUOTA_BYTES quota exceeded' })) },
    '[data-sync="failed"]',
  ),
  options(
    'sync-unstored',
    { part, seed: knowing(() => ({ on: true, trouble: 'unstored', error: 'Error: Quota exceeded' })) },
    '[data-sync="unstored"]',
  ),
  options(
    'restored',
    { part: '[data-banner="restored"]', seed: knowing((now) => ({ on: true, restoredAt: now })) },
    '[data-banner="restored"]',
  ),
  options(
    'lost',
    {
      seed: (now) => ({
        setAside: [
          {
            key: 'setAside:1',
            at: now,
            whole: true,
            lost: true,
            seen: false,
            problems: [{ path: 'replica:0', message: 'TypeError: The compressed data was not valid.' }],
          },
        ],
        'setAside:1': { 'replica:0': 'half' },
      }),
    },
    '[data-banner="lost"]',
  ),
  options(
    'lost-all',
    {
      part: '[data-banner="lost"]',
      seed: (now) => ({
        setAside: [{ key: 'setAside:1', at: now, whole: true, lost: true, seen: false, problems: [] }],
        'setAside:1': {},
      }),
    },
    '[data-banner="lost"]',
  ),
]
