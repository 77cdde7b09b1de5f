import { act, fireEvent, waitFor } from '@testing-library/preact'
import { describe, expect, test } from 'vitest'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import type { EventDefinition } from '../../../utils/events/event.ts'
import { setDone, setNote } from '../../../utils/record/transitions.ts'
import { DRAFT_LENGTH } from '../../../utils/storage/drafts.ts'
import { loadWhole } from '../../../utils/storage/load-whole.ts'
import { DAYS, doneOn, RUN, recordOf, running, START } from '../../unit/support/records.ts'
import { openEditor, pageOf, storedEvents } from './editor-page.tsx'
import { click, errorAt, field, find, leave, press, type } from './page.tsx'

const action = (name: string, at = '') => `${at} [data-action="${name}"]`.trim()
const card = (index: number) => `[data-related="${index}"]`
const cards = () => document.querySelectorAll('[data-related]').length
const focused = () => (document.activeElement as HTMLElement | null)?.dataset.field
const days = () =>
  [...document.querySelectorAll('[data-preview] [data-day]')].map((each) => each.getAttribute('data-day'))

async function writeDays(names: readonly string[]): Promise<void> {
  await type('event-name', 'Combat Simulation Meta – SMS')
  await type('event-days', String(names.length))
  for (const [index, name] of names.entries()) await type(`related-${index}-name`, name)
}

async function more(index: number): Promise<void> {
  await click(action('more-related', card(index)))
}

function only(events: readonly EventDefinition[]): EventDefinition {
  const [event, ...rest] = events
  if (!event || rest.length > 0) throw new Error(`${events.length} events are stored.`)
  return event
}

describe('a new event', () => {
  test('opens with the focus in its name', async () => {
    await openEditor()
    expect(focused()).toBe('event-name')
  })

  test('is stored with an id of its own, days in a row and proposed codes', async () => {
    const { onSaved } = await openEditor()
    await writeDays(['First Trial', 'Second Trial'])
    await type('related-0-points', '1,000')
    await type('related-0-objectives', 'Defeat Hostiles\n\n Mine Dilithium ')
    await click(action('save-event'))
    await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1))
    const event = only(await storedEvents())
    expect(event.id).toMatch(/^own-combat-simulation-meta-sms-[0-9a-f]{8}$/)
    expect(event).toMatchObject({
      name: 'Combat Simulation Meta – SMS',
      shortName: 'Combat Simulation Meta',
      revision: 1,
      lasts: 2880,
      assumedStart: 960,
      relatedEvents: [
        {
          name: 'First Trial',
          code: 'FT',
          points: 1000,
          objectives: ['Defeat Hostiles', 'Mine Dilithium'],
          windows: [{ opensAfter: 0, lasts: 1440 }],
        },
        { name: 'Second Trial', code: 'ST', windows: [{ opensAfter: 1440, lasts: 1440 }] },
      ],
    })
    expect(event).not.toHaveProperty('edited')
    expect(event.relatedEvents[1]).not.toHaveProperty('points')
    expect(await loadWhole()).toMatchObject({ status: 'ok', problems: [] })
  })

  test('is stored once, however often Save is pressed', async () => {
    await openEditor()
    await writeDays(['First Trial'])
    await act(async () => {
      find<HTMLButtonElement>(action('save-event')).click()
      find<HTMLButtonElement>(action('save-event')).click()
    })
    await waitFor(async () => expect(await storedEvents()).toHaveLength(1))
    expect(only(await storedEvents()).revision).toBe(1)
  })

  test('stays typed where it cannot be stored', async () => {
    const { onSaved } = await openEditor({ refuses: true })
    await writeDays(['First Trial'])
    await click(action('save-event'))
    expect(onSaved).not.toHaveBeenCalled()
    expect(field('related-0-name').value).toBe('First Trial')
  })

  test('Enter in the number of days goes to the first of them and saves nothing', async () => {
    await openEditor()
    await type('event-name', 'Meta')
    await type('event-days', '3')
    await press('event-days', 'Enter')
    expect(focused()).toBe('related-0-name')
    expect(errorAt('related-0-name')).toBeUndefined()
    expect(await storedEvents()).toEqual([])
  })

  test('a smaller number of days on the way to a larger one loses nothing', async () => {
    await openEditor()
    await writeDays(['A', 'B', 'C'])
    await type('event-days', '1')
    expect(cards()).toBe(1)
    await type('event-days', '12')
    expect([cards(), field('related-2-name').value]).toEqual([12, 'C'])
  })
})

describe('an event that is changed', () => {
  test('keeps the ids of its related events and raises its revision', async () => {
    const { onSaved } = await openEditor({ initial: DEFENDER_OF_PEACE })
    await type('related-1-name', 'Enlisting New Allies')
    await type('related-1-objectives', 'Write down what the game shows')
    await click(action('save-event'))
    await waitFor(() => expect(onSaved).toHaveBeenCalled())
    const event = only(await storedEvents())
    expect(event).toMatchObject({
      id: 'defender-of-peace',
      revision: 1,
      edited: true,
      serverEvent: DEFENDER_OF_PEACE.serverEvent,
    })
    expect(event.relatedEvents.map(({ id }) => id)).toEqual(DEFENDER_OF_PEACE.relatedEvents.map(({ id }) => id))
    expect(event.relatedEvents[1]).toMatchObject({ name: 'Enlisting New Allies', code: 'EOA' })
  })

  test('is the same again where nothing was changed', async () => {
    const { onSaved } = await openEditor({ initial: { ...DEFENDER_OF_PEACE, id: 'own-x', revision: 4 } })
    await click(action('save-event'))
    await waitFor(() => expect(onSaved).toHaveBeenCalled())
    expect(only(await storedEvents())).toEqual({ ...DEFENDER_OF_PEACE, id: 'own-x', revision: 5 })
  })
})

describe('errors', () => {
  test('nothing is wrong with a form that nobody has touched', async () => {
    await openEditor()
    await type('event-name', 'Meta')
    await type('event-days', '2')
    expect(document.querySelectorAll('.field-error')).toHaveLength(0)
  })

  test('a name that was left empty says so there', async () => {
    await openEditor()
    await leave('event-name')
    expect(errorAt('event-name')).toBe('Write a name.')
    await type('event-name', 'Meta')
    expect(errorAt('event-name')).toBeUndefined()
  })

  test('a field that was left empty stays the same one when its row moves', async () => {
    await openEditor()
    await writeDays(['', 'B'])
    await type('related-0-name', '')
    await leave('related-0-name')
    expect(errorAt('related-0-name')).toBe('Write a name.')
    await more(0)
    await click(action('move-down', card(0)))
    expect([errorAt('related-0-name'), errorAt('related-1-name')]).toEqual([undefined, 'Write a name.'])
  })

  test.each([
    ['related-0-code', 'ABCDE', '“ABCDE” is too long'],
    ['related-0-points', '12.5', 'not a whole number'],
    ['related-0-points', 'many', 'number in digits'],
    ['related-0-window-0-day', '0', 'from 1 to 3650'],
    ['related-0-window-0-day', 'first', 'number in digits'],
    ['event-days', '101', 'from 1 to 100'],
  ])('%s of "%s" says at once: %s; what was typed stays', async (name, text, reason) => {
    await openEditor()
    await writeDays(['A', 'B'])
    await type(name, text)
    expect(errorAt(name)).toContain(reason)
    expect(field(name).value).toBe(text)
    expect(field(name).getAttribute('aria-invalid')).toBe('true')
    const described = field(name).getAttribute('aria-describedby')?.split(' ') ?? []
    expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain(reason)
  })

  test('Save goes to the first error and stores nothing', async () => {
    const { onSaved } = await openEditor()
    await writeDays(['A', '', 'C'])
    await type('related-2-code', 'ABCDE')
    await click(action('save-event'))
    expect(focused()).toBe('related-1-name')
    expect(errorAt('related-1-name')).toBe('Write a name.')
    expect(find('[data-error="event"]').textContent).toContain('2 entries')
    expect(onSaved).not.toHaveBeenCalled()
    expect(await storedEvents()).toEqual([])
  })

  test('Save of an empty form goes to the name, and asks for days', async () => {
    await openEditor()
    await click(action('save-event'))
    expect(focused()).toBe('event-name')
    expect(errorAt('event-days')).toContain('for how many days')
  })

  test('a mistake in what is folded away opens it, and mending it does not close it', async () => {
    await openEditor()
    await writeDays(['A', 'B'])
    await click(action('event-fields'))
    await type('event-lasts-days', '1')
    // The second day opens when the event is over.
    expect(errorAt('related-1-window-0-day')).toContain('lasts 1 d')
    await type('event-lasts-hours', '12')
    expect(errorAt('related-1-window-0-lasts-days')).toContain('ends 2 d after the start')
    expect(find(action('more-related', card(1))).getAttribute('aria-expanded')).toBe('true')
    await type('event-lasts-days', '2')
    expect(errorAt('related-1-window-0-lasts-days')).toBeUndefined()
    expect(find(action('more-related', card(1))).getAttribute('aria-expanded')).toBe('true')
  })

  test.each([
    ['related-0-window-0-hour', '24', 'from 0 to 23'],
    ['related-0-window-0-lasts-days', '0', 'at least one minute'],
    ['related-0-min-level', '0', 'from 1 to 999'],
  ])('in “More” of a related event: %s of "%s"', async (name, text, reason) => {
    await openEditor()
    await writeDays(['A'])
    await more(0)
    await type(name, text)
    expect(errorAt(name)).toContain(reason)
  })

  test.each([
    ['event-assumed', '25:00', 'is not an hour'],
    ['event-repeats', '0', 'from 1 to 52 weeks'],
    ['event-max-level', '1000', 'from 1 to 999'],
  ])('in “More” of the event: %s of "%s"', async (name, text, reason) => {
    await openEditor()
    await writeDays(['A'])
    await click(action('event-fields'))
    await type(name, text)
    expect(errorAt(name)).toContain(reason)
  })

  test('two windows that overlap name each other', async () => {
    await openEditor()
    await writeDays(['A'])
    await more(0)
    await click(action('add-window'))
    expect(focused()).toBe('related-0-window-1-day')
    await type('related-0-window-1-day', '1')
    expect(errorAt('related-0-window-1-day')).toContain('time 1 is still open')
  })
})

describe('rows', () => {
  test('a related event is removed and comes back whole', async () => {
    await openEditor()
    await writeDays(['A', 'B', 'C'])
    await more(1)
    await click(action('remove-related', card(1)))
    expect(cards()).toBe(2)
    expect((document.activeElement as HTMLElement).dataset.action).toBe('undo-run')
    await click(action('undo-run'))
    expect([cards(), field('related-1-name').value, focused()]).toEqual([3, 'B', 'related-1-name'])
    expect(document.querySelector(action('undo-run'))).toBeNull()
  })

  test('two that were removed come back one after the other', async () => {
    await openEditor()
    await writeDays(['A', 'B', 'C'])
    await more(0)
    await click(action('remove-related', card(0)))
    await more(0)
    await click(action('remove-related', card(0)))
    expect(find('.undo-bar').textContent).toContain('B is removed')
    await click(action('undo-run'))
    expect(find('.undo-bar').textContent).toContain('A is removed')
    await click(action('undo-run'))
    expect([0, 1, 2].map((index) => field(`related-${index}-name`).value)).toEqual(['A', 'B', 'C'])
  })

  test('what moves keeps the focus on its button, changes days, and is told', async () => {
    await openEditor()
    await writeDays(['A', 'B', 'C'])
    await more(1)
    await click(action('move-up', card(1)))
    expect([field('related-0-name').value, field('related-0-window-0-day').value]).toEqual(['B', '1'])
    // It cannot go further up.
    expect(document.activeElement).toBe(find(action('move-down', card(0))))
    expect(find('[data-said]').textContent).toBe('B is number 1 of 3 now.')
    await click(action('move-down', card(0)))
    expect(document.activeElement).toBe(find(action('move-down', card(1))))
  })

  test('a copy is put behind and takes the focus', async () => {
    await openEditor()
    await writeDays(['A', 'B'])
    await more(0)
    await click(action('duplicate-related', card(0)))
    expect([cards(), focused(), field('related-1-name').value]).toEqual([3, 'related-1-name', 'A'])
    expect(field('related-1-window-0-day').value).toBe('1')
  })

  test('a window that was removed comes back; of an event in use it says what becomes of marks', async () => {
    const [first, ...rest] = DEFENDER_OF_PEACE.relatedEvents
    if (!first) throw new Error('no related event')
    const windows = [0, 2, 3].map((day) => ({ opensAfter: day * 1440, lasts: 1440 }))
    const initial = { ...DEFENDER_OF_PEACE, relatedEvents: [{ ...first, windows }, ...rest] }
    await openEditor({ initial })
    await more(0)
    await click(action('remove-window', '[data-window="0"]'))
    expect(find(`${card(0)} .undo-bar`).textContent).toContain('move up by one')
    expect(field('related-0-window-0-day').value).toBe('3')
    await click(action('undo-run'))
    expect(field('related-0-window-0-day').value).toBe('1')
    await click(action('remove-window', '[data-window="2"]'))
    expect(find(`${card(0)} .undo-bar`).textContent).not.toContain('move up by one')
  })

  test('the only window cannot be removed', async () => {
    await openEditor()
    await writeDays(['A'])
    await more(0)
    expect(document.querySelector(action('remove-window'))).toBeNull()
  })

  test('regions are stored with an id from their name', async () => {
    const { onSaved } = await openEditor()
    await writeDays(['A'])
    await click(action('event-fields'))
    await click(action('add-region'))
    expect(focused()).toBe('region-0-name')
    await type('region-0-name', 'EU')
    await click(action('add-region'))
    await type('region-1-name', 'US')
    await type('region-1-after', '7:30')
    await click(action('save-event'))
    await waitFor(() => expect(onSaved).toHaveBeenCalled())
    expect(only(await storedEvents()).regions).toEqual([
      { id: 'eu', name: 'EU', startsAfter: 0 },
      { id: 'us', name: 'US', startsAfter: 450 },
    ])
  })
})

describe('more about the event', () => {
  test('everything that is typed is stored', async () => {
    const { onSaved } = await openEditor()
    await writeDays(['A'])
    await click(action('event-fields'))
    const typed = {
      'event-short-name': 'CSM',
      'event-assumed': '18:30',
      'event-repeats': '4',
      'event-min-level': '20',
      'event-server-name': 'Combat – IMS',
      'event-prerequisite': 'Some Mission',
      'event-rewards': 'One\nTwo',
      'event-story': 'Once upon a time.',
    }
    for (const [name, text] of Object.entries(typed)) await type(name, text)
    await click('[data-field="event-server-wide"]')
    await click(action('save-event'))
    await waitFor(() => expect(onSaved).toHaveBeenCalled())
    expect(only(await storedEvents())).toMatchObject({
      shortName: 'CSM',
      assumedStart: 1110,
      repeatsEvery: 4,
      minLevel: 20,
      serverWide: true,
      serverEvent: { name: 'Combat – IMS', rewards: [] },
      prerequisite: 'Some Mission',
      rewards: ['One', 'Two'],
      story: 'Once upon a time.',
    })
  })

  test('how long it lasts follows the windows until it is typed, and can be worked out again', async () => {
    await openEditor()
    await writeDays(['A', 'B'])
    await click(action('event-fields'))
    expect(field('event-lasts-days').value).toBe('2')
    await type('event-lasts-days', '4')
    await type('event-days', '3')
    expect(field('event-lasts-days').value).toBe('4')
    await click(action('compute-lasts'))
    expect([field('event-lasts-days').value, focused()]).toEqual(['3', 'event-lasts-days'])
  })

  test('an end that is not known is stored as none', async () => {
    const { onSaved } = await openEditor()
    await writeDays(['A'])
    await more(0)
    await click('[data-field="related-0-window-0-endless"]')
    await click(action('save-event'))
    await waitFor(() => expect(onSaved).toHaveBeenCalled())
    const event = only(await storedEvents())
    expect([event.lasts, event.relatedEvents[0]?.windows]).toEqual([undefined, [{ opensAfter: 0 }]])
  })
})

describe('the schedule', () => {
  test('follows each letter', async () => {
    await openEditor()
    expect(find('[data-preview]').textContent).toContain('Nothing to show yet')
    await writeDays(['A', 'B'])
    expect(days()).toEqual(['1', '2'])
    await type('related-1-window-0-day', '5')
    expect(days()).toEqual(['1', '5'])
    await type('related-1-window-0-day', 'x')
    expect(days()).toEqual(['1'])
  })
})

describe('leaving', () => {
  const asksBrowser = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }

  test('without a change asks nothing', async () => {
    const { onCancel } = await openEditor({ initial: DEFENDER_OF_PEACE })
    expect(asksBrowser()).toBe(false)
    await click(action('cancel-event'))
    expect(onCancel).toHaveBeenCalledTimes(1)
  })

  test('with changes asks first on Cancel, not before the page goes: a draft is kept', async () => {
    const { onCancel } = await openEditor()
    await type('event-name', 'Meta')
    expect(asksBrowser()).toBe(false)
    await click(action('cancel-event'))
    expect(onCancel).not.toHaveBeenCalled()
    expect((document.activeElement as HTMLElement).dataset.action).toBe('keep-editing')
    await click(action('keep-editing'))
    expect(field('event-name').value).toBe('Meta')
    expect((document.activeElement as HTMLElement).dataset.action).toBe('cancel-event')
    await click(action('cancel-event'))
    await click(action('discard-event'))
    expect(onCancel).toHaveBeenCalledTimes(1)
    expect(await storedEvents()).toEqual([])
  })

  test('a change that was taken back is none', async () => {
    const { onCancel } = await openEditor({ initial: DEFENDER_OF_PEACE })
    await type('event-name', 'Meta')
    await type('event-name', DEFENDER_OF_PEACE.name)
    await click(action('cancel-event'))
    expect(onCancel).toHaveBeenCalledTimes(1)
  })

  test('once the editor is closed the page asks no more', async () => {
    const { close } = await openEditor()
    await type('event-name', 'x'.repeat(DRAFT_LENGTH))
    expect(asksBrowser()).toBe(true)
    close()
    await waitFor(() => expect(asksBrowser()).toBe(false))
  })
})

test('an Enter in a line saves, as in every form', async () => {
  const { onSaved } = await openEditor()
  await writeDays(['A'])
  await act(async () => {
    fireEvent.submit(find('form.event-editor'))
  })
  await waitFor(() => expect(onSaved).toHaveBeenCalled())
})

describe('marks that a change would hide', () => {
  const note = setNote('commander-1', RUN, DAYS[0] ?? '', 'A note')
  const page = pageOf(recordOf(running, doneOn(1), doneOn(2), [note, START]))
  const REGIONS = '[data-regions-marks]'

  test('a region that is added to an event with marks says so, until it is taken away', async () => {
    await openEditor({ initial: DEFENDER_OF_PEACE, page })
    await click(action('event-fields'))
    expect(find(REGIONS).textContent).toBe('')
    await click(action('add-region'))
    expect(find(REGIONS).textContent).toContain('2 marks and notes')
    await click(action('remove-region'))
    expect(find(REGIONS).textContent).toBe('')
  })

  test.each([
    ['a new event', undefined, page],
    ['an event without marks', DEFENDER_OF_PEACE, pageOf()],
    ['an event with regions', { ...DEFENDER_OF_PEACE, regions: [{ id: 'eu', name: 'EU', startsAfter: 0 }] }, page],
  ])('a region that is added to %s says nothing', async (_, initial, of) => {
    await openEditor({ page: of, ...(initial ? { initial } : {}) })
    await click(action('event-fields'))
    await click(action('add-region'))
    expect(find(REGIONS).textContent).toBe('')
  })

  test.each([
    [0, 'Unraveling Anomalies is removed. 1 mark or note on it is no longer shown once you save.'],
    [2, 'Hidden Motivations is removed.'],
  ])('related event %d that is removed says what becomes of them: %s', async (index, words) => {
    await openEditor({ initial: DEFENDER_OF_PEACE, page })
    await more(index)
    await click(action('remove-related', card(index)))
    expect(find('.undo-bar p').textContent).toBe(words)
  })

  test('a mark that was taken back is none', async () => {
    const taken = [setDone('commander-1', RUN, DAYS[1] ?? '', false), START + 2] as const
    await openEditor({
      initial: DEFENDER_OF_PEACE,
      page: pageOf(recordOf(running, [setDone('commander-1', RUN, DAYS[1] ?? '', true), START + 1], taken)),
    })
    await more(1)
    await click(action('remove-related', card(1)))
    expect(find('.undo-bar p').textContent).toBe('Enlisting Old Allies is removed.')
  })
})

test('an event that is saved untouched keeps its objectives and rewards, however many lines they had', async () => {
  const [first, ...rest] = DEFENDER_OF_PEACE.relatedEvents
  if (!first) throw new Error('no related event')
  const lines = ['Defeat Hostiles\r\n and Swarm Hostiles', 'Mine Dilithium']
  const initial = {
    ...DEFENDER_OF_PEACE,
    rewards: ['One\n\ntwo'],
    relatedEvents: [{ ...first, objectives: lines, rewards: lines }, ...rest],
  }
  const { onSaved } = await openEditor({ initial })
  await click(action('save-event'))
  await waitFor(() => expect(onSaved).toHaveBeenCalled())
  const saved = only(await storedEvents())
  const inOne = ['Defeat Hostiles and Swarm Hostiles', 'Mine Dilithium']
  expect(saved.rewards).toEqual(['One two'])
  expect(saved.relatedEvents[0]).toMatchObject({ objectives: inOne, rewards: inOne })
})
