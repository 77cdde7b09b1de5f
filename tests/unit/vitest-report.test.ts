import { describe, expect, it } from 'vitest'
import { closingLine, countReport } from '../../tools/vitest-report.ts'

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((one) => ({ status: one })),
})
const report = (...testResults: ReturnType<typeof file>[]) => JSON.stringify({ testResults })

describe('countReport', () => {
  it('counts each test', () => {
    const json = report(file('passed', 'passed', 'passed', 'pending'), file('failed', 'failed', 'passed', 'todo'))
    expect(countReport(json, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    expect(countReport(report(file('failed'), file('passed', 'passed')), 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('counts an error outside of any test as a failure', () => {
    expect(countReport(report(file('passed', 'passed')), 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  it.each([undefined, '', '{"testRes'])('counts a report that was not written as a failure: %s', (json) => {
    expect(countReport(json, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('counts a run without any test as a failure', () => {
    expect(countReport(report(), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('closingLine', () => {
  it('names the skipped only if there are some', () => {
    expect(closingLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed')
    expect(closingLine({ passed: 2, failed: 1, skipped: 3 })).toBe('2 passed, 1 failed, 3 skipped')
  })
})
