import { act, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import { DEFAULT_COMMANDER, FIRST_COMMANDER } from '../../../utils/record/record.ts'
import {
  changeCommander,
  putCommander,
  putEvent,
  putRun,
  setNote,
  setSetting,
} from '../../../utils/record/transitions.ts'
import { recordWake, type Wake } from '../../../utils/storage/wakes.ts'
import { systemTimeZone } from '../../../utils/time/zone.ts'
import { DAY, DAYS, doneOn, HOUR, RUN, recordOf, running, START, type Told } from '../../unit/support/records.ts'
import { click, find, openPage, PATIENT } from './page.tsx'

const NOW = START + 2 * DAY + 20 * HOUR
const LONG_AGO = START - 2 * DAY
const london: Told = [setSetting('timeZone', 'Europe/London'), LONG_AGO]
const WAKE: Wake = {
  at: NOW - HOUR,
  causes: ['alarm'],
  status: 'ok',
  badge: 'HM',
  due: [],
  shown: 0,
  wakeAt: NOW + HOUR,
  failed: [],
}

const notifications = fakeBrowser.notifications as unknown as Record<string, unknown>
const { getPermissionLevel } = notifications
const runtime = fakeBrowser.runtime as unknown as Record<string, unknown>

// Only the clock: the page's own timers and those of waiting stay real.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  Object.assign(notifications, { getPermissionLevel })
  runtime.getBrowserInfo = undefined
})

/** What the browser is asked for, with its answers. */
function browserHolds({
  alarm = NOW + HOUR,
  permission = 'granted',
}: {
  alarm?: number | null
  permission?: string
} = {}) {
  vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo').mockResolvedValue({ os: 'linux', arch: 'x86-64' } as never)
  vi.spyOn(notifications as { getPermissionLevel(): unknown }, 'getPermissionLevel').mockResolvedValue(permission)
  return vi
    .spyOn(fakeBrowser.alarms, 'get')
    .mockImplementation(async () => (alarm === null ? undefined : { name: 'wake', scheduledTime: alarm }) as never)
}

const open = (record: unknown, ...wakes: readonly Wake[]) => openPage(record, { wakes })
const section = () => find('#diagnostics')

async function toggle(isOpen: boolean): Promise<void> {
  const details = find<HTMLDetailsElement>('[data-diagnostics]')
  await act(async () => {
    details.open = isOpen
    details.dispatchEvent(new Event('toggle'))
  })
}

/** Opens Diagnostics and waits for the browser's answers. */
async function look(): Promise<void> {
  await toggle(true)
  await waitFor(() => find('[data-wakes]'), PATIENT)
}

const wordsOf = ({ textContent }: Element) => textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
const fact = (name: string) => wordsOf(find(`[data-fact="${name}"]`))
const trouble = () => [...section().querySelectorAll<HTMLElement>('[data-trouble]')].map((note) => note.dataset.trouble)
/** The rows of the table, cell by cell. */
const rows = () => [...section().querySelectorAll('tbody tr')].map((row) => [...row.children].map(wordsOf).join(' | '))

describe('while it is closed', () => {
  test('nothing is asked for', async () => {
    const alarm = browserHolds()
    const get = vi.spyOn(fakeBrowser.storage.local, 'get')
    // Of no run, for while one is on the page looks after the alarm.
    await open(recordOf(), WAKE)
    expect(section().textContent).toContain('Show what it did')
    expect(document.querySelector('[data-fact]')).toBeNull()
    expect(alarm).not.toHaveBeenCalled()
    expect(get.mock.calls.flat(2)).not.toContain('wakes')
    await look()
    expect(alarm).toHaveBeenCalledWith('wake')
    expect(get.mock.calls.flat(2)).toContain('wakes')
  })

  test('nothing is asked for any more once it was open', async () => {
    const alarm = browserHolds()
    await open(recordOf(running), WAKE)
    await look()
    await toggle(false)
    alarm.mockClear()
    await act(() => recordWake(WAKE))
    expect(alarm).not.toHaveBeenCalled()
    expect(document.querySelector('[data-fact]')).toBeNull()
  })
})

describe('where all is well', () => {
  test('it tells what is planned, held, allowed and stored', async () => {
    browserHolds()
    vi.stubGlobal('navigator', {
      ...navigator,
      locks: navigator.locks,
      userAgentData: {
        brands: [
          { brand: 'Chromium', version: '156' },
          { brand: 'Not;A=Brand', version: '8' },
          { brand: 'Microsoft Edge', version: '156' },
        ],
      },
    })
    await open(recordOf(london, running, doneOn(1), doneOn(2)), WAKE)
    await look()
    expect(['planned', 'alarm'].map(fact)).toEqual(Array(2).fill('Thu Nov 26, 1:00 PM GMT'))
    expect(fact('permission')).toBe('The browser allows them. Send a test notification')
    expect(find('[data-fact="permission"] a').getAttribute('href')).toBe('#notifications')
    expect(fact('storage')).toBe('Can be read')
    expect(fact('stored')).toBe('1 commander, 1 recent or coming run, 2 marks')
    expect(fact('zone')).toBe('Europe/London, chosen on this page')
    expect(fact('version')).toBe('1.2.3')
    expect(fact('browser')).toBe('Microsoft Edge 156 on linux')
    expect(trouble()).toEqual([])
  })

  test.each([
    ['system', `${systemTimeZone()}, same as this computer`],
    ['Mars/Olympus', `${systemTimeZone()} of this computer, because this browser does not know the one chosen`],
  ])('it tells the zone in use: %s', async (timeZone, words) => {
    browserHolds()
    await open(recordOf(running, [setSetting('timeZone', timeZone), LONG_AGO]), WAKE)
    await look()
    expect(fact('zone')).toBe(words)
  })

  test('wakes of small changes are one row, counted', async () => {
    browserHolds()
    await open(
      recordOf(london, running),
      { ...WAKE, causes: ['changed'], times: 12 },
      { ...WAKE, causes: ['changed'], times: 1 },
      { ...WAKE, causes: ['changed'] },
    )
    await look()
    expect(rows().map((row) => row.split(' | ')[1])).toEqual([
      undefined,
      'Change stored ×12',
      'Change stored',
      'Change stored',
    ])
  })

  test('each wake has a row, under its date', async () => {
    browserHolds()
    const told: readonly Wake[] = [
      { ...WAKE, causes: ['startup', 'changed'], due: ['start', 'lead', 'start', 'new'], shown: 4 },
      { ...WAKE, at: NOW - 2 * HOUR, badge: 'KIRK', wakeAt: undefined, causes: ['started', 'roused'] },
      { ...WAKE, at: NOW - 13 * HOUR, badge: '', wakeAt: undefined, causes: ['updated'] },
      { ...WAKE, at: NOW - 13 * HOUR, wakeAt: NOW - 12 * HOUR, status: 'failed', failed: ['alarm', 'labels'] },
    ]
    await open(recordOf(london, running), ...told)
    await look()
    expect(find('#diagnostics caption').textContent).toBe(
      'Each time the tracker woke and checked what to do, newest first. Times are those of London.',
    )
    expect(rows()).toEqual([
      'Thu Nov 26',
      '11:00 AM GMT | Browser startedChange stored | HM | 4 of 4 shownstart of a dayreminderother | 1:00 PM GMT | None',
      '10:00 AM GMT | Background startedA page woke it | KIRK | None | None | None',
      'Wed Nov 25',
      '11:00 PM GMT | Updated | None | None | None | None',
      '11:00 PM GMT | Alarm | HM | None | 12:00 AM GMTThu Nov 26 | Storage could not be openedNot done: alarm, dates for the popup',
    ])
  })

  test('it says that there is nothing yet', async () => {
    browserHolds({ alarm: null })
    await open(recordOf(london))
    await look()
    expect(section().textContent).toContain('Nothing yet.')
    expect([fact('planned'), fact('alarm')]).toEqual(['Not known', 'None'])
    expect(trouble()).toEqual([])
  })

  test('it follows the background while it is open', async () => {
    let alarm = NOW + HOUR
    browserHolds().mockImplementation(async () => ({ name: 'wake', scheduledTime: alarm }) as never)
    await open(recordOf(london, running), WAKE)
    await look()
    alarm = NOW + 2 * HOUR
    await act(() => recordWake({ ...WAKE, at: NOW, causes: ['changed'], wakeAt: alarm }))
    await waitFor(() => expect(rows()[1]).toContain('12:00 PM GMT | Change stored'), PATIENT)
    expect([fact('planned'), fact('alarm')]).toEqual(Array(2).fill('Thu Nov 26, 2:00 PM GMT'))
    expect(trouble()).toEqual([])
  })

  test('it asks again when the page comes into sight', async () => {
    const permission = browserHolds() && vi.mocked(notifications.getPermissionLevel as () => Promise<string>)
    await open(recordOf(running), WAKE)
    await look()
    permission.mockResolvedValue('denied')
    vi.setSystemTime(NOW + 1)
    await act(async () => {
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await waitFor(() => expect(trouble()).toEqual(['denied']), PATIENT)
  })
})

test('an answer that comes late does not take the place of a newer one', async () => {
  let answerFirst = (_: unknown): void => {}
  const first = new Promise((resolve) => {
    answerFirst = resolve
  })
  browserHolds().mockImplementationOnce(() => first as never)
  await open(recordOf(london, running), WAKE)
  await toggle(true)
  await act(() => recordWake({ ...WAKE, at: NOW }))
  await waitFor(() => expect(fact('alarm')).toBe('Thu Nov 26, 1:00 PM GMT'), PATIENT)
  await act(async () => {
    answerFirst({ name: 'wake', scheduledTime: NOW + 5 * HOUR })
    // All that waits for it has run before the next task.
    await new Promise((resolve) => setTimeout(resolve))
  })
  expect(fact('alarm')).toBe('Thu Nov 26, 1:00 PM GMT')
})

describe('the next reminder, and what is held back', () => {
  /** Day 3 was told when it started, at 16:00. */
  const day = `${RUN}/${DAYS[2]}`
  const delivered = { [`${day}/start/${START + 2 * DAY}`]: START + 2 * DAY }
  const lead = `${day}/lead/${NOW - 2 * HOUR}`
  const quiet = (from: number, to: number): Told => [
    setSetting('quietHours', { from: from * 60, to: to * 60 }),
    LONG_AGO,
  ]
  const off: readonly Told[] = [
    [setSetting('startOfDay', false), LONG_AGO],
    [setSetting('leadTimes', []), LONG_AGO],
  ]
  const second: Told = [putCommander('commander-2', { ...DEFAULT_COMMANDER, level: 5 }), LONG_AGO]
  const low: Told = [changeCommander(FIRST_COMMANDER, { level: 5 }), LONG_AGO]
  const both = { ...delivered, [lead]: NOW - 2 * HOUR }

  test.each<[string, readonly Told[], object, object, string, string]>([
    ['a reminder', [running], both, {}, 'Thu Nov 26, 3:00 PM GMT (reminder)', 'Nothing'],
    ['what is due', [running], delivered, {}, 'Thu Nov 26, 10:00 AM GMT (reminder, due and not shown yet)', 'Nothing'],
    [
      'quiet hours',
      [running, quiet(9, 15)],
      delivered,
      {},
      'Thu Nov 26, 3:00 PM GMT (reminder)',
      'Until Thu Nov 26, 3:00 PM GMT (quiet hours)',
    ],
    [
      'quiet hours that are to come',
      [running, quiet(14, 15.5)],
      both,
      {},
      'Thu Nov 26, 3:30 PM GMT (reminder, put off by quiet hours)',
      'Nothing',
    ],
    [
      'a snooze',
      [running],
      both,
      { [day]: NOW + HOUR / 2 },
      'Thu Nov 26, 12:30 PM GMT (after a snooze)',
      'Until Thu Nov 26, 12:30 PM GMT (snoozed)',
    ],
    [
      'a day that is done',
      [running, doneOn(3)],
      delivered,
      {},
      'Thu Nov 26, 4:00 PM GMT (start of a day)',
      'The day is done.',
    ],
    [
      'reminders that are off',
      [running, ...off],
      both,
      {},
      'Sat Nov 28, 4:00 PM GMT (result)',
      'Reminders are switched off.',
    ],
    ['no event', [], {}, {}, 'None. No event is tracked.', 'No event is tracked.'],
    [
      'an event that no game shows',
      [running, low, second],
      {},
      {},
      'None. No commander’s game shows the event that is tracked.',
      'No commander’s game shows the event that is tracked.',
    ],
  ])('are told: %s', async (_, told, shown, snoozed, next, held) => {
    browserHolds()
    await openPage(recordOf(london, ...told), { wakes: [WAKE], delivery: { delivered: shown, snoozed } })
    await look()
    expect([fact('next'), fact('held')]).toEqual([next, held])
  })

  test('each reason has a line, what the browser blocks first', async () => {
    browserHolds({ permission: 'denied' })
    const snoozed = { [day]: NOW + HOUR / 2 }
    await openPage(recordOf(london, running, ...off), { wakes: [WAKE], delivery: { delivered: both, snoozed } })
    await look()
    expect([...find('[data-fact="held"]').children].map(wordsOf)).toEqual([
      'The browser blocks notifications.',
      'Reminders are switched off.',
      'Until Thu Nov 26, 12:30 PM GMT (snoozed)',
    ])
  })

  test('nothing is left to tell of an event that has no end', async () => {
    browserHolds()
    const [first] = DEFENDER_OF_PEACE.relatedEvents
    const endless = { ...DEFENDER_OF_PEACE, id: 'endless', lasts: undefined }
    const relatedEvents = first ? [{ ...first, windows: [{ opensAfter: 0 }] }] : []
    const run = { eventId: 'endless', startsAt: START, startAssumed: false }
    await open(
      recordOf(london, [putEvent({ ...endless, relatedEvents }), NOW - DAY], [putRun(RUN, run), NOW - DAY]),
      WAKE,
    )
    await look()
    expect([fact('next'), fact('held')]).toEqual(['None. All there is to tell has been told.', 'Nothing'])
  })

  test('they follow what the background shows', async () => {
    browserHolds()
    await openPage(recordOf(london, running), { wakes: [WAKE], delivery: { delivered, snoozed: {} } })
    await look()
    expect(fact('next')).toContain('not shown yet')
    await act(() => fakeBrowser.storage.local.set({ delivery: { delivered: both, snoozed: {} } }))
    await waitFor(() => expect(fact('next')).toBe('Thu Nov 26, 3:00 PM GMT (reminder)'), PATIENT)
  })
})

describe('where something is wrong', () => {
  test.each([
    ['missing', { alarm: null }, 'comes back when you open the popup'],
    [
      'differs',
      { alarm: NOW + HOUR + 25_000 },
      '25 s away from the plan. The next wake puts that right; to have it now, change any setting.',
    ],
    ['denied', { permission: 'denied' }, 'blocks the tracker’s notifications'],
  ])('it is named: %s', async (name, held, words) => {
    browserHolds(held)
    await open(recordOf(running), WAKE)
    await look()
    expect(trouble()).toEqual([name])
    expect(find('[data-trouble]').textContent).toContain(words)
  })

  test('a wake that did not come is named, with how long ago', async () => {
    browserHolds({ alarm: NOW - 20 * 60_000 })
    await open(recordOf(running), { ...WAKE, wakeAt: NOW - 20 * 60_000 })
    await look()
    expect(find('[data-trouble="late"]').textContent).toContain('20 min ago')
  })

  test('an alarm that nobody planned is named', async () => {
    browserHolds()
    await open(recordOf(running), { ...WAKE, wakeAt: undefined })
    await look()
    expect([fact('planned'), ...trouble()]).toEqual(['None', 'unplanned'])
    expect(find('[data-trouble]').textContent).toContain('You need not do anything')
  })

  test('without any wake an alarm is missed only where a run is on', async () => {
    browserHolds({ alarm: null })
    await open(recordOf(running))
    await look()
    expect(trouble()).toEqual(['missing'])
  })

  test('a browser that does not tell is asked nothing, and a test is offered', async () => {
    browserHolds()
    notifications.getPermissionLevel = undefined
    runtime.getBrowserInfo = async () => ({ name: 'Firefox', version: '153.0' })
    await open(recordOf(running), WAKE)
    await look()
    expect(fact('permission')).toBe('This browser does not tell. Send a test notification')
    expect(fact('browser')).toBe('Firefox 153.0 on linux')
  })

  test('a storage that cannot be opened leaves what the browser holds', async () => {
    browserHolds()
    await fakeBrowser.storage.local.set({ record: recordOf(running), wakes: [WAKE] })
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('disk is gone'))
    await openPage()
    await look()
    expect(find('.wakes').textContent).toContain('could not open its storage')
    expect(['storage', 'stored', 'planned', 'next', 'held'].map(fact)).toEqual([
      'The browser could not open it',
      ...Array(4).fill('Not known'),
    ])
    expect(fact('alarm')).not.toBe('Not known')
  })

  test('a browser that answers nothing is no blank page', async () => {
    const refuse = () => Promise.reject(new Error('no'))
    browserHolds().mockImplementation(refuse)
    vi.mocked(notifications.getPermissionLevel as () => Promise<string>).mockImplementation(refuse)
    vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo').mockImplementation(refuse as never)
    await open(recordOf(running), WAKE)
    await look()
    expect([fact('alarm'), fact('permission')]).toEqual([
      'Not known',
      'This browser does not tell. Send a test notification',
    ])
    expect(fact('browser')).toBe(navigator.userAgent)
    expect(trouble()).toEqual([])
  })
})

describe('the text for a bug report', () => {
  const writeText = vi.fn<(text: string) => Promise<void>>()
  beforeEach(() => {
    writeText.mockReset().mockResolvedValue()
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as never)
    browserHolds()
  })
  const told = recordOf(
    london,
    running,
    doneOn(1),
    [changeCommander(FIRST_COMMANDER, { name: 'Kirk', server: '8472' }), LONG_AGO],
    [setNote(FIRST_COMMANDER, RUN, DAYS[0] ?? '', 'Ask Spock'), LONG_AGO],
  )

  test('is copied, and has no name and no note in it', async () => {
    await open(told, WAKE, { ...WAKE, at: NOW - 2 * HOUR, badge: 'KIRK', causes: ['roused'] })
    await look()
    await click('#diagnostics [data-action="copy-text"]')
    await waitFor(() => expect(find('#diagnostics [role="status"]').textContent).toBe('Copied.'), PATIENT)
    const text = writeText.mock.calls[0]?.[0] ?? ''
    expect(text).toContain('stored: commanders 1, runs near 1, marks 1')
    expect(text).toContain('2026-11-26T11:00:00.000Z alarm | storage ok | badge "HM"')
    expect(text).toContain('2026-11-26T10:00:00.000Z roused | storage ok | badge own event')
    expect(text).toContain('made: 2026-11-26T12:00:00.')
    expect(text).not.toMatch(/Kirk|8472|Spock|run-1|commander-1|Defender of Peace –/i)
    expect(find('#diagnostics [data-action="copy-text"]').getAttribute('aria-label')).toBe('Copy as text: Diagnostics')
  })

  test('stands there to be copied by hand where the browser refuses', async () => {
    writeText.mockRejectedValue(new Error('not allowed'))
    Object.assign(document, { execCommand: () => false })
    await open(told, WAKE)
    await look()
    await click('#diagnostics [data-action="copy-text"]')
    await waitFor(() => find('#diagnostics textarea'), PATIENT)
    expect(find<HTMLTextAreaElement>('#diagnostics textarea').value).toContain('Defender of Peace Tracker: diagnostics')
  })
})
