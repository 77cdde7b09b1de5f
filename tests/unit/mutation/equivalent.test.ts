import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../../tools/commands.ts'
import { EQUIVALENT } from '../../mutation/equivalent.ts'

const onOneLine = (file: string) => readFileSync(join(ROOT, file), 'utf8').replace(/\s+/g, ' ')

/** What the name says is replaced; of what is long, both ends. */
const piecesOf = (name: string) => {
  const [, from] = /^\w+: (.+) → /.exec(name) ?? []
  return from?.split(' … ') ?? ['a name such as "EqualityOperator: a < b → a <= b"']
}

// Whether they are equivalent only `npm run test:mutation` can tell, which takes too long for each day.
describe('the mutants that are named as equivalent', () => {
  it('are of code that is still there', () => {
    const gone = EQUIVALENT.flatMap(({ file, mutants }) =>
      mutants.filter(
        (name) => !existsSync(join(ROOT, file)) || !piecesOf(name).every((part) => onOneLine(file).includes(part)),
      ),
    )
    expect(gone).toEqual([])
  })

  it('have a reason', () => {
    expect(EQUIVALENT.filter(({ mutants, why }) => mutants.length === 0 || why.length < 10)).toEqual([])
  })
})
