/** @returns `parse`, which gives its last answer again where it is asked of the same text again */
export function ofLastText<T>(parse: (stored: unknown) => T): (stored: unknown) => T {
  let last: { readonly stored: unknown; readonly parsed: T } | undefined
  return (stored) => {
    if (typeof stored !== 'string') return parse(stored)
    if (last?.stored !== stored) last = { stored, parsed: parse(stored) }
    return last.parsed
  }
}
