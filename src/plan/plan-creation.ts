import type { CreateChange, PlannedChange } from '../domain/change.js'
import type { DesiredEmployee } from '../domain/employee.js'
import type { Finding, FindingCode } from '../domain/finding.js'
import type { Values } from '../domain/values.js'
import { InternalError } from '../domain/errors.js'
import type { SourceEmployeeId } from '../domain/ids.js'
import { tellFinding, toFinding } from '../domain/findings/to-finding.js'
import type { PlainFindingCode } from '../domain/findings/finding-name.js'
import { reasonAgainstStart } from './sections/plan-whole-section.js'
import type { PersonContext, PlanRules } from './sections/section-plan.js'

/** Plans the creation of an employee; their sections are planned as changes that wait for it. */
export const planCreation = (
  context: PersonContext,
  rules: PlanRules,
): { change: PlannedChange; findings: readonly Finding[] } => {
  const change = toCreate(context)
  const { person } = context
  const said = reasonInSource(person)
  // The finding about the start date says why.
  if (said !== undefined) return { change: { decision: 'hold', reason: said, change }, findings: [] }
  const unsure = (['employment', 'personalInfo'] as const).find(
    (section) => person.unsureSections?.has(section) === true,
  )
  const reason = unsure === undefined ? reasonInPlan(change, rules) : 'date-time-unclear'
  if (reason === undefined) return { change: { decision: 'send', change }, findings: [] }
  // Of a birth date the plan of its own section says it.
  const findings =
    unsure === 'personalInfo' ? [] : [tellReason(reason, person.sourceId, unsure ?? 'employee')]
  return { change: { decision: 'hold', reason, change }, findings }
}

/**
 * With what is to be sent of personal info, for a transport that sends it with the creation. What is held of
 * it stays behind.
 */
export const withPersonalInfo = (
  planned: PlannedChange,
  changes: readonly PlannedChange[],
  { capabilities }: Pick<PlanRules, 'capabilities'>,
): PlannedChange => {
  const { change } = planned
  const sent = findSentPersonalInfo(changes)
  if (change.kind !== 'create' || sent === undefined || !capabilities.has('employee.createWhole'))
    return planned
  return { ...planned, change: { ...change, personalInfo: sent } }
}

/** The values of personal info that are to be sent to someone who is created; `undefined` when none are. */
export const findSentPersonalInfo = (changes: readonly PlannedChange[]): Values | undefined => {
  const sent = changes.find(
    ({ decision, change }) => decision === 'send' && change.section === 'personalInfo',
  )
  return sent?.change.kind === 'update' ? sent.change.after : undefined
}

/** What the source itself says against the start date. */
const reasonInSource = ({ heldSections, findings }: DesiredEmployee): FindingCode | undefined => {
  if (!heldSections.has('employment')) return undefined
  const said = findings.find(({ section, severity }) => section === 'employment' && severity === 'error')
  return said?.code ?? 'source-company-mismatch'
}

const tellReason = (
  reason: PlainFindingCode,
  subject: SourceEmployeeId,
  section: 'employee' | 'employment',
): Finding =>
  reason === 'not-supported'
    ? tellFinding('not-supported/creation', { subject, section }, {})
    : toFinding(reason, subject, section)

const reasonInPlan = ({ startDate }: CreateChange, rules: PlanRules): PlainFindingCode | undefined =>
  rules.capabilities.has('employee.create') ? reasonAgainstStart(startDate, rules) : 'not-supported'

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
