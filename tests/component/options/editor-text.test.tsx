import { render, waitFor } from '@testing-library/preact'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { levelsText } from '../../../components/level-words.ts'
import { CopyTextButton } from '../../../entrypoints/options/editor/copy-text-button.tsx'
import { copyText, eventText, exportPack } from '../../../entrypoints/options/editor/event-export.ts'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { readPack } from '../../../utils/packs/read-pack.ts'
import { scheduleOf } from '../../../utils/schedule/schedule.ts'
import { click, find } from './page.tsx'

const START = Date.UTC(2023, 10, 13, 16)
const NOW = Date.UTC(2023, 10, 14)

function textOf(event: EventDefinition, timeZone = 'Europe/London', startsAt = START, startAssumed = false): string {
  const schedule = scheduleOf(event, { eventId: event.id, startsAt, startAssumed })
  return eventText({ event, schedule, timeZone, now: NOW })
}

const many = (count: number, name = 'Feeder'): EventDefinition => ({
  ...DEFENDER_OF_PEACE,
  relatedEvents: Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    name: `${name} ${index}`,
    code: 'F',
    rewards: [],
    objectives: ['Defeat Hostiles and Swarm Hostiles'],
    windows: [{ opensAfter: index * 1440, lasts: 1440 }],
  })),
  lasts: count * 1440,
})

describe('eventText', () => {
  test('the event that ships, line by line', () => {
    expect(textOf(DEFENDER_OF_PEACE, 'Europe/Berlin', START, true)).toBe(
      [
        'Defender of Peace – SMS',
        'Mon Nov 13, 5:00 PM – Sat Nov 18, 5:00 PM, hour assumed',
        'Times: Berlin (UTC+1)',
        `For ${levelsText(DEFENDER_OF_PEACE)}`,
        'Day 1, Mon Nov 13, 5:00 PM – Tue Nov 14, 5:00 PM: Unraveling Anomalies (UA), 100 points',
        'Dock Ore, Gas or Crystal with your Station or Mine Parsteel, Titanium or Dilithium',
        'Day 2, Tue Nov 14, 5:00 PM – Wed Nov 15, 5:00 PM: Enlisting Old Allies (EOA), 100 points',
        'Day 3, Wed Nov 15, 5:00 PM – Thu Nov 16, 5:00 PM: Hidden Motivations (HM), 100 points',
        'Complete Away Team Assignments and spend Trait XP',
        'Day 4, Thu Nov 16, 5:00 PM – Fri Nov 17, 5:00 PM: Assembling the Resistance (ATR), 100 points',
        'Gain Power through Research, Defense Platforms, Buildings and Drydocks',
        'Day 5, Fri Nov 17, 5:00 PM – Sat Nov 18, 5:00 PM: Shaping a Unified Destiny (SUD), 100 points',
        'Defeat Hostiles and Swarm Hostiles',
      ].join('\n'),
    )
  })

  test('UTC is named once', () => {
    expect(textOf(DEFENDER_OF_PEACE, 'UTC')).toContain('\nTimes: UTC\n')
  })

  test('where the clocks change on the way, each hour says how far it is from UTC', () => {
    const text = textOf(DEFENDER_OF_PEACE, 'Europe/London', Date.UTC(2023, 9, 27, 16))
    expect(text).toContain('Times: London\n')
    expect(text).toContain('Fri Oct 27, 5:00 PM UTC+1 – Sat Oct 28, 5:00 PM UTC+1: Unraveling')
    expect(text).toContain('Sun Oct 29, 4:00 PM UTC – Mon Oct 30, 4:00 PM UTC: Hidden')
  })

  test('an end that nobody knows is called so', () => {
    const event: EventDefinition = {
      ...many(1),
      lasts: undefined,
      relatedEvents: many(1).relatedEvents.map((each) => ({ ...each, windows: [{ opensAfter: 0 }] })),
    }
    expect(textOf(event)).toContain('Mon Nov 13, 4:00 PM, end not known: Feeder 0 (F)')
    expect(textOf(event)).not.toMatch(/Infinity|NaN/)
  })

  test('levels, region and repetition are told', () => {
    const [feeder] = many(1).relatedEvents
    if (!feeder) throw new Error('no feeder')
    const text = textOf({
      ...many(1),
      repeatsEvery: 1,
      regions: [{ id: 'eu', name: 'EU', startsAfter: 0 }],
      relatedEvents: [{ ...feeder, minLevel: 20, maxLevel: 39, points: 1 }],
    })
    expect(text).toContain('Comes again every week.')
    expect(text).toContain('Feeder 0 (F), 1 point, levels 20–39, EU')
  })

  test('objectives of what comes back stand once', () => {
    const event = many(1)
    const again = event.relatedEvents.map((each) => ({
      ...each,
      windows: [0, 2, 4].map((day) => ({ opensAfter: day * 1440, lasts: 1440 })),
    }))
    expect(textOf({ ...event, relatedEvents: again }).match(/Defeat Hostiles/g)).toHaveLength(1)
  })

  test('objectives are left out before windows are', () => {
    const text = textOf(many(20))
    expect(text).not.toContain('Defeat Hostiles')
    expect(text.split('\n').filter((line) => line.startsWith('Day '))).toHaveLength(20)
    expect(text).not.toContain('more')
  })

  test('what does not fit is counted', () => {
    const text = textOf(many(60))
    const told = text.split('\n').filter((line) => line.startsWith('Day ')).length
    expect(text.split('\n').at(-1)).toBe(`…and ${60 - told} more`)
    expect(text.length).toBeLessThan(2000)
    // One more would not have fitted.
    expect(text.length).toBeGreaterThan(1900)
  })

  test('no name is taken for markup, a mention or a tag, and nothing is too long', () => {
    const wild = fc.string({
      unit: fc.constantFrom('a', ' ', '*', '_', '~', '|', '`', '@', '<', '>', '#', '\n', '\\', '\u202e'),
      minLength: 1,
      maxLength: 200,
    })
    fc.assert(
      fc.property(wild, wild, fc.integer({ min: 1, max: 80 }), (name, objective, count) => {
        const event = many(count, name)
        const relatedEvents = event.relatedEvents.map((each) => ({ ...each, objectives: [objective, objective] }))
        const text = textOf({ ...event, name, relatedEvents })
        expect(text).not.toMatch(/[*_~|`@<>\\\u202e]/)
        expect(text).not.toMatch(/^(#|-|\+|>)/m)
        expect(text.length).toBeLessThan(2000)
      }),
      { numRuns: 60 },
    )
  })
})

describe('exportPack', () => {
  const links: { name: string; url: string }[] = []
  const blobs: Blob[] = []
  beforeEach(() => {
    links.length = 0
    blobs.length = 0
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as Blob)}`)
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push({ name: this.download, url: this.href })
    })
  })

  test('saves a file that is read as the same event with the same starts', async () => {
    exportPack({ ...DEFENDER_OF_PEACE, edited: true }, [START, START + 7 * 86_400_000])
    expect(links.map(({ name }) => name)).toEqual(['defender-of-peace.json'])
    const read = readPack((await blobs[0]?.text()) ?? '')
    expect(read).toMatchObject({ ok: true })
    expect(read.ok && read.events).toEqual([{ event: DEFENDER_OF_PEACE, starts: [START, START + 7 * 86_400_000] }])
  })
})

describe('copying', () => {
  const writeText = vi.fn<(text: string) => Promise<void>>()
  const execCommand = vi.fn<(command: string) => boolean>()
  beforeEach(() => {
    writeText.mockReset().mockResolvedValue()
    execCommand.mockReset().mockReturnValue(true)
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    Object.assign(document, { execCommand })
  })
  afterEach(() => vi.unstubAllGlobals())

  test('goes through the clipboard', async () => {
    expect(await copyText('text')).toBe(true)
    expect(writeText).toHaveBeenCalledWith('text')
    expect(execCommand).not.toHaveBeenCalled()
  })

  test.each([
    [true, true],
    [false, false],
  ])('falls back where that is refused: %s', async (works, copied) => {
    writeText.mockRejectedValue(new Error('not allowed'))
    let selected = ''
    execCommand.mockImplementation(() => {
      selected = document.querySelector<HTMLTextAreaElement>('.sr-only')?.value ?? ''
      return works
    })
    expect(await copyText('text')).toBe(copied)
    expect([selected, document.querySelector('.sr-only')]).toEqual(['text', null])
  })

  test('tells that it worked', async () => {
    render(<CopyTextButton of="Event" text={() => 'text'} />)
    await click('[data-action="copy-text"]')
    await waitFor(() => expect(find('[role="status"]').textContent).toBe('Copied.'))
    expect(document.querySelector('textarea')).toBeNull()
  })

  test('where it did not, the text is there to be copied by hand', async () => {
    writeText.mockRejectedValue(new Error('not allowed'))
    execCommand.mockReturnValue(false)
    render(<CopyTextButton of="Event" text={() => 'text'} />)
    await click('[data-action="copy-text"]')
    await waitFor(() => expect(find<HTMLTextAreaElement>('textarea').value).toBe('text'))
    expect(find('[role="status"]').textContent).toContain('did not let')
  })
})
