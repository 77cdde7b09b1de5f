import { describe, expect, it } from 'vitest'
import { readOptions, USAGE } from '../../../tools/screenshots/options.ts'

const NAMES = ['popup-open', 'options-diagnostics', 'options-diagnostics-late']
const read = (...args: string[]) => readOptions(args, NAMES)

describe('npm run screenshots', () => {
  it.each([
    [[], { names: NAMES, build: true, picture: false }],
    [['--no-build', '--picture'], { names: NAMES, build: false, picture: true }],
    [['--only', 'diagnostics'], { names: NAMES.slice(1), build: true, picture: false }],
    [['--only=popup-'], { names: ['popup-open'], build: true, picture: false }],
  ])('takes %j', (args, options) => {
    expect(read(...args)).toEqual({ kind: 'options', options })
  })

  it('names its options when it is asked', () => {
    expect(read('--help')).toEqual({ kind: 'help', text: USAGE })
    expect(USAGE.match(/^ {2}--\S+/gm)).toEqual(['  --only', '  --no-build', '  --picture', '  --help'])
  })

  it.each([[['--onyl', 'popup']], [['popup']], [['--only']], [['--picture=yes']]])(
    'says what it cannot do with %j, and what it can',
    (args) => {
      const reading = read(...args)
      expect(reading).toMatchObject({ kind: 'problem', text: expect.stringContaining(USAGE) })
      expect(reading).toMatchObject({ text: expect.stringContaining(args[0]?.replace(/=.*/, '') ?? '') })
    },
  )

  it('names all states where none matches', () => {
    expect(read('--only', 'diagnosis')).toEqual({
      kind: 'problem',
      text: 'No state has "diagnosis" in its name. There are:\n  popup-open\n  options-diagnostics\n  options-diagnostics-late',
    })
  })
})
