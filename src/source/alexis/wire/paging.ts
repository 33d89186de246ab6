import { AbortError } from '../../../domain/errors.js'

/** A record of a list. `key` tells it apart from every other record of that list. */
export interface ListRow {
  key: string
  /** When it was last changed, if the record says so; all in the same spelling. */
  updated?: string | undefined
}

export interface ListPage<Row extends ListRow> {
  rows: readonly Row[]
  /** How many records the server says the list has. */
  total: number
}

/**
 * Reads the rows that follow the first `offset` ones, in the order of their ids. The server decides how many.
 */
export type ReadPage<Row extends ListRow> = (offset: number) => Promise<ListPage<Row>>

export type Disturbance =
  | 'total-changed'
  /** The rows moved: a page no longer begins where the one before it ended. */
  | 'rows-moved'
  /** The server gave nothing more, though by its own count there is more. */
  | 'ended-early'
  | 'count-differs'
  /**
   * Everything adds up, but pages of a single row cannot overlap; only a second equal read shows that no one
   * was skipped.
   */
  | 'unconfirmed'

export type ListRead<Row> =
  | { complete: true; rows: readonly Row[] }
  | { complete: false; why: Disturbance; found: number; total: number }

export interface ListOptions {
  attempts: number
  onProgress?: ((read: number, total: number) => void) | undefined
  /** Called when a read is thrown away and begun again. */
  onAgain?: ((attempt: number, why: Disturbance) => void) | undefined
}

/**
 * Reads a list to its end, every record once, or says why that cannot be shown (AlexisHR contract, section
 * 3.6).
 *
 * The server pages by offset over data that may change meanwhile, and may cut pages at any number. Three
 * things together show that no one who was there all along was skipped: the total stays the same, the number
 * of different records equals it, and every page overlaps the one before it by one row. The count alone is
 * not enough: someone who left before the place of reading and someone who joined after it leave the total as
 * it was and still push one person across the edge of a page.
 */
export const readList = async <Row extends ListRow>(
  readPage: ReadPage<Row>,
  options: ListOptions,
): Promise<ListRead<Row>> => {
  let earlier: Pass<Row> | undefined
  for (let attempt = 1; ; attempt += 1) {
    const pass = await readOnce(readPage, options)
    const why = findDoubt(pass, earlier)
    if (why === undefined) return { complete: true, rows: [...pass.rows.values()] }
    if (attempt >= options.attempts) {
      return { complete: false, why, found: pass.rows.size, total: pass.total }
    }
    options.onAgain?.(attempt, why)
    earlier = pass
  }
}

/** The rows of a complete read. Throws `AbortError` (`source-incomplete`) for any other. */
export const ensureComplete = <Row>(read: ListRead<Row>, what: string): readonly Row[] => {
  if (read.complete) return read.rows
  throw new AbortError(
    `AlexisHR, ${what}: ${read.found} of ${read.total} records could be read (${read.why}). Nothing was done with them.`,
    'source-incomplete',
    'Run again when no one is adding or removing people in AlexisHR. If it stays like this, report it together with this message.',
  )
}

interface Pass<Row> {
  rows: Map<string, Row>
  total: number
  /** Whether every page overlapped the one before it. */
  overlapped: boolean
  disturbance?: Disturbance
}

const findDoubt = <Row>(pass: Pass<Row>, earlier: Pass<Row> | undefined): Disturbance | undefined => {
  if (pass.disturbance !== undefined) return pass.disturbance
  if (pass.rows.size !== pass.total) return 'count-differs'
  if (pass.overlapped || (earlier !== undefined && haveSameKeys(pass.rows, earlier.rows))) return undefined
  return 'unconfirmed'
}

const haveSameKeys = <Row>(one: Map<string, Row>, other: Map<string, Row>): boolean =>
  one.size === other.size && [...one.keys()].every((key) => other.has(key))

const readOnce = async <Row extends ListRow>(
  readPage: ReadPage<Row>,
  { onProgress }: ListOptions,
): Promise<Pass<Row>> => {
  const first = await readPage(0)
  const pass: Pass<Row> = { rows: new Map(), total: first.total, overlapped: true }
  keepRows(pass.rows, first.rows)
  onProgress?.(pass.rows.size, pass.total)
  let position = first.rows.length
  let last = first.rows.at(-1)
  while (position < pass.total) {
    if (last === undefined) return { ...pass, disturbance: 'ended-early' }
    const step: Step<Row> = await readFollowing(readPage, position, last, pass)
    if (typeof step === 'string') return { ...pass, disturbance: step }
    keepRows(pass.rows, step.rows)
    onProgress?.(pass.rows.size, pass.total)
    position = step.end
    last = step.rows.at(-1)
  }
  return pass
}

/** Rows read and the position after them. */
type Step<Row> = { rows: readonly Row[]; end: number } | Disturbance

/** Reads on at `position`, if it can from `last` on, the row before it. */
const readFollowing = async <Row extends ListRow>(
  readPage: ReadPage<Row>,
  position: number,
  last: Row,
  pass: Pass<Row>,
): Promise<Step<Row>> => {
  if (pass.overlapped) {
    const page = await readPage(position - 1)
    if (page.total !== pass.total) return 'total-changed'
    if (page.rows[0]?.key !== last.key) return 'rows-moved'
    if (page.rows.length > 1) return { rows: page.rows, end: position - 1 + page.rows.length }
    // Either the list ends here, or the server gives one row at a time.
    pass.overlapped = false
  }
  const page = await readPage(position)
  if (page.total !== pass.total) return 'total-changed'
  return page.rows.length === 0 ? 'ended-early' : { rows: page.rows, end: position + page.rows.length }
}

/**
 * Keeps each record once. Of two copies the one that was changed later stays, and the one read later when
 * they do not say.
 */
const keepRows = <Row extends ListRow>(kept: Map<string, Row>, rows: readonly Row[]): void => {
  for (const row of rows) {
    const earlier = kept.get(row.key)?.updated
    const isOlder = earlier !== undefined && row.updated !== undefined && row.updated < earlier
    if (!isOlder) kept.set(row.key, row)
  }
}
