import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { markOf, settingsOf } from '../../../utils/record/read.ts'
import { EMPTY_RECORD, FIRST_COMMANDER, RECORD_VERSION } from '../../../utils/record/record.ts'
import { setDone, setSetting } from '../../../utils/record/transitions.ts'
import { forgetDelivered, recordDelivered, recordSnoozed } from '../../../utils/storage/delivery.ts'
import { load } from '../../../utils/storage/load.ts'
import { loadWhole } from '../../../utils/storage/load-whole.ts'
import { acknowledgeSetAside, discardSetAside, parseSetAside, readSetAside } from '../../../utils/storage/set-aside.ts'
import { NewerRecordError, repair, update, updateWhole } from '../../../utils/storage/update.ts'
import { watch } from '../../../utils/storage/watch.ts'
import { DAY, doneOn, RUN, recordOf, running, START } from '../support/records.ts'

const stored = () => browser.storage.local.get(null) as Promise<Record<string, unknown>>
const damaged = { ...recordOf(running, doneOn(1)), settings: { startOfDay: 'yes' } }

beforeEach(() => fakeBrowser.reset())

describe('load', () => {
  it('is empty at first', async () => {
    expect(await load()).toMatchObject({ status: 'ok', record: EMPTY_RECORD, problems: [], setAside: [] })
  })

  it('says that the browser could not read', async () => {
    vi.spyOn(browser.storage.local, 'get')
      .mockRejectedValueOnce(new Error('An unexpected error occurred'))
      .mockImplementationOnce(() => {
        throw new Error('An unexpected error occurred')
      })
    expect(await load()).toMatchObject({ status: 'failed' })
    expect(await load()).toMatchObject({ status: 'failed', error: expect.stringContaining('unexpected') })
  })

  it.each([
    [{ version: RECORD_VERSION + 1 }, 'newer'],
    ['not a record', 'unreadable'],
    [damaged, 'ok'],
  ])('of %j is %s and writes nothing', async (record, status) => {
    await browser.storage.local.set({ record, delivery: 'x', labels: [], setAside: { a: 1 } })
    const before = await stored()
    expect(await load()).toMatchObject({ status })
    expect(await stored()).toEqual(before)
  })
})

describe('update', () => {
  it('changes the record under the id of this device', async () => {
    await update(setSetting('startOfDay', false))
    await update(setSetting('lastHourCountdown', true))
    const { record } = await load()
    expect(settingsOf(record)).toMatchObject({ startOfDay: false, lastHourCountdown: true })
    expect(record.settings.startOfDay?.by).toBe(record.settings.lastHourCountdown?.by)
  })

  it('loses none of many at once', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, i) => update(setDone(FIRST_COMMANDER, RUN, `window-${i}`, true))))
    expect(Object.keys((await loadWhole()).record.marks)).toHaveLength(100)
  })

  it.each([update, updateWhole])('loses nothing where the browser gives back nothing once', async (change) => {
    await update(setSetting('startOfDay', false))
    vi.spyOn(browser.storage.local, 'get').mockImplementationOnce(() => Promise.resolve({}) as never)
    await change(setSetting('lastHourCountdown', true))
    vi.restoreAllMocks()
    expect(settingsOf((await loadWhole()).record)).toMatchObject({ startOfDay: false, lastHourCountdown: true })
  })

  it('refuses to touch a newer record', async () => {
    await browser.storage.local.set({ record: { version: RECORD_VERSION + 1, secret: 1 } })
    await expect(update(setSetting('startOfDay', false))).rejects.toBeInstanceOf(NewerRecordError)
    expect((await stored()).record).toEqual({ version: RECORD_VERSION + 1, secret: 1 })
  })

  it('sets aside whole what it cannot read, and keeps the rest', async () => {
    await browser.storage.local.set({ record: damaged })
    await update(setSetting('lastHourCountdown', true))
    const { record, problems, setAside } = await load()
    expect(problems).toEqual([])
    expect(markOf(record, FIRST_COMMANDER, RUN, 'unraveling-anomalies').done).toBe(true)
    expect(setAside).toMatchObject([{ whole: false, seen: false, problems: [{ path: 'settings.startOfDay' }] }])
    expect(await readSetAside(setAside[0]?.key ?? '')).toEqual(damaged)
  })

  it('passes the browser’s refusal on and is not stuck afterwards', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('QuotaExceededError'))
    await expect(update(setSetting('startOfDay', false))).rejects.toThrow('Quota')
    await update(setSetting('startOfDay', false))
    expect(settingsOf((await load()).record).startOfDay).toBe(false)
  })
})

describe('what was set aside', () => {
  it('is kept whole until the commander removes it', async () => {
    await browser.storage.local.set({ record: 'not a record' })
    await repair()
    const [first] = (await load()).setAside
    expect(first).toMatchObject({ whole: true, seen: false })
    await repair()
    expect((await load()).setAside).toHaveLength(1)
    await acknowledgeSetAside()
    expect((await load()).setAside).toMatchObject([{ seen: true }])
    expect(await readSetAside(first?.key ?? '')).toBe('not a record')
    await discardSetAside(first?.key ?? '')
    expect((await load()).setAside).toEqual([])
    expect(await readSetAside(first?.key ?? '')).toBeUndefined()
  })

  it('is found again where its index cannot be read', async () => {
    await browser.storage.local.set({ record: 'not a record' })
    await repair()
    await browser.storage.local.set({ setAside: [{ key: 'broken' }] })
    await acknowledgeSetAside()
    const [found] = (await load()).setAside
    expect(await readSetAside(found?.key ?? '')).toBe('not a record')
  })

  it('can be read again though the clock stood in 1970', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(0)
    await browser.storage.local.set({ record: 'not a record' })
    await repair()
    vi.restoreAllMocks()
    expect((await load()).setAside).toMatchObject([{ whole: true }])
  })

  it('never takes the place of another, even in the same millisecond', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(START)
    for (const record of ['one', 'two']) {
      await browser.storage.local.set({ record })
      await repair()
    }
    vi.restoreAllMocks()
    const raws = await Promise.all((await load()).setAside.map(({ key }) => readSetAside(key)))
    expect(raws).toEqual(['one', 'two'])
  })
})

describe('the index of what was set aside', () => {
  const entry = (number: number, problems: readonly object[] = []) => ({
    key: `setAside:${number}`,
    at: START + number,
    whole: false,
    seen: false,
    problems,
  })

  it('names as many problems as a page can show, and of each as much', () => {
    const long = { path: 'p'.repeat(501), message: 'm'.repeat(201) }
    const [parsed] = parseSetAside([entry(1, [long, ...Array(30).fill({ path: 'a', message: '\u202Eb\0' })])])
    expect(parsed?.problems.slice(0, 2)).toEqual([
      { path: `${'p'.repeat(499)}…`, message: `${'m'.repeat(199)}…` },
      { path: 'a', message: '\uFFFDb\uFFFD' },
    ])
    expect(parsed?.problems).toHaveLength(20)
    expect(parseSetAside([parsed])).toEqual([parsed])
  })

  it('leaves out a problem that says nothing', () => {
    const problems = [
      { path: 'a', message: '' },
      { path: '', message: 'b' },
      { path: 'c', message: 'd' },
    ]
    const named = (whole: boolean) => parseSetAside([{ ...entry(1, problems), whole }])[0]?.problems
    expect(named(false)).toEqual([problems[2]])
    // Of a whole record the place may be the whole.
    expect(named(true)).toEqual([problems[1], problems[2]])
  })

  it('names the newest where there are too many, and the others as soon as there is room', async () => {
    const all = Array.from({ length: 25 }, (_, number) => entry(number, [{ path: `p${number}`, message: 'wrong' }]))
    const values = Object.fromEntries(all.map(({ key }, number) => [key, number]))
    await browser.storage.local.set({ setAside: all, ...values })
    expect((await load()).setAside).toEqual(all.slice(5))
    await acknowledgeSetAside()
    for (const { key } of all.slice(10)) await discardSetAside(key)
    expect((await load()).setAside).toEqual(all.slice(0, 10).map((each) => ({ ...each, seen: true })))
  })
})

describe('delivery', () => {
  it('remembers what was shown and what was snoozed', async () => {
    await Promise.all([recordDelivered(['a', 'b'], START), recordSnoozed(['c'], START + 1, START)])
    expect((await load()).delivery).toEqual({ delivered: { a: START, b: START }, snoozed: { c: START + 1 } })
  })

  it('forgets what no window with an end can still be open for', async () => {
    await recordDelivered(['a'], START)
    await recordSnoozed(['b'], START, START)
    const tenYearsLater = START + 3660 * DAY
    await recordDelivered(['c'], tenYearsLater - 1)
    expect((await load()).delivery).toEqual({ delivered: { a: START, c: tenYearsLater - 1 }, snoozed: { b: START } })
    await recordDelivered(['d'], tenYearsLater)
    expect((await load()).delivery.delivered).toEqual({ c: tenYearsLater - 1, d: tenYearsLater })
  })

  it('forgets what was told of other runs than those near eight days before, their snoozes after one, and nothing else', async () => {
    await recordDelivered(['near/w/start/1', 'far/w/start/1'], START)
    await recordDelivered(['far/w/lead/2'], START + 1)
    await recordSnoozed(['near/w', 'far/w'], START, START)
    await recordSnoozed(['far/v'], START + 1, START)
    const forget = async (now = START + 8 * DAY) => {
      const spoken = { nearRunIds: new Set(['near']), standing: new Set<string>() }
      await forgetDelivered((await load()).delivery, spoken, now)
      return (await load()).delivery
    }
    expect((await forget(START + DAY)).snoozed).toEqual({ 'near/w': START, 'far/v': START + 1 })
    expect(await forget()).toEqual({
      delivered: { 'near/w/start/1': START, 'far/w/lead/2': START + 1 },
      snoozed: { 'near/w': START },
    })
    const write = vi.spyOn(browser.storage.local, 'set')
    await forget()
    expect(write).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})

describe('watch', () => {
  it('tells of the keys it was given, until it is stopped', async () => {
    const onChange = vi.fn()
    const stop = watch(['record'], onChange)
    await browser.storage.local.set({ delivery: 1 })
    await browser.storage.local.set({ record: 1 })
    stop()
    await browser.storage.local.set({ record: 2 })
    expect(onChange).toHaveBeenCalledTimes(1)
  })
})
