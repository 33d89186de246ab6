import type { SourceIssue } from '../../port.js'
import {
  firstEmployment,
  lacksHireDate,
  type CurrentRows,
  type PersonDraft,
  type ReadContext,
} from './person-draft.js'
import type { EmployeeKeys } from '../wire/schema.js'

type SectionOfRows = 'employment' | 'salary'

/** What is doubtful about the choice of a person's current rows. */
export const findIssues = (
  current: CurrentRows,
  draft: PersonDraft,
  context: ReadContext,
): readonly SourceIssue[] => {
  const { employment, compensation } = current
  const { keys } = draft
  return [
    ...unreadableIssues(draft, context),
    ...(employment.doubt === 'mismatch' && isEmploymentUsed(context) ? [mismatch('employment')] : []),
    ...companyIssues(employment.row, keys, 'employment'),
    ...(compensation.doubt === 'ambiguous' ? [ambiguous] : []),
    ...(compensation.doubt === 'mismatch' ? [mismatch('salary')] : []),
    ...companyIssues(compensation.row, keys, 'salary'),
    ...unsureIssues(current, draft, context),
  ]
}

const isEmploymentUsed = ({ wanted }: ReadContext): boolean =>
  wanted.employment.isWanted || wanted.employmentType.isWanted

/**
 * A row without a day, or a pointer that cannot be read, may be about the current row: what depends on it is
 * held.
 */
const unreadableIssues = (
  { keys: { oddPointers = {} }, employments, compensations }: PersonDraft,
  context: ReadContext,
): SourceIssue[] => {
  const { employmentId, employmentTypeId, compensationId } = oddPointers
  const ofEmployment = filled([...employments.problems, employmentId, employmentTypeId])
  const ofSalary = filled([...compensations.problems, compensationId])
  // The type and the rate of the employment say what an amount means.
  const ofPay = isEmploymentUsed(context) ? [...ofSalary, ...ofEmployment] : ofSalary
  return [...unreadable('employment', ofEmployment), ...unreadable('salary', ofPay)]
}

const filled = (problems: readonly (string | undefined)[]): string[] =>
  problems.filter((problem) => problem !== undefined)

const unreadable = (section: SectionOfRows, problems: readonly string[]): SourceIssue[] =>
  problems.length === 0 ? [] : [{ code: 'source-value-unreadable', section, holds: true, problems }]

/** Rows of which a day is not sure. The day is compared, and nothing that differs is sent. */
const unsureIssues = (
  { employment, compensation }: CurrentRows,
  draft: PersonDraft,
  context: ReadContext,
): SourceIssue[] => {
  const start = lacksHireDate(draft, context) ? firstEmployment(draft) : undefined
  return [
    ...(employment.row?.isUnsure === true || start?.isUnsure === true ? [unsure('employment')] : []),
    ...(compensation.row?.isUnsure === true ? [unsure('salary')] : []),
  ]
}

const unsure = (section: SectionOfRows): SourceIssue => ({ code: 'date-time-unclear', section, holds: false })

const ambiguous: SourceIssue = { code: 'compensation-ambiguous', section: 'salary', holds: true }

const mismatch = (section: SectionOfRows): SourceIssue => ({
  code: 'current-row-mismatch',
  section,
  holds: false,
})

/**
 * A current row of another legal entity than the person's own: one of the two belongs into another payroll.
 */
const companyIssues = (
  row: { companyId?: string | undefined } | undefined,
  keys: EmployeeKeys,
  section: SectionOfRows,
): SourceIssue[] =>
  row?.companyId === undefined || row.companyId === keys.companyId
    ? []
    : [{ code: 'source-company-mismatch', section, holds: true }]
