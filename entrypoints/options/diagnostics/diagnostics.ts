import { type Outlook, outlookAt } from '../../../utils/plan/next-notice.ts'
import { commandersOf, runsNear } from '../../../utils/record/read.ts'
import type { TrackerRecord } from '../../../utils/record/record.ts'
import type { Loaded, LoadStatus } from '../../../utils/storage/load.ts'
import type { Page } from '../page.ts'
import type { Zone } from '../zone-of.ts'
import { type AlarmTrouble, alarmTroubleAt } from './alarm-trouble.ts'
import type { BrowserFacts } from './browser-facts.ts'

/** All that Diagnostics shows. Of what the commander told only counts. */
export interface Diagnostics extends BrowserFacts {
  /** Epoch ms. */
  readonly now: number
  readonly zone: Zone
  readonly status: LoadStatus
  /** How often something was set aside. */
  readonly setAside: number
  /** Undefined: the record could not be read. */
  readonly stored: StoredCounts | undefined
  /** What is to be told next, and what is held back; undefined: the record could not be read, or nothing be planned. */
  readonly outlook: Outlook | undefined
  /** Epoch ms of the next wake as the last one planned it; null: none; undefined: no wake is known. */
  readonly planned: number | null | undefined
  readonly trouble: AlarmTrouble | undefined
}

export interface StoredCounts {
  readonly commanders: number
  readonly runsNear: number
  readonly marks: number
}

export function diagnosticsOf(page: Page, loaded: Loaded, facts: BrowserFacts): Diagnostics {
  const { record, view, zone, now } = page
  const last = facts.wakes?.[0]
  const planned = last && (last.wakeAt ?? null)
  // Where no wake is known the record tells whether there should be an alarm.
  const isRunOn = view.runs.some(({ status }) => status !== 'ended')
  const isRead = loaded.status === 'ok' || loaded.status === 'newer'
  return {
    ...facts,
    now,
    zone,
    status: loaded.status,
    setAside: loaded.setAside.length,
    stored: isRead ? countsOf(record, now) : undefined,
    outlook: isRead ? outlookOf(page, loaded) : undefined,
    planned,
    trouble: troubleOf(planned, facts.alarm, isRunOn, now),
  }
}

/** A record of which nothing can be planned must not take Diagnostics with it, which is there to tell of it. */
function outlookOf({ record, zone, now }: Page, { delivery }: Loaded): Outlook | undefined {
  try {
    return outlookAt(record, delivery, zone.timeZone, now)
  } catch (error) {
    console.warn('Defender of Peace Tracker could not tell what comes next.', error)
    return undefined
  }
}

function countsOf(record: TrackerRecord, now: number): StoredCounts {
  return {
    commanders: commandersOf(record).length,
    runsNear: runsNear(record, now).length,
    marks: Object.keys(record.marks).length,
  }
}

function troubleOf(
  planned: Diagnostics['planned'],
  alarm: BrowserFacts['alarm'],
  isRunOn: boolean,
  now: number,
): AlarmTrouble | undefined {
  if (alarm === undefined) return undefined
  if (planned === undefined) return isRunOn && alarm === null ? 'missing' : undefined
  return alarmTroubleAt(planned ?? undefined, alarm, now)
}
