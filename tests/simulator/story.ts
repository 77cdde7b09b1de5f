/**
 * A story: a week of a commander, with all that goes wrong in it.
 *
 * @module
 */

import type { BrowserName } from '../../tools/browsers.ts'
import type { AccountHarm } from './account.ts'

/** Minutes of a week. */
export const WEEK = 7 * 24 * 60

/** What the commander does in a page, or with a notification. Places count the things that there are, over and over. */
export type Deed =
  | { readonly do: 'track'; readonly event: number; readonly in: number; readonly repeats: boolean }
  | { readonly do: 'mark'; readonly run: number; readonly window: number; readonly done: boolean }
  | { readonly do: 'note'; readonly run: number; readonly window: number; readonly text: string }
  | { readonly do: 'snooze'; readonly run: number }
  | { readonly do: 'press'; readonly notification: number; readonly button: -1 | 0 | 1 }
  | { readonly do: 'lead times'; readonly minutes: readonly number[] }
  | { readonly do: 'start of day'; readonly on: boolean }
  | { readonly do: 'quiet hours'; readonly hours: { readonly from: number; readonly to: number } | null }
  | { readonly do: 'countdown'; readonly on: boolean }
  | { readonly do: 'zone'; readonly zone: string }
  | { readonly do: 'level'; readonly level: number | null }
  | { readonly do: 'add commander' | 'remove commander' | 'archive' | 'switch'; readonly commander: number }
  | { readonly do: 'move run'; readonly run: number; readonly by: number }
  | { readonly do: 'end run' | 'remove run' | 'restore run'; readonly run: number }
  | { readonly do: 'replica'; readonly wanted: 'on' | 'off' | 'removed' }

/** What happens to the computer, the browser or the extension. Durations in minutes. */
export type Mishap =
  | { readonly do: 'travel'; readonly zone: string }
  | { readonly do: 'close'; readonly for: number; readonly alarms: 'kept' | 'lost' }
  | { readonly do: 'sleep'; readonly for: number; readonly timers: 'counted' | 'stood still' }
  | { readonly do: 'clock'; readonly by: number }
  | { readonly do: 'update' }
  | { readonly do: 'switch off'; readonly for: number }
  | { readonly do: 'kill' }
  | { readonly do: 'die'; readonly who: 'worker' | 'page'; readonly calls: number; readonly after: boolean }
  | {
      readonly do: 'storage'
      readonly of: 'reads' | 'writes'
      readonly fault: 'reject' | 'empty' | 'slow'
      readonly count: number
    }
  | { readonly do: 'notifications'; readonly permission: 'denied' | 'hidden'; readonly for: number }
  | { readonly do: 'exchange' }
  | {
      readonly do: 'sync'
      readonly of: 'get' | 'set' | 'remove'
      readonly fault: 'reject' | 'slow'
      readonly count: number
    }
  | { readonly do: 'off line'; readonly for: number }
  | { readonly do: 'account'; readonly harm: AccountHarm }
  | { readonly do: 'files gone'; readonly of: 'storage' | 'replica' | 'both'; readonly for: number }

export interface Step {
  /** Minutes since the start of the story. */
  readonly at: number
  /** So many ms after (or before) it; absent: half a second, by when what comes on the minute is done. */
  readonly ms?: number | undefined
  /** On which of the two devices. */
  readonly on: number
  readonly what: Deed | Mishap
}

export interface Story {
  readonly browser: BrowserName
  readonly zone: string
  /** Epoch ms. */
  readonly startsAt: number
  /** Decides how long each call takes. */
  readonly seed: number
  /** They share an account. */
  readonly devices: number
  /** Minutes since the start of the story at which the second one is installed; absent: with the first. */
  readonly joinsAt?: number | undefined
  /** By so many minutes its clock is ahead; absent: it is right. */
  readonly ahead?: number | undefined
  readonly steps: readonly Step[]
}

/** Ms since the start of the story. */
export function instantOf({ at, ms = 500 }: Step): number {
  return at * 60_000 + ms
}
