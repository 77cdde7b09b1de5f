import { act, fireEvent, waitFor } from '@testing-library/preact'
import { describe, expect, test } from 'vitest'
import { activeCommandersOf, chosenCommanderOf, commandersOf } from '../../../utils/record/read.ts'
import {
  type Commander,
  DEFAULT_COMMANDER,
  FIRST_COMMANDER,
  markIdOf,
  type TrackerRecord,
} from '../../../utils/record/record.ts'
import { putCommander, removeCommander, setDone, setSetting } from '../../../utils/record/transitions.ts'
import { loadWhole } from '../../../utils/storage/load-whole.ts'
import { update } from '../../../utils/storage/update.ts'
import { recordOf, type Told } from '../../unit/support/records.ts'
import { click, errorAt, field, find, openPage, PATIENT, type, untilSaved } from './page.tsx'

const LONG_AGO = Date.UTC(2026, 0, 1)
const ids = { kira: FIRST_COMMANDER, odo: 'commander-2', nameless: 'commander-3', old: 'commander-4' } as const

function told(...commanders: readonly (readonly [string, Partial<Commander>])[]): Told[] {
  return commanders.map(([id, commander]) => [putCommander(id, { ...DEFAULT_COMMANDER, ...commander }), LONG_AGO])
}

const KIRA = [ids.kira, { name: 'Kira', server: '142', level: 38, role: 'hero' }] as const
const ODO = [ids.odo, { name: 'Odo', server: '87', level: 52, region: 'eu', role: 'villain' }] as const
const NAMELESS = [ids.nameless, { level: 12 }] as const
const OLD = [ids.old, { name: 'Old', archived: true }] as const
const few = () => recordOf(...told(KIRA, ODO, NAMELESS, OLD))

const rowOf = (id: string) => `[data-commander="${id}"]`
const control = (id: string, action: string) => `${rowOf(id)} [data-action="${action}"]`
const opener = (id: string) => control(id, 'open-commander')
const undo = '#commander [data-action="undo-run"]'
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-commander]')].map((row) => row.dataset.commander)
const names = () => [...document.querySelectorAll('.commander-name')].map((name) => name.textContent)
const chosen = () => find<HTMLInputElement>('[data-action="choose-commander"]:checked').value
const heard = () => find('[data-heard]').textContent
const record = async (): Promise<TrackerRecord> => (await loadWhole()).record
const labelOf = (selector: string) => find(selector).getAttribute('aria-label')

async function untilFocused(selector: string): Promise<void> {
  await waitFor(() => expect(document.activeElement).toBe(find(selector)), PATIENT)
}

describe('one commander', () => {
  test('stands open, with nothing around it but the way to add another', async () => {
    await openPage(recordOf(...told(KIRA)))
    expect(field('name').value).toBe('Kira')
    expect(document.querySelectorAll('#commander [data-action]')).toHaveLength(1)
    for (const none of ['.commander', '[data-action="choose-commander"]', '[role="group"]']) {
      expect(document.querySelector(`#commander ${none}`)).toBeNull()
    }
  })

  test('becomes a row when another is added, whose name has the focus', async () => {
    await openPage()
    await click('[data-action="add-commander"]')
    await untilSaved()
    const [first, added] = commandersOf(await record())
    expect([first?.id, added?.name, commandersOf(await record()).length]).toEqual([FIRST_COMMANDER, '', 2])
    await untilFocused(`${rowOf(added?.id ?? '')} [data-field="name"]`)
    expect(names()).toEqual(['Commander 1', 'Commander 2'])
    expect(document.querySelectorAll('[data-field="name"]')).toHaveLength(1)
    await type('name', 'Odo')
    await waitFor(
      async () => expect(commandersOf(await record()).map(({ name }) => name)).toEqual(['', 'Odo']),
      PATIENT,
    )
    await waitFor(() => expect(names()).toEqual(['Commander 1', 'Odo']))
    expect(chosen()).toBe(FIRST_COMMANDER)
  })

  test('keeps what is being typed when another device adds one', async () => {
    await openPage()
    await type('level', 'abc')
    const input = field('level')
    await act(async () => void (await update(putCommander(...toPut(ODO)))))
    await waitFor(() => expect(rows()).toEqual([ids.kira, ids.odo]))
    expect(field('level')).toBe(input)
    expect(input.value).toBe('abc')
    expect(document.activeElement).toBe(input)
    expect(errorAt('level')).toContain('abc')
  })
})

function toPut([id, commander]: readonly [string, Partial<Commander>]): [string, Commander] {
  return [id, { ...DEFAULT_COMMANDER, ...commander }]
}

describe('several commanders', () => {
  test('are closed rows in their order, archived ones last, each with what is told of it', async () => {
    await openPage(recordOf(...told(KIRA, OLD, ODO, NAMELESS)))
    expect(names()).toEqual(['Kira', 'Odo', 'Commander 3', 'Old'])
    expect([...document.querySelectorAll('.commander-details')].map((details) => details.textContent)).toEqual([
      'Server 142 · Level 38 · Hero',
      'Server 87 · Level 52 · EU · Villain',
      'Level 12 · Hero or Villain not chosen',
      'Hero or Villain not chosen',
    ])
    expect(find('#commander h3').textContent).toBe('Archived')
    expect(find('[data-archived]').textContent).toContain('Old')
    expect(document.querySelectorAll('[data-field="name"]')).toHaveLength(0)
    expect(document.querySelectorAll(`${rowOf(ids.old)} [data-action]`)).toHaveLength(1)
  })

  test('one of them is shown in the popup', async () => {
    await openPage(few())
    expect(chosen()).toBe(ids.kira)
    expect(find('.page').dataset.role).toBe('hero')
    await click(control(ids.odo, 'choose-commander'))
    await untilSaved()
    expect(chosenCommanderOf(await record()).id).toBe(ids.odo)
    expect(chosen()).toBe(ids.odo)
    expect(document.querySelectorAll('[data-action="choose-commander"]:checked')).toHaveLength(1)
    expect(find('.page').dataset.role).toBe('villain')
  })

  test('a row opens to the fields of that commander, and another one beside it', async () => {
    await openPage(few())
    await click(opener(ids.odo))
    expect(find(opener(ids.odo)).getAttribute('aria-expanded')).toBe('true')
    expect(find(`#${CSS.escape(find(opener(ids.odo)).getAttribute('aria-controls') ?? '')}`).hidden).toBe(false)
    expect(field('name').value).toBe('Odo')
    await type('server', '99')
    await click(`${rowOf(ids.odo)} [data-field="role"] [value="none"]`)
    await click(`${rowOf(ids.odo)} [data-field="mission-open"]`)
    await waitFor(
      async () =>
        expect(commandersOf(await record())[1]).toMatchObject({ server: '99', role: 'none', missionOpen: true }),
      PATIENT,
    )
    expect(commandersOf(await record())[0]).toMatchObject(KIRA[1])
    await click(opener(ids.nameless))
    expect(document.querySelectorAll('[data-field="name"]')).toHaveLength(2)
    await click(opener(ids.odo))
    expect(find(opener(ids.odo)).getAttribute('aria-expanded')).toBe('false')
    expect(document.querySelectorAll('[data-field="name"]')).toHaveLength(1)
  })

  test('a change is not stored of one that was removed elsewhere', async () => {
    await openPage(few())
    await click(opener(ids.odo))
    await act(async () => {
      // It has the lock when the page asks for it.
      update(removeCommander(ids.odo))
      field('name').focus()
      fireEvent.input(field('name'), { target: { value: 'Constable' } })
    })
    await waitFor(() => expect(rows()).not.toContain(ids.odo), PATIENT)
    expect(commandersOf(await record()).map(({ name }) => name)).not.toContain('Constable')
  })

  test('are told apart by a screen reader', async () => {
    const twins = [1, 2, 3, 4].map(
      (number) => [`commander-${number}`, { name: 'Kira', server: number < 3 ? `${number}` : '3' }] as const,
    )
    await openPage(recordOf(...told(...twins, ['commander-5', {}], ['commander-6', { name: 'Commander 5' }])))
    expect(names()).toEqual([
      'Kira (server 1)',
      'Kira (server 2)',
      'Kira (commander 3)',
      'Kira (commander 4)',
      'Commander 5 (commander 5)',
      'Commander 5 (commander 6)',
    ])
    for (const id of rows()) await click(opener(id ?? ''))
    const labels = [...document.querySelectorAll('[data-commander] button[aria-label]')].map((each) =>
      each.getAttribute('aria-label'),
    )
    expect(labels).toHaveLength(6 * 4)
    expect(new Set(labels).size).toBe(6 * 4)
    const groups = [...document.querySelectorAll('.commander-panel')].map((panel) => panel.getAttribute('aria-label'))
    expect(groups).toEqual(names().map((name) => `About ${name}`))
    for (const radio of document.querySelectorAll('[data-action="choose-commander"]')) {
      const label = document.getElementById(radio.getAttribute('aria-labelledby') ?? '')
      expect(label?.closest('[data-commander]')).toBe(radio.closest('[data-commander]'))
    }
  })
})

describe('moving', () => {
  test('goes by buttons, keeps the focus, is said, and passes over archived ones', async () => {
    await openPage(recordOf(...told(KIRA, OLD, ODO, NAMELESS), [setSetting('commanderOrder', order()), LONG_AGO]))
    expect(rows()).toEqual([ids.kira, ids.odo, ids.nameless, ids.old])
    await click(control(ids.nameless, 'commander-up'))
    await waitFor(() => expect(rows()).toEqual([ids.kira, ids.nameless, ids.odo, ids.old]), PATIENT)
    await untilFocused(control(ids.nameless, 'commander-up'))
    expect(heard()).toBe('Moved to place 2 of 3.')
    await click(control(ids.nameless, 'commander-up'))
    await waitFor(() => expect(rows()).toEqual([ids.nameless, ids.kira, ids.odo, ids.old]), PATIENT)
    await untilFocused(control(ids.nameless, 'commander-up'))
    expect(heard()).toBe('Moved to place 1 of 3.')
    await click(control(ids.kira, 'commander-down'))
    await waitFor(() => expect(rows()).toEqual([ids.nameless, ids.odo, ids.kira, ids.old]), PATIENT)
    await untilFocused(control(ids.kira, 'commander-down'))
    expect(activeCommandersOf(await record()).map(({ id }) => id)).toEqual([ids.nameless, ids.odo, ids.kira])
    expect(chosen()).toBe(ids.kira)
  })

  test.each([
    [ids.kira, 'commander-up', 'Kira is first already.'],
    [ids.nameless, 'commander-down', 'Commander 3 is last already.'],
  ])('%s %s: %s', async (id, action, text) => {
    await openPage(few())
    expect(find(control(id, action)).getAttribute('aria-disabled')).toBe('true')
    find(control(id, action)).focus()
    const before = await record()
    await click(control(id, action))
    await waitFor(() => expect(heard()).toBe(text))
    // The same words again are a new element, or they would not be read out.
    const said = find('[data-heard] span')
    await click(control(id, action))
    expect(find('[data-heard] span')).not.toBe(said)
    expect(document.activeElement).toBe(find(control(id, action)))
    expect(await record()).toEqual(before)
  })

  function order(): string[] {
    return [ids.kira, ids.old, ids.odo, ids.nameless]
  }
})

describe('archiving', () => {
  test('puts one under its heading and back; the marks stay, and the popup goes to the first', async () => {
    const mark = setDone(ids.odo, 'run-1', 'day-1', true)
    await openPage(recordOf(...told(KIRA, ODO), [setSetting('commander', ids.odo), LONG_AGO], [mark, LONG_AGO]))
    expect(chosen()).toBe(ids.odo)
    await click(opener(ids.odo))
    await click(control(ids.odo, 'archive-commander'))
    await waitFor(() => find(`[data-archived] ${rowOf(ids.odo)}`), PATIENT)
    await untilFocused(control(ids.odo, 'unarchive-commander'))
    expect(heard()).toBe('Odo is archived.')
    expect(chosen()).toBe(ids.kira)
    expect(activeCommandersOf(await record()).map(({ id }) => id)).toEqual([ids.kira])
    expect((await record()).marks[markIdOf(ids.odo, 'run-1', 'day-1')]?.done?.value).toBe(true)

    await click(control(ids.odo, 'unarchive-commander'))
    await waitFor(() => expect(document.querySelector('[data-archived]')).toBeNull(), PATIENT)
    await untilFocused(control(ids.odo, 'archive-commander'))
    expect(heard()).toBe('Odo is no longer archived.')
    expect(rows()).toEqual([ids.kira, ids.odo])
  })

  test.each(['archive-commander', 'remove-commander'])(
    'the last one who is played stays, and why: %s',
    async (action) => {
      await openPage(recordOf(...told(KIRA, OLD)))
      await click(opener(ids.kira))
      const button = find(control(ids.kira, action))
      expect(button.getAttribute('aria-disabled')).toBe('true')
      const why = document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent
      expect(why).toContain('can be neither archived nor removed')
      const before = await record()
      await click(control(ids.kira, action))
      expect(await record()).toEqual(before)
      expect(document.querySelector(undo)).toBeNull()
    },
  )
})

describe('removing', () => {
  test('can be undone, and then all is as before', async () => {
    const mark = setDone(ids.kira, 'run-1', 'day-1', true)
    await openPage(recordOf(...told(KIRA, ODO, NAMELESS), [mark, LONG_AGO]))
    const before = commandersOf(await record())
    await click(opener(ids.kira))
    expect(labelOf(control(ids.kira, 'remove-commander'))).toBe('Remove Kira')
    await click(control(ids.kira, 'remove-commander'))
    await waitFor(() => expect(rows()).toEqual([ids.odo, ids.nameless]), PATIENT)
    await waitFor(() => expect(find('#commander .undo-bar').textContent).toContain('Kira is removed.'))
    await untilFocused(undo)
    expect(chosen()).toBe(ids.odo)
    await click(undo)
    await waitFor(() => expect(rows()).toEqual([ids.kira, ids.odo, ids.nameless]), PATIENT)
    await untilFocused(opener(ids.kira))
    expect(commandersOf(await record())).toEqual(before)
    expect(chosen()).toBe(ids.kira)
    expect((await record()).marks[markIdOf(ids.kira, 'run-1', 'day-1')]?.done?.value).toBe(true)
    expect(document.querySelector(undo)).toBeNull()
  })

  test('leaves the only other one open, and the way back', async () => {
    await openPage(recordOf(...told(KIRA, ODO)))
    await click(opener(ids.kira))
    await click(control(ids.kira, 'remove-commander'))
    await waitFor(() => expect(field('name').value).toBe('Odo'), PATIENT)
    expect(document.querySelector('.commander')).toBeNull()
    await untilFocused(undo)
    await click(undo)
    await waitFor(() => expect(names()).toEqual(['Kira', 'Odo']), PATIENT)
  })
})

describe('many commanders', () => {
  const many = (count: number) =>
    recordOf(...told(...Array.from({ length: count }, (_, index) => [`commander-${index + 1}`, {}] as const)))

  test('20 are 20 closed rows', async () => {
    await openPage(many(20))
    expect(rows()).toHaveLength(20)
    expect(new Set(names()).size).toBe(20)
    expect(document.querySelectorAll('#commander [data-field]')).toHaveLength(0)
  })

  test('the fiftieth can be added, one more cannot, and why', async () => {
    await openPage(many(49))
    expect(errorAt('add-commander')).toBeUndefined()
    await click('[data-action="add-commander"]')
    await waitFor(() => expect(rows()).toHaveLength(50), PATIENT)
    expect(errorAt('add-commander')).toContain('at most 50')
    const button = find('[data-action="add-commander"]')
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toContain('at most 50')
    await click('[data-action="add-commander"]')
    expect(commandersOf(await record())).toHaveLength(50)
  })

  test('a double click adds one', async () => {
    await openPage()
    await act(async () => {
      fireEvent.click(find('[data-action="add-commander"]'), { detail: 1 })
      fireEvent.click(find('[data-action="add-commander"]'), { detail: 2 })
    })
    await untilSaved()
    expect(commandersOf(await record())).toHaveLength(2)
  })
})
