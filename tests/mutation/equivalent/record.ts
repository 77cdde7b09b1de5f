import type { NamedMutants } from '../../../tools/mutation/named.ts'

export const RECORD: readonly NamedMutants[] = [
  {
    file: 'utils/record/import.ts',
    mutants: ['OptionalChaining: chosen[index]?.status → chosen[index].status'],
    why: 'There is a plan for each of the chosen; asked for the types.',
  },
  {
    file: 'utils/record/import.ts',
    mutants: ['ConditionalExpression: !before → false (2 of 3)'],
    why: 'Where none is known it is new, and nothing is not the same as an event: it is put all the same.',
  },
  {
    file: 'utils/record/import-changes.ts',
    mutants: ['ConditionalExpression: isSameDefinition(before, after) → false'],
    why: 'Only saves time: where all fields are the same, no change is found in one of them.',
  },
  {
    file: 'utils/record/import-changes.ts',
    mutants: ['StringLiteral: \'\' → "Stryker was here!"', 'ArrayDeclaration: [] → ["Stryker was here"] (3 of 3)'],
    why: 'Stands on both sides in the place of what is compared on its own; the list is replaced right after.',
  },
  {
    file: 'utils/record/import-marks.ts',
    mutants: ['BooleanLiteral: false → true'],
    why: 'Only the ids of the windows are asked for, and they are the same whether or not the start is assumed.',
  },
  {
    file: 'utils/record/import-marks.ts',
    mutants: [
      'StringLiteral: \'\' → "Stryker was here!" (1 of 2)',
      'StringLiteral: \'\' → "Stryker was here!" (2 of 2)',
    ],
    why: 'The id of a mark is three ids, and nothing else is read: `MARK_ID`. Asked for the types.',
  },
  {
    file: 'utils/record/import-marks.ts',
    mutants: ['ConditionalExpression: eventId === undefined → false'],
    why: 'Nobody asks for the marks of the event undefined.',
  },
  {
    file: 'utils/record/import-known.ts',
    mutants: ['ConditionalExpression: lasts === undefined → false'],
    why: 'No time is less than undefined minutes; asked for the types.',
  },
  {
    file: 'utils/record/import-known.ts',
    mutants: ['BooleanLiteral: false → true (2 of 3)'],
    why: 'Only for the types: when a run is over does not depend on whether its start is assumed.',
  },
  {
    file: 'utils/record/import-runs.ts',
    mutants: ['ArrayDeclaration: [] → ["Stryker was here"] (1 of 2)'],
    why: 'What is no run has no start: it is the same as no imported run, and is on with none.',
  },
  {
    file: 'utils/record/import-runs.ts',
    mutants: ['ArrayDeclaration: [] → ["Stryker was here"] (2 of 2)'],
    why: 'Only asked for the ids of known runs: any text will do that is none.',
  },
  {
    file: 'utils/record/import-runs.ts',
    mutants: ['ConditionalExpression: endsAt === undefined → false'],
    why: 'Without it neither end is known, and undefined is not before now; asked for the types.',
  },
  {
    file: 'utils/record/import-runs.ts',
    mutants: ['ConditionalExpression: nextAt !== undefined → true'],
    why: 'Only for the types: a series has a next start.',
  },
  {
    file: 'utils/record/import-runs.ts',
    mutants: ['ConditionalExpression: other.id !== id → true'],
    why: 'The id is named by the source, and none of the others; or it ends with a date, and is that of its own series.',
  },
  {
    file: 'utils/record/import-runs.ts',
    mutants: ['BooleanLiteral: false → true (6 of 6)'],
    why: 'Only for the types: when a run is over does not depend on whether its start is assumed.',
  },
  {
    file: 'utils/record/import-runs.ts',
    mutants: [
      'EqualityOperator: stoppedAt >= (run.repeatsUntil ?? Number.POSITIVE_INFINITY) → stoppedAt > (run.repeatsUntil ?? Number.POSITIVE_INFINITY)',
    ],
    why: 'Where both ends are the same, either is stored.',
  },
  {
    file: 'utils/record/merge.ts',
    mutants: ['EqualityOperator: a.at > b.at → a.at >= b.at', 'EqualityOperator: a.by > b.by → a.by >= b.by'],
    why: 'Only asked where both differ.',
  },
  {
    file: 'utils/record/migrations.ts',
    mutants: ['OptionalChaining: STEPS[record.version]?.(record) → STEPS[record.version](record)'],
    why: 'Only for the types: there is a step from this version.',
  },
  {
    file: 'utils/record/plain-mark.ts',
    mutants: ['ConditionalExpression: by !== knownDevice → true'],
    why: 'Only saves time: the device that is known was an id, and is one each time.',
  },
  {
    file: 'utils/record/read.ts',
    mutants: ['ConditionalExpression: until !== undefined → true'],
    why: 'Only for the types: no start is at or after undefined.',
  },
  {
    file: 'utils/record/read.ts',
    mutants: ['ConditionalExpression: every === undefined → false (1 of 2)'],
    why: 'Only for the types: of what does not repeat, no occurrence has a next start.',
  },
  {
    file: 'utils/record/read.ts',
    mutants: ['ConditionalExpression: last !== undefined → true'],
    why: 'Only for the types: undefined + 1 is no number, and such an occurrence has no start.',
  },
  {
    file: 'utils/record/read.ts',
    mutants: [
      'ArrayDeclaration: [] → ["Stryker was here"] (3 of 6)',
      'ConditionalExpression: number === undefined → false',
    ],
    why: 'What is no number has no start, and is left out.',
  },
  {
    file: 'utils/record/read.ts',
    mutants: ['EqualityOperator: a < b → a <= b'],
    why: 'No two entries have the same id.',
  },
  {
    file: 'utils/record/shelve.ts',
    mutants: ["ConditionalExpression: 'eventId' in value → true"],
    why: 'Only for the types: no event has the id undefined.',
  },
  {
    file: 'utils/record/shelve.ts',
    mutants: ['ConditionalExpression: added.length === 0 → false'],
    why: 'Only saves time: of none all are near.',
  },
  {
    file: 'utils/record/shelve.ts',
    mutants: ['ConditionalExpression: before !== undefined → false', 'CallExpression: known.set(id, answer) → ;'],
    why: 'Only saves time: the answer is the same each time.',
  },
]
