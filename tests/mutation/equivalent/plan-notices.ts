import type { NamedMutants } from '../../../tools/mutation/named.ts'

export const PLAN_NOTICES: readonly NamedMutants[] = [
  {
    file: 'utils/plan/quiet-hours.ts',
    mutants: ['EqualityOperator: from < to → from <= to'],
    why: 'Where they are the same, nothing is quiet and this is not asked.',
  },
  {
    file: 'utils/plan/quiet-hours.ts',
    mutants: [
      'EqualityOperator: minute < to → minute <= to (1 of 2)',
      'EqualityOperator: minute < to → minute <= to (2 of 2)',
    ],
    why: 'In the minute of the end nothing is left of them, or less than nothing: they are over all the same.',
  },
  {
    file: 'utils/plan/quiet-hours.ts',
    mutants: ['ConditionalExpression: offsetMinutesAt(until, timeZone) === offset → false'],
    why: 'Only saves time: where the clock just goes on, the search ends at `until`, which is what the caller takes then.',
  },
  {
    file: 'utils/plan/notice-causes.ts',
    mutants: ['ConditionalExpression: !first → false (1 of 3)'],
    why: 'Without views the result gives no cause either, and there is no day.',
  },
  {
    file: 'utils/plan/notice-causes.ts',
    mutants: [
      'ConditionalExpression: !first → false (3 of 3)',
      'ArrayDeclaration: [] → ["Stryker was here"] (8 of 11)',
    ],
    why: 'Only for the types: causesOf has returned where there is no view.',
  },
  {
    file: 'utils/plan/notice-causes.ts',
    mutants: ['OptionalChaining: concerned[0]?.day → concerned[0].day'],
    why: 'Only for the types: nothing is returned above where nobody is concerned.',
  },
  {
    file: 'utils/plan/notice-causes.ts',
    mutants: ['ArrayDeclaration: [] → ["Stryker was here"] (7 of 11)'],
    why: 'Infinity less what is no number is NaN, which is after no start.',
  },
  {
    file: 'utils/plan/notices.ts',
    mutants: ['ArrayDeclaration: [] → ["Stryker was here"] (1 of 6)'],
    why: 'Only for the types: the key is one of those of the map.',
  },
  {
    file: 'utils/plan/notices.ts',
    mutants: ['OptionalChaining: cause.views[0]?.run → cause.views[0].run'],
    why: 'Only for the types: a cause concerns a view at least.',
  },
  {
    file: 'utils/plan/notices.ts',
    mutants: ['StringLiteral: \'\' → "Stryker was here!"'],
    why: 'Any text will do that is the id of no window: it only keeps the result apart from the days.',
  },
  {
    file: 'utils/plan/notices.ts',
    mutants: ['ConditionalExpression: !other || cause.dueAt >= other.dueAt → true'],
    why: 'Causes of a day come by their instants, and quiet hours put none before one that was earlier.',
  },
  {
    file: 'utils/plan/notices.ts',
    mutants: ['ConditionalExpression: !first → false', 'ArrayDeclaration: [] → ["Stryker was here"] (4 of 6)'],
    why: 'Only for the types: no group is empty.',
  },
  {
    file: 'utils/plan/notices.ts',
    mutants: ['ArrayDeclaration: [] → ["Stryker was here"] (2 of 6)'],
    why: 'No notice has such an id.',
  },
  {
    file: 'utils/plan/notices.ts',
    mutants: ['ConditionalExpression: !starts.has(window.startsAt) → false'],
    why: 'Only saves time: the start is in the key of the twins too.',
  },
  {
    file: 'utils/plan/notices.ts',
    mutants: ['EqualityOperator: at >= (spoken.get(key)?.at ?? 0) → at > (spoken.get(key)?.at ?? 0)'],
    why: 'Of two at one instant it would be the other: its id matters for a result alone, and a run has one at a time.',
  },
  {
    file: 'utils/plan/once-each.ts',
    mutants: ['CallExpression: answers.set(instant, known) → ;'],
    why: 'Only saves time: the answer is the same each time.',
  },
  {
    file: 'utils/plan/notice.ts',
    mutants: ['StringLiteral: \'\' → "Stryker was here!" (1 of 2)'],
    why: 'Only for the types: what is split has a first part.',
  },
]
