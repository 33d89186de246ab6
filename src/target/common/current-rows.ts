import type { SalaryRow } from '../../domain/employee.js'
import { salaryTypes } from '../../domain/sections.js'

/** Where in time one row of a history stands that is kept by payroll period. */
export interface PeriodRow {
  /** `periodNumber` of the period it starts in. */
  start: number
  /** `periodNumber` of the last period it holds in; 0 when it has no end. */
  end: number
  /** When it was entered, as Nmbrs wrote it; sorts as text. Empty when unknown. */
  created: string
  id: number
}

/** One number for a year and a period in it, so that periods of one company compare. 0 when there is none. */
export const periodNumber = (year: number, period: number): number => year * 100 + period

/** Which of two rows was entered last: by its time, then by its id. */
const laterEntry = <Row extends { created: string; id: number }>(a: Row, b: Row): number => {
  if (a.created !== b.created) return a.created < b.created ? -1 : 1
  return a.id - b.id
}

/**
 * The rows that could stand in the place of the one that was picked: they begin with it, and nothing says
 * which of them was entered last. Record ids are no word of that: what their order means is not documented
 * (Nmbrs contract, section 6.11).
 */
export const findRivals = <Row extends { created: string }>(
  picked: Row,
  rows: readonly Row[],
  beginsWith: (row: Row) => boolean,
): Row[] => rows.filter((row) => row !== picked && beginsWith(row) && !isOrdered(row, picked))

const isOrdered = (a: { created: string }, b: { created: string }): boolean =>
  a.created !== '' && b.created !== '' && a.created !== b.created

/**
 * When a row was entered, as text that sorts; empty when Nmbrs does not say, for which it may write its first
 * day (section 6.7).
 */
export const toEntryTime = (text: string): string => (text.startsWith('0001-01-01') ? '' : text)

/** Whether a row of a history has not ended in the current period. */
export const isOpenRow = ({ end }: PeriodRow, current: number): boolean => end === 0 || end >= current

const best = <Row>(rows: readonly Row[], compare: (a: Row, b: Row) => number): Row | undefined =>
  rows.reduce<Row | undefined>(
    (found, row) => (found === undefined || compare(row, found) > 0 ? row : found),
    undefined,
  )

/**
 * The row that holds in the company's current period: of those that have begun and not ended, the one that
 * began last; of several from one period the one entered last (Nmbrs contract, sections 2.2 and 6.11). When
 * all begin later, as for someone who is still to start, the first that will.
 */
export const pickCurrentRow = <Row extends PeriodRow>(
  rows: readonly Row[],
  current: number,
): Row | undefined => {
  const open = rows.filter((row) => isOpenRow(row, current))
  if (open.length < 2) return open[0]
  const begun = open.filter((row) => row.start <= current)
  return (
    best(begun, (a, b) => a.start - b.start || laterEntry(a, b)) ??
    best(open, (a, b) => b.start - a.start || laterEntry(a, b))
  )
}

export interface EmploymentRow {
  /** `YYYY-MM-DD`, empty when Nmbrs has none. */
  start: string
  /** The same; empty while it has no end, `undefined` where that could not be read. */
  end: string | undefined
  initialStart: string
  created: string
  id: number
}

const compareText = (a: string, b: string): number => {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The employment of `today`: the one that began last and has begun, else the first that will. */
export const pickCurrentEmployment = (
  rows: readonly EmploymentRow[],
  today: string,
): EmploymentRow | undefined => {
  if (rows.length < 2) return rows[0]
  const begun = rows.filter(({ start }) => start <= today)
  return (
    best(begun, (a, b) => compareText(a.start, b.start) || laterEntry(a, b)) ??
    best(rows, (a, b) => compareText(b.start, a.start) || laterEntry(a, b))
  )
}

export interface SalaryEntry extends SalaryRow {
  created: string
  id: number
}

/**
 * The type's name for its number in bulk reads, where it is a number (Nmbrs contract, section 2.5); a number
 * without a name stays as it is.
 */
export const toSalaryType = (wireText: string): string =>
  /^\d+$/.test(wireText) ? (salaryTypes[Number(wireText)] ?? wireText) : wireText

/**
 * Whether the texts in a salary's table element, a line each, name a table, scale or step (Nmbrs contract,
 * section 2.5). One of empty texts and zeros is how a salary without a table may be written.
 */
export const namesTable = (texts: string | undefined): boolean =>
  texts?.split('\n').some((text) => text.trim() !== '' && Number(text) !== 0) === true

/** Nmbrs gives someone without a salary a row that says nothing. */
const saysNothing = ({ Type, Value, byTable }: SalaryRow): boolean =>
  byTable !== true && Type === 'None' && (Value === '0' || Value === '')

/**
 * The salaries in the order in which they begin. Of several that begin on one day the one entered last
 * counts.
 */
export const toSalaries = (entries: readonly SalaryEntry[]): SalaryRow[] =>
  (entries.length < 2 ? entries : inOrder(entries))
    .filter((entry) => !saysNothing(entry))
    .map(({ Value, Type, Start, byTable }) => ({
      Value,
      Type,
      Start,
      ...(byTable === true ? { byTable } : {}),
    }))

/** The days on which two salaries start that differ, where nothing says which of them was entered last. */
export const findAmbiguousStarts = (entries: readonly SalaryEntry[]): string[] => {
  if (!startsTwice(entries)) return []
  const starts = new Set(entries.map(({ Start }) => Start))
  return [...starts]
    .filter((start) => isUndecided(entries.filter(({ Start }) => Start === start)))
    .sort(compareText)
}

/** Most people have one salary a day, and there are tens of thousands of them. */
const startsTwice = (entries: readonly SalaryEntry[]): boolean =>
  entries.length > 1 && entries.some(({ Start }, at) => entries.findIndex((one) => one.Start === Start) < at)

const isUndecided = (entries: readonly SalaryEntry[]): boolean => {
  const picked = best(entries, laterEntry)
  return (
    picked !== undefined &&
    findRivals(picked, entries, () => true).some(
      ({ Value, Type }) => Value !== picked.Value || Type !== picked.Type,
    )
  )
}

const inOrder = (entries: readonly SalaryEntry[]): SalaryEntry[] => {
  const latest = new Map<string, SalaryEntry>()
  for (const entry of entries) {
    const known = latest.get(entry.Start)
    if (known === undefined || laterEntry(entry, known) >= 0) latest.set(entry.Start, entry)
  }
  return [...latest.values()].sort((a, b) => compareText(a.Start, b.Start))
}
