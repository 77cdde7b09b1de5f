/**
 * What an entry of the feed must look like. It is someone else's format: fields that the tracker does not use are passed
 * over, and a picture's address is never kept. The message of each issue is the `PackRule` that is broken.
 *
 * @module
 */

import * as v from 'valibot'
import { EVENT_LIMITS, WEEKS_RANGE } from '../events/schema.ts'
import { shown } from '../events/shown.ts'
import { escapedId, MOST_ID_CHARACTERS } from './feed-id.ts'
import { FEED_YEARS, readInstant } from './feed-instant.ts'
import { plainText } from './feed-text.ts'
import type { PackProblem, PackRule } from './problem.ts'

/** Characters of a description: it becomes an objective (`utils/events/schema.ts`). */
const DESCRIPTION_LENGTH = 500
/** Operations levels that an event may name. */
export const FEED_LEVELS = { least: 1, most: 999 } as const

const rule = (name: PackRule): PackRule => name
/** The issue of an own check carries as its input what `values` of the problem shall hold. */
const broken = (message: PackRule, input: PackProblem['values']) => ({ message, input })

const text = (most: number) =>
  v.pipe(
    v.string(rule('type')),
    v.transform((raw) => plainText(raw, most)),
  )
const optionalText = (most: number) => v.nullish(text(most), '')

const EntryIdSchema = v.pipe(
  v.union([v.string(), v.number()], rule('type')),
  v.transform((raw) => String(raw).trim()),
  v.nonEmpty(rule('text-empty')),
  v.check((id) => escapedId(id).length <= MOST_ID_CHARACTERS, rule('not-an-id')),
)

const InstantSchema = v.pipe(
  v.string(rule('type')),
  v.rawTransform<string, number>(({ dataset, addIssue, NEVER }) => {
    const read = readInstant(dataset.value)
    if (read.ok) return read.instant
    const years = read.rule === 'date-range' ? [FEED_YEARS.first, FEED_YEARS.last] : []
    addIssue(broken(read.rule, [shown(dataset.value), ...years]))
    return NEVER
  }),
)

const levelFrom = (least: number) =>
  v.nullish(
    v.pipe(
      v.number(rule('type')),
      v.integer(rule('number-whole')),
      v.minValue(least, rule('number-range')),
      v.maxValue(FEED_LEVELS.most, rule('number-range')),
    ),
  )

const DaysSchema = v.pipe(
  v.string(rule('type')),
  v.rawTransform<string, readonly number[]>(({ dataset, addIssue, NEVER }) => {
    if (dataset.value.trim() === '') return []
    const days = dataset.value.split(',').map((day) => day.trim())
    const wrong = days.find((day) => !/^[0-6]$/.test(day))
    if (wrong === undefined) return [...new Set(days.map(Number))].sort((a, b) => a - b)
    addIssue(broken('number-range', [shown(wrong), 0, 6]))
    return NEVER
  }),
)

/** How an entry repeats that says `"repeatType": "weekly"`: every week where it says no more. */
export const RepeatConfigSchema = v.nullish(
  v.object(
    {
      interval: v.nullish(
        v.pipe(
          v.number(rule('type')),
          v.integer(rule('repetition-range')),
          v.minValue(WEEKS_RANGE.least, rule('repetition-range')),
          v.maxValue(WEEKS_RANGE.most, rule('repetition-range')),
        ),
        1,
      ),
      daysOfWeek: v.nullish(DaysSchema, ''),
    },
    rule('type'),
  ),
  {},
)

/** The fields that are read; what they say together is checked in `read-feed-entry.ts`. */
export const FeedFieldsSchema = v.object(
  {
    id: EntryIdSchema,
    title: v.pipe(text(EVENT_LIMITS.name), v.nonEmpty(rule('text-empty'))),
    description: optionalText(DESCRIPTION_LENGTH),
    startTime: InstantSchema,
    endTime: InstantSchema,
    eventSubType: optionalText(EVENT_LIMITS.name),
    eventFormat: optionalText(EVENT_LIMITS.name),
    eventCategory: optionalText(EVENT_LIMITS.name),
    priority: optionalText(EVENT_LIMITS.name),
    // From level 0 on is from the first.
    minOpsLevel: levelFrom(0),
    maxOpsLevel: levelFrom(FEED_LEVELS.least),
    repeatType: optionalText(EVENT_LIMITS.name),
    // Read by `RepeatConfigSchema` where the entry repeats, else of no interest.
    repeatConfig: v.optional(v.unknown()),
    isActive: v.nullish(v.boolean(rule('type')), true),
    updatedAt: v.nullish(InstantSchema),
  },
  rule('type'),
)
