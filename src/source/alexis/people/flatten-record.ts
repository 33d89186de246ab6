import { Decimal } from 'decimal.js'

import { InternalError } from '../../../domain/errors.js'
import type { SourcePath } from '../../port.js'
import { describeProblem, isFields, presentIn } from '../wire/record-reader.js'

/** Text by path, only for what the record holds. */
export type SourceValues = Readonly<Record<SourcePath, string>>

/** What a record holds at the wanted paths. */
export interface FlatRecord {
  values: SourceValues
  /** By path, what is no value (`expected text, found list`); absent where there is nothing of the kind. */
  odd?: Readonly<Record<SourcePath, string>>
}

/** Reads the wanted values of one kind of record. */
export interface Flattener {
  paths: readonly SourcePath[]
  /** Whether anything of this kind of record is wanted for itself. */
  isWanted: boolean
  flatten(record: unknown): FlatRecord
}

/** The kinds of record that a path can begin with. */
const recordKinds = ['employee', 'employment', 'employmentType', 'compensation'] as const
export type RecordKind = (typeof recordKinds)[number]

interface WantedField {
  path: SourcePath
  keys: readonly string[]
  /** Taken where it is there and can be read. */
  isIncidental: boolean
}

/**
 * One flattener for each kind of record. A path of another kind is a bug: mappings are checked when they are
 * read. `incidental` paths make nothing wanted and nothing unreadable.
 */
export const createFlatteners = (
  paths: ReadonlySet<SourcePath>,
  incidental: ReadonlySet<SourcePath> = new Set(),
): Readonly<Record<RecordKind, Flattener>> => {
  const wanted: Record<RecordKind, WantedField[]> = {
    employee: [],
    employment: [],
    employmentType: [],
    compensation: [],
  }
  for (const path of [...new Set([...paths, ...incidental])].sort()) {
    const [kind, ...keys] = path.split('.')
    const known = recordKinds.find((name) => name === kind)
    if (known === undefined || keys.length === 0)
      throw new InternalError(`no source record has the path ${path}`)
    wanted[known].push({ path, keys: joinCustomKey(keys), isIncidental: !paths.has(path) })
  }
  return {
    employee: createFlattener(wanted.employee),
    employment: createFlattener(wanted.employment),
    employmentType: createFlattener(wanted.employmentType),
    compensation: createFlattener(wanted.compensation),
  }
}

/** A custom field is one key, no matter what its customer put into its name. */
const joinCustomKey = ([first = '', ...rest]: readonly string[]): readonly string[] =>
  first === 'custom' ? [first, rest.join('.')] : [first, ...rest]

const createFlattener = (wanted: readonly WantedField[]): Flattener => ({
  paths: wanted.map(({ path }) => path),
  isWanted: wanted.some(({ isIncidental }) => !isIncidental),
  flatten: (record) => flatten(record, wanted),
})

/**
 * What else a record holds, the citizen service number included, is left behind. Keys come in the same order
 * for every record, so that tens of thousands of them share one layout in memory.
 */
const flatten = (record: unknown, wanted: readonly WantedField[]): FlatRecord => {
  const fields = isFields(record) ? record : {}
  const values: Record<SourcePath, string> = {}
  const odd: Record<SourcePath, string> = {}
  let isOdd = false
  for (const { path, keys, isIncidental } of wanted) {
    const found = findValue(fields, keys, mayBeOther(path))
    if ('problem' in found) {
      if (isIncidental) continue
      odd[path] = found.problem
      isOdd = true
    } else if (found.text !== undefined) values[path] = found.text
  }
  return isOdd ? { values, odd } : { values }
}

/**
 * Documented as numbers, or as yes and no (AlexisHR contract, section 5), or nothing but digits. A custom
 * field may hold anything.
 */
const others: ReadonlySet<SourcePath> = new Set([
  'employee.employeeNumber',
  ...['employee.age', 'employee.hasOccupationalPension', 'employee.tax.table', 'employee.tax.column'],
  ...['employment.terminated', 'employment.rate', 'employmentType.vacation', 'employmentType.maxMonths'],
  ...['compensation.amount', 'compensation.baseAmount', 'compensation.exchangeRate'],
  ...['compensation.payoutDay', 'compensation.paidOvertime'],
])

const mayBeOther = (path: SourcePath): boolean => others.has(path) || path.startsWith('employee.custom.')

type Found = { text: string | undefined } | { problem: string }

const absent: Found = { text: undefined }

const findValue = (
  record: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  isLoose: boolean,
): Found => {
  let value: unknown = record
  for (const key of keys) {
    if (!isFields(value)) return { problem: describeProblem(undefined, 'object', value) }
    value = presentIn(value, key)
    if (value === undefined) return absent
  }
  if (isPastExact(value)) return { problem: describeProblem(undefined, 'number below 2^53', value) }
  // Digits are lost where a text is sent as a number: a telephone number begins with a zero.
  const text = isLoose || typeof value === 'string' ? toText(value) : undefined
  return text === undefined ? { problem: describeProblem(undefined, 'text', value) } : { text }
}

/** Whether digits of a whole number may have been lost when it was read. */
const isPastExact = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)

/** Text as it is, numbers in plain notation with every digit, yes and no as `true` and `false`. */
const toText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return toPlainNotation(value)
  return typeof value === 'boolean' ? String(value) : undefined
}

/** The engine itself writes all but very small numbers in plain notation, of those that are exact. */
const toPlainNotation = (value: number): string => {
  const text = String(value)
  return text.includes('e') ? new Decimal(value).toFixed() : text
}
