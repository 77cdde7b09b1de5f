/** Valid values as they lie in the storage, by their key. A new key does not compile without some. */

import type { ReplicaState } from '../../utils/storage/replica-state.ts'
import type { SetAside } from '../../utils/storage/set-aside.ts'
import type { Wake } from '../../utils/storage/wakes.ts'
import { labelsFor } from '../../utils/time/labels.ts'
import type { StorageKey } from './door.ts'
import { NOW, recordSeeds } from './seeds.ts'

const HOUR = 3_600_000

export const WAKE: Wake = {
  at: NOW,
  causes: ['alarm', 'changed'],
  status: 'ok',
  badge: 'EOA',
  due: ['start', 'lead'],
  shown: 1,
  wakeAt: NOW + HOUR,
  failed: ['badge'],
}

const SET_ASIDE: readonly SetAside[] = [
  { key: 'setAside:1-a', at: NOW, whole: false, seen: true, problems: [{ path: 'runs.a', message: 'not an id' }] },
  { key: 'setAside:2-b', at: NOW, whole: true, seen: false, problems: [] },
  { key: 'setAside:3-c', at: NOW, whole: true, lost: true, seen: false, problems: [] },
]

const REPLICA: ReplicaState = {
  on: true,
  seen: 7,
  items: '2-741638a5',
  writtenAt: NOW - HOUR,
  leftOut: { runs: 1, events: 2, marks: 30 },
  toldFull: true,
  restoredAt: NOW - HOUR,
  trouble: 'failed',
  error: 'QuotaExceededError: storage.sync API call exceeded its quota limitations.',
}

export const STORED: { readonly [K in StorageKey]: () => readonly unknown[] } = {
  record: recordSeeds,
  shelf: () => recordSeeds().flatMap((record) => [record, JSON.stringify(record)]),
  shelved: () => [{ at: NOW, dueAt: NOW + HOUR }, { at: NOW }],
  device: () => ['0b9f1c1e-3d5a-4a52-9c2e-5d5d6f0a7c11', 'a'],
  delivery: () => [
    {
      delivered: { [`run-1/first/start/${NOW}`]: NOW, 'run-1/first/lead/60': NOW - HOUR },
      snoozed: { 'run-1/first': NOW + HOUR },
    },
  ],
  labels: () => [labelsFor({ instants: [NOW, NOW + HOUR], timeZone: 'Europe/London', locale: 'en-GB', now: NOW })],
  setAside: () => [SET_ASIDE],
  wakes: () => [[WAKE, { ...WAKE, at: NOW - HOUR, causes: ['changed'], due: [], shown: 0, times: 3 }]],
  roused: () => [NOW - HOUR],
  begun: () => [NOW - HOUR, 0],
  revision: () => [7, 0],
  replica: () => [REPLICA, { on: false }, { on: true, seen: 6 }],
}
