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
    file: 'utils/plan/run-view.ts',
    mutants: ['ArrayDeclaration: [] → ["Stryker was here"] (3 of 3)'],
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
]
