import type { Change } from '../domain/change.js'
import type { FindingCode } from '../domain/finding.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../domain/ids.js'
import type { FieldName, Section } from '../domain/sections.js'
import type { PersonPlan } from '../plan/plan-person.js'
import type { PlannedCompany } from './plan-company.js'
import { readAndPlan } from './read-and-plan.js'
import type { RunDeps } from './settings.js'

/** One field that payroll enters by hand. Values are for the user's own screen and file only. */
export interface WorkField {
  field: FieldName
  wanted: string
  /** What Nmbrs holds; empty when nothing, `undefined` when that was not read. */
  held: string | undefined
}

/** Something that this program may not or cannot write, so that payroll has to. */
export interface WorkItem {
  subject: SourceEmployeeId
  /** For the user's own screen and file only. */
  displayName: string
  companyId: TargetCompanyId
  targetId: TargetEmployeeId | null
  section: Section
  reason: Extract<
    FindingCode,
    'before-current-period' | 'not-supported' | 'start-date-differs' | 'salary-withdrawn'
  >
  fields: readonly WorkField[]
}

/** Reads both sides and gathers what payroll has to enter by hand, person by person. Writes nothing. Throws as `readAndPlan`. */
export const readWorklist = async (deps: RunDeps): Promise<readonly WorkItem[]> => {
  const { companies } = await readAndPlan(deps, { employees: [], allowPastPeriods: false })
  return companies.flatMap((company) => company.plan.people.flatMap((person) => toItems(person, company)))
}

const toItems = (person: PersonPlan, company: PlannedCompany): WorkItem[] => {
  const base = {
    subject: person.subject,
    displayName: person.displayName,
    companyId: company.company.targetId,
    targetId: person.targetId,
  }
  const held = person.changes.flatMap((planned): WorkItem[] => {
    const { change } = planned
    if (planned.decision !== 'hold') return []
    const { reason } = planned
    const isTheirs = reason === 'salary-withdrawn' && planned.fixed === true
    if (reason !== 'before-current-period' && reason !== 'not-supported' && !isTheirs) return []
    return [{ ...base, section: change.section, reason, fields: toFields(change) }]
  })
  return [...held, ...toStartDate(person, company, base)]
}

const toFields = (change: Change): WorkField[] => {
  if (change.kind === 'create') {
    return [
      { field: 'FirstName', wanted: change.firstName, held: '' },
      { field: 'LastName', wanted: change.lastName, held: '' },
      { field: 'InitialStartDate', wanted: change.startDate, held: '' },
    ]
  }
  const { before, after, fields, section } = change
  // A salary is entered whole, also when only its day differs.
  const named: readonly FieldName[] = section === 'salary' ? ['Start', 'Value', 'Type'] : fields
  return named.map((field) => ({ field, wanted: after[field] ?? '', held: before[field] }))
}

/** A start date is never held: it is not sent at all, unless the configuration says so. */
const toStartDate = (
  person: PersonPlan,
  { target }: PlannedCompany,
  base: Omit<WorkItem, 'section' | 'reason' | 'fields'>,
): WorkItem[] => {
  if (!person.findings.some(({ code }) => code === 'start-date-differs')) return []
  const wanted = person.desired.employment?.InitialStartDate
  const employment = person.targetId === null ? undefined : target.targets.get(person.targetId)?.employment
  if (wanted === undefined) return []
  const field = { field: 'InitialStartDate' as const, wanted, held: employment?.InitialStartDate }
  return [{ ...base, section: 'employment', reason: 'start-date-differs', fields: [field] }]
}
