/** An entry of messages.json. https://developer.chrome.com/docs/extensions/reference/api/i18n */
export interface Message {
  message: string
  description?: string
  placeholders?: Record<string, { content: string; example?: string }>
}

/**
 * The text of a message as a browser forms it: `$NAME$` from its placeholders, `$1`–`$9` from the substitutions, `$$`
 * as a dollar sign.
 *
 * @param message undefined, as for a name that the catalogue lacks, gives '' (as browsers do).
 * @param substitutions One value or a list.
 * @example
 * formatMessage({ message: 'Day $N$ of 5', placeholders: { n: { content: '$1' } } }, ['2']) // 'Day 2 of 5'
 */
export function formatMessage(message: Message | undefined, substitutions: unknown = []): string {
  if (!message) return ''
  const values = Array.isArray(substitutions) ? substitutions : [substitutions]
  return withContents(message).replace(/\$(\$|[1-9])/g, (_, sign: string) =>
    sign === '$' ? '$' : String(values[Number(sign) - 1] ?? ''),
  )
}

/** Simulated weeks ask for the same few messages millions of times. */
const known = new WeakMap<Message, string>()

function withContents(message: Message): string {
  const before = known.get(message)
  if (before !== undefined) return before
  const byName = Object.fromEntries(
    Object.entries(message.placeholders ?? {}).map(([name, { content }]) => [name.toLowerCase(), content]),
  )
  const text = message.message.replace(/\$([A-Za-z0-9_@]+)\$/g, (whole, name: string) => {
    return byName[name.toLowerCase()] ?? whole
  })
  known.set(message, text)
  return text
}
