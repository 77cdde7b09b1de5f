import type { NamedMutants } from '../../../tools/mutation/named.ts'

export const SCHEDULE: readonly NamedMutants[] = [
  {
    file: 'utils/schedule/repeat.ts',
    mutants: ['ConditionalExpression: series.repeatsEvery === undefined → false (1 of 2)'],
    why: 'Only for the types: what is no number is before no end.',
  },
  {
    file: 'utils/schedule/repeat.ts',
    mutants: ['Regex: /^(.+)#([1-9]\\d{0,5})$/ → /(.+)#([1-9]\\d{0,5})$/'],
    why: 'An id has no line break, so the greedy group begins at its first character in any case.',
  },
  {
    file: 'utils/schedule/schedule.ts',
    mutants: [
      'ConditionalExpression: before?.startsAt === run.startsAt → false',
      'ObjectLiteral: { startsAt: run.startsAt, windows } → {}',
    ],
    why: 'Only saves time: the windows are the same each time.',
  },
  {
    file: 'utils/schedule/schedule.ts',
    mutants: ['EqualityOperator: at < next → at <= next'],
    why: 'Of two that are the same either is the next.',
  },
  {
    file: 'utils/schedule/start.ts',
    mutants: [
      'ConditionalExpression: instant - first < millisecondsInDay → true',
      'EqualityOperator: instant - first < millisecondsInDay → instant - first <= millisecondsInDay',
    ],
    why: 'No gap is longer than a day, and what is asked lies in one: its beginning is found before.',
  },
]
