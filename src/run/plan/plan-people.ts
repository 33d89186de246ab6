import type { PersonSeal } from '../../domain/baseline.js'
import type { DesiredEmployee, TargetEmployee } from '../../domain/employee.js'
import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import type { MappedSection } from '../../domain/sections.js'
import {
  findHomesToCount,
  gatherPlan,
  lacksSalaryHistory,
  needsPlan,
  planOne,
  type BankAccountReads,
  type CompanyView,
  type Plan,
  type PlanInput,
} from '../../plan/build-plan.js'
import { nameMissingRights, type MissingRight } from '../../plan/checks/refused/name-missing-rights.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import { findWaitingSalary } from '../../plan/salary/plan-first-salaries.js'
import type { HomesRead } from '../../plan/sections/section-plan.js'
import { unseal } from '../../plan/sections/section-plan.js'
import { mapInTurns } from '../in-turns.js'
import { readHomes } from '../read/read-target.js'
import { readSalaryHistories, type SourceWorld } from '../read/read-source.js'
import type { RunDeps } from '../settings.js'
import { toPersonSeal, type PersonSeals } from './unmoved-people.js'

/** Who is looked at beside those for whom there is something to look at. */
export interface LookOptions {
  /** Look at every field again, also where nothing moved since all was settled. */
  ignoreSeals?: boolean
  /** Give a plan for everyone, also for those about whom there is nothing to say. */
  planSettled?: boolean
}

/**
 * Plans everyone for whom there is something to look at, and with `planSettled` the others too. Gives what to
 * store of those who need no look, and what is said of them all the same. `rights`: the calls that were
 * forbidden so far.
 */
export const planPeople = async (
  deps: RunDeps,
  source: SourceWorld,
  view: CompanyView & { bankAccounts: BankAccountReads },
  rights: Map<MappedSection, MissingRight>,
  { ignoreSeals, planSettled }: LookOptions,
): Promise<{ plan: Plan; personSeals: PersonSeals; told: readonly Finding[] }> => {
  const told: Finding[] = []
  const personSeals = new Map<SourceEmployeeId, PersonSeal>()
  const looked = await mapInTurns(view.people, (person) => {
    if (planSettled === true || needsPlan(person, view, view.bankAccounts)) return person
    noteSettled(person, view, personSeals)
    // Anyone who has a salary still to start has no seal, so that nothing is said of those whom no one looks
    // at.
    if (!view.unmoved.has(person.sourceId))
      told.push(...findWaitingSalary({ person, target: findTarget(person, view) }, view.rules))
    return undefined
  })
  const people = looked.filter((person) => person !== undefined)
  const stored = await deps.store.baselines.readBaselines(
    view.companyId,
    people.map(({ sourceId }) => sourceId),
  )
  const input: PlanInput = { ...view, baselines: ignoreSeals === true ? withoutSeals(stored) : stored }
  await readSalaryHistories(
    deps,
    source,
    people.filter((person) => lacksSalaryHistory(person, input)),
  )
  const first = await mapInTurns(people, (person) => planOne(person, input))
  const homes = await countHomes(deps, view, first, rights)
  const plans = await mapInTurns([...people.entries()], ([at, person]) => {
    const before = first[at]
    const isCounted = before?.targetId != null && homes.has(before.targetId)
    const planned = isCounted ? planOne(person, { ...input, homes }) : before
    // Only the bank account was to be looked at, and it is as it was.
    if (planned !== undefined && saysNothing(planned) && !needsPlan(person, view, noReads))
      noteSettled(person, view, personSeals)
    return planned
  })
  return { plan: nameMissingRights(gatherPlan(view, plans), rights), personSeals, told }
}

/** Counts the home addresses of those who may have several and whose address is to change. */
const countHomes = (
  deps: RunDeps,
  view: CompanyView,
  plans: readonly (PersonPlan | undefined)[],
  rights: Map<MappedSection, MissingRight>,
): Promise<ReadonlyMap<TargetEmployeeId, HomesRead>> => {
  const asked = plans.map((plan) => plan && findHomesToCount(plan, view))
  return readHomes(
    deps,
    asked.filter((id) => id !== undefined),
    rights,
  )
}

const noReads: BankAccountReads = new Map()

const saysNothing = ({ changes, findings, settled }: PersonPlan): boolean =>
  changes.length + findings.length + settled.length === 0

const findTarget = (
  { sourceId }: DesiredEmployee,
  { pairings, targets }: CompanyView,
): TargetEmployee | undefined => {
  const pairing = pairings.get(sourceId)
  return pairing?.kind === 'connected' ? targets.get(pairing.link.targetId) : undefined
}

const noteSettled = (
  person: DesiredEmployee,
  { pairings, targets, unmoved, rules }: CompanyView,
  personSeals: Map<SourceEmployeeId, PersonSeal>,
): void => {
  const pairing = pairings.get(person.sourceId)
  if (pairing?.kind !== 'connected' || unmoved.has(person.sourceId)) return
  const seal = toPersonSeal(person, targets.get(pairing.link.targetId), rules)
  if (seal !== undefined) personSeals.set(person.sourceId, seal)
}

const withoutSeals = (stored: PlanInput['baselines']): PlanInput['baselines'] =>
  new Map(
    [...stored].map(([subject, baselines]) => [
      subject,
      Object.fromEntries(Object.entries(baselines).map(([section, baseline]) => [section, unseal(baseline)])),
    ]),
  )
