/**
 * Pages and background change the storage at the same time: without a lock, of 100 read-modify-writes about half are
 * lost. Web Locks reach over all contexts of the extension.
 *
 * @module
 */

/** @returns what `work` returns; its rejection is passed on and frees the lock */
export function withLock<T>(
  name: 'record' | 'delivery' | 'reconcile' | 'wakes' | 'replica' | 'alarm',
  work: () => Promise<T>,
): Promise<T> {
  return navigator.locks.request(name, work) as Promise<T>
}
