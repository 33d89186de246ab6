/**
 * Which of a person's employments and compensations are current (AlexisHR contract, section 6.1). All days
 * are calendar days, `YYYY-MM-DD`, so that they compare as text.
 */

export interface EmploymentDays {
  id: string
  startDay: string
  endDay?: string | undefined
  updated?: string | undefined
}

export interface CompensationDays {
  id: string
  effectiveDay: string
}

/**
 * The current row, if there is one.
 * - `mismatch`: the server's pointer names another row than the dates do, or one that does not exist. The
 *   pointer is trusted if it can be.
 * - `ambiguous`: two rows have equal claims and nothing decides between them.
 */
export interface Choice<Row> {
  row: Row | undefined
  doubt?: 'mismatch' | 'ambiguous'
}

/** `pointer` is the id of the row that the server holds to be current, if it says so. */
export const chooseEmployment = <Row extends EmploymentDays>(
  rows: readonly Row[],
  pointer: string | undefined,
  today: string,
): Choice<Row> => choose(rows, pointer, employmentsByDates(rows, today))

/** `isPreHire`: the person starts after today, so that a row of the future counts as theirs. */
export const chooseCompensation = <Row extends CompensationDays>(
  rows: readonly Row[],
  pointer: string | undefined,
  today: string,
  isPreHire: boolean,
): Choice<Row> => choose(rows, pointer, compensationsByDates(rows, today, isPreHire))

const choose = <Row extends { id: string }>(
  rows: readonly Row[],
  pointer: string | undefined,
  byDates: readonly Row[],
): Choice<Row> => {
  const pointed = rows.find((row) => row.id === pointer)
  if (pointed !== undefined) {
    const agrees = byDates.length === 0 || byDates.includes(pointed)
    return agrees ? { row: pointed } : { row: pointed, doubt: 'mismatch' }
  }
  if (byDates.length > 1) return { row: undefined, doubt: 'ambiguous' }
  return { row: byDates[0], ...(pointer !== undefined && { doubt: 'mismatch' }) }
}

/** The one running today that started last, else the first one to come. */
const employmentsByDates = <Row extends EmploymentDays>(
  rows: readonly Row[],
  today: string,
): readonly Row[] => {
  const running = rows.filter((row) => row.startDay <= today && (row.endDay ?? today) >= today)
  if (running.length > 0) return lastStarted(running)
  const future = rows.filter((row) => row.startDay > today)
  const firstDay = future.map((row) => row.startDay).sort()[0]
  return lastStarted(future.filter((row) => row.startDay === firstDay))
}

/** The row that starts last; among equals the one updated last, then the one with the highest id. */
const lastStarted = <Row extends EmploymentDays>(rows: readonly Row[]): readonly Row[] => {
  if (rows.length < 2) return rows
  const rank = ({ startDay, updated = '', id }: Row): string => `${startDay} ${updated} ${id}`
  return [...rows].sort((one, other) => (rank(one) < rank(other) ? -1 : 1)).slice(-1)
}

/**
 * The rows of the latest day up to today, for a pre-hire else of the first day to come. A row holds until the
 * next one's day.
 */
const compensationsByDates = <Row extends CompensationDays>(
  rows: readonly Row[],
  today: string,
  isPreHire: boolean,
): Row[] => {
  const days = rows.map((row) => row.effectiveDay).sort()
  const day = days.findLast((each) => each <= today) ?? (isPreHire ? days[0] : undefined)
  return rows.filter((row) => row.effectiveDay === day)
}
