import { InternalError } from '../../domain/errors.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import type { FieldName, MappedSection } from '../../domain/sections.js'
import { mappedSections } from '../../domain/sections.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import type { PlannedCompany } from '../plan/plan-company.js'
import { readAndPlan } from '../plan/read-and-plan.js'
import { actualOf } from '../read/actual-values.js'
import { nameCandidates, type MissingField, type NamedCandidate } from './read-status.js'
import type { RunDeps } from '../settings.js'
import { listUnreadPeople } from '../read/unread-people.js'

/** Both sides of one field and what was decided. Values are for the user's own screen only. */
export interface ExplainedField {
  section: MappedSection
  field: FieldName
  desired: string | undefined
  actual: string | undefined
  /** A verdict of the comparison, `not compared`, or `waits`. */
  verdict: string
}

/** Why a person is in this state. */
export interface Explanation {
  plan: PersonPlan
  link: Link | undefined
  candidates: readonly NamedCandidate[]
  missing: readonly MissingField[]
  fields: readonly ExplainedField[]
  /** The start of each salary that waits for its payroll period. */
  later?: readonly ExplainedField[]
}

/**
 * Reads both sides and explains one person, every field looked at. Writes nothing. Throws as `readAndPlan`.
 */
export const explainPerson = async (deps: RunDeps, subject: SourceEmployeeId): Promise<Explanation> => {
  const options = { employees: [subject], allowPastPeriods: false, ignoreSeals: true }
  const { source, companies } = await readAndPlan(deps, options)
  const company = companies.find(({ plan }) => plan.people.length > 0)
  const plan = company?.plan.people[0]
  const links = await deps.store.links.readLinks()
  const unread = listUnreadPeople(deps, source, links).find(({ plan: { subject: id } }) => id === subject)
  if (unread !== undefined)
    return { plan: unread.plan, link: unread.link, candidates: [], missing: [], fields: [] }
  const person = source.people.find(({ sourceId }) => sourceId === subject)
  if (company === undefined || plan === undefined || person === undefined)
    throw new InternalError(`no plan was made for ${subject}`)
  return {
    plan,
    link: links.find(
      ({ sourceId, companyId }) => sourceId === subject && companyId === company.company.targetId,
    ),
    candidates: nameCandidates(plan, company),
    missing: person.missing.map(({ field, source: path }) => ({ field, path })),
    fields: mappedSections.flatMap((section) => explainSection(section, plan, company)),
    later: (plan.waiting ?? []).map(({ start }) => ({
      section: 'salary',
      field: 'Start',
      desired: start,
      actual: undefined,
      verdict: 'waits',
    })),
  }
}

/** Both sides of each mapped field of a section, and what was decided. */
export const explainSection = (
  section: MappedSection,
  plan: PersonPlan,
  company: PlannedCompany,
): ExplainedField[] => {
  const desired = plan.desired[section] ?? {}
  const actual = actualOf(section, plan, company)
  return (Object.keys(desired) as FieldName[]).map((field) => ({
    section,
    field,
    desired: desired[field],
    actual: actual?.[field],
    verdict: verdictOf(section, field, plan),
  }))
}

const verdictOf = (section: MappedSection, field: FieldName, plan: PersonPlan): string => {
  const decision = plan.decisions.find((one) => one.section === section && one.field === field)
  if (decision === undefined) return 'not compared'
  return decision.reason === undefined ? decision.verdict : `${decision.verdict}: ${decision.reason}`
}
