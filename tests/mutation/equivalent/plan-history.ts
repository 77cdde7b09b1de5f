import type { NamedMutants } from '../../../tools/mutation/named.ts'

export const PLAN_HISTORY: readonly NamedMutants[] = [
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
