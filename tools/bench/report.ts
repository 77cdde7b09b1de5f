/** Puts the results into words and tables. */

import { GOALS, inWords, type Verdict, verdictOf } from './goals.ts'
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
  /** By speed, then tracker, bare Preact, static page. */
  openings: Openings
  /** Tracker, then empty worker: ms from the event to the badge. */
  wakes: number[][]
  sizes: Sizes
}

type Moment = 'firstContentfulPaint' | 'settled'

const PAGES = ['popup, a run in progress', 'bare Preact', 'static page']
const BACKGROUNDS = ['background, a run in progress', 'empty worker']
const SPEEDS: Record<Rate, string> = { 1: 'normal speed', 4: 'slowed 4 ×' }

const timesOf = (openings: readonly Opening[] = [], moment: Moment): number[] => openings.map((one) => one[moment])

/** The popup's times beside another page's, pair by pair. */
const ratio = (openings: Openings, rate: Rate, other: number, moment: Moment): number =>
  pairedRatio(timesOf(openings[rate][0], moment), timesOf(openings[rate][other], moment))

/** Each figure that has a goal, beside it. */
export function verdictsOf({ openings, sizes }: Pick<Results, 'openings' | 'sizes'>): Verdict[] {
  const settled = RATES.map((rate) => {
    const goal = { ...GOALS.settled, what: `${GOALS.settled.what}, ${SPEEDS[rate]}` }
    return verdictOf(goal, ratio(openings, rate, 1, 'settled'))
  })
  const kilobytes = (bytes: number) => bytes / 1_000
  return [
    ...settled,
    verdictOf(GOALS.zip, kilobytes(sizes.zip)),
    verdictOf(GOALS.popupCode, kilobytes(sizes.popup.script + sizes.popup.style)),
  ]
}

/** The whole report for a terminal. */
export function reportOf(results: Results): string {
  const { browser, processors, load, openings, wakes, sizes } = results
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
    PAGES.map((page, index) => {
      const those = openings[rate][index] ?? []
      const ticking = those.filter(({ lateChanges }) => lateChanges > 0).length
      const moments = (['firstContentfulPaint', 'settled'] as const).map((moment) => spread(timesOf(those, moment)))
      return [`  ${page}, ${SPEEDS[rate]}`, ...moments.flat(), `${ticking}`]
    }),
  )
  return table([['', 'first paint', '95 %', 'DOM settled', '95 %', 'changed later'], ...rows])
}

function ratioTable(openings: Openings): string {
  const rows = RATES.flatMap((rate) =>
    [1, 2].map((other) => [
      `  popup ÷ ${PAGES[other]}, ${SPEEDS[rate]}`,
      ratio(openings, rate, other, 'firstContentfulPaint').toFixed(2),
      ratio(openings, rate, other, 'settled').toFixed(2),
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
