import { afterEach, describe, expect, it, vi } from 'vitest'
import { findFaketime } from '../../tools/faketime.ts'

afterEach(() => vi.unstubAllEnvs())

describe('findFaketime', () => {
  it('takes what FAKETIME_LIBRARY names', () => {
    vi.stubEnv('FAKETIME_LIBRARY', import.meta.filename)
    expect(findFaketime()).toBe(import.meta.filename)
  })

  it('does not pass over a FAKETIME_LIBRARY that is not there', () => {
    vi.stubEnv('FAKETIME_LIBRARY', '/nowhere/libfaketimeMT.so.1')
    expect(findFaketime).toThrow(/FAKETIME_LIBRARY.*\/nowhere/)
  })
})
