import { Decimal } from 'decimal.js'
import { z } from 'zod'

import { parseCalendarDay } from '../../domain/plain-date.js'

/** What parsing gave: the value, or which keys are not as expected (`homeAddress.city: expected text, found object`). */
export type Parsed<Value> = { value: Value } | { problems: readonly string[] }

/** One page of a list (AlexisHR contract, section 3.1). The records themselves are still unknown. */
export interface Envelope {
  data: readonly unknown[]
  /** How many records the list has. */
  total: number
  /** Related records by relation name. */
  relations: Readonly<Record<string, readonly unknown[]>>
}

/** Null, absent and blank mean the same (AlexisHR contract, section 5). */
const withoutBlank = (value: unknown): unknown =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value

const text = z.preprocess(withoutBlank, z.string())
const optionalText = z.preprocess(withoutBlank, z.string().optional())

/** The calendar day that a date or date-time means; `undefined` when it is none. */
export type ToDay = (text: string) => string | undefined

/** Remembers days: many people have them in common, and working one out takes long enough to be seen. */
export const createToDay = (timeZone: string): ToDay => {
  const known = new Map<string, string | undefined>()
  return (text) => {
    if (!known.has(text)) known.set(text, parseCalendarDay(text, timeZone))
    return known.get(text)
  }
}

const day = (toDay: ToDay) =>
  z.string().transform((value, context) => {
    const found = toDay(value)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', params: { expected: 'date' } })
    return z.NEVER
  })

const envelope = z.object({
  status: z.string(),
  data: z.array(z.unknown()),
  total: z.int().nonnegative(),
  relations: z.record(z.string(), z.array(z.unknown())).nullish(),
})

/** Reads the envelope of a list. */
export const parseEnvelope = (body: unknown): Parsed<Envelope> => {
  const parsed = parseWith(envelope, body)
  return 'problems' in parsed
    ? parsed
    : { value: { ...parsed.value, relations: parsed.value.relations ?? {} } }
}

/** The parts of a record that this program itself works with; what the mapping wants comes beside it, see `fieldsSchema`. */
export type EmployeeKeys = z.infer<ReturnType<typeof employeeKeys>>
export type EmploymentKeys = z.infer<ReturnType<typeof employmentKeys>>
export type CompensationKeys = z.infer<ReturnType<typeof compensationKeys>>

/** `hireDay` is absent when the date is absent or no date: the mapping reports it, the choice of rows goes on without. */
export const employeeKeys = (toDay: ToDay) =>
  z
    .object({
      id: text,
      companyId: text,
      active: z.boolean(),
      employmentId: optionalText,
      employmentTypeId: optionalText,
      compensationId: optionalText,
      hireDate: z.unknown().optional(),
    })
    .transform(({ hireDate, ...keys }) => ({
      ...keys,
      hireDay: typeof hireDate === 'string' ? toDay(hireDate) : undefined,
    }))

/** Start and end are calendar days. The real end counts before the planned one (AlexisHR contract, section 5.5). */
export const employmentKeys = (toDay: ToDay) => {
  const optionalDay = z.preprocess(withoutBlank, day(toDay).optional())
  return z
    .object({
      id: text,
      employeeId: text,
      companyId: optionalText,
      typeId: optionalText,
      startDate: z.preprocess(withoutBlank, day(toDay)),
      endDate: optionalDay,
      effectiveEndDate: optionalDay,
      updated: optionalText.catch(undefined),
    })
    .transform(({ startDate, endDate, effectiveEndDate, ...keys }) => ({
      ...keys,
      startDay: startDate,
      endDay: effectiveEndDate ?? endDate,
    }))
}

export const compensationKeys = (toDay: ToDay) =>
  z
    .object({
      id: text,
      employeeId: text,
      companyId: optionalText,
      effectiveDate: z.preprocess(withoutBlank, day(toDay)),
    })
    .transform(({ effectiveDate, ...keys }) => ({ ...keys, effectiveDay: effectiveDate }))

export const companySchema = z.object({ id: text, name: text })

/** What can be said of a record whatever is wrong with the rest of it. */
export interface Identity {
  id: string | undefined
  employeeId: string | undefined
  active: boolean | undefined
  updated: string | undefined
}

/** Without zod: it is asked of every record, some more than once, and has nothing to refuse. */
export const parseIdentity = (record: unknown): Identity => {
  const fields = isObject(record) ? record : {}
  return {
    id: textOrNothing(fields.id),
    employeeId: textOrNothing(fields.employeeId),
    active: typeof fields.active === 'boolean' ? fields.active : undefined,
    updated: textOrNothing(fields.updated),
  }
}

const textOrNothing = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

/** Reads `record` with `schema`; the problems name keys and kinds, never values. */
export const parseWith = <Value>(schema: z.ZodType<Value>, record: unknown): Parsed<Value> => {
  const parsed = schema.safeParse(record)
  return parsed.success
    ? { value: parsed.data }
    : { problems: parsed.error.issues.map((issue) => describeIssue(issue, record)) }
}

/** One value as text: text as it is, numbers in plain notation with every digit, yes and no as `true` and `false`. */
const leaf = z.unknown().transform((value, context) => {
  const present = withoutBlank(value)
  if (present === undefined || typeof present === 'string') return present
  if (typeof present === 'number' && Number.isFinite(present)) return new Decimal(present).toFixed()
  if (typeof present === 'boolean') return String(present)
  context.addIssue({ code: 'custom', params: { expected: 'text' } })
  return z.NEVER
})

/** Nested text by key: `{ firstName: 'Anna', homeAddress: { city: 'Delft' } }`. */
export interface TextTree {
  [key: string]: string | TextTree | undefined
}

/** The schema of exactly the wanted keys: whatever else a record holds, the citizen service number included, is left behind. */
export const fieldsSchema = (wanted: readonly (readonly string[])[]): z.ZodType<TextTree> => {
  const shape: Record<string, z.ZodType<string | TextTree | undefined>> = {}
  for (const [key, group] of groupByFirst(wanted)) {
    const inner = group.filter((keys) => keys.length > 0)
    shape[key] = (
      inner.length === 0 ? leaf : z.preprocess(withoutBlank, fieldsSchema(inner).optional())
    ).optional()
  }
  return z.object(shape)
}

const groupByFirst = (wanted: readonly (readonly string[])[]): Map<string, (readonly string[])[]> => {
  const groups = new Map<string, (readonly string[])[]>()
  for (const [first, ...rest] of wanted) {
    if (first !== undefined) groups.set(first, [...(groups.get(first) ?? []), rest])
  }
  return groups
}

const namesOfKinds: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'whole number',
  array: 'list',
  record: 'object',
  undefined: 'nothing',
}

const describeIssue = (issue: z.core.$ZodIssue, record: unknown): string => {
  const kind: unknown =
    issue.code === 'custom' ? issue.params?.expected : 'expected' in issue && issue.expected
  const expected = typeof kind === 'string' ? (namesOfKinds[kind] ?? kind) : 'another value'
  const place = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  return `${place}expected ${expected}, found ${kindOf(valueAt(record, issue.path))}`
}

const valueAt = (record: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), record)

const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null

const kindOf = (value: unknown): string => {
  if (withoutBlank(value) === undefined) return 'nothing'
  if (Array.isArray(value)) return 'list'
  return namesOfKinds[typeof value] ?? typeof value
}
