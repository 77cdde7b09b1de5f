import { describe, expect, it } from 'vitest'
import type { Fate, Mutant } from '../../../tools/mutation/mutant.ts'
import { lookUp } from '../../../tools/mutation/named.ts'

const mutant = (name: string, fate: Fate, file = 'a.ts'): Mutant => ({ file, line: 7, column: 1, name, fate })
const named = (...mutants: string[]) => [{ file: 'a.ts', mutants, why: 'It is the same.' }]

describe('lookUp', () => {
  it.each(['survived', 'untested'] as const)('finds what is %s', (fate) => {
    const mutants = [mutant('one', fate, 'b.ts'), mutant('two', fate), mutant('one', fate)]
    const { equivalent, problems } = lookUp(mutants, named('one'))
    expect([...equivalent]).toEqual([mutants[2]])
    expect([...equivalent][0]).toBe(mutants[2])
    expect(problems).toEqual([])
  })

  it.each(['killed', 'timed out', 'invalid'] as const)('reports what is %s', (fate) => {
    const { equivalent, problems } = lookUp([mutant('one', fate)], named('one'))
    expect(equivalent.size).toBe(0)
    expect(problems).toEqual([`a.ts:7 is ${fate}, so it can be killed: one`])
  })

  it('reports what is not there', () => {
    const { problems } = lookUp([mutant('one', 'survived', 'b.ts'), mutant('two', 'survived')], named('one'))
    expect(problems).toEqual(['a.ts has no mutant of this name (any more): one'])
  })

  it('reports what is named twice', () => {
    const { equivalent, problems } = lookUp([mutant('one', 'survived')], [...named('one'), ...named('one')])
    expect(equivalent.size).toBe(1)
    expect(problems).toEqual(['a.ts:7 is named twice: one'])
  })
})
