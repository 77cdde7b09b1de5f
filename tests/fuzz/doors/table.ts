/** The door out: a table for a spreadsheet, of names and notes that may come from somebody else's file. */

import { namesOf } from '../../../components/commander-names.ts'
import { csvOf } from '../../../utils/plan/csv.ts'
import { historyOf } from '../../../utils/plan/history.ts'
import { commandersOf } from '../../../utils/record/read.ts'
import { parseRecord } from '../../../utils/record/schema.ts'
import { DAY } from '../../unit/support/records.ts'
import { door } from '../door.ts'
import { NOW, oddlyTold, recordSeeds } from '../seeds.ts'

/** Epoch ms at which the runs of the seeds are over. */
const LATER = NOW + 100 * DAY
/** Ten thousand series in a table of a million lines tell no more. */
const MOST_RUNS = 500
/** What a spreadsheet takes for the beginning of a formula, or passes over before one. */
const FORMULA = /^[=+\-@\t\r\n\0]/

export const TABLE_DOOR = door({
  name: 'record as a table',
  seeds: () => [...recordSeeds(), oddlyTold()],
  run(input) {
    const parsed = parseRecord(input)
    if (parsed.kind !== 'record') return undefined
    const runs = historyOf(parsed.record, LATER).slice(0, MOST_RUNS)
    return csvOf(runs, namesOf(commandersOf(parsed.record)))
  },
  check(text) {
    const lines = text === undefined ? [] : linesOf(text)
    if (!lines) return 'this is no CSV'
    const [columns = []] = lines
    if (lines.some((cells) => cells.length !== columns.length)) return 'a line has more or fewer cells than the others'
    const formula = lines.flat().find((cell) => FORMULA.test(cell))
    return formula === undefined ? undefined : 'a cell begins as a formula does'
  },
})

/** A cell by RFC 4180, in quotes or without any, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y

/** @returns the cells of each line; undefined where it is no CSV */
function linesOf(text: string): string[][] | undefined {
  const lines: string[][] = []
  let line: string[] = []
  CELL.lastIndex = 0
  while (CELL.lastIndex < text.length) {
    const found = CELL.exec(text)
    if (!found) return undefined
    const [, quoted, plain, end] = found
    line.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end !== ',') {
      lines.push(line)
      line = []
    }
  }
  return line.length === 0 ? lines : undefined
}
