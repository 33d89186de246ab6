import type { FieldValue } from '../../domain/values.js'
import type { SourceEmployee, SourcePath } from '../../source/port.js'
import type { MappingRow, ValueTable } from '../mapping.js'
import { pathsOf } from '../source-paths.js'
import { applyTransform, type Transform, type TransformContext } from '../transforms/catalogue.js'
import { problem, type TransformProblem } from '../transforms/result.js'
import { foldName } from '../transforms/salary-type.js'
import { cleanText, isSendable } from '../transforms/text.js'

/**
 * What a row made of one person: a value, nothing, or a value that cannot be used. `path` is where it came
 * from, and `unsure` where a value came from of which it is not sure what it means.
 */
export type RowResult =
  | { kind: 'constant'; row: MappingRow; value: FieldValue }
  | { kind: 'value'; row: MappingRow; value: FieldValue; unsure?: SourcePath }
  | { kind: 'empty'; row: MappingRow; paths: readonly SourcePath[] }
  | { kind: 'unusable'; row: MappingRow; path: SourcePath; why: TransformProblem }

type Values = SourceEmployee['values']
/** Paths of one person at which the source has something of another form than a value, and what. */
type OddValues = NonNullable<SourceEmployee['odd']>
const noOddValues: OddValues = {}

/** What people type where a form wants something and there is nothing. */
const placeholder = /^(?:[-–—./?_]+|n\.?\s?v\.?\s?t\.?|n\.a\.|n\/a|0{6,})$/i

/** A placeholder that the mapping has a word for is a value. */
const isFilled = (values: Values, path: SourcePath, table: ValueTable | undefined): boolean => {
  const raw = values[path] ?? ''
  if (raw.length > longestText) return true
  const text = cleanText(raw)
  if (text === '') return false
  return !placeholder.test(text) || (table !== undefined && Object.hasOwn(table.values, foldName(text)))
}

/** Far more characters than any field of a payroll record takes. */
const longestText = 1000

const tooLong = problem('value-invalid/too-long', { count: longestText })

const notSendable = problem('value-invalid/lost-character', {})

/** What the transforms may know of a person with these values. */
export const toTransformContext = (values: Values, timeZone: string): TransformContext => ({
  timeZone,
  employmentTypeName: values['employmentType.name'],
})

/** Applies one row to one person. */
export const mapRow = (
  row: MappingRow,
  values: Values,
  context: TransformContext,
  odd: OddValues = noOddValues,
): RowResult => {
  const { source } = row
  if (source.kind === 'constant') return { kind: 'constant', row, value: source.value }
  const path = source.from.find((candidate) => candidate in odd || isFilled(values, candidate, source.table))
  if (path === undefined) return { kind: 'empty', row, paths: source.from }
  const asked = findOdd(row, path, odd)
  if (asked !== undefined) return { kind: 'unusable', row, path: asked, why: toOddForm(odd[asked] ?? '') }
  const raw = values[path] ?? ''
  if (raw.length > longestText) return { kind: 'unusable', row, path, why: tooLong }
  if (!isSendable(raw)) return { kind: 'unusable', row, path, why: notSendable }
  // Once for every text, before anything looks at it.
  const text = cleanText(raw)
  const listed = source.table === undefined ? text : findListed(source.table, text)
  if (listed === undefined) return { kind: 'unusable', row, path, why: unlisted(row) }
  if (source.transform === undefined) return { kind: 'value', row, value: listed }
  const result = applyTransform(source.transform, listed, context)
  if ('problem' in result) return { kind: 'unusable', row, path, why: result }
  if (result.value === '' && (row.required || !saysNone(source.transform)))
    return { kind: 'empty', row, paths: source.from }
  return { kind: 'value', row, value: result.value, ...(result.isUnsure === true && { unsure: path }) }
}

/** What of another form the value of a row is made from. Nearly no one has any. */
const findOdd = (row: MappingRow, path: SourcePath, odd: OddValues): SourcePath | undefined => {
  if (odd === noOddValues) return undefined
  if (path in odd) return path
  const { source } = row
  const beside = [...pathsOf([row])].filter((one) => source.kind === 'constant' || !source.from.includes(one))
  return beside.find((one) => one in odd)
}

/** `what` is like `expected text, found list`. */
const toOddForm = (what: string): TransformProblem => problem('value-invalid', { what })

/** A street line without an addition says that there is none, which an empty field does not. */
const saysNone = ({ name }: Transform): boolean => name === 'houseNumber' || name === 'houseNumberAddition'

const findListed = (table: ValueTable, text: string): string | undefined => {
  const key = foldName(text)
  if (Object.hasOwn(table.values, key)) return table.values[key]
  return table.unlisted === 'keep' ? text : undefined
}

const unlisted = ({ type, section }: MappingRow): TransformProblem =>
  problem(
    section === 'salary' && type === 'code' ? 'salary-type-unknown/unlisted' : 'value-invalid/unlisted',
    {},
  )
