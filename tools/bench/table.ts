/**
 * A table in plain text. The first column is aligned to the left, the others, which hold figures, to the right.
 *
 * @param rows Cells by row, the heading first; a row may be short.
 * @returns Lines without a line break at the end.
 * @example table([['page', 'ms'], ['popup', '62.1']]) // 'page     ms\npopup  62.1'
 */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
