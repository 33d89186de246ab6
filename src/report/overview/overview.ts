import type { RunFailure } from '../../domain/run/run-failure.js'
import { fillCount } from '../../domain/language/count.js'
import type { Look } from '../kit/look.js'
import { layOutTable, type Cell } from '../kit/table.js'
import { sayTo } from '../translate/say-to.js'
import { overviewTexts } from './texts/overview-texts.js'
import type { OverviewColumn } from './columns.js'

/** A number, which is summed up under the table, or a text. */
export type OverviewValue = number | string

/** The line of one connection; its values are in the order of the columns. */
export interface OverviewRow {
  connection: string
  values: readonly OverviewValue[]
  /** Whether a person has something to do there. */
  waits?: boolean
  /** Why nothing could be found out; then there are no values. */
  failure?: RunFailure
}

/**
 * One line for each connection, the sums under them, and why connections failed. Reasons in the table would
 * leave no overview of forty that cannot be read.
 */
export const buildOverview = (
  columns: readonly OverviewColumn[],
  rows: readonly OverviewRow[],
  look: Look,
): string => {
  const texts = overviewTexts[look.language]
  const head = [texts.columns.connection, ...columns.map((column) => texts.columns[column])]
  const lines = layOutTable(
    [...rows.map((row) => toCells(row, columns, look)), ...toSums(rows, columns, look)],
    {
      width: look.width,
      head: head.map((text) => ({ text, paint: look.paint.dim })),
    },
  )
  return `${[...lines, ...toReasons(rows, look)].join('\n')}\n`
}

const toReasons = (rows: readonly OverviewRow[], look: Look): readonly string[] => {
  const reasons = rows.flatMap(({ connection, failure }) =>
    failure === undefined
      ? []
      : [[{ text: connection, paint: look.paint.red }, sayTo(failure.message, look)]],
  )
  return reasons.length === 0 ? [] : ['', ...layOutTable(reasons, { width: look.width })]
}

const toCells = (row: OverviewRow, columns: readonly OverviewColumn[], look: Look): Cell[] => {
  const { paint } = look
  if (row.failure !== undefined) {
    const { notKnown } = overviewTexts[look.language]
    return [
      { text: row.connection, paint: paint.red },
      ...columns.slice(1).map(() => ''),
      { text: notKnown, paint: paint.red },
    ]
  }
  const name: Cell = row.waits === true ? { text: row.connection, paint: paint.yellow } : row.connection
  return [
    name,
    ...row.values.map((value): Cell => (value === 0 ? { text: '0', paint: paint.dim } : String(value))),
  ]
}

/** Nothing is summed up of one connection. */
const toSums = (rows: readonly OverviewRow[], columns: readonly OverviewColumn[], look: Look): Cell[][] => {
  if (rows.length < 2) return []
  const sums = columns.map((_, index) => {
    const numbers = rows.flatMap(({ values }) => (typeof values[index] === 'number' ? [values[index]] : []))
    return numbers.length === 0 ? '' : String(numbers.reduce((sum, each) => sum + each, 0))
  })
  const names = new Set(rows.map(({ connection }) => connection))
  const cells = [fillCount(names.size, overviewTexts[look.language].total), ...sums]
  return [cells.map((text) => ({ text, paint: look.paint.bold }))]
}

/** What is said where the table says all that there is to say of some connections. */
export const toQuietLine = (quiet: number, all: number, look: Look): string => {
  const texts = overviewTexts[look.language]
  if (quiet === 0) return ''
  return `${quiet === all ? texts.allQuiet : fillCount(quiet, texts.quiet)}\n`
}
