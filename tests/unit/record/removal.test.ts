/** What a removal names of the marks that it hides, and which it did not know. */

import { describe, expect, it } from 'vitest'
import type { Deleted } from '../../../utils/record/record.ts'
import { EMPTY_RECORD } from '../../../utils/record/record.ts'
import { removalOf, unknownTo, type Word, withSeriesOf, wordsIn } from '../../../utils/record/removal.ts'
import { removeEvent, setDone, setNote } from '../../../utils/record/transitions.ts'
import { RUN, recordOf, running, START } from '../support/records.ts'

const NOW = 1000
const word = (at: number, by: string): Word => ({ at, by, runId: 'run' })
const removed = (...words: readonly Word[]): Deleted => removalOf(new Map([['run', words]]), 'run', NOW)

describe('a removal', () => {
  it.each<[string, readonly Word[], Deleted['knew']]>([
    ['nothing where nothing was marked', [], undefined],
    ['the last word of each device', [word(1, 'a'), word(3, 'a'), word(2, 'a')], [{ at: 3, by: 'a' }]],
    [
      'devices in order, whatever the order of the marks',
      [word(1, 'c'), word(5, 'a'), word(3, 'b')],
      [
        { at: 5, by: 'a' },
        { at: 3, by: 'b' },
        { at: 1, by: 'c' },
      ],
    ],
    ['what was told at this very instant with the others', [word(NOW, 'a'), word(1, 'a')], [{ at: NOW, by: 'a' }]],
    [
      'each word that comes from the future by itself',
      [word(NOW + 9, 'a'), word(4, 'a'), word(NOW + 2, 'a')],
      [
        { at: 4, by: 'a' },
        { at: NOW + 2, by: 'a', only: true },
        { at: NOW + 9, by: 'a', only: true },
      ],
    ],
  ])('names %s', (_, words, knew) => {
    expect(removed(...words)).toEqual({ deleted: true, ...(knew && { knew }) })
    expect(removed(...[...words].reverse())).toEqual(removed(...words))
  })

  it('names fifty words from the future; of more it is rather the clock that is behind', () => {
    const ahead = Array.from({ length: 51 }, (_, i) => word(NOW + 1 + i, 'a'))
    expect(removed(...ahead.slice(1)).knew).toHaveLength(50)
    expect(removed(...ahead).knew).toEqual([{ at: NOW + 51, by: 'a' }])
  })
})

describe('unknownTo', () => {
  const removal: Deleted = {
    deleted: true,
    knew: [
      { at: 5, by: 'a' },
      { at: 9, by: 'a', only: true },
      { at: 7, by: 'b', only: true },
    ],
  }
  it.each([
    [word(5, 'a'), true],
    [word(6, 'a'), false],
    [word(9, 'a'), true],
    [word(10, 'a'), false],
    [word(7, 'b'), true],
    [word(6, 'b'), false],
    [word(1, 'c'), false],
  ])('%o was known: %s', (of, known) => {
    expect(unknownTo(removal, [of])).toEqual(known ? [] : [of])
    expect(unknownTo({ deleted: true }, [of])).toEqual([of])
  })
})

describe('wordsIn', () => {
  it('hears days done and notes, for the commander, the run and its series, and the event', () => {
    const record = recordOf(
      running,
      [setDone('kirk', `${RUN}#2`, 'day', true), START + 1],
      [setNote('kirk', `${RUN}#2`, 'day', 'x'), START + 2],
      [setDone('kirk', RUN, 'other', false), START + 3],
      [setNote('kirk', RUN, 'other', ''), START + 4],
    )
    const atIn = (room: Parameters<typeof wordsIn>[1]) =>
      [...wordsIn(record, room)].map(([id, words]) => [id, words.map(({ at }) => at - START)])
    expect(atIn('commanders')).toEqual([['kirk', [1, 2]]])
    expect(atIn('runs')).toEqual([
      [`${RUN}#2`, [1, 2]],
      [RUN, [1, 2]],
    ])
    expect(atIn('events')).toEqual([['defender-of-peace', [1, 2]]])
  })

  it('knows of no event where the run is not told or removed', () => {
    const marked = setDone('kirk', 'nobody', 'day', true)(EMPTY_RECORD, { at: START, by: 'a' })
    expect([...wordsIn(marked, 'events')]).toEqual([])
    const gone = { ...marked, runs: { nobody: { value: { deleted: true as const }, at: START, by: 'a' } } }
    expect([...wordsIn(gone, 'events')]).toEqual([])
    expect(
      removeEvent('defender-of-peace')(marked, { at: START, by: 'a' }).events['defender-of-peace']?.value,
    ).not.toHaveProperty('knew')
  })
})

it('an occurrence of an occurrence belongs to both series', () => {
  expect(withSeriesOf('a')).toEqual(['a'])
  expect(withSeriesOf('a#2#3')).toEqual(['a#2#3', 'a#2', 'a'])
})
