import stringify from 'safe-stable-stringify'

import type { Baselines, Seals } from '../domain/baseline.js'
import type { DesiredEmployee } from '../domain/employee.js'
import type { SourceEmployeeId, TargetCompanyId, TargetRecordId } from '../domain/ids.js'
import { parsePayrollPeriod, toFirstDay, toLastDay } from '../domain/payroll-period.js'
import { addDays } from '../domain/plain-date.js'
import { findNumberHolders, type BankAccountReads, type CompanyView, type Plan } from '../plan/build-plan.js'
import { pairPeople, type LostCreation, type PairingResult } from '../plan/match/pairing.js'
import type { PlanRules } from '../plan/section-plan.js'
import { chooseBankReads } from './choose-bank-reads.js'
import { toPolicyOf } from './field-policies.js'
import { letOthersIn } from './in-turns.js'
import { planPeople, type LookOptions } from './plan-people.js'
import type { SourceWorld } from './read-source.js'
import { readBankAccounts, readTargetWorld, type TargetWorld } from './read-target.js'
import type { CompanyPair, RunDeps } from './settings.js'
import type { OpenIntent } from './store.js'
import { findUnmoved, mapMoved, toRecipe, type PersonSeals } from './unmoved-people.js'

/** One company read and planned. */
export interface PlannedCompany {
  company: CompanyPair
  plan: Plan
  /** Of the people who were looked at section by section and found settled. */
  personSeals: PersonSeals
  pairing: PairingResult
  target: TargetWorld
  /** As the target spells it. */
  period: string
  today: string
  /** Whose bank accounts were looked at, or come into the turns now. */
  bankLooks: readonly SourceEmployeeId[]
  /** What was seen there. */
  bankAccounts: BankAccountReads
}

export interface PlanCompanyOptions extends LookOptions {
  today: string
  selected: ReadonlySet<SourceEmployeeId>
  openIntents: readonly OpenIntent[]
  allowPastPeriods: boolean
}

/** Reads a company's side of the target and plans everybody selected. Writes nothing anywhere. */
export const planCompany = async (
  deps: RunDeps,
  company: CompanyPair,
  source: SourceWorld,
  options: PlanCompanyOptions,
): Promise<PlannedCompany> => {
  const { view, pairing, target, period } = await viewCompany(deps, company, source, options)
  const { wanted, joined } = await chooseBankReads(deps, company, view)
  const bankAccounts = await readBankAccounts(deps, wanted)
  const { plan, personSeals } = await planPeople(deps, source, { ...view, bankAccounts }, options)
  const seen = wanted.filter(({ targetId }) => bankAccounts.get(targetId) !== 'unreadable')
  const bankLooks = [...seen.map(({ subject }) => subject), ...joined]
  const { today } = options
  return { company, plan, personSeals, pairing, target, period, today, bankLooks, bankAccounts }
}

type ViewedCompany = Pick<PlannedCompany, 'pairing' | 'target' | 'period'> & { view: CompanyView }

/** Reads the target's side, and says who is paired with whom and of whom nothing moved. */
const viewCompany = async (
  deps: RunDeps,
  company: CompanyPair,
  source: SourceWorld,
  options: PlanCompanyOptions,
): Promise<ViewedCompany> => {
  const { store, target: remote } = deps
  const { targetId: companyId } = company
  const here = source.people.filter(({ sourceCompanyId }) => sourceCompanyId === company.sourceId)
  const people = here.filter(({ sourceId }) => options.selected.has(sourceId))
  const links = (await store.readLinks()).filter((link) => link.companyId === companyId)
  const period = await remote.readCurrentPeriod(companyId)
  const target = await readTargetWorld(deps, company, people, links, options.today)
  await letOthersIn()
  const { targets } = target
  const intents = options.openIntents.filter((intent) => intent.companyId === companyId)
  const openSubjects = new Set(intents.map(({ subject }) => subject))
  const rules = toRules(deps, period, target, source, options)
  const stored = looksAtEverybody(options) ? nobody : await store.readPersonSeals(companyId)
  const unmoved = await findUnmoved({ people: here, links, targets, openSubjects, stored }, rules)
  await mapMoved(here, unmoved)
  const pairing = pairPeople({
    companyId,
    people: target.complete ? here : people,
    unmoved,
    links,
    targets,
    targetsComplete: target.complete,
    rules: deps.settings.rules,
    lostCreations: toLostCreations(intents),
    today: options.today,
  })
  await letOthersIn()
  const sealsOf = await readSeals(deps, companyId, people, unmoved, options)
  const { pairings } = pairing
  const leftovers = collectLeftovers(intents)
  const sentCreations = collectSent(intents)
  const view = {
    companyId,
    people,
    pairings,
    targets,
    unmoved,
    sealsOf,
    openSubjects,
    leftovers,
    sentCreations,
    rules,
  }
  return { view, pairing, target, period }
}

const toLostCreations = (intents: readonly OpenIntent[]): LostCreation[] =>
  intents.filter(({ kind }) => kind === 'create').map(({ id, subject }) => ({ intentId: id, subject }))

const looksAtEverybody = ({ ignoreSeals, planSettled }: PlanCompanyOptions): boolean =>
  ignoreSeals === true || planSettled === true

const nobody: PersonSeals = new Map()
const noSeals: Seals = {}

/** Of those whose sections are to be looked at. */
const readSeals = async (
  { store }: RunDeps,
  companyId: TargetCompanyId,
  people: readonly DesiredEmployee[],
  unmoved: PersonSeals,
  { ignoreSeals }: PlanCompanyOptions,
): Promise<CompanyView['sealsOf']> => {
  if (ignoreSeals === true) return () => noSeals
  const moved = people.map(({ sourceId }) => sourceId).filter((id) => !unmoved.has(id))
  const seals = await store.readSeals(companyId, moved)
  return (subject) => seals.get(subject) ?? noSeals
}

const toRules = (
  deps: RunDeps,
  periodText: string,
  { targets }: TargetWorld,
  { salaries }: SourceWorld,
  { today, allowPastPeriods }: PlanCompanyOptions,
): PlanRules => {
  const { target, mapping, settings, store } = deps
  const period = parsePayrollPeriod(periodText)
  const lookedAhead = addDays(today, settings.lookAheadDays)
  const lastDay = period === undefined ? '' : toLastDay(period)
  return {
    today,
    periodStart: period === undefined ? undefined : toFirstDay(period),
    salaryHorizon: lastDay > lookedAhead ? lastDay : lookedAhead,
    salaryHistory: salaries,
    allowPastPeriods,
    updateStartDate: settings.updateStartDate,
    identityFirstContact: settings.holds.identityFirstContact,
    capabilities: target.capabilities,
    policyOf: toPolicyOf(mapping),
    digest: store.digest,
    recipe: toRecipe(deps),
    numberHolders: findNumberHolders(targets),
  }
}

/** Nothing of a person for whom creations of different values were sent: which of them happened is not known. */
const collectSent = (intents: readonly OpenIntent[]): Map<SourceEmployeeId, Baselines> => {
  const sent = new Map<SourceEmployeeId, Baselines>()
  for (const intent of intents.filter(({ kind }) => kind === 'create')) {
    const known = sent.get(intent.subject)
    const ours = intent.sent ?? {}
    sent.set(intent.subject, known === undefined || stringify(known) === stringify(ours) ? ours : {})
  }
  return sent
}

const collectLeftovers = (intents: readonly OpenIntent[]): Map<SourceEmployeeId, TargetRecordId[]> => {
  const leftovers = new Map<SourceEmployeeId, TargetRecordId[]>()
  for (const { subject, section, replaces } of intents) {
    if (section !== 'bankAccount' || replaces.length === 0) continue
    leftovers.set(subject, [...(leftovers.get(subject) ?? []), ...replaces])
  }
  return leftovers
}
