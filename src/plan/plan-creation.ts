import type { CreateChange, PlannedChange } from '../domain/change.js'
import type { Finding } from '../domain/finding.js'
import { InternalError } from '../domain/errors.js'
import { toFinding } from './findings.js'
import { reasonAgainstStart } from './plan-whole-section.js'
import type { PersonContext, PlanRules } from './section-plan.js'

/** Plans the creation of an employee; his sections are planned as changes that wait for it. */
export const planCreation = (
  context: PersonContext,
  rules: PlanRules,
): { change: PlannedChange; findings: readonly Finding[] } => {
  const change = toCreate(context)
  if (context.person.heldSections.has('employment')) {
    // The finding that holds the start date says why.
    return { change: { decision: 'hold', reason: 'source-company-mismatch', change }, findings: [] }
  }
  const reason = rules.capabilities.has('employee.create')
    ? reasonAgainstStart(change.startDate, rules)
    : 'not-supported'
  if (reason === undefined) return { change: { decision: 'send', change }, findings: [] }
  const findings = [toFinding(reason, context.person.sourceId, 'employee')]
  return { change: { decision: 'hold', reason, change }, findings }
}

const toCreate = ({ person, companyId }: PersonContext): CreateChange => {
  const firstName = person.sections.personalInfo?.FirstName
  const lastName = person.sections.personalInfo?.LastName
  const birthDate = person.sections.personalInfo?.Birthday
  const startDate = person.sections.employment?.InitialStartDate
  if (!firstName || !lastName || !startDate)
    throw new InternalError('a creation was planned without its required fields')
  return {
    kind: 'create',
    section: 'employee',
    subject: person.sourceId,
    companyId,
    firstName,
    lastName,
    startDate,
    ...(birthDate ? { birthDate } : {}),
  }
}
