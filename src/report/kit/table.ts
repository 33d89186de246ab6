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
 * On a screen that is wider, and in a file, a row stays on one line: it can be searched for, and the lines
 * below each other compared.
 */
const stackBelow = 100

/**
 * Aligns rows in columns, as lines without trailing blanks. The last column wraps at the width; where too
 * little is left for it, each row is stacked: its first cell, and the others below it. No rows give no lines.
 * Its time grows with the number of rows and no faster: a first export lists tens of thousands of changes
 * while a lease wants renewing.
 */
export const layOutTable = (rows: readonly TableRow[], options: TableOptions): string[] => {
  if (rows.length === 0) return []
  const indent = ' '.repeat(options.indent ?? 0)
  const layout = findLayout(rows, options.head, options.width - indent.length)
  if (layout === undefined) return rows.flatMap((row) => stackRow(row, options))
  const { head, widths } = layout
  return [...head, ...rows].flatMap((row) =>
    'heading' in row ? [row.heading] : layOutRow(row, widths, indent),
  )
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)
const paintOf = (cell: Cell): ((text: string) => string) =>
  typeof cell === 'string' ? (text) => text : cell.paint

interface Layout {
  /** The heads of the columns, on one line or more. */
  head: readonly (readonly Cell[])[]
  widths: readonly number[]
}

/**
 * Heads of several words are folded where that is what makes a table fit. `undefined` where it fits in
 * neither way.
 */
const findLayout = (
  rows: readonly TableRow[],
  head: readonly Cell[] | undefined,
  width: number,
): Layout | undefined => {
  const whole = head === undefined ? [] : [head]
  const words = whole.flat().map((cell) => textOf(cell).split(' '))
  const folded = toWidths([...rows, ...toLines(words)], width)
  const layouts: readonly Layout[] = [
    { head: whole, widths: toWidths([...whole, ...rows], width) },
    { head: foldHead(whole.flat(), folded), widths: folded },
  ]
  return layouts.find(({ widths }) => !isTooWide(widths, width))
}

const foldHead = (head: readonly Cell[], widths: readonly number[]): Cell[][] =>
  toLines(head.map((cell, column) => wrapText(textOf(cell), widths[column] ?? 0))).map((line) =>
    line.map((text, column) => ({ text, paint: paintOf(head[column] ?? '') })),
  )

/** The columns as lines, each column down to the last of them. */
const toLines = (columns: readonly (readonly string[])[]): string[][] => {
  const height = Math.max(0, ...columns.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) =>
    columns.map((texts) => texts[line - (height - texts.length)] ?? ''),
  )
}

/**
 * The width of every column: that of its longest cell, and for the last one what is left of the screen if
 * that is less.
 */
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

const isTooWide = (widths: readonly number[], width: number): boolean =>
  width < stackBelow &&
  widths.length > 1 &&
  widths.reduce((sum, each) => sum + each + gap.length, -gap.length) > width

/** A row that does not fit: a cell on each line, with the heading of its column where there is one. */
const stackRow = (row: TableRow, { head = [], indent = 0, width }: TableOptions): string[] => {
  if ('heading' in row) return [row.heading]
  const [first = '', ...others] = row
  const below = ' '.repeat(indent + 2)
  const lines = others.flatMap((cell, index) => {
    const text = textOf(cell)
    if (text === '') return []
    const heading = textOf(head[index + 1] ?? '')
    const label = heading === '' ? '' : `${heading}: `
    const [start = '', ...rest] = wrapText(label + text, width - below.length - 2)
    return [start, ...rest.map((line) => `  ${line}`)].map((line) => below + line)
  })
  return [' '.repeat(indent) + paintOf(first)(textOf(first)), ...lines].map((line) => line.trimEnd())
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
