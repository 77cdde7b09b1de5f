import type { NamedMutants } from '../../../tools/mutation/named.ts'

export const TIME: readonly NamedMutants[] = [
  {
    file: 'utils/time/countdown.ts',
    mutants: [
      'EqualityOperator: left >= millisecondsInDay → left > millisecondsInDay',
      'EqualityOperator: left >= millisecondsInHour → left > millisecondsInHour',
    ],
    why: 'Of a whole day nothing is left over, by hours and by minutes; nor of a whole hour, by minutes and by seconds.',
  },
  {
    file: 'utils/time/countdown.ts',
    mutants: ['EqualityOperator: ms > 0 → ms >= 0'],
    why: 'Zero is zero either way.',
  },
  {
    file: 'utils/time/labels-fit.ts',
    mutants: ['OptionalChaining: labels.byInstant[instant]?.offset → labels.byInstant[instant].offset'],
    why: 'Only for the types: there is a label of this instant.',
  },
  {
    file: 'utils/time/labels.ts',
    mutants: [
      "OptionalChaining: parts.find(({ type }) => type === 'timeZoneName')?.value → parts.find(({ type }) => type === 'timeZoneName').value",
      'StringLiteral: \'\' → "Stryker was here!"',
    ],
    why: 'Only for the types: the zone is asked for, so it is among the parts.',
  },
  {
    file: 'utils/time/zone-name.ts',
    mutants: [
      'Regex: /^Etc\\/GMT([+-])(\\d+)$/ → /Etc\\/GMT([+-])(\\d+)$/',
      'Regex: /^Etc\\/GMT([+-])(\\d+)$/ → /^Etc\\/GMT([+-])(\\d+)/',
    ],
    why: 'No zone has more before or behind it in its name.',
  },
  {
    file: 'utils/time/zone.ts',
    mutants: ["ConditionalExpression: setting !== 'system' → true", 'StringLiteral: \'system\' → ""'],
    why: 'Only saves time: no zone is called system.',
  },
  {
    file: 'utils/time/zone.ts',
    mutants: ['ConditionalExpression: offset === undefined → true'],
    why: 'Only saves time: the same name is read as the same offset.',
  },
  {
    file: 'utils/time/zone.ts',
    mutants: [
      'Regex: /^GMT(?:([+-])(\\d\\d):(\\d\\d)(?::(\\d\\d))?)?$/ → /GMT(?:([+-])(\\d\\d):(\\d\\d)(?::(\\d\\d))?)?$/',
    ],
    why: 'What is read was cut where GMT begins.',
  },
]
