import { vi } from 'vitest'
import { reconcile } from '../../../entrypoints/background/reconcile.ts'

/** As the background does it: at `now` (epoch ms), by the clock of the computer too. */
export function reconcileAt(now: number): ReturnType<typeof reconcile> {
  vi.setSystemTime(now)
  return reconcile(now)
}
