import type { SourceIssue } from '../port.js'
import type { CurrentRows, ReadContext } from './person-draft.js'
import type { EmployeeKeys } from './schema.js'

type SectionOfRows = 'employment' | 'salary'

/** What is doubtful about the choice of a person's current rows. */
export const findIssues = (
  { employment, compensation }: CurrentRows,
  keys: EmployeeKeys,
  { wanted }: ReadContext,
): readonly SourceIssue[] => {
  const employmentUsed = wanted.employment.isWanted || wanted.employmentType.isWanted
  return [
    ...(employment.doubt === 'mismatch' && employmentUsed ? [mismatch('employment')] : []),
    ...companyIssues(employment.row, keys, 'employment'),
    ...(compensation.doubt === 'ambiguous' ? [ambiguous] : []),
    ...(compensation.doubt === 'mismatch' ? [mismatch('salary')] : []),
    ...companyIssues(compensation.row, keys, 'salary'),
  ]
}

const ambiguous: SourceIssue = { code: 'compensation-ambiguous', section: 'salary', holds: true }

const mismatch = (section: SectionOfRows): SourceIssue => ({
  code: 'current-row-mismatch',
  section,
  holds: false,
})

/** A current row of another legal entity than the person's own: one of the two belongs into another payroll. */
const companyIssues = (
  row: { companyId?: string | undefined } | undefined,
  keys: EmployeeKeys,
  section: SectionOfRows,
): SourceIssue[] =>
  row?.companyId === undefined || row.companyId === keys.companyId
    ? []
    : [{ code: 'source-company-mismatch', section, holds: true }]
