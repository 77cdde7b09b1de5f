/**
 * Reads one entry of the feed: whole, or not at all.
 *
 * @module
 */

import { millisecondsInMinute } from 'date-fns/constants'
import * as v from 'valibot'
import { MOST_MINUTES, WEEKS_RANGE } from '../events/schema.ts'
import { shown } from '../events/shown.ts'
import type { FeedEntry, FeedRepeats } from './feed-entry.ts'
import { FEED_LEVELS, FeedFieldsSchema, RepeatConfigSchema } from './feed-schema.ts'
import { kindOf, type PackProblem, type PackRule, type Path, type ValueKind } from './problem.ts'

/** What is wrong with an entry; the path is inside it. */
export interface FeedIssue extends Pick<PackProblem, 'rule' | 'values'> {
  readonly path: Path
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly FeedIssue[] }

const KINDS: Readonly<Record<string, ValueKind>> = {
  boolean: 'boolean',
  number: 'number',
  object: 'object',
  string: 'text',
  union: 'text',
}

/**
 * @param raw anything
 * @returns the entry, or all that is wrong with it
 * @example
 * readFeedEntry({ id: 356, title: 'Sector Supremacy Meta - SMS', … })
 *   // { ok: true, value: { id: '356', title: 'Sector Supremacy Meta - SMS', … } }
 */
export function readFeedEntry(raw: unknown): Read<FeedEntry> {
  const parsed = v.safeParse(FeedFieldsSchema, raw)
  if (!parsed.success) return { ok: false, issues: parsed.issues.map((issue) => feedIssueOf(issue)) }
  const fields = parsed.output
  const repeats = readRepeats(fields)
  const issues = [...timeIssues(fields), ...levelIssues(fields), ...(repeats.ok ? [] : repeats.issues)]
  if (issues.length > 0 || !repeats.ok) return { ok: false, issues }
  const { minOpsLevel: minLevel, maxOpsLevel: maxLevel } = fields
  const entry: FeedEntry = {
    id: fields.id,
    title: fields.title,
    description: fields.description,
    startsAt: fields.startTime,
    endsAt: fields.endTime,
    format: fields.eventFormat,
    subType: fields.eventSubType,
    category: fields.eventCategory,
    priority: fields.priority,
    ...(minLevel ? { minLevel } : {}),
    ...(maxLevel ? { maxLevel } : {}),
    ...(repeats.value ? { repeats: repeats.value } : {}),
    isActive: fields.isActive,
    updatedAt: fields.updatedAt ?? 0,
  }
  return { ok: true, value: entry }
}

type Fields = v.InferOutput<typeof FeedFieldsSchema>

function timeIssues({ startTime, endTime }: Fields): readonly FeedIssue[] {
  const minutes = (endTime - startTime) / millisecondsInMinute
  if (minutes <= 0) return [{ path: ['endTime'], rule: 'window-no-end-order', values: [Math.floor(minutes)] }]
  if (minutes <= MOST_MINUTES) return []
  const year = new Date(startTime).getUTCFullYear()
  return [{ path: ['endTime'], rule: 'date-range', values: [new Date(endTime).toISOString(), year, year + 9] }]
}

function levelIssues({ minOpsLevel, maxOpsLevel }: Fields): readonly FeedIssue[] {
  const [min, max] = [minOpsLevel ?? FEED_LEVELS.least, maxOpsLevel ?? FEED_LEVELS.most]
  return min > max ? [{ path: ['maxOpsLevel'], rule: 'levels-reversed', values: [min, max] }] : []
}

/** Only a weekly repetition is known: an entry that repeats otherwise would be shown too seldom, or on wrong days. */
function readRepeats({ repeatType, repeatConfig }: Fields): Read<FeedRepeats | undefined> {
  if (repeatType === '' || repeatType === 'none') return { ok: true, value: undefined }
  if (repeatType !== 'weekly') {
    return { ok: false, issues: [{ path: ['repeatType'], rule: 'unknown-repetition', values: [shown(repeatType)] }] }
  }
  const parsed = v.safeParse(RepeatConfigSchema, repeatConfig)
  if (!parsed.success) return { ok: false, issues: parsed.issues.map((issue) => feedIssueOf(issue, ['repeatConfig'])) }
  const { interval, daysOfWeek } = parsed.output
  return { ok: true, value: { weeks: interval, days: daysOfWeek } }
}

function feedIssueOf(issue: v.BaseIssue<unknown>, before: Path = []): FeedIssue {
  const path = [...before, ...(issue.path ?? []).map(({ key }) => key as string | number)]
  // Valibot finds no input only where a field is absent: JSON has no `undefined`.
  if (issue.input === undefined) return { path, rule: 'missing', values: [String(path.at(-1) ?? '')] }
  const rule = issue.message as PackRule
  return { path, rule, values: valuesOf(rule, issue) }
}

function valuesOf(rule: PackRule, { type, input }: v.BaseIssue<unknown>): PackProblem['values'] {
  if (Array.isArray(input) && rule !== 'type') return input
  switch (rule) {
    case 'type':
      return [KINDS[type] ?? 'object', kindOf(input)]
    case 'number-whole':
      return [Number(input)]
    case 'number-range':
      return [Number(input), FEED_LEVELS.least, FEED_LEVELS.most]
    case 'repetition-range':
      return [Number(input), WEEKS_RANGE.least, WEEKS_RANGE.most]
    case 'not-an-id':
      return [shown(String(input))]
    default:
      return []
  }
}
