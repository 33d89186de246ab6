import { parse } from 'csv-parse/sync'

import { ConfigError } from '../../domain/errors.js'

/**
 * What may stand over each column, in any case and with any blanks and signs between the letters; and whether
 * a list has to have it.
 */
export type ListColumns<Column extends string> = Readonly<Partial<Record<Column, ListColumn>>>

export interface ListColumn {
  headers: readonly string[]
  required: boolean
}

export interface FoundHeader<Column extends string> {
  delimiter: string
  /** The place of each column that the list has, counted from 0. */
  places: ReadonlyMap<Column, number>
}

const delimiters = [';', ',', '\t'] as const

/** A header without what people and versions write differently: case, accents, blanks, signs. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Finds the columns in the first line of a list, and what separates its cells: the sign under which most
 * columns are found. Throws `ConfigError` for a list without a required column, or with two columns for one
 * thing.
 */
export const findHeader = <Column extends string>(
  name: string,
  text: string,
  columns: ListColumns<Column>,
): FoundHeader<Column> => {
  const candidates = delimiters.map((delimiter) => {
    const cells = readFirstRow(text, delimiter)
    return { delimiter, cells, found: findPlaces(cells, columns) }
  })
  const best = candidates.reduce((a, b) => (b.found.length > a.found.length ? b : a))
  const missing = entriesOf(columns).filter(
    ([column, { required }]) => required && !best.found.some((one) => one.column === column),
  )
  if (missing.length > 0) throw toMissingError(name, missing, best.cells.length)
  return { delimiter: best.delimiter, places: toPlaces(name, best.found, columns) }
}

const entriesOf = <Column extends string>(columns: ListColumns<Column>) =>
  Object.entries(columns) as [Column, ListColumn][]

const readFirstRow = (text: string, delimiter: string): readonly string[] => {
  try {
    return parse(text, { delimiter, to: 1, trim: true, relax_quotes: true, skip_empty_lines: true })[0] ?? []
  } catch {
    // Not a table with this separator.
    return []
  }
}

interface Place<Column> {
  column: Column
  place: number
}

const findPlaces = <Column extends string>(
  cells: readonly string[],
  columns: ListColumns<Column>,
): Place<Column>[] => {
  const folded = cells.map(fold)
  return entriesOf(columns).flatMap(([column, { headers }]) => {
    const wanted = new Set(headers.map(fold))
    return folded.flatMap((cell, place) => (wanted.has(cell) ? [{ column, place }] : []))
  })
}

const toPlaces = <Column extends string>(
  name: string,
  found: readonly Place<Column>[],
  columns: ListColumns<Column>,
): ReadonlyMap<Column, number> => {
  const places = new Map<Column, number>()
  for (const { column, place } of found) {
    if (places.has(column))
      throw new ConfigError(
        `${name} has two columns that can be "${columns[column]?.headers[0] ?? column}". Remove one and import it again.`,
      )
    places.set(column, place)
  }
  return places
}

const toMissingError = (
  name: string,
  missing: readonly (readonly [string, { headers: readonly string[] }])[],
  cells: number,
): ConfigError => {
  const wanted = missing.map(([, { headers }]) => headers.map((header) => `"${header}"`).join(' or '))
  return new ConfigError(
    `${name} has no column ${wanted.join(', and none ')} in its first line (${cells === 1 ? '1 cell' : `${cells} cells`} there, by ; , or tab)`,
  )
}
