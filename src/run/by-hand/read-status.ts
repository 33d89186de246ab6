import type { PlannedChange } from '../../domain/change.js'
import type { FindingCode } from '../../domain/finding.js'
import type { HoldId, SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { PayrollTask, PayrollTaskCode } from '../../domain/pay/payroll-task.js'
import type { Link } from '../../domain/link.js'
import type { FieldName, Section } from '../../domain/sections.js'
import type { PeopleCounts } from '../../domain/run/run.js'
import type { RunFailure } from '../../domain/run/run-failure.js'
import type { Finding } from '../../domain/finding.js'
import type { Candidate } from '../../plan/match/candidate.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import { findStop, holdOverLimits } from '../plan/check-limits.js'
import { countPeople } from '../plan/people-counts.js'
import type { PlannedCompany } from '../plan/plan-company.js'
import { readAndPlan } from '../plan/read-and-plan.js'
import type { RunDeps } from '../settings.js'
import { listUnreadPeople } from '../read/unread-people.js'
import { readOpenTasks, toTaskFinding } from '../worklist/open-tasks.js'

/** A candidate with the name under which the target shows them. */
export interface NamedCandidate extends Candidate {
  /** For the user's own screen only. */
  displayName: string
}

/** A required field that is missing, and where AlexisHR would have it: `employee.birthDate`. */
export interface MissingField {
  field: FieldName
  path: string
}

/** One line of the status tabs. Names are read from the source now, never from the state. */
export interface StatusPerson {
  subject: SourceEmployeeId
  /** For the user's own screen only. */
  displayName: string
  /** As AlexisHR has it, for the user's own screen only. */
  employeeNumber?: string | undefined
  companyId: TargetCompanyId
  tab: 'connected' | 'not-connected'
  pairing: PersonPlan['pairing']
  targetId: TargetEmployeeId | null
  missing: readonly MissingField[]
  /** What a sync would write now. */
  planned: readonly Section[]
  /** What is held, and why. */
  held: readonly { section: Section; reason: FindingCode; hold?: HoldId }[]
  findings: readonly Finding[]
  candidates: readonly NamedCandidate[]
  /** What payroll has to do by hand and a person has to say is done. */
  toDo: readonly PayrollTaskCode[]
}

export interface Status {
  /** Why a run would stop before it writes anything, such as an empty scope; `null` when nothing does. */
  failure: RunFailure | null
  counts: PeopleCounts
  people: readonly StatusPerson[]
}

/** Reads both sides and says where every person in scope stands. Writes nothing. Throws as `readAndPlan`. */
export const readStatus = async (deps: RunDeps): Promise<Status> => {
  const options = { employees: [], allowPastPeriods: false, planSettled: true }
  const read = await readAndPlan(deps, options)
  const { source } = read
  // What a sync would hold for its number is held here too.
  const limits = await holdOverLimits(deps, options, read)
  const { companies } = limits
  const findings = [...limits.findings, ...read.findings]
  const tasks = indexTasks(await readOpenTasks(deps))
  const links = await deps.store.links.readLinks()
  const missing = new Map(
    source.people.map((person) => [
      person.sourceId,
      person.missing.map(({ field, source: path }) => ({ field, path })),
    ]),
  )
  const unread = listUnreadPeople(deps, source, links)
  return {
    failure: await findStop(deps, options, read),
    counts: countPeople(
      { source, companies, selected: source.inScope },
      { reports: [], newLinks: 'counted' },
    ),
    people: withTasks(tasks, [
      ...companies.flatMap((company) => [
        ...company.plan.people.map((plan) =>
          toStatusPerson(withFindings(plan, findings), company, missing.get(plan.subject) ?? []),
        ),
        ...findUnplanned(company, links, read.service),
      ]),
      ...unread.map(({ plan, companyId }) => ({ ...toBare(plan), companyId, missing: [], candidates: [] })),
    ]),
  }
}

const toTaskKey = ({ subject, companyId }: Pick<PayrollTask, 'subject' | 'companyId'>): string =>
  `${companyId} ${subject}`

const indexTasks = (tasks: readonly PayrollTask[]): ReadonlyMap<string, readonly PayrollTask[]> => {
  const index = new Map<string, PayrollTask[]>()
  for (const task of tasks) index.set(toTaskKey(task), [...(index.get(toTaskKey(task)) ?? []), task])
  return index
}

/** With what payroll has to complete or check. */
const withTasks = (
  tasks: ReadonlyMap<string, readonly PayrollTask[]>,
  people: readonly Omit<StatusPerson, 'toDo'>[],
): StatusPerson[] =>
  people.map((person) => {
    const own = tasks.get(toTaskKey(person)) ?? []
    const findings = own.length === 0 ? person.findings : [...person.findings, ...own.map(toTaskFinding)]
    return { ...person, findings, toDo: own.map(({ code }) => code) }
  })

/**
 * Those who are connected in the company and in no one's plan: they left, or belong to another company or
 * none.
 */
const findUnplanned = (
  { company, plan, target }: PlannedCompany,
  links: readonly Link[],
  service: readonly Finding[],
): Omit<StatusPerson, 'toDo'>[] => {
  const planned = new Set(plan.people.map(({ subject }) => subject))
  return links.flatMap((link): Omit<StatusPerson, 'toDo'>[] => {
    if (link.status !== 'connected' || link.companyId !== company.targetId) return []
    const { sourceId: subject, companyId, targetId } = link
    const findings = service.filter((finding) => finding.subject === subject)
    if (planned.has(subject) || findings.length === 0) return []
    const displayName = target.targets.get(targetId)?.displayName ?? ''
    const nothing = { missing: [], planned: [], held: [], candidates: [] }
    return [
      {
        ...nothing,
        ...{ subject, displayName, companyId, tab: 'connected', pairing: 'connected', targetId, findings },
      },
    ]
  })
}

/** With what is said of the run on the first person concerned. */
const withFindings = (plan: PersonPlan, findings: readonly Finding[]): PersonPlan => {
  const own = findings.filter(({ subject }) => subject === plan.subject)
  return own.length === 0 ? plan : { ...plan, findings: [...plan.findings, ...own] }
}

/** Names the candidates of a person from the target rows that were just read. */
export const nameCandidates = (plan: PersonPlan, { target }: PlannedCompany): NamedCandidate[] =>
  plan.candidates.map((candidate) => ({
    ...candidate,
    displayName: target.targets.get(candidate.targetId)?.displayName ?? '',
  }))

const toStatusPerson = (
  plan: PersonPlan,
  company: PlannedCompany,
  missing: readonly MissingField[],
): Omit<StatusPerson, 'toDo'> => ({
  ...toBare(plan),
  companyId: company.company.targetId,
  missing,
  candidates: nameCandidates(plan, company),
})

const toBare = (plan: PersonPlan): Omit<StatusPerson, 'companyId' | 'missing' | 'candidates' | 'toDo'> => ({
  subject: plan.subject,
  displayName: plan.displayName,
  employeeNumber: plan.desired.personalInfo?.EmployeeNumber,
  tab: isConnected(plan) ? 'connected' : 'not-connected',
  pairing: plan.pairing,
  targetId: plan.targetId,
  planned: plan.changes.filter(({ decision }) => decision === 'send').map(({ change }) => change.section),
  held: plan.changes.flatMap((planned) => (planned.decision === 'hold' ? [toHeld(planned)] : [])),
  findings: plan.findings,
})

const toHeld = ({
  change,
  reason,
  hold,
}: PlannedChange & { decision: 'hold' }): StatusPerson['held'][number] => ({
  section: change.section,
  reason,
  ...(hold === undefined ? {} : { hold }),
})

const isConnected = ({ pairing, targetId }: PersonPlan): boolean =>
  pairing === 'connected' ||
  pairing === 'dangling' ||
  ((pairing === 'blocked' || pairing === 'unreadable') && targetId !== null)
