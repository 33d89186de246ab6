import { Decimal } from 'decimal.js'

import { InternalError } from '../../domain/errors.js'
import type { SourcePath } from '../port.js'
import { describeProblem, isFields, type Parsed, presentIn } from './record-reader.js'

/** Text by path, only for what the record holds. */
export type SourceValues = Readonly<Record<SourcePath, string>>

/** Reads the wanted values of one kind of record. */
export interface Flattener {
  paths: readonly SourcePath[]
  /** Whether anything of this kind of record is wanted for itself. */
  isWanted: boolean
  flatten(record: unknown): Parsed<SourceValues>
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
 * One flattener for each kind of record. A path of another kind is a bug: mappings are checked when they are read. `incidental` paths make nothing
 * wanted and nothing unreadable.
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

/** A custom field is one key, whatever its customer put into its name. */
const joinCustomKey = ([first = '', ...rest]: readonly string[]): readonly string[] =>
  first === 'custom' ? [first, rest.join('.')] : [first, ...rest]

const createFlattener = (wanted: readonly WantedField[]): Flattener => ({
  paths: wanted.map(({ path }) => path),
  isWanted: wanted.some(({ isIncidental }) => !isIncidental),
  flatten: (record) => flatten(record, wanted),
})

/**
 * Whatever else a record holds, the citizen service number included, is left behind. Keys come in the same order for every record, so that
 * tens of thousands of them share one layout in memory.
 */
const flatten = (record: unknown, wanted: readonly WantedField[]): Parsed<SourceValues> => {
  if (!isFields(record)) return { problems: [describeProblem(undefined, 'object', record)] }
  const values: Record<SourcePath, string> = {}
  const problems = new Set<string>()
  for (const { path, keys, isIncidental } of wanted) {
    const found = findValue(record, keys)
    if ('problem' in found) {
      if (!isIncidental) problems.add(found.problem)
    } else if (found.text !== undefined) values[path] = found.text
  }
  return problems.size === 0 ? { value: values } : { problems: [...problems] }
}

type Found = { text: string | undefined } | { problem: string }

const absent: Found = { text: undefined }

const findValue = (record: Readonly<Record<string, unknown>>, keys: readonly string[]): Found => {
  let value: unknown = record
  let depth = 0
  for (const key of keys) {
    if (!isFields(value)) {
      return { problem: describeProblem(keys.slice(0, depth).join('.'), 'object', value) }
    }
    value = presentIn(value, key)
    if (value === undefined) return absent
    depth += 1
  }
  if (isPastExact(value)) return { problem: describeProblem(keys.join('.'), 'number below 2^53', value) }
  const text = toText(value)
  return text === undefined ? { problem: describeProblem(keys.join('.'), 'text', value) } : { text }
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
