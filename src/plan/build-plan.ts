import type { Baselines, PersonSeal, Seals } from '../domain/baseline.js'
import type { DesiredEmployee, TargetEmployee } from '../domain/employee.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId, TargetRecordId } from '../domain/ids.js'
import { isCreatedByUs, isMadeByRule, type ConnectedLink, type Link } from '../domain/link.js'
import type { FieldName } from '../domain/sections.js'
import { findActual, unpackPerson } from '../domain/packed/packed-people.js'
import { unpackValue } from '../domain/packed/packed-values.js'
import { needsSalaryHistory } from './salary/needs-salary-history.js'
import type { Pairing } from './match/pairing.js'
import { needsBankRead, showsDesiredAccount } from './account/plan-bank-account.js'
import { planPerson, type PersonPlan } from './plan-person.js'
import type { BankAccountRead, HomesRead, PersonContext, PlanRules } from './sections/section-plan.js'
import { isSettled } from './settled-people.js'

/** What is known of a company once both sides are read, before anyone is looked at closely. */
export interface CompanyView {
  companyId: TargetCompanyId
  people: readonly DesiredEmployee[]
  pairings: ReadonlyMap<SourceEmployeeId, Pairing>
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  /** Connected people of whom nothing can have moved since all was settled. */
  unmoved: ReadonlyMap<SourceEmployeeId, PersonSeal>
  /** What was settled whole when it was last looked at. Nothing when every field is to be looked at again. */
  sealsOf: (subject: SourceEmployeeId) => Seals
  /** People for whom an earlier run left a write open. */
  openSubjects: ReadonlySet<SourceEmployeeId>
  /** Bank accounts that unfinished replacements still have to end. */
  leftovers: ReadonlyMap<SourceEmployeeId, readonly TargetRecordId[]>
  /** Parts of addresses that earlier writes were to empty, and that were not seen empty since. */
  emptied?: ReadonlyMap<SourceEmployeeId, readonly FieldName[]>
  /** What creations sent whose answer was lost. */
  sentCreations: ReadonlyMap<SourceEmployeeId, Baselines>
  rules: PlanRules
}

/** Bank accounts by employee, for those that were to be read. */
export type BankAccountReads = ReadonlyMap<TargetEmployeeId, BankAccountRead>

/** What is known of a company when its plan is made. */
export interface PlanInput extends CompanyView {
  bankAccounts: BankAccountReads
  /** Of people who may have several home addresses and whose address is to change: how many they have. */
  homes?: ReadonlyMap<TargetEmployeeId, HomesRead>
  /** Of the people to plan. */
  baselines: ReadonlyMap<SourceEmployeeId, Baselines>
}

/** The plan of one company. */
export interface Plan {
  companyId: TargetCompanyId
  /** In the order of the source ids. Someone about whom there is nothing to say need not be among them. */
  people: readonly PersonPlan[]
  /** Links that planning made: by rule, or by finding a lost creation. */
  newLinks: readonly Link[]
}

/** A person who is connected, and to whom. */
export interface BankRead {
  subject: SourceEmployeeId
  targetId: TargetEmployeeId
}

/**
 * Whether the person's bank accounts must be read before their plan can be made, and whose they are;
 * `undefined` when not.
 */
export const findBankRead = (person: DesiredEmployee, view: CompanyView): BankRead | undefined => {
  const { sourceId } = person
  const pairing = view.pairings.get(sourceId)
  if (pairing?.kind !== 'connected' || view.unmoved.has(sourceId)) return undefined
  const seal = view.sealsOf(sourceId).bankAccount
  const leftovers = view.leftovers.get(sourceId) ?? []
  return needsBankRead({ person, seal, leftovers }, view.rules)
    ? { subject: sourceId, targetId: pairing.link.targetId }
    : undefined
}

/** Whether there is something to plan for the person, or at least something to look at closely. Pure. */
export const needsPlan = (
  person: DesiredEmployee,
  view: CompanyView,
  bankAccounts: BankAccountReads,
): boolean => {
  const { sourceId } = person
  const pairing = view.pairings.get(sourceId)
  const targetId = pairing?.kind === 'connected' ? pairing.link.targetId : undefined
  const target = targetId === undefined ? undefined : view.targets.get(targetId)
  const accounts = targetId === undefined ? undefined : bankAccounts.get(targetId)
  const isOpen = view.openSubjects.has(sourceId)
  if (view.unmoved.has(sourceId))
    return isOpen || (accounts !== undefined && !showsDesiredAccount(person, accounts, view.rules))
  const wantsLook = isOpen || accounts !== undefined
  const seals = view.sealsOf(sourceId)
  return !isSettled({ person, pairing, target, seals, wantsLook }, view.rules)
}

/** Whether the person's earlier salaries must be known before their plan can be made, and are not. */
export const lacksSalaryHistory = (person: DesiredEmployee, input: PlanInput): boolean => {
  const pairing = input.pairings.get(person.sourceId)
  if (pairing?.kind !== 'connected' && pairing?.kind !== 'create') return false
  return needsSalaryHistory(toContext(person, pairing, input), input.rules)
}

/**
 * Whose home addresses have to be counted before anything of this plan is sent; `undefined` when no one's.
 */
export const findHomesToCount = (
  { targetId, changes }: PersonPlan,
  { targets }: CompanyView,
): TargetEmployeeId | undefined => {
  if (targetId === null || targets.get(targetId)?.mayHaveSeveralHomes !== true) return undefined
  return changes.some(({ change }) => change.section === 'address') ? targetId : undefined
}

/** Plans one person of a company; `undefined` for someone who is not paired with anything. Pure. */
export const planOne = (person: DesiredEmployee, input: PlanInput): PersonPlan | undefined => {
  const pairing = input.pairings.get(person.sourceId)
  return pairing && planPerson(pairing, toContext(unpackPerson(person), pairing, input), input.rules)
}

/**
 * Puts the plans of a company's people together. They come in any order and are given in that of the source
 * ids.
 */
export const gatherPlan = (
  { companyId, pairings }: Pick<PlanInput, 'companyId' | 'pairings'>,
  plans: readonly (PersonPlan | undefined)[],
): Plan => {
  const people = plans.filter((plan) => plan !== undefined)
  people.sort((a, b) => (a.subject < b.subject ? -1 : 1))
  const newLinks = people.flatMap(({ subject }): Link[] => {
    const pairing = pairings.get(subject)
    return pairing?.kind === 'connected' && pairing.isNew ? [pairing.link] : []
  })
  return { companyId, people, newLinks }
}

const nobody: ReadonlySet<TargetEmployeeId> = new Set()

/**
 * Looks up who has an employee number in the target. Numbers are gone through once, when the first is asked
 * for.
 */
export const findNumberHolders = (
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>,
): ((employeeNumber: string) => ReadonlySet<TargetEmployeeId>) => {
  let holders: Map<string, Set<TargetEmployeeId>> | undefined
  return (employeeNumber) => {
    holders ??= indexNumbers(targets.values())
    return holders.get(employeeNumber) ?? nobody
  }
}

const indexNumbers = (targets: Iterable<TargetEmployee>): Map<string, Set<TargetEmployeeId>> => {
  const holders = new Map<string, Set<TargetEmployeeId>>()
  for (const target of targets) {
    const personalInfo = findActual(target, 'personalInfo')
    const number = (personalInfo && unpackValue('personalInfo', personalInfo, 'EmployeeNumber')) ?? ''
    const known = holders.get(number)
    if (known === undefined) holders.set(number, new Set([target.id]))
    else known.add(target.id)
  }
  return holders
}

const toContext = (person: DesiredEmployee, pairing: Pairing, input: PlanInput): PersonContext => {
  const link = 'link' in pairing ? pairing.link : undefined
  const targetId = pairing.kind === 'connected' ? pairing.link.targetId : (link?.targetId ?? null)
  return {
    person,
    companyId: input.companyId,
    targetId,
    target: targetId === null ? undefined : input.targets.get(targetId),
    createdByUs: link !== undefined && isCreatedByUs(link),
    linkedByRule: link !== undefined && isMadeByRule(link),
    seenIdentity: link?.seenIdentity,
    baselines: toBaselines(person, link, input),
    bankAccounts: (targetId === null ? undefined : input.bankAccounts.get(targetId)) ?? 'not-read',
    leftovers: input.leftovers.get(person.sourceId) ?? [],
    emptied: input.emptied?.get(person.sourceId),
    homes: targetId === null ? undefined : input.homes?.get(targetId),
  }
}

/**
 * What is settled of a person. Of a creation whose employee was found after its answer was lost, what it
 * sent.
 */
const toBaselines = (
  { sourceId }: DesiredEmployee,
  link: ConnectedLink | undefined,
  { baselines, sentCreations }: PlanInput,
): Baselines => {
  const stored = baselines.get(sourceId) ?? {}
  return link !== undefined && isCreatedByUs(link) ? { ...sentCreations.get(sourceId), ...stored } : stored
}
