import { act, cleanup, render } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { SchedulePreview, type SchedulePreviewProps } from '../../../entrypoints/options/editor/schedule-preview.tsx'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition, WindowSpan } from '../../../utils/events/event.ts'
import { pageOf } from './editor-page.tsx'
import { find } from './page.tsx'

const DAY = 1440
const START = Date.UTC(2026, 10, 23, 16)

function draw(props: Partial<SchedulePreviewProps> & { readonly event: EventDefinition }, timeZone?: string): string {
  render(<SchedulePreview page={pageOf(undefined, timeZone)} startsAt={START} {...props} />)
  return find('[data-preview]').textContent ?? ''
}

function eventOf(windows: readonly WindowSpan[], more: Partial<EventDefinition> = {}): EventDefinition {
  const related = { id: 'feeder', name: 'Feeder', code: 'FEE', rewards: [], windows }
  return { id: 'event', name: 'Event', shortName: 'Event', rewards: [], relatedEvents: [related], ...more }
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-window]')]
const row = (id: string) => find(`[data-window="${id}"]`).textContent ?? ''
const days = () => [...document.querySelectorAll('.preview-date')].map(({ textContent }) => textContent)

describe('in the commander’s zone, which is named', () => {
  test.each([
    ['Europe/London', 'London (GMT)', 'Day 1 · Mon Nov 23', '4:00 PM – Tue Nov 24, 4:00 PM'],
    ['Asia/Tokyo', 'Tokyo (GMT+9)', 'Day 1 · Tue Nov 24', '1:00 AM – Wed Nov 25, 1:00 AM'],
    ['UTC', 'UTC (UTC)', 'Day 1 · Mon Nov 23', '4:00 PM – Tue Nov 24, 4:00 PM'],
  ])('%s', (zone, named, day, hours) => {
    const text = draw({ event: DEFENDER_OF_PEACE }, zone)
    expect(text).toContain(named)
    expect(days()[0]).toBe(day)
    expect(row('unraveling-anomalies')).toContain(hours)
    expect(row('unraveling-anomalies')).toContain('1 d · 100 points')
  })

  test('a change of the clocks on the way is named', () => {
    // Clocks in London go back on 25 October 2026.
    const text = draw({
      event: eventOf([{ opensAfter: 0, lasts: 2 * DAY }], { lasts: 2 * DAY }),
      startsAt: Date.UTC(2026, 9, 24, 16),
    })
    expect(text).toContain('Starts Sat Oct 24, 5:00 PM GMT+1.')
    expect(row('feeder')).toContain('5:00 PM – Mon Oct 26, 4:00 PM GMT')
  })
})

test('without a start an example is shown, and named so', () => {
  const text = draw({ event: DEFENDER_OF_PEACE, startsAt: undefined })
  expect(find('[data-example]').textContent).toContain('Example, if it starts Wed Nov 25, 4:00 PM GMT.')
  expect(text).toContain('Ends Mon Nov 30')
})

test('a known start is no example', () => {
  expect(draw({ event: DEFENDER_OF_PEACE })).toContain('Starts Mon Nov 23, 4:00 PM GMT. Ends Sat Nov 28, 4:00 PM GMT.')
  expect(document.querySelector('[data-example]')).toBeNull()
})

test('an end that nobody knows is called so, and is no date', () => {
  const text = draw({ event: eventOf([{ opensAfter: 0 }]) })
  expect(text).toContain('Its end is not known.')
  expect(row('feeder')).toContain('4:00 PM, end not known')
  expect(text).not.toMatch(/Infinity|NaN|Invalid/)
  expect(find('.timeline-bar').className).toContain('is-endless')
})

test('12 hours in three regions: each named, overlapping ones in lanes', () => {
  const regions = [
    { id: 'eu', name: 'EU', startsAfter: 0 },
    { id: 'us', name: 'US', startsAfter: 420 },
    { id: 'apac', name: 'APAC', startsAfter: 900 },
  ]
  draw({
    event: eventOf([{ opensAfter: 0, lasts: 720 }], { regions, lasts: 720 }),
    startsAt: Date.UTC(2026, 10, 23, 8),
  })
  expect(row('feeder#eu')).toContain('8:00 AM – 8:00 PM12 h · EU')
  expect(row('feeder#us')).toContain('3:00 PM – Tue Nov 24, 3:00 AM12 h · US')
  expect(row('feeder#apac')).toContain('11:00 PM – Tue Nov 24, 11:00 AM12 h · APAC')
  expect(find('[data-lanes]').dataset.lanes).toBe('2')
})

describe('what the commander’s game does not show', () => {
  const bracketed = (): EventDefinition => {
    const event = eventOf([{ opensAfter: 0, lasts: DAY }])
    const [feeder] = event.relatedEvents
    if (!feeder) throw new Error('no feeder')
    const brackets = [
      { ...feeder, id: 'low', minLevel: 20, maxLevel: 39 },
      { ...feeder, id: 'high', minLevel: 40, maxLevel: 50 },
    ]
    return { ...event, relatedEvents: brackets, lasts: DAY }
  }

  test.each([
    [39, undefined, 'level'],
    [40, 'level', undefined],
    [19, 'level', 'level'],
    [null, undefined, undefined],
  ])('at level %s', (level, low, high) => {
    draw({ event: bracketed(), audience: { level, region: '' } })
    expect([find('[data-window="low"]').dataset.hidden, find('[data-window="high"]').dataset.hidden]).toEqual([
      low,
      high,
    ])
    expect(row('low')).toContain('levels 20–39')
    if (low) expect(row('low')).toContain(`Not shown to your commander: level ${level}`)
  })

  test('without an audience nothing is hidden', () => {
    draw({ event: bracketed() })
    expect(document.querySelector('[data-hidden]')).toBeNull()
  })

  test('another region is named', () => {
    const regions = [
      { id: 'eu', name: 'EU', startsAfter: 0 },
      { id: 'us', name: 'US', startsAfter: 420 },
    ]
    draw({ event: eventOf([{ opensAfter: 0, lasts: 60 }], { regions }), audience: { level: null, region: 'us' } })
    expect(row('feeder#eu')).toContain('Not shown to your commander: only in EU')
  })
})

test('28 days are marked by days, and come again', () => {
  const windows = [0, 7, 14, 21].map((day) => ({ opensAfter: day * DAY, lasts: 7 * DAY }))
  const text = draw({ event: eventOf(windows, { lasts: 28 * DAY, repeatsEvery: 4 }) })
  expect(document.querySelectorAll('.timeline-tick')).toHaveLength(27)
  expect(days()).toEqual(['Day 1 · Mon Nov 23', 'Day 8 · Mon Nov 30', 'Day 15 · Mon Dec 7', 'Day 22 · Mon Dec 14'])
  expect(text).toContain('Comes again every 4 weeks.')
})

test('60 windows are all there; of more the first 100 until the rest is wanted', async () => {
  const windows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ opensAfter: index * 60, lasts: 60 }))
  draw({ event: eventOf(windows(60)) })
  expect(rows()).toHaveLength(60)
  expect(document.querySelector('[data-action="preview-all"]')).toBeNull()
})

test('a long schedule can be shown whole', async () => {
  const windows = Array.from({ length: 130 }, (_, index) => ({ opensAfter: index * 60, lasts: 60 }))
  draw({ event: eventOf(windows) })
  expect([rows().length, find('[data-action="preview-all"]').textContent]).toEqual([100, 'Show 30 more'])
  await act(async () => find('[data-action="preview-all"]').click())
  expect(rows()).toHaveLength(130)
})

test('a name that is not typed yet is called so', () => {
  const event = eventOf([{ opensAfter: 0, lasts: 60 }])
  const nameless = event.relatedEvents.map((each) => ({ ...each, name: '', code: '' }))
  expect(draw({ event: { ...event, relatedEvents: nameless } })).toContain('without a name')
})

test('only what is listed is put into words', () => {
  const windows = Array.from({ length: 400 }, (_, index) => ({ opensAfter: index * 60, lasts: 60 }))
  const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts')
  draw({ event: eventOf(windows) })
  const ofMany = asked.mock.calls.length
  expect(rows()).toHaveLength(100)
  cleanup()
  asked.mockClear()
  draw({ event: eventOf(windows.slice(0, 100)) })
  expect(asked.mock.calls.length).toBeGreaterThan(100)
  expect(ofMany).toBe(asked.mock.calls.length)
})
