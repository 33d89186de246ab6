import { chooseCompensation, chooseEmployment, type Choice } from './current-rows.js'
import type { FlatRecord, Flattener, RecordKind } from './flatten-record.js'
import type { CompensationRow, EmploymentRow, History, RowReaders } from './related-rows.js'
import type { EmployeeKeys } from '../wire/schema.js'

/** A person as the list holds them, with the rows known so far. */
export interface PersonDraft {
  keys: EmployeeKeys
  flat: FlatRecord
  employments: History<EmploymentRow>
  compensations: History<CompensationRow>
}

/** The same for everyone of one read. */
export interface ReadContext {
  today: string
  /** Whether the current compensations are not enough. */
  allCompensations: boolean
  wanted: Readonly<Record<RecordKind, Flattener>>
  readers: RowReaders
  /** The known kinds of employment by id; grows as pages come in. */
  employmentTypes: Map<string, FlatRecord>
}

/** What is current for one person, by the rows of their draft. */
export interface CurrentRows {
  employment: Choice<EmploymentRow>
  compensation: Choice<CompensationRow>
  employmentTypeId: string | undefined
}

export const chooseCurrentRows = (draft: PersonDraft, today: string): CurrentRows => {
  const { keys, employments, compensations } = draft
  const employment = chooseEmployment(employments.rows, keys.employmentId, today)
  const startDay = keys.hireDay ?? firstStartDay(draft)
  const isPreHire = startDay !== undefined && startDay > today
  return {
    employment,
    compensation: chooseCompensation(compensations.rows, keys.compensationId, today, isPreHire),
    employmentTypeId: employment.row?.typeId ?? keys.employmentTypeId,
  }
}

/** The first of the known employments. */
export const firstEmployment = ({ employments }: PersonDraft): EmploymentRow | undefined =>
  employments.rows.reduce<EmploymentRow | undefined>(
    (first, row) => (first === undefined || row.startDay < first.startDay ? row : first),
    undefined,
  )

/** When it starts. */
export const firstStartDay = (draft: PersonDraft): string | undefined => firstEmployment(draft)?.startDay

export const hireDatePath = 'employee.hireDate'

/** Whether the mapping wants a hire date and the person has none of their own. */
export const lacksHireDate = (
  { flat: { values, odd = {} } }: PersonDraft,
  { wanted }: ReadContext,
): boolean =>
  wanted.employee.paths.includes(hireDatePath) && values[hireDatePath] === undefined && !(hireDatePath in odd)
