/**
 * @param instants epoch ms, as many as there are: `Math.min` with a spread breaks at some hundred thousand
 * @returns the first of them; undefined where there is none
 * @example earliest([30, undefined, 10]) // 10
 */
export function earliest(instants: readonly (number | undefined)[]): number | undefined {
  return instants.reduce(
    (first, at) => (first === undefined || (at !== undefined && at < first) ? at : first),
    undefined,
  )
}
