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
    file: 'utils/record/import.ts',
    mutants: ['OptionalChaining: runs[id]?.value → runs[id].value'],
    why: 'Only asked where there is an entry of this id; asked for the types.',
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
]
