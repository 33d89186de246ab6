import { chooseCompensation, chooseEmployment, type Choice } from './current-rows.js'
import type { Flattener, RecordKind, SourceValues } from './flatten-record.js'
import type { CompensationRow, EmploymentRow, History, RowReaders } from './related-rows.js'
import type { Parsed } from './record-reader.js'
import type { EmployeeKeys } from './schema.js'

/** A person as the list holds him, with the rows known so far. */
export interface PersonDraft {
  keys: EmployeeKeys
  values: SourceValues
  employments: History<EmploymentRow>
  compensations: History<CompensationRow>
}

/** The same for everybody of one read. */
export interface ReadContext {
  today: string
  /** Whether the current compensations are not enough. */
  allCompensations: boolean
  wanted: Readonly<Record<RecordKind, Flattener>>
  readers: RowReaders
  /** The known kinds of employment by id; grows as pages come in. */
  employmentTypes: Map<string, Parsed<SourceValues>>
}

/** What is current for one person, by the rows of his draft. */
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

/** When the first of the known employments starts. */
export const firstStartDay = ({ employments }: PersonDraft): string | undefined =>
  employments.rows.map((row) => row.startDay).sort()[0]

export const hireDatePath = 'employee.hireDate'

/** Whether the mapping wants a hire date and the person has none of his own. */
export const lacksHireDate = ({ values }: PersonDraft, { wanted }: ReadContext): boolean =>
  wanted.employee.paths.includes(hireDatePath) && values[hireDatePath] === undefined
