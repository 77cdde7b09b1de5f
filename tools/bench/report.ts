/** Puts the results into words and tables. */

import type { Footprint } from './footprint.ts'
import { GOALS, type Goal, inWords, type Verdict, verdictOf } from './goals.ts'
import { type Openings, RATES, type Rate } from './openings.ts'
import type { Opening } from './probe.ts'
import type { PageSize, Sizes } from './sizes.ts'
import { median, pairedRatio, percentile } from './statistics.ts'
import { table } from './table.ts'

export interface Results {
  /** Such as "Chrome/141.0.7390.54". */
  browser: string
  processors: number
  /** Mean number of running tasks in the last minute, at the end of the run; 0 where the system does not tell. */
  load: number
  /** By speed, then tracker, bare Preact, static page, tracker with the full record; and both of another build, if any. */
  openings: Openings
  /** Tracker, then empty worker, then tracker with the full record: ms from the event to the badge. */
  wakes: number[][]
  /** Of the tracker with one run, and with the full record. */
  footprints: { one: Footprint; full: Footprint }
  sizes: Sizes
}

type Moment = 'firstContentfulPaint' | 'settled'

const PAGES = [
  'popup, a run in progress',
  'bare Preact',
  'static page',
  'popup, full record',
  'other build, a run in progress',
  'other build, full record',
]
const BACKGROUNDS = ['background, a run in progress', 'empty worker', 'background, full record']
const SPEEDS: Record<Rate, string> = { 1: 'normal speed', 4: 'slowed 4 ×' }

const timesOf = (openings: readonly Opening[] = [], moment: Moment): number[] => openings.map((one) => one[moment])

/** By their place in `PAGES`. */
const POPUP = 0
const FULL = 3
const OTHER = 4
const OTHER_FULL = 5

/** What is told beside what, where both were opened. */
const PAIRS: readonly { readonly name: string; readonly pair: readonly [number, number] }[] = [
  { name: `popup ÷ ${PAGES[1]}`, pair: [POPUP, 1] },
  { name: `popup ÷ ${PAGES[2]}`, pair: [POPUP, 2] },
  { name: 'full record ÷ one run', pair: [FULL, POPUP] },
  { name: 'popup ÷ other build', pair: [POPUP, OTHER] },
  { name: 'full record ÷ other build, full record', pair: [FULL, OTHER_FULL] },
]

/** One page's times beside another's, pair by pair. */
const ratio = (openings: Openings, rate: Rate, [one, other]: readonly [number, number], moment: Moment): number =>
  pairedRatio(timesOf(openings[rate][one], moment), timesOf(openings[rate][other], moment))

/** Each figure that has a goal, beside it. */
export function verdictsOf({
  openings,
  footprints,
  sizes,
}: Omit<Results, 'browser' | 'processors' | 'load'>): Verdict[] {
  const settled = (goal: Goal, pair: readonly [number, number]) =>
    RATES.map((rate) =>
      verdictOf({ ...goal, what: `${goal.what}, ${SPEEDS[rate]}` }, ratio(openings, rate, pair, 'settled')),
    )
  const kilobytes = (bytes: number) => bytes / 1_000
  return [
    ...settled(GOALS.settled, [POPUP, 1]),
    ...settled(GOALS.full, [FULL, POPUP]),
    ...(OTHER in openings[1]
      ? [...settled(GOALS.other, [POPUP, OTHER]), ...settled(GOALS.otherFull, [FULL, OTHER_FULL])]
      : []),
    verdictOf(GOALS.reconcile, footprints.full.reconcile),
    verdictOf(GOALS.zip, kilobytes(sizes.zip)),
    verdictOf(GOALS.popupCode, kilobytes(sizes.popup.script + sizes.popup.style)),
  ]
}

/** The whole report for a terminal. */
export function reportOf(results: Results): string {
  const { browser, processors, load, openings, wakes, footprints, sizes } = results
  return [
    `${browser}, ${processors} processors, load ${load.toFixed(1)}; times in ms`,
    ...(load > processors / 2 ? ['The machine was busy with other work: expect wide percentiles.'] : []),
    '',
    `Opening of the toolbar popup, from the start of its navigation (${openings[1][0]?.length} openings each)`,
    openingTable(openings),
    '',
    'The popup beside the others, median of the ratios within a round',
    ratioTable(openings),
    '',
    `From a change of the storage to the badge, the worker stopped before (${wakes[0]?.length} wakes each, normal speed)`,
    wakeTable(wakes),
    '',
    'What a record costs: one run, or 20 commanders with 200 runs, 2,000 events and all their marks',
    footprintTable(footprints),
    '',
    'Bytes, before compression',
    sizeTable(sizes),
    '',
    'Goals',
    table(verdictsOf(results).map((verdict) => [`  ${verdict.what}`, inWords(verdict)])),
  ].join('\n')
}

const spread = (values: readonly number[]): string[] => [median(values).toFixed(1), percentile(values, 0.95).toFixed(1)]

function openingTable(openings: Openings): string {
  const rows = RATES.flatMap((rate) =>
    openings[rate].map((those, index) => {
      const ticking = those.filter(({ lateChanges }) => lateChanges > 0).length
      const moments = (['firstContentfulPaint', 'settled'] as const).map((moment) => spread(timesOf(those, moment)))
      return [`  ${PAGES[index]}, ${SPEEDS[rate]}`, ...moments.flat(), `${ticking}`]
    }),
  )
  return table([['', 'first paint', '95 %', 'DOM settled', '95 %', 'changed later'], ...rows])
}

function ratioTable(openings: Openings): string {
  const rows = RATES.flatMap((rate) =>
    PAIRS.filter(({ pair: [, other] }) => other in openings[rate]).map(({ name, pair }) => [
      `  ${name}, ${SPEEDS[rate]}`,
      ratio(openings, rate, pair, 'firstContentfulPaint').toFixed(2),
      ratio(openings, rate, pair, 'settled').toFixed(2),
    ]),
  )
  return table([['', 'first paint', 'DOM settled'], ...rows])
}

function wakeTable(wakes: readonly number[][]): string {
  return table([
    ['', 'median', '95 %'],
    ...BACKGROUNDS.map((name, index) => [`  ${name}`, ...spread(wakes[index] ?? [])]),
  ])
}

function footprintTable({ one, full }: Results['footprints']): string {
  const row = (name: string, figure: (footprint: Footprint) => string) => [`  ${name}`, figure(one), figure(full)]
  const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(1)
  return table([
    ['', 'one run', 'full'],
    row('a reconcile, ms of processor time in its process', ({ reconcile }) => reconcile.toFixed(2)),
    row('the first comparison with the replica, the same', ({ replication }) => replication.toFixed(0)),
    row('memory of the popup, kB of JavaScript heap', ({ popupHeap }) => kilobytes(popupHeap)),
    row('memory of the background, kB of JavaScript heap', ({ backgroundHeap }) => kilobytes(backgroundHeap)),
    row('in the storage, kB', ({ stored }) => kilobytes(stored)),
    row('of these read by popup and background', ({ near }) => kilobytes(near)),
  ])
}

function sizeTable({ popup, options, background, messages, zip }: Sizes): string {
  const page = (name: string, { html, script, style }: PageSize) => [
    `  ${name}`,
    ...[html, script, style, html + script + style].map(String),
  ]
  const single = (name: string, bytes: number) => [`  ${name}`, '', '', '', `${bytes}`]
  return table([
    ['', 'html', 'script', 'style', 'all'],
    page('popup', popup),
    page('options', options),
    single('background', background),
    single('messages', messages),
    single('packed zip', zip),
  ])
}
