/**
 * Everything that the extension keeps in `storage.local`, in one place; and the one thing that it keeps in
 * `localStorage`.
 *
 * @module
 */

export const STORAGE_KEYS = {
  /** `TrackerRecord`: of what the commander told, what is near; all of it where it was never shelved. */
  record: 'record',
  /** `TrackerRecord`: the rest of what the commander told. */
  shelf: 'shelf',
  /** `Shelved`: when the record was last divided into the two, and when that is due again. */
  shelved: 'shelved',
  /** The id under which this device stamps what was told on it. */
  device: 'device',
  /** `Delivery`: what this device notified and what it was told to hold back. */
  delivery: 'delivery',
  /** `Labels`: dates and hours in words, worked out ahead for the popup's first paint. */
  labels: 'labels',
  /** `SetAside[]`: what could not be read and under which key it is kept. */
  setAside: 'setAside',
  /** `Wake[]`: what the background did at its last wakes. Only the options page reads it. */
  wakes: 'wakes',
  /** Epoch ms: when a page last woke the background. */
  roused: 'roused',
  /** Epoch ms: when the extension was installed, or what was found here was judged. 0: who wrote first found nothing here, and nobody looked why. */
  begun: 'begun',
  /** How often this device changed the record: a replica that has seen less is behind. */
  revision: 'revision',
  /** `ReplicaState`: what this device knows of the replica in `storage.sync`. */
  replica: 'replica',
} as const

/** Under this prefix stands, whole and untouched, what could not be read. */
export const SET_ASIDE_PREFIX = 'setAside:'

/** In `localStorage`, under this prefix: what was typed and not submitted. */
export const DRAFT_PREFIX = 'draft:'
