import { CsvError, parse } from 'csv-parse/sync'

import { dropControls } from '../../domain/text/drop-controls.js'
import { ConfigError, type Problem } from '../../domain/errors.js'
import { decodeText } from './decode-text.js'
import { findHeader, type ListColumns } from './find-header.js'

/** One line of a list. */
export interface ListRow<Column extends string> {
  /** 1-based, in the file; the last of them when a cell goes over several lines. */
  line: number
  /** The text of each column that the list has, without blanks around it. */
  cells: Readonly<Partial<Record<Column, string>>>
}

export interface ParsedList<Column extends string> {
  rows: readonly ListRow<Column>[]
  /** Those that the list has, of the columns that were asked for. */
  columns: readonly Column[]
}

/** Room for everyone in a large company, with every column that an export may add. */
export const maxListBytes = 20 * 1024 * 1024
const maxListRows = 200_000
const maxShownProblems = 20

export const toTooLargeText = (name: string): string =>
  `${name} has more than ${maxListBytes / 1024 / 1024} MB. Is it the right file?`

interface RawRow {
  line: number
  cells: readonly string[]
}

/**
 * Reads a list that someone exported; `name` is what messages call it. A comma, a semicolon or a tab between
 * the cells, whichever the header shows. Columns are found by their header, in any order and any case; others
 * are passed over, and so are lines without a text. Throws `ConfigError` with every problem and its line; no
 * problem quotes a cell.
 */
export const parseList = <Column extends string>(
  name: string,
  bytes: Uint8Array,
  columns: ListColumns<Column>,
): ParsedList<Column> => {
  if (bytes.length > maxListBytes) throw new ConfigError(toTooLargeText(name))
  const text = withoutSeparatorLine(decodeText(bytes))
  const { delimiter, places } = findHeader(name, text.content, columns)
  const [header, ...lines] = readRows(name, text, delimiter)
  const used = lines.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (used.length > maxListRows)
    throw new ConfigError(`${name} has more than ${maxListRows} lines. Is it the right file?`)
  throwIfBroken(name, used, header?.cells.length ?? 0)
  const entries = [...places]
  return {
    columns: [...places.keys()],
    rows: used.map(({ line, cells }) => ({ line, cells: pickCells(cells, entries) })),
  }
}

const pickCells = <Column extends string>(
  cells: readonly string[],
  places: readonly (readonly [Column, number])[],
): ListRow<Column>['cells'] => {
  const picked: Partial<Record<Column, string>> = {}
  for (const [column, place] of places) picked[column] = cells[place] ?? ''
  return picked
}

interface ListText {
  content: string
  /** How many lines were left out before it. */
  skipped: number
}

/** Some spreadsheets write the separator into a line of its own before the header. */
const withoutSeparatorLine = (text: string): ListText => {
  const found = /^sep=.\r?\n/i.exec(text)
  return found === null ? { content: text, skipped: 0 } : { content: text.slice(found[0].length), skipped: 1 }
}

const readRows = (name: string, { content, skipped }: ListText, delimiter: string): RawRow[] => {
  const rows: RawRow[] = []
  try {
    parse(content, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells, { lines }) => {
        rows.push({ line: lines + skipped, cells: cells.map((cell) => dropControls(cell).trim()) })
        return null
      },
    })
    return rows
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw toListError(name, [toUnreadable(name, error, skipped)])
  }
}

/** The message of such an error can quote a cell, so only its kind and line are used. */
const toUnreadable = (name: string, error: CsvError, skipped: number): Problem => {
  const { lines } = error as unknown as { lines?: unknown }
  return {
    severity: 'error',
    file: name,
    line: typeof lines === 'number' ? lines + skipped : 0,
    key: '',
    expected: 'cells in quotes that end in a quote, and quotes inside them doubled',
    found: 'a quote that does not fit',
  }
}

/** Lines that have another number of cells than the header: their cells may stand under the wrong header. */
const throwIfBroken = (name: string, rows: readonly RawRow[], width: number): void => {
  const broken = rows.filter(({ cells }) => cells.length !== width)
  if (broken.length === 0) return
  const problems = broken.slice(0, maxShownProblems).map(({ line, cells }): Problem => ({
    severity: 'error',
    file: name,
    line,
    key: '',
    expected: `${width} cells, as the header has`,
    found: `${cells.length}`,
  }))
  throw toListError(name, problems, broken.length)
}

const toListError = (name: string, problems: readonly Problem[], count = problems.length): ConfigError =>
  new ConfigError(
    `${name} cannot be read: ${count === 1 ? '1 line is not as it should be' : `${count} lines are not as they should be`}`,
    problems,
  )
