/** How a step went: checks count as one each, tests one by one. */
export interface Outcome {
  passed: number
  failed: number
  skipped: number
}

/** What is used of the report that `vitest --reporter=json` writes. */
interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/**
 * Counts a report of Vitest.
 *
 * @param json The report; undefined when none was written.
 * @param exitCode Vitest's. Not 0 with nothing failed in the report (an error outside of any test) counts as one failure.
 * @example
 * countReport(undefined, 1) // { passed: 0, failed: 1, skipped: 0 }
 */
export function countReport(json: string | undefined, exitCode: number): Outcome {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0 }
  for (const file of parse(json)?.testResults ?? []) {
    const statuses = file.assertionResults.map(({ status }) => status)
    const failed = statuses.filter((status) => status === 'failed').length
    // A file that could not be loaded failed without a test of its own.
    outcome.failed += failed === 0 && file.status === 'failed' ? 1 : failed
    outcome.passed += statuses.filter((status) => status === 'passed').length
    outcome.skipped += statuses.filter((status) => status !== 'passed' && status !== 'failed').length
  }
  const foundNothing = outcome.passed + outcome.failed + outcome.skipped === 0
  if (outcome.failed === 0 && (exitCode !== 0 || foundNothing)) outcome.failed = 1
  return outcome
}

function parse(json: string | undefined): Report | undefined {
  try {
    return json === undefined ? undefined : JSON.parse(json)
  } catch {
    return undefined // Cut off in the middle: as good as not written.
  }
}

/**
 * The closing line.
 *
 * @example
 * closingLine({ passed: 12, failed: 0, skipped: 0 }) // '12 passed, 0 failed'
 */
export const closingLine = ({ passed, failed, skipped }: Outcome): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
