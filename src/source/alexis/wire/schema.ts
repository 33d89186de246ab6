import * as z from 'zod'

import { readCalendarDay, type CalendarDay } from '../../../domain/date/plain-date.js'
import {
  describeProblem,
  isFields,
  type Parsed,
  presentIn,
  RecordReader,
  type ToDay,
  withoutBlank,
} from './record-reader.js'

/** One page of a list (AlexisHR contract, section 3.1). The records themselves are still unknown. */
export interface Envelope {
  data: readonly unknown[]
  /** How many records the list has. */
  total: number
  /** Related records by relation name. */
  relations: Readonly<Record<string, readonly unknown[]>>
}

/** Remembers days: many people have them in common, and working one out takes long enough to be seen. */
export const createToDay = (timeZone: string): ToDay => {
  const known = new Map<string, CalendarDay | undefined>()
  return (text) => {
    if (!known.has(text)) known.set(text, readCalendarDay(text, timeZone))
    return known.get(text)
  }
}

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

/** The parts of a record that this program itself works with; what the mapping wants comes beside it. */
export interface EmployeeKeys {
  id: string
  companyId: string
  active: boolean
  employmentId: string | undefined
  employmentTypeId: string | undefined
  compensationId: string | undefined
  /**
   * Absent when the date is absent or no date: the mapping reports it, the choice of rows goes on without.
   */
  hireDay: string | undefined
  /** Absent in the same way. */
  ownEndDay: string | undefined
  /**
   * Pointers at current rows that are none, `compensationId: expected text, found number`; absent for nearly
   * everyone.
   */
  oddPointers?: Readonly<Partial<Record<(typeof pointers)[number], string>>>
}

const pointers = ['employmentId', 'employmentTypeId', 'compensationId'] as const

export const readEmployeeKeys = (record: unknown, toDay: ToDay): Parsed<EmployeeKeys> => {
  const reader = new RecordReader(record)
  const fields = isFields(record) ? record : {}
  const { hireDate, endDate } = fields
  const odd = pointers.filter((key) => !isTextOrAbsent(presentIn(fields, key)))
  const pointer = (key: (typeof pointers)[number]): string | undefined =>
    odd.includes(key) ? undefined : reader.optionalText(key)
  return reader.finish({
    id: reader.text('id'),
    companyId: reader.text('companyId'),
    active: reader.flag('active'),
    employmentId: pointer('employmentId'),
    employmentTypeId: pointer('employmentTypeId'),
    compensationId: pointer('compensationId'),
    hireDay: typeof hireDate === 'string' ? toDay(hireDate)?.day : undefined,
    ownEndDay: typeof endDate === 'string' ? toDay(endDate)?.day : undefined,
    ...(odd.length > 0 && { oddPointers: describePointers(fields, odd) }),
  })
}

const isTextOrAbsent = (value: unknown): boolean => value === undefined || typeof value === 'string'

const describePointers = (
  fields: Readonly<Record<string, unknown>>,
  odd: readonly (typeof pointers)[number][],
): NonNullable<EmployeeKeys['oddPointers']> =>
  Object.fromEntries(odd.map((key) => [key, describeProblem(key, 'text', fields[key])]))

/**
 * Start and end are calendar days. The real end counts before the planned one (AlexisHR contract, section
 * 5.5).
 */
export interface EmploymentKeys {
  id: string
  employeeId: string
  companyId: string | undefined
  typeId: string | undefined
  startDay: string
  endDay: string | undefined
  effectiveEndDay: string | undefined
  /** Someone said that it ends. */
  terminated: boolean
  updated: string | undefined
  /** One of the two days is not sure. */
  isUnsure?: true
}

export const readEmploymentKeys = (record: unknown, toDay: ToDay): Parsed<EmploymentKeys> => {
  const reader = new RecordReader(record)
  const plannedEnd = reader.optionalDay('endDate', toDay)
  const start = reader.day('startDate', toDay)
  const effectiveEnd = reader.optionalDay('effectiveEndDate', toDay)
  const end = effectiveEnd ?? plannedEnd
  return reader.finish({
    id: reader.text('id'),
    employeeId: reader.text('employeeId'),
    companyId: reader.optionalText('companyId'),
    typeId: reader.optionalText('typeId'),
    startDay: start.day,
    endDay: end?.day,
    effectiveEndDay: effectiveEnd?.day,
    terminated: isFields(record) && record.terminated === true,
    updated: parseIdentity(record).updated,
    ...((!start.isSure || end?.isSure === false) && { isUnsure: true as const }),
  })
}

export interface CompensationKeys {
  id: string
  employeeId: string
  companyId: string | undefined
  effectiveDay: string
  /** The day is not sure. */
  isUnsure?: true
}

export const readCompensationKeys = (record: unknown, toDay: ToDay): Parsed<CompensationKeys> => {
  const reader = new RecordReader(record)
  const start = reader.day('effectiveDate', toDay)
  return reader.finish({
    id: reader.text('id'),
    employeeId: reader.text('employeeId'),
    companyId: reader.optionalText('companyId'),
    effectiveDay: start.day,
    ...(!start.isSure && { isUnsure: true as const }),
  })
}

const text = z.preprocess(withoutBlank, z.string())
/** A record of which only the name matters: a company, a department, an office. */
export const namedSchema = z.object({ id: text, name: text })

/** What can be said of a record no matter what is wrong with the rest of it. */
export interface Identity {
  id: string | undefined
  employeeId: string | undefined
  companyId: string | undefined
  active: boolean | undefined
  updated: string | undefined
}

/** Without zod: it is asked of every record, some more than once, and has nothing to refuse. */
export const parseIdentity = (record: unknown): Identity => {
  const fields = isFields(record) ? record : {}
  return {
    id: textOrNothing(fields.id),
    employeeId: textOrNothing(fields.employeeId),
    companyId: textOrNothing(fields.companyId),
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

const namesOfKinds: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'whole number',
  array: 'list',
  record: 'object',
}

const describeIssue = (issue: z.core.$ZodIssue, record: unknown): string => {
  const kind = 'expected' in issue ? issue.expected : 'another value'
  const place = issue.path.length === 0 ? undefined : issue.path.join('.')
  return describeProblem(place, namesOfKinds[kind] ?? kind, valueAt(record, issue.path))
}

const valueAt = (record: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    record,
  )
