/**
 * When the replica is brought up to date: soon after a change, here or on another device, and no more often than the
 * browser likes.
 *
 * @module
 */

import { millisecondsInHour, millisecondsInSecond } from 'date-fns/constants'
import { type Browser, browser } from 'wxt/browser'
import { type MessageKey, message } from '../../utils/i18n/messages.ts'
import { itemsIn } from '../../utils/record/replica/pack.ts'
import { beginningOf, isOpen, keepBegun } from '../../utils/storage/begun.ts'
import { STORAGE_KEYS } from '../../utils/storage/keys.ts'
import { noticeLoss } from '../../utils/storage/loss.ts'
import type { ReplicaNews } from '../../utils/storage/replica-state.ts'
import { forgetNews, isReplicaBehind, replicate } from '../../utils/storage/replicate.ts'
import type { StoredChanges } from '../../utils/storage/watch.ts'
import { holdAlarm } from './alarm.ts'

/**
 * What changes within so long, in ms, is written together: twelve calls a minute at most, where browsers take 120. The
 * worker lives on without an event for 30 s, so it is there when the time is up; if not, its next life does it.
 */
const GATHERED = 10 * millisecondsInSecond

/** So long, in ms, after the worker began; its first wake needs a tenth of it. */
const AFTER_FIRST_WAKE = 2 * millisecondsInSecond

/** The browser or a version began, and nothing was compared since. */
let isAtStart = false
/** The extension was installed, and that is not stored yet. */
let isFirstStart = false
let isBeginning = false
let isWaiting = false
let working: Promise<void> | undefined
/** What is being told, and is not forgotten yet. */
const telling = new Set<ReplicaNews>()
/** Epoch ms of the last time in this life of the worker. */
let last = Number.NEGATIVE_INFINITY

/**
 * At once where it was not done for a while. Never rejects.
 *
 * @returns undefined where it waits: nobody is to keep the worker alive for that
 */
export function replicateSoon(): Promise<void> | undefined {
  if (isWaiting) return undefined
  // A clock that was put back must not make it wait for longer.
  const left = Math.min(last + GATHERED - Date.now(), GATHERED)
  if (left <= 0) return replicateNow()
  isWaiting = true
  setTimeout(() => {
    isWaiting = false
    replicateNow()
  }, left)
  return undefined
}

/**
 * The worker began: an earlier life may have died before it was done. Or something may be gone. What is due for the
 * commander goes first.
 */
export function beginReplication(): void {
  if (isBeginning) return
  isBeginning = true
  setTimeout(() => {
    isBeginning = false
    quietly(catchUp)
  }, AFTER_FIRST_WAKE)
}

async function catchUp(): Promise<void> {
  // What the browser refused when it was installed.
  if (isFirstStart) await keepInstallation()
  // Not only where the browser starts: the life that it started may have died at once.
  if (await noticeLoss(Date.now(), compare)) await tell(['lost'])
  if (isAtStart || (await isReplicaBehind())) await (replicateSoon() ?? working)
}

/** @param changes of `storage.local`: somebody found it empty, or a page thinks that it may be */
export function onLocalChanged({ begun, roused }: StoredChanges): void {
  const isEmptied = begun && isOpen(beginningOf({ [STORAGE_KEYS.begun]: begun.newValue }))
  if (isEmptied || roused) beginReplication()
}

/** The browser, or a version of the extension, begins: files may have broken meanwhile, so it is compared in any case. */
export function compareAtStart(): void {
  isAtStart = true
}

/** The extension is here for the first time. Never rejects. */
export function keepFirstStart(): Promise<void> {
  isFirstStart = true
  compareAtStart()
  return quietly(keepInstallation)
}

async function keepInstallation(): Promise<void> {
  await keepBegun(Date.now())
  isFirstStart = false
}

/** @param changes of `storage.sync`, by another device or by this one */
export function onSyncChanged(
  changes: Readonly<Record<string, Browser.storage.StorageChange>>,
): Promise<void> | undefined {
  return itemsIn(changes).length > 0 ? replicateSoon() : undefined
}

const TOLD = {
  restored: { title: 'background_restored_title', message: 'background_restored_text' },
  full: { title: 'background_full_title', message: 'background_full_text' },
  lost: { title: 'background_lost_title', message: 'background_lost_text' },
} as const satisfies Record<ReplicaNews, { readonly title: MessageKey; readonly message: MessageKey }>

/**
 * Tells each, and forgets it then, also where the browser did not show it: the pages tell it for longer. A life that dies in
 * between tells it again, over itself.
 */
async function tell(news: readonly ReplicaNews[]): Promise<void> {
  // Two comparisons, one after the other, find the same where the first did not tell it yet.
  const untold = news.filter((each) => !telling.has(each))
  if (untold.length === 0) return
  for (const each of untold) telling.add(each)
  for (const each of untold) await show(each)
  // What the browser refuses to forget is not told again in this life.
  await forgetNews(untold)
  for (const each of untold) telling.delete(each)
}

/** Under an id without a slash: it is none of a run's, and no wake takes it away. Never rejects: more may be to tell. */
function show(news: ReplicaNews): Promise<void> {
  const { title, message: text } = TOLD[news]
  return quietly(async () => {
    await browser.notifications.create(`replica-${news}`, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: message(title),
      message: message(text),
    })
  })
}

function replicateNow(): Promise<void> {
  working = quietly(compare)
  return working
}

/** @throws the browser's error where it cannot read or write its own storage */
async function compare(): Promise<void> {
  last = Date.now()
  const news = await replicate(last, hold)
  isAtStart = false
  await tell(news)
}

/**
 * Should this life die before it has planned what comes in, another one does within the hour. No sooner: where the browser
 * refuses to store it, that is tried by each.
 */
function hold(): Promise<void> {
  return quietly(() => holdAlarm(Date.now() + millisecondsInHour))
}

async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.warn('Defender of Peace Tracker could not bring its replica up to date.', error)
  }
}
