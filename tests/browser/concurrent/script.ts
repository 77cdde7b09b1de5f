/**
 * Runs beside the extension's own code in two of its pages and in its background: at a sign of the test each makes its
 * changes, by the product's own `update`. The sign is a change of the storage, which also starts a background that sleeps.
 *
 * @module
 */

import { update } from '../../../utils/storage/update.ts'
import { changesOf, type Done, doneKey, GO_KEY, PLACES, type Place } from './changes.ts'

const place: Place = PLACES.find((name) => location.pathname === `/${name}.html`) ?? 'background'

// Its promise keeps the background alive.
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && GO_KEY in changes) return makeChanges()
})

/** All are asked for before the first is written. */
async function makeChanges(): Promise<void> {
  const results = await Promise.allSettled(changesOf(place).map(({ transition }) => update(transition)))
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))
  const done: Done = { href: location.href, made: results.length - errors.length, errors }
  await chrome.storage.local.set({ [doneKey(place)]: done })
}
