import { displayWidth, wrapText } from './wrap-text.js'

/** A text, and how it is coloured once its place is known. */
export type Cell = string | { text: string; paint: (text: string) => string }

/** A line of cells, or a heading that stands on its own what its length. */
export type TableRow = readonly Cell[] | { heading: string }

export interface TableOptions {
  /** Columns of the screen. */
  width: number
  head?: readonly Cell[]
  /** Blanks before every line of cells. */
  indent?: number
}

const gap = '  '
/** Narrower than this a column is not worth wrapping; a long line reads better. */
const leastWidth = 20

/**
 * Aligns rows in columns, as lines without trailing blanks. The last column wraps at the width. No rows give no lines. Its time grows
 * with the number of rows and no faster: a first export lists tens of thousands of changes while a lease wants renewing.
 */
export const layOutTable = (rows: readonly TableRow[], options: TableOptions): string[] => {
  if (rows.length === 0) return []
  const all = options.head === undefined ? rows : [options.head, ...rows]
  const indent = ' '.repeat(options.indent ?? 0)
  const widths = toWidths(all, options.width - indent.length)
  return all.flatMap((row) => ('heading' in row ? [row.heading] : layOutRow(row, widths, indent)))
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)
const paintOf = (cell: Cell): ((text: string) => string) =>
  typeof cell === 'string' ? (text) => text : cell.paint

/** The width of every column: that of its longest cell, and for the last one what is left of the screen if that is less. */
const toWidths = (rows: readonly TableRow[], width: number): number[] => {
  const widths: number[] = []
  for (const row of rows) {
    if ('heading' in row) continue
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(textOf(cell)))
    })
  }
  const last = widths.length - 1
  const taken = widths.slice(0, last).reduce((sum, each) => sum + each + gap.length, 0)
  const left = width - taken
  return widths.map((each, column) => (column === last && each > left ? Math.max(left, leastWidth) : each))
}

const layOutRow = (row: readonly Cell[], widths: readonly number[], indent: string): string[] => {
  const last = widths.length - 1
  const before = row.slice(0, last).map((cell, column) => padCell(cell, widths[column] ?? 0))
  const cell = row[last] ?? ''
  const [first = '', ...others] = wrapText(textOf(cell), widths[last] ?? 0)
  const paint = paintOf(cell)
  const margin =
    indent +
    widths
      .slice(0, last)
      .map((width) => ' '.repeat(width) + gap)
      .join('')
  return [
    indent + [...before, first === '' ? '' : paint(first)].join(gap),
    ...others.map((line) => margin + paint(line)),
  ].map((line) => line.trimEnd())
}

const padCell = (cell: Cell, width: number): string => {
  const text = textOf(cell)
  const padding = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return text === '' ? padding : paintOf(cell)(text) + padding
}
