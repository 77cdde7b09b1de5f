import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { onNoticeButton, onNoticeClick } from '../../../entrypoints/background/notice-clicks.ts'
import catalogue from '../../../public/_locales/en/messages.json'
import { DEFENDER_OF_PEACE } from '../../../utils/events/defender-of-peace.ts'
import * as planning from '../../../utils/plan/plan.ts'
import { settingsOf } from '../../../utils/record/read.ts'
import { putRun, setDone, setSetting } from '../../../utils/record/transitions.ts'
import { load } from '../../../utils/storage/load.ts'
import { formatMessage, type Message } from '../../setup/messages.ts'
import { mocked } from '../support/mocked.ts'
import { reconcileAt } from '../support/reconcile-at.ts'
import { DAY, dayId, doneOn, HOUR, quiet, RUN, recordOf, running, START, type Told } from '../support/records.ts'
import { slowStorage } from '../support/slow-storage.ts'

const MESSAGES: Readonly<Record<string, Message>> = catalogue
/** The zone is told, so that the words are the same on every host. */
const london: Told = [setSetting('timeZone', 'Europe/London'), START - 2 * DAY]
const store = (...told: Told[]) => browser.storage.local.set({ record: recordOf(london, ...told) })
const badge = () => browser.action.getBadgeText({})
const alarm = async () => (await browser.alarms.get('wake'))?.scheduledTime
/** Looks around while a call of the browser has no answer: so it is when the worker dies there. */
async function whileWaitingFor(path: string, now: number, look: () => Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers()
  const call = mocked(path).mockReturnValue(promise)
  const work = reconcileAt(now)
  try {
    await vi.waitFor(() => expect(call).toHaveBeenCalled())
    await look()
  } finally {
    resolve({})
    await work
  }
}
const notices = async () => Object.keys(await browser.notifications.getAll())

afterEach(() => void vi.useRealTimers())

beforeEach(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation(((key: string, values: unknown) =>
    formatMessage(MESSAGES[key], values)) as never)
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB')
})

describe('reconcile', () => {
  it('brings badge, tooltip, alarm, labels and notification to what the record asks for', async () => {
    await store(running)
    await reconcileAt(START)
    expect(await badge()).toBe('UA')
    expect(await browser.action.getTitle({})).toBe(
      'Defender of Peace Tracker\nUnraveling Anomalies: open until Tue 24 Nov, 16:00 GMT\nDefender of Peace: 0 of 500 points',
    )
    expect(await alarm()).toBe(START + HOUR)
    expect((await load()).labels?.byInstant[START]).toBeDefined()
    expect(await notices()).toEqual([`${RUN}/${dayId(1)}/start/${START}`])
  })

  it('twice is the same as once', async () => {
    await store(running)
    await reconcileAt(START)
    const create = vi.spyOn(browser.notifications, 'create')
    const createAlarm = vi.spyOn(browser.alarms, 'create')
    const before = await browser.storage.local.get(null)
    const write = vi.spyOn(browser.storage.local, 'set')
    await Promise.all([reconcileAt(START), reconcileAt(START + 1)])
    expect(create).not.toHaveBeenCalled()
    expect(createAlarm).not.toHaveBeenCalled()
    expect(write).not.toHaveBeenCalled()
    expect(await browser.storage.local.get(null)).toEqual(before)
  })

  it('shows once what two find due at once, while the storage is slow: the second waits for the first', async () => {
    await store(running)
    const create = vi.spyOn(browser.notifications, 'create')
    const createAlarm = vi.spyOn(browser.alarms, 'create')
    slowStorage()
    const outcomes = await Promise.all([reconcileAt(START), reconcileAt(START + 1)])
    expect(outcomes.map(({ due, shown }) => ({ due, shown }))).toEqual([
      { due: ['start'], shown: 1 },
      { due: [], shown: 0 },
    ])
    expect(create.mock.calls.map(([id]) => id as unknown)).toEqual([`${RUN}/${dayId(1)}/start/${START}`])
    // One to be woken by, should it die, and the one that is planned.
    expect(createAlarm.mock.calls.map(([, info]) => (info as unknown as { when: number }).when)).toEqual([
      START + 60_000,
      START + HOUR,
    ])
  })

  it('writes the labels once, also where the storage sorts the keys of what it holds', async () => {
    await store(running)
    await reconcileAt(START)
    const { labels } = (await browser.storage.local.get('labels')) as { labels: { byInstant: object } }
    const sorted = Object.fromEntries(Object.entries(labels.byInstant).sort(([a], [b]) => (a < b ? -1 : 1)))
    await browser.storage.local.set({ labels: { ...labels, byInstant: sorted } })
    const write = vi.spyOn(browser.storage.local, 'set')
    await reconcileAt(START + 1)
    expect(write).not.toHaveBeenCalled()
  })

  it('makes the labels anew for a zone of another name at the same hours', async () => {
    const abidjan: Told = [setSetting('timeZone', 'Africa/Abidjan'), START]
    const zoneOf = async () => {
      const { timeZone, zoneName, byInstant } = (await load()).labels ?? {}
      return { timeZone, zoneName, offset: byInstant?.[START]?.offset, zone: byInstant?.[START]?.zone }
    }
    await store(running)
    await reconcileAt(START)
    expect(await zoneOf()).toEqual({ timeZone: 'Europe/London', zoneName: 'London', offset: 0, zone: 'GMT' })
    await store(running, abidjan)
    await reconcileAt(START + 1)
    expect(await zoneOf()).toEqual({ timeZone: 'Africa/Abidjan', zoneName: 'Abidjan', offset: 0, zone: 'GMT' })
  })

  it('names the time left in whole minutes though the alarm came a little late', async () => {
    await store(running)
    const create = vi.spyOn(browser.notifications, 'create')
    await reconcileAt(START + 18 * HOUR + 40)
    expect(create.mock.lastCall?.[1 as never]).toMatchObject({ title: '6 h left: Unraveling Anomalies' })
  })

  it('shows trouble and tries again where no plan can be made', async () => {
    await store(running)
    vi.spyOn(console, 'warn').mockReturnValue()
    vi.spyOn(planning, 'planAt').mockImplementation(() => {
      throw new RangeError('Maximum call stack size exceeded')
    })
    await expect(reconcileAt(START)).resolves.toEqual({
      status: 'ok',
      due: [],
      shown: 0,
      wakeAt: START + 60_000,
      failed: ['plan'],
    })
    expect([await badge(), await alarm()]).toEqual(['!', START + 60_000])
  })

  it('plans an event of very many windows', async () => {
    const windows = Array.from({ length: 500 }, (_, i) => ({ opensAfter: i, lasts: 1 }))
    const [related] = DEFENDER_OF_PEACE.relatedEvents
    const relatedEvents = Array.from({ length: 300 }, (_, i) => ({ ...related, id: `r${i}`, windows }))
    const huge = { ...DEFENDER_OF_PEACE, relatedEvents }
    await store(running, [
      (r) => ({ ...r, events: { [huge.id]: { value: huge, at: START, by: 'test' } } }) as never,
      START,
    ])
    await reconcileAt(START - HOUR)
    expect(await alarm()).toBe(START)
  })

  it('shows the others when one notification is refused, and tries again also after the end', async () => {
    await store(running, [
      putRun('other', { eventId: 'defender-of-peace', startsAt: START, startAssumed: false }),
      START - DAY,
    ])
    vi.spyOn(console, 'warn').mockReturnValue()
    const create = browser.notifications.create
    vi.spyOn(browser.notifications, 'create').mockImplementation(((id: string, options: never) =>
      id.startsWith('other') ? Promise.reject(new Error('refused')) : create(id as never, options)) as never)
    await reconcileAt(START + 5 * DAY)
    expect(await notices()).toEqual([`${RUN}/result/${START + 5 * DAY}`])
    expect(await alarm()).toBe(START + 5 * DAY + HOUR)
  })

  it('makes a lost alarm and a lost badge again', async () => {
    await store(running)
    await reconcileAt(START)
    await browser.alarms.clearAll()
    await browser.action.setBadgeText({ text: '' })
    await reconcileAt(START + 1)
    expect([await badge(), await alarm()]).toEqual(['UA', START + HOUR])
  })

  it('takes away a notification whose day is done or over', async () => {
    await store(running)
    await reconcileAt(START)
    await store(running, doneOn(1))
    await reconcileAt(START + 2 * HOUR)
    expect(await notices()).toEqual([])
    expect(await badge()).toBe('✓')
    await reconcileAt(START + DAY)
    await reconcileAt(START + 3 * DAY)
    expect(await notices()).toEqual([`${RUN}/${dayId(4)}/start/${START + 3 * DAY}`])
  })

  it('leaves the test notification alone', async () => {
    await browser.notifications.create('test', { type: 'basic', iconUrl: '', title: 't', message: 'm' })
    await store(running)
    await reconcileAt(START)
    expect(await notices()).toContain('test')
  })

  it('clears badge and alarm when nothing is near', async () => {
    await store(running)
    await reconcileAt(START)
    await browser.storage.local.remove('record')
    await reconcileAt(START + HOUR)
    expect([await badge(), await alarm(), await notices()]).toEqual(['', undefined, []])
  })

  it('repeats a notification over itself when the worker died before it was recorded', async () => {
    await store(running)
    vi.spyOn(console, 'warn').mockReturnValue()
    const set = browser.storage.local.set
    vi.spyOn(browser.storage.local, 'set').mockImplementation((items) =>
      'delivery' in items ? Promise.reject(new Error('died')) : set(items),
    )
    await reconcileAt(START)
    vi.restoreAllMocks()
    vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB')
    vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('text')
    await reconcileAt(START + 1)
    expect(await notices()).toEqual([`${RUN}/${dayId(1)}/start/${START}`])
  })

  it.each([
    ['alarms.create', ['alarm']],
    ['action.setBadgeText', ['badge']],
    ['notifications.create', ['notifications']],
    ['storage.local.set', ['labels', 'notifications']],
  ])('does the rest when %s fails, tells it and never rejects', async (path, failed) => {
    await store(running)
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    mocked(path).mockImplementation(() => Promise.reject(new Error('refused')))
    const shown = path === 'notifications.create' ? 0 : 1
    await expect(reconcileAt(START)).resolves.toMatchObject({ status: 'ok', due: ['start'], shown, failed })
    expect(warn).toHaveBeenCalled()
    if (!path.startsWith('action')) expect(await badge()).toBe('UA')
    if (!path.startsWith('alarms')) expect(await alarm()).toBe(START + HOUR)
  })

  it('takes the message of several things away when all in it is done, though something else came with it', async () => {
    const beside = (id: string, startsAt: number): Told => [
      putRun(id, { eventId: DEFENDER_OF_PEACE.id, startsAt, startAssumed: false }),
      START - 2 * DAY,
    ]
    const told = [running, beside('late', START + HOUR / 2), beside('now', START + 2 * HOUR)]
    await store(...told)
    await reconcileAt(START + 2 * HOUR)
    const own = `now/${dayId(1)}/start/${START + 2 * HOUR}`
    expect((await notices()).sort()).toEqual([`away/${START + HOUR / 2}`, own])
    const done = [RUN, 'late'].map((id): Told => [setDone('commander-1', id, dayId(1), true), START + 2 * HOUR + 1])
    await store(...told, ...done)
    await reconcileAt(START + 3 * HOUR)
    expect(await notices()).toEqual([own])
  })

  it('lets the message of several things stand for as long as one of them is news, also after a day', async () => {
    const earlier: Told = [
      putRun('earlier', { eventId: DEFENDER_OF_PEACE.id, startsAt: START - 4 * DAY, startAssumed: false }),
      START - 5 * DAY,
    ]
    await store(running, earlier)
    await reconcileAt(START + DAY + HOUR)
    for (const later of [2 * DAY + 2 * HOUR, 2 * DAY + 3 * HOUR]) await reconcileAt(START + later)
    expect(await notices()).toContain(`away/${START + DAY}`)
    await reconcileAt(START + 4 * DAY)
    expect(await notices()).not.toContain(`away/${START + DAY}`)
  })

  it('tells it and never rejects where it cannot have its lock', async () => {
    vi.spyOn(navigator.locks, 'request').mockRejectedValue(
      new DOMException('The document is gone', 'InvalidStateError'),
    )
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    await expect(reconcileAt(START)).resolves.toEqual({ status: 'failed', due: [], shown: 0, failed: ['plan'] })
    expect(warn).toHaveBeenCalled()
  })

  it('holds an alarm before it asks the storage: a worker that dies there is woken again', async () => {
    await whileWaitingFor('storage.local.get', START, async () => expect(await alarm()).toBe(START + 60_000))
  })

  it.each(['action.setBadgeText', 'notifications.create', 'storage.local.set'])(
    'leaves the alarm that rang, and comes again, where a worker dies in %s at the end of all',
    async (path) => {
      await store(running)
      await browser.alarms.create('wake', { when: START + 5 * DAY + HOUR, periodInMinutes: 60 })
      await whileWaitingFor(path, START + 5 * DAY, async () => {
        expect(await alarm()).toBe(START + 5 * DAY + HOUR)
      })
    },
  )

  it.each([
    ['action.setBadgeText', ['badge']],
    ['notifications.create', ['notifications']],
  ])('comes again in an hour where %s failed at the end of all', async (path, failed) => {
    await store(running)
    vi.spyOn(console, 'warn').mockReturnValue()
    mocked(path).mockRejectedValueOnce(new Error('refused'))
    const outcome = await reconcileAt(START + 5 * DAY)
    expect(outcome).toMatchObject({ failed, wakeAt: START + 5 * DAY + HOUR })
    expect(await alarm()).toBe(START + 5 * DAY + HOUR)
    vi.restoreAllMocks()
  })

  it('shows trouble where the storage cannot be read, and tries again', async () => {
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('An unexpected error occurred'))
    await reconcileAt(START)
    expect([await badge(), await alarm()]).toEqual(['!', START + 60_000])
  })

  it('sets aside what cannot be read and goes on with the rest', async () => {
    await browser.storage.local.set({ record: { ...recordOf(running), settings: { leadTimes: 'soon' } } })
    await reconcileAt(START)
    expect(await badge()).toBe('UA')
    const { record, setAside } = await load()
    expect(settingsOf(record).leadTimes).toEqual([360, 60])
    expect(setAside).toHaveLength(1)
  })

  it('divides the record when it is due, and then only looks at what is near', async () => {
    const old = { eventId: DEFENDER_OF_PEACE.id, startsAt: START - 90 * DAY, startAssumed: false }
    const far = [20, 30].map((days): Told => [putRun(`in-${days}`, { ...old, startsAt: START + days * DAY }), START])
    await store(
      [putRun('old', old), START - 90 * DAY],
      [putRun('later', { ...old, startsAt: START - 60 * DAY }), START - 60 * DAY],
      ...far,
    )
    await reconcileAt(START)
    expect(Object.keys((await load()).record.runs).sort()).toEqual(['in-20', 'later'])
    // Nothing is on: the next thing to come is that the one after the next is fetched.
    expect(await alarm()).toBe(START + HOUR)
    const get = vi.spyOn(browser.storage.local, 'get')
    await reconcileAt(START + 1)
    expect(get.mock.calls.flat(2)).not.toContain('shelf')
    await reconcileAt(START + 6 * DAY)
    expect(Object.keys((await load()).record.runs).sort()).toEqual(['in-20', 'in-30', 'later'])
  })

  it('wakes when a run of the shelf comes near, be it sooner than anything else', async () => {
    await store(
      [
        putRun('a', { eventId: DEFENDER_OF_PEACE.id, startsAt: START + 14 * DAY + HOUR / 2, startAssumed: false }),
        START,
      ],
      [putRun('b', { eventId: DEFENDER_OF_PEACE.id, startsAt: START + 30 * DAY, startAssumed: false }), START],
    )
    await reconcileAt(START)
    expect([await alarm(), (await load()).shelved]).toEqual([START + HOUR / 2, { at: START, dueAt: START + HOUR / 2 }])
  })

  it('plans from the whole where it cannot be divided, and does not wake at once again', async () => {
    await store(running, doneOn(1))
    const set = browser.storage.local.set
    await set({ shelf: recordOf(running, quiet(0, 23)), shelved: { at: START - 2 * DAY, dueAt: START - DAY } })
    vi.spyOn(console, 'warn').mockReturnValue()
    vi.spyOn(browser.storage.local, 'set').mockImplementation((items) =>
      'shelved' in items ? Promise.reject(new Error('QuotaExceededError')) : set(items),
    )
    await reconcileAt(START + HOUR)
    expect([await badge(), await alarm()]).toEqual(['✓', START + 2 * HOUR])
    expect((await load()).shelved?.at).toBe(START - 2 * DAY)
  })

  it('sets a broken shelf aside and goes on with what is near', async () => {
    await store(running)
    await browser.storage.local.set({ shelf: 'broken' })
    await reconcileAt(START)
    expect(await badge()).toBe('UA')
    expect((await load()).setAside).toMatchObject([{ whole: false, problems: [{ path: 'shelf' }] }])
  })

  it('shows nothing while notifications are denied, and takes away what no longer holds', async () => {
    await store(running)
    await reconcileAt(START)
    expect(await notices()).toHaveLength(1)
    const api = browser.notifications as { getPermissionLevel?: () => Promise<string> }
    const { getPermissionLevel } = api
    api.getPermissionLevel = async () => 'denied'
    vi.spyOn(console, 'warn').mockReturnValue()
    try {
      await store(running, doneOn(1))
      expect((await reconcileAt(START + DAY)).failed).toEqual(['notifications'])
      expect(await notices()).toEqual([])
    } finally {
      Object.assign(api, { getPermissionLevel })
    }
  })

  it('leaves an alarm where something came in after it had planned that nothing is to come', async () => {
    await store()
    await whileWaitingFor('action.setBadgeText', START, () => store(running))
    expect(await alarm()).toBe(START + 60_000)
    await store()
    await reconcileAt(START)
    expect(await alarm()).toBeUndefined()
  })

  it('forgets what it notified of runs that are no longer near', async () => {
    await store(running, [
      putRun('after', { eventId: DEFENDER_OF_PEACE.id, startsAt: START + 20 * DAY, startAssumed: false }),
      START - DAY,
    ])
    const notified = async (now: number) => {
      await reconcileAt(now)
      return Object.keys((await load()).delivery.delivered)
    }
    const first = `${RUN}/${dayId(1)}/start/${START}`
    const result = `${RUN}/result/${START + 5 * DAY}`
    expect(await notified(START)).toEqual([first])
    // It is the run that ended last, until another one is that has been over for four days.
    expect(await notified(START + 5 * DAY)).toEqual([first, result])
    expect(await notified(START + 28 * DAY)).toEqual(expect.arrayContaining([first, result]))
    expect((await notified(START + 29 * DAY)).some((id) => id.startsWith(RUN))).toBe(false)
  })

  describe('after a clock that was ahead was set right', () => {
    const id = `${RUN}/${dayId(1)}/start/${START}`
    const shown = () => vi.spyOn(browser.notifications, 'create').mock.calls.map(([name]) => name as unknown)
    beforeEach(() => store(running))

    it.each([1, 1000, HOUR, 20 * HOUR])('tells at its true time what was told %s ms too early', async (ahead) => {
      shown()
      await reconcileAt(START)
      await reconcileAt(START - ahead)
      expect(await notices()).toEqual([])
      await reconcileAt(START)
      await reconcileAt(START + 1)
      expect(shown()).toEqual([id, id])
      expect(await notices()).toEqual([id])
    })

    it('tells not twice of what holds by the right clock too', async () => {
      shown()
      await reconcileAt(START + 3 * HOUR)
      for (const hours of [1, 2, 4]) await reconcileAt(START + hours * HOUR)
      expect(shown()).toEqual([id])
      expect(await notices()).toEqual([id])
    })

    it('tells apart at its true time what was told too early with what holds', async () => {
      await store(running, [
        putRun('later', { eventId: DEFENDER_OF_PEACE.id, startsAt: START + 5 * HOUR, startAssumed: false }),
        START - DAY,
      ])
      const later = `later/${dayId(1)}/start/${START + 5 * HOUR}`
      shown()
      await reconcileAt(START + 6 * HOUR)
      await reconcileAt(START + 2 * HOUR)
      await reconcileAt(START + 5 * HOUR)
      expect(shown()).toEqual([`away/${START + 5 * HOUR}`, later])
    })

    it('holds back for no longer than a snooze lasts', async () => {
      await reconcileAt(START)
      await onNoticeButton(id, 1, START + 5 * HOUR)
      await reconcileAt(START + 5 * HOUR)
      expect((await load()).delivery.snoozed).toEqual({ [`${RUN}/${dayId(1)}`]: START + 6 * HOUR })
      await reconcileAt(START + 4 * HOUR)
      expect((await load()).delivery.snoozed).toEqual({ [`${RUN}/${dayId(1)}`]: START + 6 * HOUR })
      await reconcileAt(START + 4 * HOUR - 1)
      expect((await load()).delivery.snoozed).toEqual({})
    })
  })

  it('holds notifications back in quiet hours', async () => {
    await store(running, quiet(0, 23))
    await reconcileAt(START)
    expect(await notices()).toEqual([])
  })
})

describe('a notification', () => {
  const id = `${RUN}/${dayId(1)}/start/${START}`
  beforeEach(async () => {
    await store(running)
    await reconcileAt(START)
  })

  it('marks the day complete', async () => {
    await onNoticeButton(id, 0, START + HOUR)
    await reconcileAt(START + HOUR)
    expect(await badge()).toBe('✓')
    expect(await notices()).toEqual([])
  })

  it('snoozes for an hour', async () => {
    await onNoticeButton(id, 1, START + HOUR / 2)
    await reconcileAt(START + HOUR / 2)
    expect(await notices()).toEqual([])
    await reconcileAt(START + 1.5 * HOUR)
    expect(await notices()).toEqual([`${RUN}/${dayId(1)}/snooze/${START + 1.5 * HOUR}`])
  })

  it.each([
    ['a day that is over', 0, START + DAY],
    ['a button that does not exist', 7, START],
  ])('does nothing for %s', async (_, button, now) => {
    const before = (await load()).record
    await onNoticeButton(id, button, now)
    expect((await load()).record).toEqual(before)
  })

  it('opens the popup, or the page where the browser cannot', async () => {
    const open = vi.spyOn(browser.action, 'openPopup').mockResolvedValueOnce(undefined)
    const create = vi.spyOn(browser.tabs, 'create')
    await onNoticeClick(id)
    expect(create).not.toHaveBeenCalled()
    open.mockRejectedValueOnce(new Error('Could not find an active browser window.'))
    await onNoticeClick(id)
    expect(create).toHaveBeenCalledWith({ url: expect.stringContaining('/popup.html') })
  })
})
