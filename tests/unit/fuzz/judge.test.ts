/** The fuzzer notices what it is there for: doors that are wrong on purpose. */

import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Door, door, smallDoor } from '../../fuzz/door.ts'
import { judge } from '../../fuzz/judge.ts'

class Declared extends Error {}

const doing = (run: (input: never) => unknown): Door => ({
  name: 'test',
  seeds: () => [],
  declared: [Declared],
  run: run as Door['run'],
  check: () => undefined,
})

describe('a door', () => {
  afterEach(() => vi.restoreAllMocks())

  it('that does nothing wrong has no fault', async () => {
    expect(
      (
        await judge(
          smallDoor('test', () => [], Number),
          '7',
        )
      ).fault,
    ).toBeUndefined()
  })

  it.each<[string, string, (input: never) => unknown, unknown]>([
    ['throws', 'throws', () => JSON.parse('{'), 1],
    ['rejects', 'throws', () => Promise.reject(new Error('no')), 1],
    ['changes a list that it is given', 'throws', (list: number[]) => list.sort(), [2, 1]],
    [
      'changes something deep in it',
      'throws',
      (given: { a: { b?: number }[] }) => delete given.a[0]?.b,
      { a: [{ b: 1 }] },
    ],
    ['changes bytes', 'changes', (bytes: Uint8Array) => bytes.fill(1), new Uint8Array(3)],
    ['gives all objects a field', 'pollutes', () => Object.assign(Object.prototype, { evil: 1 }), 1],
    ['takes a function from all lists', 'pollutes', () => Reflect.deleteProperty(Array.prototype, 'at'), 1],
    ['gives all texts another function', 'pollutes', () => Object.assign(String.prototype, { trim: () => '' }), 1],
  ])('that %s is told of', async (_, rule, run, input) => {
    expect((await judge(doing(run), input)).fault?.rule).toBe(rule)
    // The next one is not blamed for it.
    expect(
      (
        await judge(
          doing(() => 0),
          1,
        )
      ).fault,
    ).toBeUndefined()
    expect([({} as { evil?: number }).evil, [7].at(0), ' a '.trim()]).toEqual([undefined, 7, 'a'])
  })

  it('may throw the error that it declares', async () => {
    const run = () => {
      throw new Declared()
    }
    expect((await judge(doing(run), 1)).fault).toBeUndefined()
  })

  it.each([
    [5000, undefined],
    [5001, { rule: 'slow', what: 'took 5001 ms' }],
  ])('that takes %i ms', async (milliseconds, fault) => {
    const times = [0, milliseconds]
    vi.spyOn(performance, 'now').mockImplementation(() => times.shift() ?? 0)
    expect(
      await judge(
        doing(() => 0),
        1,
      ),
    ).toEqual({ milliseconds, ...(fault && { fault }) })
  })

  it('that breaks a law is told of, also where that takes a moment to see', async () => {
    const grows = smallDoor(
      'test',
      () => [],
      (raw) => `${String(raw)}!`,
    )
    expect((await judge(grows, 'a')).fault).toEqual({ rule: 'law', what: 'what was parsed is not parsed to itself' })
    const late = door({ ...doing(() => 0), check: async () => 'broken' })
    expect((await judge(late, 'a')).fault).toEqual({ rule: 'law', what: 'broken' })
  })
})
