import { describe, expect, it } from 'vitest'
import { type MutantResult, mutantsOf } from '../../../tools/mutation/mutant.ts'

const SOURCE = 'const a = 1\nif (a < 2 && a < 2) {\n  b()\n}\n'

const result = (from: [number, number], to: [number, number], more: Partial<MutantResult> = {}): MutantResult => ({
  fileName: '/project/utils/time/a.ts',
  mutatorName: 'EqualityOperator',
  replacement: 'a <= 2',
  status: 'Survived',
  location: { start: { line: from[0], column: from[1] }, end: { line: to[0], column: to[1] } },
  ...more,
})

describe('mutantsOf', () => {
  it('names what is replaced and what replaces it', () => {
    expect(mutantsOf('utils/time/a.ts', SOURCE, [result([2, 5], [2, 10])])).toEqual([
      { file: 'utils/time/a.ts', line: 2, column: 5, name: 'EqualityOperator: a < 2 → a <= 2', fate: 'survived' },
    ])
  })

  it('names code of several lines on one', () => {
    const block = result([2, 21], [4, 2], { mutatorName: 'BlockStatement', replacement: '{}' })
    expect(mutantsOf('a.ts', SOURCE, [block])[0]?.name).toBe('BlockStatement: { b() } → {}')
  })

  it('leaves the middle out of what is long', () => {
    const long = `${'x'.repeat(70)}${'y'.repeat(51)}`
    const [mutant] = mutantsOf('a.ts', long, [result([1, 1], [1, 122], { replacement: 'z'.repeat(120) })])
    expect(mutant?.name).toBe(
      `EqualityOperator: ${'x'.repeat(58)} … ${'x'.repeat(7)}${'y'.repeat(51)} → ${'z'.repeat(120)}`,
    )
  })

  it('puts them in the order of their places and numbers those of one name', () => {
    const second = result([2, 14], [2, 19], { status: 'Killed' })
    const first = result([2, 5], [2, 10])
    const other = result([1, 11], [1, 12], { mutatorName: 'Number', replacement: '0' })
    expect(mutantsOf('a.ts', SOURCE, [second, first, other]).map(({ name, fate }) => [name, fate])).toEqual([
      ['Number: 1 → 0', 'survived'],
      ['EqualityOperator: a < 2 → a <= 2 (1 of 2)', 'survived'],
      ['EqualityOperator: a < 2 → a <= 2 (2 of 2)', 'killed'],
    ])
  })

  it.each([
    ['Killed', 'killed'],
    ['Timeout', 'timed out'],
    ['Survived', 'survived'],
    ['NoCoverage', 'untested'],
    ['RuntimeError', 'invalid'],
    ['CompileError', 'invalid'],
    ['Ignored', 'invalid'],
  ])('takes %s as %s', (status, fate) => {
    expect(mutantsOf('a.ts', SOURCE, [result([2, 5], [2, 10], { status })])[0]?.fate).toBe(fate)
  })
})
