import type { NamedMutants } from '../../../tools/mutation/named.ts'

export const PLAN: readonly NamedMutants[] = [
  {
    file: 'utils/plan/badge.ts',
    mutants: ['LogicalOperator: !run || !day → !run && !day'],
    why: 'A run is only found where it has a day: there are both or none.',
  },
  {
    file: 'utils/plan/badge.ts',
    mutants: ['ConditionalExpression: run && day → true', 'LogicalOperator: run && day → run || day'],
    why: 'A badge whose state is urgent has both; asked for the types.',
  },
  {
    file: 'utils/plan/badge.ts',
    mutants: ['ArrayDeclaration: [] → ["Stryker was here"] (2 of 2)'],
    why: 'What is no number is not after now, and is filtered out with what is over.',
  },
  {
    file: 'utils/plan/badge.ts',
    mutants: ['ConditionalExpression: !isWanted(each) && each.window.startsAt !== day.window.startsAt → false'],
    why: 'Only saves time: a day that starts at another time is no twin, and counts only where it is wanted.',
  },
  {
    file: 'utils/plan/badge.ts',
    mutants: ['ConditionalExpression: isWanted(a) && isWanted(b) → false'],
    why: 'Twins have the same hours, so at one instant they are both open or both urgent: the states are the same.',
  },
  {
    file: 'utils/plan/badge.ts',
    mutants: ["ConditionalExpression: run.status !== 'upcoming' → false"],
    why: 'What is neither over nor to come has started: its start is not a day away.',
  },
  {
    file: 'utils/plan/earliest.ts',
    mutants: ['ConditionalExpression: at !== undefined → true'],
    why: 'undefined is less than no number; asked for the types.',
  },
  {
    file: 'utils/plan/earliest.ts',
    mutants: ['EqualityOperator: at < first → at <= first'],
    why: 'Of two that are the same either is the first.',
  },
  {
    file: 'utils/plan/eligibility.ts',
    mutants: ["ConditionalExpression: reason === 'level' → true", 'StringLiteral: \'region\' → "" (2 of 2)'],
    why: "Where the event is in the commander's region, its windows there are among the hidden ones: by level.",
  },
  {
    file: 'utils/plan/plan.ts',
    mutants: [
      'MethodExpression: runs.filter((run) => !startsLater(run, now)) → runs',
      'BlockStatement: { return endedAt === undefined && startsAt > now + millisecondsInDay + LONGEST_SLEEP } → {}',
      'ConditionalExpression: endedAt === undefined && startsAt > now + millisecondsInDay + LONGEST_SLEEP → false',
      'EqualityOperator: startsAt > now + millisecondsInDay + LONGEST_SLEEP → startsAt >= now + millisecondsInDay + LONGEST_SLEEP',
    ],
    why: 'Only saves time: what is left out shows nothing yet, and the next wake is the full hour with it and without.',
  },
  {
    file: 'utils/plan/plan.ts',
    mutants: ['ArrayDeclaration: [] → ["Stryker was here"]'],
    why: 'Of the runs that are near the event is known, so there is a view of each.',
  },
  {
    file: 'utils/plan/plan.ts',
    mutants: [
      "MethodExpression: all.filter((view) => view.status !== 'ended') → all",
      "ConditionalExpression: view.status !== 'ended' → true",
      'StringLiteral: \'ended\' → ""',
    ],
    why: 'A run that is over has no next boundary.',
  },
  {
    file: 'utils/plan/plan.ts',
    mutants: ['ConditionalExpression: instant !== undefined → true'],
    why: 'undefined is after no instant; asked for the types.',
  },
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
    file: 'utils/plan/run-view.ts',
    mutants: ["ConditionalExpression: today.state === 'urgent' || today.state === 'open' → true"],
    why: 'The day of today is open: its state is urgent, open or done. Asked for the types.',
  },
  {
    file: 'utils/plan/run-view.ts',
    mutants: ['StringLiteral: \'urgent\' → "" (2 of 2)'],
    why: 'What is not in the list has the place -1, which is before all others as well.',
  },
  {
    file: 'utils/plan/run-view.ts',
    mutants: ['StringLiteral: \'ended\' → "" (2 of 4)'],
    why: 'What is over is ranked by itself; only its place in the list counts, as one of its length.',
  },
  {
    file: 'utils/plan/run-view.ts',
    mutants: ['ConditionalExpression: a === b → false'],
    why: 'The difference of two that are the same is 0, or NaN where both are infinite: either way the ids decide.',
  },
  {
    file: 'utils/plan/twins.ts',
    mutants: ['ObjectLiteral: { runId, windowId } → {}'],
    why: 'It holds the first place; the day itself is among all days and is written over it.',
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
    mutants: ['ArrayDeclaration: [] → ["Stryker was here"] (1 of 5)'],
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
    mutants: ['ConditionalExpression: !first → false', 'ArrayDeclaration: [] → ["Stryker was here"] (3 of 5)'],
    why: 'Only for the types: no group is empty.',
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
    file: 'utils/plan/notices.ts',
    mutants: ['CallExpression: answers.set(instant, known) → ;'],
    why: 'Only saves time: the answer is the same each time.',
  },
  {
    file: 'utils/plan/notice.ts',
    mutants: ['StringLiteral: \'\' → "Stryker was here!" (1 of 2)'],
    why: 'Only for the types: what is split has a first part.',
  },
  {
    file: 'utils/plan/history.ts',
    mutants: ['ArrayDeclaration: [] → ["Stryker was here"] (1 of 6)'],
    why: 'Text has no id of an event, so it is left out as a run whose event is gone.',
  },
  {
    file: 'utils/plan/history.ts',
    mutants: ['ConditionalExpression: run === shipped && !markedBy → false'],
    why: 'Only saves time: what ships is told by nobody then, and is seen by nobody in any case.',
  },
  {
    file: 'utils/plan/history.ts',
    mutants: [
      'StringLiteral: \'\' → "Stryker was here!" (2 of 4)',
      'StringLiteral: \'\' → "Stryker was here!" (3 of 4)',
    ],
    why: 'Only for the types: the id of a mark has three parts.',
  },
  {
    file: 'utils/plan/history.ts',
    mutants: ['ConditionalExpression: !event.regions?.length && !event.relatedEvents.some(hasBracket) → false'],
    why: 'Only saves time: what is the same for all is worked out once for each level and region.',
  },
  {
    file: 'utils/plan/history.ts',
    mutants: ['StringLiteral: \'\' → "Stryker was here!" (4 of 4)'],
    why: 'A key that all share, whatever it is.',
  },
  {
    file: 'utils/plan/history.ts',
    mutants: [
      'ConditionalExpression: a.run.id > b.run.id → true',
      'ConditionalExpression: a.run.id > b.run.id → false',
      'EqualityOperator: a.run.id > b.run.id → a.run.id >= b.run.id',
      'EqualityOperator: a.run.id > b.run.id → a.run.id <= b.run.id',
    ],
    why: 'V8, in which the tests run, only asks whether the later one comes before the earlier; other engines ask both.',
  },
  {
    file: 'utils/plan/history-days.ts',
    mutants: [
      "ConditionalExpression: !days.some(({ state, window }) => state === 'done' && dependsOnAudience(window)) → false",
      "ConditionalExpression: state === 'done' && dependsOnAudience(window) → true",
      "LogicalOperator: state === 'done' && dependsOnAudience(window) → state === 'done' || dependsOnAudience(window)",
      "ConditionalExpression: state === 'done' → true (1 of 3)",
      'ConditionalExpression: region !== undefined || hasBracket(relatedEvent) → true',
    ],
    why: 'Only saves time: where nothing that is done depends on level or region, all days stay, in order.',
  },
  {
    file: 'utils/plan/history-days.ts',
    mutants: [
      'ArrayDeclaration: [] → ["Stryker was here"] (2 of 3)',
      'LogicalOperator: region && regions.size > 0 → region || regions.size > 0',
      'ConditionalExpression: regions.size > 0 → true',
      'EqualityOperator: regions.size > 0 → regions.size >= 0',
    ],
    why: 'All windows of a run have a region or none has, and something is done: there are regions where one has one.',
  },
]
