import { describe, expect, it } from 'vitest'
import { shown } from '../../../utils/events/shown.ts'
import { type PackProblem, pathText } from '../../../utils/packs/problem.ts'
import { type Json, readJson } from '../../../utils/packs/read-json.ts'

function read(text: string): Json {
  const json = readJson(text)
  expect(json.ok).toBe(true)
  return json as Json
}

function problemIn(text: string): PackProblem {
  const json = readJson(text)
  expect(json.ok).toBe(false)
  return (json as Exclude<typeof json, Json>).problem
}

describe('readJson', () => {
  it('gives what JSON.parse gives', () => {
    expect(read('{ "a": [1, "two", null, true] }').value).toEqual({ a: [1, 'two', null, true] })
  })

  it('passes over a byte order mark', () => {
    const json = read('\uFEFF{ "a": 1 }')
    expect(json.value).toEqual({ a: 1 })
    expect(json.placeOf(['a'])).toEqual({ line: 1, column: 8 })
  })

  it.each([
    ['nothing', '', 1, 1],
    ['a lone word', 'events', 1, 1],
    ['cut off in a list', '{ "a": [1,\n  2', 2, 4],
    ['cut off in a text', '{\r\n  "a": "b', 2, 8],
    ['a comma too many', '[1,\n2,\n]', 3, 1],
    ['a comma too few', '[1\n 2]', 2, 2],
    ['a comment', '{\n// no\n}', 2, 1],
    ['single quotes', "{\r'a': 1}", 2, 1],
    ['a second value', '{}\n\n{}', 3, 1],
    ['a line break inside a text', '["a\nb"]', 1, 2],
    ['a tab inside a text', '["a\tb"]', 1, 2],
    ['a number with a leading zero', '[01]', 1, 3],
    ['an escape that does not exist', '["\\x"]', 1, 2],
    ['brackets behind an open quote', `"\n${'['.repeat(99)}`, 1, 1],
  ])('tells the place of the first error: %s', (_, text, line, column) => {
    expect(problemIn(text)).toEqual({ path: '', rule: 'not-json', values: [], line, column })
  })

  it('refuses more than 5 MB before it parses', () => {
    expect(read(`"${'x'.repeat(4_999_998)}"`).ok).toBe(true)
    expect(problemIn('['.repeat(5_000_001))).toMatchObject({ rule: 'too-large', values: [5] })
  })

  it('reads more where it is told to', () => {
    expect(readJson(`"${'x'.repeat(6_000_000)}"`, 20).ok).toBe(true)
    expect(readJson(`"${'x'.repeat(20_000_000)}"`, 20)).toMatchObject({ problem: { rule: 'too-large', values: [20] } })
  })

  it.each([
    ['\n', 4, 3],
    ['\r\n', 4, 3],
    ['\r', 4, 3],
  ])('counts lines that end with %j', (end, line, column) => {
    expect(problemIn(['[', '1,', '2,', '  x]'].join(end))).toMatchObject({ line, column })
  })

  it.each<[readonly string[], number, number]>([
    [[], 1, 1],
    [['a'], 2, 1],
    [['a', 'b'], 3, 2],
    [['b'], 5, 1],
    [['a', 'absent'], 2, 1],
    [['absent', 'b'], 1, 1],
  ])('tells the place of the key %j, or of its nearest parent', (path, line, column) => {
    expect(read('{\n"a":{\n "b": 1\n},\n"b":{"a":2}}').placeOfKey(path)).toEqual({ line, column })
  })

  it('takes 100 levels and no more', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    expect(read(nested(100)).ok).toBe(true)
    expect(problemIn(nested(101))).toEqual({ path: '', rule: 'too-deep', values: [100], line: 1, column: 101 })
    expect(read(`["${'['.repeat(200)}"]`).ok).toBe(true)
    expect(read(`["\\"${'['.repeat(200)}"]`).ok).toBe(true)
  })

  it.each([
    ['lists', '['.repeat(100_000)],
    ['closed lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['behind a comment that opens a quote', `/* " */${'['.repeat(100_000)}`],
    ['behind a quote that is left open', `"\n${'['.repeat(100_000)}`],
  ])('does not fall into 100,000 levels: %s', (_, text) => {
    expect(problemIn(text).rule).toMatch(/^(too-deep|not-json)$/)
  })

  it('keeps __proto__ a field like any other', () => {
    const { value } = read('{ "__proto__": { "polluted": true } }')
    expect(Object.keys(value as object)).toEqual(['__proto__'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('placeOf', () => {
  const json = read('{\n  "a": [\n    1,\r\n    { "b": "ü🚀", "c": 2 }\r  ],\n  "d": 1, "d": 22\n}')

  it.each([
    [[], 1, 1],
    [['a'], 2, 8],
    [['a', 0], 3, 5],
    [['a', 1], 4, 5],
    [['a', 1, 'b'], 4, 12],
    // Columns are UTF-16 units, as editors count.
    [['a', 1, 'c'], 4, 24],
    // The last of two is the one that counts.
    [['d'], 6, 16],
  ])('%j', (path, line, column) => expect(json.placeOf(path)).toEqual({ line, column }))

  it.each([
    [['a', 1, 'absent'], 4, 5],
    [['a', 7], 2, 8],
    [['a', 'b'], 2, 8],
    [['absent', 'deeper', 3], 1, 1],
    [['__proto__'], 1, 1],
  ])('%j is absent: its nearest parent', (path, line, column) => expect(json.placeOf(path)).toEqual({ line, column }))
})

describe('repeatedKey', () => {
  it.each([
    ['{ "a": 1, "b": { "a": 2 } }', undefined],
    ['[{ "a": 1 }, { "a": 1 }]', undefined],
    ['{ "a": 1, "a": 1 }', ['a']],
    ['{ "a": [0, { "b": {}, "c": { "b": 1 }, "b": 2 }] }', ['a', 1, 'b']],
    ['{ "a": 1, "\\u0061": 1 }', ['a']],
    ['{ "__proto__": 1, "__proto__": 1 }', ['__proto__']],
  ])('%s', (text, path) => expect(read(text).repeatedKey()).toEqual(path))
})

describe('shown', () => {
  it.each([
    ['plain', 'plain'],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(59)}…`],
    ['🚀'.repeat(61), `${'🚀'.repeat(59)}…`],
    ['a\nb\u0000c\u2028d', 'a\uFFFDb\uFFFDc\uFFFDd'],
    ['\u202Eevil\u2066', '\uFFFDevil\uFFFD'],
    ['\uD800', '\uFFFD'],
  ])('%j', (text, expected) => expect(shown(text)).toBe(expected))
})

describe('pathText', () => {
  it.each([
    [[], ''],
    [['events', 2, 'relatedEvents', 0, 'code'], 'events[2].relatedEvents[0].code'],
    [[12, 'startTime'], '[12].startTime'],
    [['$schema'], '$schema'],
    [['events', 0, 'odd key\n'], 'events[0]["odd key\uFFFD"]'],
    [['x'.repeat(61)], `["${'x'.repeat(59)}…"]`],
  ])('%j', (path, expected) => expect(pathText(path)).toBe(expected))
})
