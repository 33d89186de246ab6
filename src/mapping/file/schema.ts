import * as z from 'zod'

import { fieldNamesOf, type MappedSection } from '../../domain/sections.js'
import { parseOnce } from '../../yaml/check-yaml.js'
import { driftPolicies, emptyPolicies } from '../mapping.js'
import { normalisations } from '../normalise.js'
import { customPath, sourcePaths } from '../source-paths.js'
import { transformNames } from '../transforms/catalogue.js'
import { sendableSalaryTypes } from '../transforms/salary-type.js'

// The descriptions are read twice: by editors, through the JSON Schema, and in problems, after "expected".

/**
 * A path into the source record. Whether it is known is checked apart, where a nearer name can be suggested.
 */
const sourcePath = z
  .string()
  .min(1)
  .describe('a field of AlexisHR, such as employee.firstName')
  .meta({ id: 'sourcePath', anyOf: [{ enum: sourcePaths }, { pattern: customPath.source }] })

const text = z.string().min(1)

const rowSchema = z
  .strictObject({
    from: z
      .union([sourcePath, z.array(sourcePath).min(1).max(5)])
      .describe('a field of AlexisHR, or up to five; the first that has a value counts')
      .optional(),
    const: text.describe('the same text for everyone, instead of from').optional(),
    table: z
      .record(text, text)
      .refine(
        (values) => Object.keys(values).length > 0,
        'at least one AlexisHR value and what it stands for',
      )
      .describe('a table of AlexisHR values and what each stands for')
      .meta({ minProperties: 1 })
      .optional(),
    unlisted: z
      .enum(['refuse', 'keep'])
      .describe('what becomes of a value the table does not list (default refuse)')
      .optional(),
    transform: z
      .enum(transformNames)
      .describe('how the value is checked and written (default: what fits the field)')
      .optional(),
    stripZeros: z
      .boolean()
      .describe('true or false: whether employeeNumber takes leading zeros away (default false)')
      .optional(),
    monthly: z
      .enum(['Bruto_Salaris_Partime', 'Bruto_Salaris_Fulltime'])
      .describe('the salary type of a monthly amount (default Bruto_Salaris_Partime: the amount as paid)')
      .optional(),
    byEmploymentType: z
      .record(text, z.enum(sendableSalaryTypes))
      .describe('a table of employment type names and the salary type of each')
      .optional(),
    required: z
      .boolean()
      .describe('true or false: whether a person without this value is blocked (default false)')
      .optional(),
    whenEmpty: z
      .enum(emptyPolicies)
      .describe('whether an empty value keeps or clears what Nmbrs holds (default keep)')
      .optional(),
    normalise: z
      .enum(normalisations)
      .describe('how two values are compared (default: by the field)')
      .optional(),
    onDrift: z
      .enum(driftPolicies)
      .describe('what happens when the value was changed in Nmbrs (default report)')
      .optional(),
  })
  .meta({ id: 'row', description: 'the rule of one field, such as { from: employee.firstName }' })

export type RawRow = z.infer<typeof rowSchema>

const section = (name: MappedSection) =>
  z
    .strictObject(Object.fromEntries(fieldNamesOf(name).map((field) => [field, rowSchema.optional()])))
    .describe(`the fields of ${name}, each with its rule`)

/**
 * A mapping file. What it cannot say here (which settings belong together, what a field can hold) is checked
 * in build-row.ts.
 */
export const mappingSchema = z
  .strictObject({
    version: z.literal(1),
    sections: z
      .strictObject({
        personalInfo: section('personalInfo').optional(),
        address: section('address').optional(),
        bankAccount: section('bankAccount').optional(),
        employment: section('employment').optional(),
        salary: section('salary').optional(),
      })
      .describe('the sections personalInfo, address, bankAccount, employment and salary'),
  })
  .meta({ title: 'nmbrs-sync mapping', description: 'Which AlexisHR field goes to which Nmbrs field' })

/**
 * The schema of one row, for reading rows one by one: a wrong row must not hide what is wrong in the others.
 */
export const readRow = (data: unknown): RawRow | undefined => {
  const result = parseOnce(rowSchema, data)
  return result.success ? result.data : undefined
}
