import { ConfigError } from '../../domain/errors.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { FieldName, MappedSection } from '../../domain/sections.js'
import type { OnDrift } from '../../plan/sections/field-policy.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import {
  acceptMoved,
  findLeftOut,
  findMoved,
  restoreMoved,
  type DriftSelection,
  type DriftSettlement,
  type MovedField,
} from '../../plan/settle-drift.js'
import { actualOf } from '../read/actual-values.js'
import type { PlannedCompany } from '../plan/plan-company.js'
import { readAndPlan } from '../plan/read-and-plan.js'
import type { RunDeps } from '../settings.js'

/** A value that payroll changed. The values are for the user's own screen only. */
export interface DriftedField {
  section: MappedSection
  field: FieldName
  /**
   * `target`: payroll changed it. `both`: the source changed too, which is a conflict. `rate`: the rate
   * beside an unchanged amount.
   */
  by: 'target' | 'both' | 'rate'
  /** What a sync does about it; a conflict is held what this says. */
  onDrift: OnDrift
  desired: string | undefined
  actual: string | undefined
}

export interface DriftedPerson {
  subject: SourceEmployeeId
  /** For the user's own screen only. */
  displayName: string
  /** As AlexisHR has it, for the user's own screen only. */
  employeeNumber: string | undefined
  companyId: TargetCompanyId
  targetId: TargetEmployeeId
  fields: readonly DriftedField[]
}

export interface DriftList {
  people: readonly DriftedPerson[]
  /** Of how many connected people the bank account was looked at. */
  accounts: { looked: number; connected: number }
}

/**
 * Reads both sides and lists what payroll changed since it was settled. Writes nothing. Throws as
 * `readAndPlan`.
 */
export const listDrift = async (
  deps: RunDeps,
  options: { employees: readonly SourceEmployeeId[]; verifyAll: boolean },
): Promise<DriftList> => {
  const { employees, verifyAll } = options
  const { companies } = await readAndPlan(deps, {
    employees,
    allowPastPeriods: false,
    ignoreSeals: verifyAll,
  })
  const people = companies.flatMap((company) =>
    company.plan.people.flatMap((plan) => {
      const moved = findMoved(plan)
      return moved.length === 0 ? [] : [toDriftedPerson(plan, moved, company)]
    }),
  )
  return { people, accounts: countAccounts(companies) }
}

const countAccounts = (companies: readonly PlannedCompany[]): DriftList['accounts'] => ({
  looked: companies.reduce((sum, { bankAccounts }) => sum + bankAccounts.size, 0),
  connected: companies.reduce((sum, { pairing }) => sum + countConnected(pairing.pairings.values()), 0),
})

const countConnected = (pairings: Iterable<{ kind: string }>): number =>
  [...pairings].filter(({ kind }) => kind === 'connected').length

const toDriftedPerson = (
  plan: PersonPlan,
  moved: readonly MovedField[],
  company: PlannedCompany,
): DriftedPerson => {
  const { subject, displayName, targetId, desired } = plan
  if (targetId === null) throw new ConfigError(`Employee ${subject} is not connected`)
  const fields = moved.map(({ section, field, moved: { by, onDrift } }) => ({
    section,
    field,
    by,
    onDrift,
    desired: desired[section]?.[field],
    actual: actualOf(section, plan, company)?.[field],
  }))
  const employeeNumber = desired.personalInfo?.EmployeeNumber
  return { subject, displayName, employeeNumber, companyId: company.company.targetId, targetId, fields }
}

/** What a person decided about the drift of one employee. */
export interface DriftOrder extends DriftSelection {
  order: 'accept-target' | 'restore-source'
  subject: SourceEmployeeId
}

/** An order that can be carried out: what it is about, and what it settles. */
export interface PreparedDrift {
  person: DriftedPerson
  settlements: readonly DriftSettlement[]
}

/**
 * Reads both sides of one employee, every field, and gives what an order about their drift would settle.
 * Writes nothing. Throws `ConfigError` saying what is not so: no one in scope, not connected, nothing
 * drifted, half of a section that is written whole.
 */
export const prepareDrift = async (deps: RunDeps, order: DriftOrder): Promise<PreparedDrift> => {
  const { subject } = order
  const { companies } = await readAndPlan(deps, {
    employees: [subject],
    allowPastPeriods: false,
    ignoreSeals: true,
    planSettled: true,
  })
  const company = companies.find(({ plan }) => plan.people.some((one) => one.subject === subject))
  const plan = company?.plan.people.find((one) => one.subject === subject)
  if (company === undefined || plan?.pairing !== 'connected') {
    throw new ConfigError(
      `Employee ${subject} is not connected, or a required field is missing. See why: nmbrs-sync explain ${subject}`,
    )
  }
  const chosen = chooseMoved(plan, order, deps.settings)
  const settlements =
    order.order === 'accept-target'
      ? acceptMoved(plan, chosen)
      : restoreMoved(plan, chosen, deps.store.digest)
  return { person: toDriftedPerson(plan, chosen, company), settlements }
}

const chooseMoved = (plan: PersonPlan, order: DriftOrder, settings: RunDeps['settings']): MovedField[] => {
  const { subject } = order
  const meant = findMoved(plan, order)
  const where = order.field ?? order.section
  if (meant.length === 0) {
    const place = where === undefined ? '' : ` in ${where}`
    throw new ConfigError(
      `Payroll changed nothing for employee ${subject}${place} since both sides last agreed. See what it changed: nmbrs-sync drift --verify-all`,
    )
  }
  const [leftOut] = findLeftOut(plan, meant)
  if (leftOut !== undefined) {
    throw new ConfigError(
      `The section ${leftOut.section} is written whole, and its ${leftOut.field} changed too. Give --section ${leftOut.section} without --field`,
    )
  }
  return order.order === 'accept-target' ? meant : whatCanBeSent(meant, subject, settings)
}

/** A conflict is a hold: what would overwrite payroll's newer value is let go there, not here. */
const whatCanBeSent = (
  meant: readonly MovedField[],
  subject: SourceEmployeeId,
  { updateStartDate }: RunDeps['settings'],
): MovedField[] => {
  const drifted = meant.filter(({ moved }) => moved.by === 'target')
  const sent = drifted.filter(({ section }) => section !== 'employment' || updateStartDate)
  if (sent.length > 0) return sent
  if (drifted.length > 0) {
    throw new ConfigError(
      `The start date of employee ${subject} is only reported. Correct it in Nmbrs, or set employment.updateStartDate, or keep the Nmbrs value: nmbrs-sync drift --accept-target ${subject}`,
    )
  }
  if (meant.every(({ moved }) => moved.by === 'rate')) {
    throw new ConfigError(
      `The amount of employee ${subject} is the same on both sides, so there is nothing to send. Correct it in AlexisHR, or keep the Nmbrs value: nmbrs-sync drift --accept-target ${subject} --section salary`,
    )
  }
  throw new ConfigError(
    `What differs for employee ${subject} was changed in AlexisHR too, which is a conflict. To send the AlexisHR value: nmbrs-sync holds, then nmbrs-sync holds release ID`,
  )
}

/** Stores what was decided, with who decided it, in one transaction. */
export const settleDrift = async (
  { store }: Pick<RunDeps, 'store'>,
  { order }: DriftOrder,
  { person, settlements }: PreparedDrift,
): Promise<void> => {
  const { subject, companyId, targetId } = person
  await store.baselines.settleDrift(
    order === 'accept-target' ? 'drift-accepted' : 'drift-restored',
    settlements.map((settlement) => ({ subject, companyId, targetId, ...settlement })),
  )
}
