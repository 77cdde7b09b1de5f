import { describe, expect, it } from 'vitest'
import { GOALS, inWords, verdictOf } from '../../../tools/bench/goals.ts'
import type { Openings } from '../../../tools/bench/openings.ts'
import type { Opening } from '../../../tools/bench/probe.ts'
import { type Results, reportOf, verdictsOf } from '../../../tools/bench/report.ts'

const opening = (settled: number, lateChanges = 0): Opening => ({
  firstContentfulPaint: settled + 20,
  settled,
  lateChanges,
  text: 'hello',
})
const series = (...settled: number[]) => settled.map((value) => opening(value))

const openings: Openings = {
  1: [series(50, 60, 55), series(40, 50, 50), series(20, 20, 20), series(60, 72, 66)],
  4: [series(240, 230, 250), series(100, 100, 100), series(60, 60, 60), series(360, 345, 375)],
}
const sizes = {
  popup: { html: 400, script: 40_000, style: 6_500 },
  options: { html: 500, script: 80_000, style: 16_000 },
  background: 41_000,
  messages: 30_000,
  zip: 60_000,
}
const results: Results = {
  browser: 'Chrome/1.2.3',
  processors: 4,
  load: 0.5,
  openings,
  wakes: [
    [30, 40],
    [20, 30],
    [33, 45],
  ],
  footprints: {
    one: { reconcile: 1.234, replication: 20, popupHeap: 900_000, backgroundHeap: 1_200_000, stored: 3_000, near: 700 },
    full: {
      reconcile: 10.01,
      replication: 900.4,
      popupHeap: 1_100_000,
      backgroundHeap: 1_900_000,
      stored: 7_300_000,
      near: 240_000,
    },
  },
  sizes,
}

describe('another build', () => {
  const other: Openings = {
    1: [...openings[1], series(50, 50, 50), series(60, 60, 60)],
    4: [...openings[4], series(250, 250, 250), series(360, 360, 360)],
  }
  it('is told beside this one, each record by itself, and nowhere where there is none', () => {
    const figures = verdictsOf({ ...results, openings: other }).flatMap(({ what, figure, limit }) =>
      what.includes('other build') ? [[what, Number(figure.toFixed(3)), limit]] : [],
    )
    expect(figures).toEqual([
      ['popup settled ÷ that of the other build, normal speed', 1.1, 1.05],
      ['popup settled ÷ that of the other build, slowed 4 ×', 0.96, 1.05],
      ['popup settled ÷ that of the other build, full record, normal speed', 1.1, 1.05],
      ['popup settled ÷ that of the other build, full record, slowed 4 ×', 1, 1.05],
    ])
    expect(reportOf({ ...results, openings: other })).toMatch(/other build, full record, slowed 4 × +380\.0/)
    expect(reportOf(results)).not.toContain('other build')
  })
})

describe('verdicts', () => {
  it('a figure at its limit reaches the goal', () => {
    expect(verdictOf(GOALS.zip, 60)).toMatchObject({ reached: true, missedBy: 0 })
    expect(inWords(verdictOf(GOALS.zip, 60))).toBe('60.00 kB, at most 60 kB: reached')
    expect(inWords(verdictOf(GOALS.settled, 1.4))).toBe('1.40 ×, at most 1.15 ×: missed by 0.25 ×')
  })

  it('compare the popup with bare Preact and with one run at each speed, and bytes by thousands', () => {
    expect(verdictsOf(results).map(({ figure, reached }) => [Number(figure.toFixed(3)), reached])).toEqual([
      [1.2, false],
      [2.4, false],
      [1.2, true],
      [1.5, false],
      [10.01, false],
      [60, true],
      [46.5, false],
    ])
  })
})

describe('reportOf', () => {
  it('tells medians, ratios, wakes, bytes and goals', () => {
    const lines = reportOf(results).split('\n')
    const cells = (start: string) =>
      lines
        .find((line) => line.trimStart().startsWith(start))
        ?.trim()
        .split(/ {2,}/)
    expect(cells('popup, a run in progress, normal speed')?.slice(1)).toEqual(['75.0', '79.5', '55.0', '59.5', '0'])
    expect(cells('popup ÷ static page, slowed 4 ×')?.slice(1)).toEqual(['3.25', '4.00'])
    expect(cells('empty worker')?.slice(1)).toEqual(['25.0', '29.5'])
    expect(cells('full record ÷ one run, slowed 4 ×')?.slice(1)).toEqual(['1.46', '1.50'])
    expect(cells('background, full record')?.slice(1)).toEqual(['39.0', '44.4'])
    expect(cells('a reconcile')?.slice(1)).toEqual(['1.23', '10.01'])
    expect(cells('the first comparison with the replica')?.slice(1)).toEqual(['20', '900'])
    expect(cells('in the storage')?.slice(1)).toEqual(['3.0', '7300.0'])
    expect(cells('of these read')?.slice(1)).toEqual(['0.7', '240.0'])
    expect(cells('options')?.slice(1)).toEqual(['500', '80000', '16000', '96500'])
    expect(lines.at(-1)).toContain('missed by 1.50 kB')
  })

  it('counts the openings in which the page went on changing', () => {
    const ticking = { ...openings, 1: [[opening(50, 3), opening(60), opening(55, 1)], ...openings[1].slice(1)] }
    expect(reportOf({ ...results, openings: ticking })).toMatch(/popup, a run in progress, normal speed.* 2\n/)
  })

  it('warns when the machine did other work', () => {
    expect(reportOf(results)).not.toContain('busy')
    expect(reportOf({ ...results, load: 3.5 })).toContain('busy')
  })
})
