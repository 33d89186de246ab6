import { packAllValues, unpackValues, type PackedValues } from '../../domain/packed/packed-values.js'
import type { FieldName } from '../../domain/sections.js'
import { formatSpan, parseSpans } from '../../domain/service.js'
import type { FieldValue, Values } from '../../domain/values.js'
import { differingFields } from './ambiguous-rows.js'
import {
  findRivals,
  isOpenRow,
  pickCurrentEmployment,
  pickCurrentRow,
  type EmploymentRow,
  type PeriodRow,
} from './current-rows.js'
import { ownCopy } from './retained-text.js'

export interface HistoryRow extends PeriodRow {
  /** Of all fields of the section, in the order of the catalogue. */
  values: readonly FieldValue[]
  displayName: string
  /** Empty for nearly everyone. */
  deceasedOn: string
}

/**
 * The row that holds now, kept small. Every text in it is its own, so that none keeps a piece of the answer
 * in memory.
 */
export interface CurrentRow extends PeriodRow {
  packed: PackedValues
  displayName: string
  deceasedOn: string
}

/**
 * An employee's current row; `undefined` when the answer has none for them. `ambiguous`: the fields in which
 * another row could be it.
 */
export type Current<Row> = {
  row: Row | undefined
  ambiguous?: readonly FieldName[]
  /** More than one row began and did not end. */
  isOneOfSeveral?: true
  /** Of employments: the days of all of them. */
  spans?: string | undefined
}

/**
 * The row that holds now among those that came in this place and the one that was kept of an earlier place.
 */
export const toCurrent = (
  section: 'personalInfo' | 'address',
  rows: readonly HistoryRow[],
  kept: Current<CurrentRow> | undefined,
  current: number,
): Current<CurrentRow> => {
  const known = kept?.row
  const all = known === undefined ? rows : [known, ...rows]
  const row = pickCurrentRow<HistoryRow | CurrentRow>(all, current)
  if (row === undefined) return { row }
  const picked = 'packed' in row ? row : packRow(row)
  if (all.length < 2) return { row: picked }
  const rivals = findRivals(row, all, (other) => other.start === row.start && isOpenRow(other, current))
  const differing = differingFields(
    section,
    toValues(section, row),
    rivals.map((rival) => toValues(section, rival)),
  )
  const inForce = all.filter((one) => isOpenRow(one, current) && one.start <= current)
  const isOneOfSeveral = inForce.length > 1 || kept?.isOneOfSeveral === true
  return {
    row: picked,
    ...noteAmbiguous(differing, known?.start === row.start ? kept : undefined),
    ...(isOneOfSeveral ? { isOneOfSeveral } : {}),
  }
}

const toValues = (section: 'personalInfo' | 'address', row: HistoryRow | CurrentRow): Values =>
  unpackValues(section, 'packed' in row ? row.packed : packAllValues(row.values))

/** With what was ambiguous among the rows that came in another place. */
const noteAmbiguous = (
  differing: readonly FieldName[],
  kept: Pick<Current<unknown>, 'ambiguous'> | undefined,
): Pick<Current<unknown>, 'ambiguous'> => {
  const ambiguous = [...new Set([...(kept?.ambiguous ?? []), ...differing])]
  return ambiguous.length === 0 ? {} : { ambiguous }
}

const packRow = ({ start, end, created, id, values, displayName, deceasedOn }: HistoryRow): CurrentRow => ({
  start,
  end,
  created: ownCopy(created),
  id,
  packed: packAllValues(values),
  displayName: ownCopy(displayName),
  deceasedOn: deceasedOn === '' ? '' : ownCopy(deceasedOn),
})

/** The employment of today, in the same way. */
export const toCurrentEmployment = (
  rows: readonly EmploymentRow[],
  kept: Current<EmploymentRow> | undefined,
  today: string,
): Current<EmploymentRow> => {
  const row = pickCurrentEmployment(rows, today)
  const spans = toSpans(rows, kept)
  if (row === undefined || rows.length < 2) return { row, spans }
  const rivals = findRivals(row, rows, ({ start }) => start === row.start)
  const differs = rivals.some(({ initialStart }) => initialStart !== row.initialStart)
  const known = kept?.row?.start === row.start ? kept : undefined
  return { row, spans, ...noteAmbiguous(differs ? ['InitialStartDate'] : [], known) }
}

/**
 * The days of all employments, oldest first. A row without a first day says nothing; one whose end is not
 * known leaves all unknown.
 */
const toSpans = (
  rows: readonly EmploymentRow[],
  kept: Current<EmploymentRow> | undefined,
): string | undefined => {
  const texts = new Set(kept?.spans === undefined ? [] : parseSpans(kept.spans).map(formatSpan))
  for (const { start, end } of rows) {
    if (end === undefined) return undefined
    if (start !== '') texts.add(formatSpan({ start, end }))
  }
  return [...texts].sort().join(' ')
}
