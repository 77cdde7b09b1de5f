import type { Told } from './toast.tsx'

/** Does a piece of work that changes the storage; a failure is told to the commander in words. */
export type Perform = (work: () => Promise<unknown>, told?: Told) => void
