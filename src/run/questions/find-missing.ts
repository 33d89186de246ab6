import type { FindingCode } from '../../domain/finding.js'
import type { HoldId, SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { RunFailure } from '../../domain/run/run-failure.js'
import type { MappedSection } from '../../domain/sections.js'
import { isSyncedAccount } from '../../plan/account/plan-bank-account.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import { findSalaryOn } from '../../plan/salary/salary-rows.js'
import { findStop, holdOverLimits } from '../plan/check-limits.js'
import type { PlannedCompany } from '../plan/plan-company.js'
import { readAndPlan } from '../plan/read-and-plan.js'
import { readBankAccounts } from '../read/read-target.js'
import { listUnreadPeople } from '../read/unread-people.js'
import type { RunDeps } from '../settings.js'

/** What nmbrs-sync would do about a section that Nmbrs lacks. */
export type MissingAnswer =
  | { kind: 'sent' }
  | { kind: 'held'; reason: FindingCode; hold?: HoldId }
  /** A finding says why nothing would be sent. */
  | { kind: 'told'; reason: FindingCode }
  /** The person stands where nothing is sent. */
  | { kind: 'standing'; pairing: PersonPlan['pairing'] }
  /** AlexisHR has nothing either. */
  | { kind: 'nothing-either' }
  | { kind: 'not-mapped' }
  /** AlexisHR has something, and nothing of the above says why it is not sent. */
  | { kind: 'unexplained' }

/** An employee of Nmbrs about whom the question was asked. The name is for the user's own screen only. */
export interface AskedPerson {
  subject: SourceEmployeeId
  displayName: string
  /** As AlexisHR has it, for the user's own screen only. */
  employeeNumber: string | undefined
  companyId: TargetCompanyId
  targetId: TargetEmployeeId
}

export interface MissingPerson extends AskedPerson {
  answer: MissingAnswer
}

/** Who has nothing of a section in Nmbrs. */
export interface MissingList {
  section: MappedSection
  /** Why a run would stop before it writes anything; `null` when nothing does. */
  failure: RunFailure | null
  /** People in scope who have an employee in Nmbrs, or will be connected to one by the next sync. */
  connected: number
  /** People in scope without one: nothing of theirs could be looked at. */
  notConnected: number
  missing: readonly MissingPerson[]
  /** Those whose section could not be read: they may have one or not. */
  unread: readonly AskedPerson[]
}

type Seen = 'there' | 'missing' | 'unread'

/**
 * Reads both sides and says who of those in scope has nothing of the section in Nmbrs. Bank accounts have
 * turns in a run; here everyone's is read. What could not be read is never called missing. Writes nothing.
 * Throws as `readAndPlan`.
 */
export const findMissing = async (deps: RunDeps, section: MappedSection): Promise<MissingList> => {
  const options = { employees: [], allowPastPeriods: false, planSettled: true }
  const read = await readAndPlan(deps, options)
  const { companies } = await holdOverLimits(deps, options, read)
  const unreadable = listUnreadPeople(deps, read.source, await deps.store.links.readLinks())
  const missing: MissingPerson[] = []
  const unread: AskedPerson[] = []
  let connected = 0
  for (const company of companies) {
    const { targetId: companyId } = company.company
    const others = unreadable.filter((one) => one.companyId === companyId).map(({ plan }) => plan)
    const asked = [...company.plan.people, ...others].flatMap((plan) => toAsked(plan, companyId))
    const look = await lookAt(deps, section, company, asked)
    connected += asked.length
    for (const { plan, ...person } of asked) {
      const seen = look(person.targetId)
      if (seen === 'unread') unread.push(person)
      if (seen === 'missing') missing.push({ ...person, answer: toAnswer(deps, plan, section) })
    }
  }
  const all = companies.reduce((sum, { plan }) => sum + plan.people.length, unreadable.length)
  return {
    section,
    failure: await findStop(deps, options, read),
    connected,
    notConnected: all - connected,
    missing,
    unread,
  }
}

type Asked = AskedPerson & { plan: PersonPlan }

/** Someone whose employee is gone from the company has none. */
const toAsked = (plan: PersonPlan, companyId: TargetCompanyId): Asked[] => {
  const { subject, displayName, targetId, pairing } = plan
  return targetId === null || pairing === 'dangling'
    ? []
    : [
        {
          subject,
          displayName,
          employeeNumber: plan.desired.personalInfo?.EmployeeNumber,
          companyId,
          targetId,
          plan,
        },
      ]
}

/** Reads what the run left unread of the section, and gives what is there of each. */
const lookAt = async (
  deps: RunDeps,
  section: MappedSection,
  company: PlannedCompany,
  asked: readonly AskedPerson[],
): Promise<(targetId: TargetEmployeeId) => Seen> => {
  if (section === 'bankAccount') return lookAtAccounts(deps, company, asked)
  const isMapped = section === 'personalInfo' || deps.mapping.sections.has(section)
  const { today } = company
  const rows = isMapped
    ? company.target.targets
    : await deps.target.readSections(company.company.targetId, {
        sections: new Set(['personalInfo', section]),
        today,
      })
  return (targetId) => {
    const held = rows.get(targetId)
    if (section === 'salary') {
      if (held?.salaries === undefined) return 'unread'
      return findSalaryOn(held.salaries, today) === undefined ? 'missing' : 'there'
    }
    return toSeen(held?.[section])
  }
}

const lookAtAccounts = async (
  deps: RunDeps,
  company: PlannedCompany,
  asked: readonly AskedPerson[],
): Promise<(targetId: TargetEmployeeId) => Seen> => {
  const { bankAccounts: before } = company
  const rest = await readBankAccounts(
    deps,
    company.company,
    asked.filter(({ targetId }) => !Array.isArray(before.get(targetId))),
  )
  return (targetId) => {
    const accounts = rest.get(targetId) ?? before.get(targetId) ?? 'not-read'
    if (typeof accounts === 'string') return 'unread'
    // An account of another type gets no salary by itself.
    const { IBAN = '', Number: number = '' } = accounts.find(isSyncedAccount)?.values ?? {}
    return IBAN + number === '' ? 'missing' : 'there'
  }
}

const toSeen = (values: Readonly<Record<string, string | undefined>> | undefined): Seen => {
  if (values === undefined) return 'unread'
  return Object.values(values).every((value) => value === undefined || value === '') ? 'missing' : 'there'
}

const toAnswer = (
  { mapping }: Pick<RunDeps, 'mapping'>,
  plan: PersonPlan,
  section: MappedSection,
): MissingAnswer => {
  if (!mapping.sections.has(section)) return { kind: 'not-mapped' }
  const planned = plan.changes.find(({ change }) => change.section === section)
  if (planned?.decision === 'send') return { kind: 'sent' }
  if (planned?.decision === 'hold') {
    const { reason, hold } = planned
    return { kind: 'held', reason, ...(hold === undefined ? {} : { hold }) }
  }
  if (plan.pairing !== 'connected') return { kind: 'standing', pairing: plan.pairing }
  const told = plan.findings.find((finding) => finding.section === section)
  if (told !== undefined) return { kind: 'told', reason: told.code }
  const values = Object.values(plan.desired[section] ?? {})
  return values.every((value) => value === '') ? { kind: 'nothing-either' } : { kind: 'unexplained' }
}
