import type { FieldValue } from '../domain/values.js'
import type { SourceEmployee, SourcePath } from '../source/port.js'
import type { MappingRow, ValueTable } from './mapping.js'
import { applyTransform, type Transform, type TransformContext } from './transforms/catalogue.js'
import { problem, type TransformProblem } from './transforms/result.js'
import { foldName } from './transforms/salary-type.js'
import { cleanText, isSendable } from './transforms/text.js'

/** What a row made of one person: a value, nothing, or a value that cannot be used. `path` is where it came from. */
export type RowResult =
  | { kind: 'constant'; row: MappingRow; value: FieldValue }
  | { kind: 'value'; row: MappingRow; value: FieldValue }
  | { kind: 'empty'; row: MappingRow; paths: readonly SourcePath[] }
  | { kind: 'unusable'; row: MappingRow; path: SourcePath; why: TransformProblem }

type Values = SourceEmployee['values']

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

const tooLong = problem(
  'value-invalid',
  `is longer than ${longestText} characters`,
  'Shorten it in AlexisHR.',
)

const notSendable = problem(
  'value-invalid',
  'holds a character that cannot be sent or that was lost',
  'Type it again in AlexisHR.',
)

/** What the transforms may know of a person with these values. */
export const toTransformContext = (values: Values, timeZone: string): TransformContext => ({
  timeZone,
  employmentTypeName: values['employmentType.name'],
})

/** Applies one row to one person. */
export const mapRow = (row: MappingRow, values: Values, context: TransformContext): RowResult => {
  const { source } = row
  if (source.kind === 'constant') return { kind: 'constant', row, value: source.value }
  const path = source.from.find((candidate) => isFilled(values, candidate, source.table))
  if (path === undefined) return { kind: 'empty', row, paths: source.from }
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
  return { kind: 'value', row, value: result.value }
}

/** A street line without an addition says that there is none, which an empty field does not. */
const saysNone = ({ name }: Transform): boolean => name === 'houseNumber' || name === 'houseNumberAddition'

const findListed = (table: ValueTable, text: string): string | undefined => {
  const key = foldName(text)
  if (Object.hasOwn(table.values, key)) return table.values[key]
  return table.unlisted === 'keep' ? text : undefined
}

const unlisted = ({ type, section }: MappingRow): TransformProblem =>
  problem(
    section === 'salary' && type === 'code' ? 'salary-type-unknown' : 'value-invalid',
    'is not in the table of the mapping',
    'Add it to the table in the mapping, or correct it in AlexisHR.',
  )
