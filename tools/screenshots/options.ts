import { parseArgs } from 'node:util'

export const USAGE = `Draws every state of popup and options into .output/screenshots.

Usage: npm run screenshots [-- <options>]
  --only <text>  only states in whose name, such as options-diagnostics, this stands
  --no-build     takes the extension as it was built last
  --picture      draws only the picture of the README
  --help         prints this`

interface Options {
  /** The names of the states to draw. */
  readonly names: readonly string[]
  readonly build: boolean
  readonly picture: boolean
}

/** What is to be done, or what to print instead. */
export type Reading =
  | { readonly kind: 'options'; readonly options: Options }
  | { readonly kind: 'help' | 'problem'; readonly text: string }

/**
 * @param args of the command line
 * @param names of all states
 */
export function readOptions(args: readonly string[], names: readonly string[]): Reading {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', default: '' },
        'no-build': { type: 'boolean', default: false },
        picture: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { kind: 'help', text: USAGE }
    const chosen = names.filter((name) => name.includes(values.only))
    if (chosen.length === 0) return { kind: 'problem', text: noneOf(values.only, names) }
    return { kind: 'options', options: { names: chosen, build: !values['no-build'], picture: values.picture } }
  } catch (error) {
    return { kind: 'problem', text: `${(error as Error).message}\n\n${USAGE}` }
  }
}

function noneOf(only: string, names: readonly string[]): string {
  return `No state has "${only}" in its name. There are:\n${names.map((name) => `  ${name}`).join('\n')}`
}
