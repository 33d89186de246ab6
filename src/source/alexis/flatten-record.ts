import type { z } from 'zod'

import { InternalError } from '../../domain/errors.js'
import type { SourcePath } from '../port.js'
import { fieldsSchema, type Parsed, parseWith, type TextTree } from './schema.js'

/** Text by path, only for what the record holds. */
export type SourceValues = Readonly<Record<SourcePath, string>>

/** Reads the wanted values of one kind of record. */
export interface Flattener {
  paths: readonly SourcePath[]
  /** Whether anything of this kind of record is wanted. */
  isWanted: boolean
  flatten(record: unknown): Parsed<SourceValues>
}

/** The kinds of record that a path can begin with. */
const recordKinds = ['employee', 'employment', 'employmentType', 'compensation'] as const
export type RecordKind = (typeof recordKinds)[number]

interface WantedField {
  path: SourcePath
  keys: readonly string[]
}

/** One flattener for each kind of record. A path of another kind is a bug: mappings are checked when they are read. */
export const createFlatteners = (paths: ReadonlySet<SourcePath>): Readonly<Record<RecordKind, Flattener>> => {
  const wanted: Record<RecordKind, WantedField[]> = {
    employee: [],
    employment: [],
    employmentType: [],
    compensation: [],
  }
  for (const path of [...paths].sort()) {
    const [kind, ...keys] = path.split('.')
    const known = recordKinds.find((name) => name === kind)
    if (known === undefined || keys.length === 0)
      throw new InternalError(`no source record has the path ${path}`)
    wanted[known].push({ path, keys: joinCustomKey(keys) })
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

const createFlattener = (wanted: readonly WantedField[]): Flattener => {
  const schema: z.ZodType<TextTree> = fieldsSchema(wanted.map(({ keys }) => keys))
  return {
    paths: wanted.map(({ path }) => path),
    isWanted: wanted.length > 0,
    flatten: (record) => {
      const parsed = parseWith(schema, record)
      return 'problems' in parsed ? parsed : { value: collect(parsed.value, wanted) }
    },
  }
}

/** Keys come in the same order for every record, so that tens of thousands of them share one layout in memory. */
const collect = (tree: TextTree, wanted: readonly WantedField[]): SourceValues => {
  const values: Record<SourcePath, string> = {}
  for (const { path, keys } of wanted) {
    const value = findText(tree, keys)
    if (value !== undefined) values[path] = value
  }
  return values
}

const findText = (tree: TextTree, keys: readonly string[]): string | undefined => {
  let value: string | TextTree | undefined = tree
  for (const key of keys) {
    if (typeof value !== 'object') return undefined
    value = value[key]
  }
  return typeof value === 'string' ? value : undefined
}
