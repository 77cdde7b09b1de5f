import { expect, it } from 'vitest'
import { table } from '../../../tools/bench/table.ts'

it('aligns the first column to the left and figures to the right', () => {
  expect(
    table([
      ['page', 'median', '95 %'],
      ['popup', '62.1', '101.5'],
      ['static page', '7.0', '9.0'],
    ]).split('\n'),
  ).toEqual([
    'page         median   95 %', //
    'popup          62.1  101.5',
    'static page     7.0    9.0',
  ])
})

it('takes short and empty rows', () => {
  expect(table([['a', '1'], ['long name']]).split('\n')).toEqual(['a          1', 'long name'])
  expect(table([])).toBe('')
})
