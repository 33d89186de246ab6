import { toSourceCompanyId } from '../../../domain/ids.js'
import type { SourceCompensation } from '../../port.js'
import { unexpectedShape } from '../wire/errors.js'
import type { FlatRecord, Flattener, RecordKind } from './flatten-record.js'
import type { Parsed, ToDay } from '../wire/record-reader.js'
import {
  type CompensationKeys,
  type EmploymentKeys,
  parseIdentity,
  readCompensationKeys,
  readEmploymentKeys,
} from '../wire/schema.js'

/** A row of a person's history: what the choice between rows needs, and what the mapping wants of it. */
export type HistoryRow<Keys> = Keys & { fields: FlatRecord }
export type EmploymentRow = HistoryRow<EmploymentKeys>
export type CompensationRow = HistoryRow<CompensationKeys>

/** A person's rows of one kind, and what is wrong with those that cannot be read. */
export interface History<Row> {
  rows: readonly Row[]
  problems: readonly string[]
}

export const emptyHistory: History<never> = { rows: [], problems: [] }

/** The row as the rest of the program knows it. */
export const toSourceCompensation = ({
  id,
  effectiveDay,
  companyId,
  fields,
}: CompensationRow): SourceCompensation => ({
  id,
  effectiveDay,
  ...(companyId === undefined ? {} : { companyId: toSourceCompanyId(companyId) }),
  values: fields.values,
  problems: describeOdd(fields),
})

/** `amount: expected text, found list` for each path at which there is no value. */
const describeOdd = ({ odd = {} }: FlatRecord): string[] =>
  Object.entries(odd).map(([path, what]) => `${path.slice(path.indexOf('.') + 1)}: ${what}`)

/** Reads rows of one kind and groups them by the person they belong to. */
export type ReadRows<Row> = (records: readonly unknown[]) => ReadonlyMap<string, History<Row>>

export interface RowReaders {
  employments: ReadRows<EmploymentRow>
  compensations: ReadRows<CompensationRow>
}

/** They throw `RemoteError` for a row that does not say whose it is: it could change anyone's pay. */
export const createRowReaders = (
  toDay: ToDay,
  wanted: Readonly<Record<RecordKind, Flattener>>,
): RowReaders => ({
  employments: createReader('employment', (record) => readEmploymentKeys(record, toDay), wanted.employment),
  compensations: createReader(
    'compensation',
    (record) => readCompensationKeys(record, toDay),
    wanted.compensation,
  ),
})

const createReader =
  <Keys extends { employeeId: string }>(
    kind: RecordKind,
    readKeys: (record: unknown) => Parsed<Keys>,
    fields: Flattener,
  ): ReadRows<HistoryRow<Keys>> =>
  (records) => {
    const groups = new Map<string, { rows: HistoryRow<Keys>[]; problems: string[] }>()
    for (const record of records) {
      const keys = readKeys(record)
      const problems = 'problems' in keys ? keys.problems.map((problem) => `${kind}.${problem}`) : []
      const { employeeId } = parseIdentity(record)
      if (employeeId === undefined) throw unexpectedShape(`GET /${kind}`, problems)
      const group = groups.get(employeeId) ?? { rows: [], problems: [] }
      groups.set(employeeId, group)
      group.problems.push(...problems)
      if ('value' in keys) group.rows.push({ ...keys.value, fields: fields.flatten(record) })
    }
    return groups
  }
