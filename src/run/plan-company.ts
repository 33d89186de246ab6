import type { SourceEmployeeId, TargetEmployeeId, TargetRecordId } from '../domain/ids.js'
import { findDesired } from '../domain/packed-people.js'
import { parsePayrollPeriod, toFirstDay, toLastDay } from '../domain/payroll-period.js'
import { addDays } from '../domain/plain-date.js'
import {
  findBankRead,
  findNumberHolders,
  gatherPlan,
  lacksSalaryHistory,
  needsPlan,
  planOne,
  type BankAccountReads,
  type BankRead,
  type CompanyView,
  type Plan,
  type PlanInput,
} from '../plan/build-plan.js'
import { pickBankSlice } from '../plan/bank-slice.js'
import { pairPeople, type PairingResult } from '../plan/pairing.js'
import type { PlanRules } from '../plan/section-plan.js'
import { toPolicyOf } from './field-policies.js'
import { letOthersIn, mapInTurns } from './in-turns.js'
import { readSalaryHistories, type SourceWorld } from './read-source.js'
import { readBankAccounts, readTargetWorld, type TargetWorld } from './read-target.js'
import type { CompanyPair, RunDeps } from './settings.js'
import type { OpenIntent } from './store.js'

/** One company read and planned. */
export interface PlannedCompany {
  company: CompanyPair
  plan: Plan
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

export interface PlanCompanyOptions {
  today: string
  selected: ReadonlySet<SourceEmployeeId>
  openIntents: readonly OpenIntent[]
  allowPastPeriods: boolean
  /** Look at every field again, also where nothing moved since all was settled. */
  ignoreSeals?: boolean
  /** Give a plan for everybody, also for those about whom there is nothing to say. */
  planSettled?: boolean
}

/** Reads a company's side of the target and plans everybody selected. Writes nothing anywhere. */
export const planCompany = async (
  deps: RunDeps,
  company: CompanyPair,
  source: SourceWorld,
  options: PlanCompanyOptions,
): Promise<PlannedCompany> => {
  const { store, target: remote } = deps
  const here = source.people.filter(({ sourceCompanyId }) => sourceCompanyId === company.sourceId)
  const people = here.filter(({ sourceId }) => options.selected.has(sourceId))
  const links = (await store.readLinks()).filter(({ companyId }) => companyId === company.targetId)
  const period = await remote.readCurrentPeriod(company.targetId)
  const target = await readTargetWorld(deps, company, people, links, options.today)
  await letOthersIn()
  const intents = options.openIntents.filter(({ companyId }) => companyId === company.targetId)
  const pairing = pairPeople({
    companyId: company.targetId,
    people: target.complete ? here : people,
    links,
    targets: target.targets,
    targetsComplete: target.complete,
    rules: deps.settings.rules,
    lostCreations: intents
      .filter(({ kind }) => kind === 'create')
      .map(({ id, subject }) => ({ intentId: id, subject })),
    today: options.today,
  })
  await letOthersIn()
  const view: CompanyView = {
    companyId: company.targetId,
    people,
    pairings: pairing.pairings,
    targets: target.targets,
    sealsOf: options.ignoreSeals ? () => ({}) : await store.readSeals(company.targetId),
    openSubjects: new Set(intents.map(({ subject }) => subject)),
    leftovers: collectLeftovers(intents),
    rules: toRules(deps, period, target, source, options),
  }
  const { wanted, joined } = await chooseBankReads(deps, company, view)
  const bankAccounts = await readBankAccounts(deps, wanted)
  const plan = await planPeople(deps, source, { ...view, bankAccounts }, options)
  const seen = wanted.filter(({ targetId }) => bankAccounts.get(targetId) !== 'unreadable')
  const bankLooks = [...seen.map(({ subject }) => subject), ...joined]
  return { company, plan, pairing, target, period, today: options.today, bankLooks, bankAccounts }
}

/** Plans everybody for whom there is something to look at, and with `planSettled` the others too. */
const planPeople = async (
  deps: RunDeps,
  source: SourceWorld,
  view: CompanyView & { bankAccounts: BankAccountReads },
  { ignoreSeals, planSettled }: PlanCompanyOptions,
): Promise<Plan> => {
  const looked = await mapInTurns(view.people, (person) =>
    planSettled === true || needsPlan(person, view, view.bankAccounts) ? person : undefined,
  )
  const people = looked.filter((person) => person !== undefined)
  const stored = await deps.store.readBaselines(
    view.companyId,
    people.map(({ sourceId }) => sourceId),
  )
  const input: PlanInput = { ...view, baselines: ignoreSeals === true ? withoutSeals(stored) : stored }
  await readSalaryHistories(
    deps,
    source,
    people.filter((person) => lacksSalaryHistory(person, input)),
  )
  return gatherPlan(view, await mapInTurns(people, (person) => planOne(person, input)))
}

const toRules = (
  { target, mapping, settings, store }: RunDeps,
  periodText: string,
  { targets }: TargetWorld,
  { salaries }: SourceWorld,
  { today, allowPastPeriods }: PlanCompanyOptions,
): PlanRules => {
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
    capabilities: target.capabilities,
    policyOf: toPolicyOf(mapping),
    digest: store.digest,
    numberHolders: findNumberHolders(targets),
  }
}

const withoutSeals = (stored: PlanInput['baselines']): PlanInput['baselines'] =>
  new Map(
    [...stored].map(([subject, baselines]) => [
      subject,
      Object.fromEntries(Object.entries(baselines).map(([section, { fields }]) => [section, { fields }])),
    ]),
  )

const collectLeftovers = (intents: readonly OpenIntent[]): Map<SourceEmployeeId, TargetRecordId[]> => {
  const leftovers = new Map<SourceEmployeeId, TargetRecordId[]>()
  for (const { subject, section, replaces } of intents) {
    if (section !== 'bankAccount' || replaces.length === 0) continue
    leftovers.set(subject, [...(leftovers.get(subject) ?? []), ...replaces])
  }
  return leftovers
}

interface BankChoice {
  wanted: readonly BankRead[]
  /** Settled, and not in the turns yet: their turn begins with this run. */
  joined: readonly SourceEmployeeId[]
}

/** Those who must be read, and this run's slice of the others. */
const chooseBankReads = async (
  { store, settings, mapping }: RunDeps,
  company: CompanyPair,
  view: CompanyView,
): Promise<BankChoice> => {
  if (!mapping.sections.has('bankAccount')) return { wanted: [], joined: [] }
  const looked = await mapInTurns(view.people, (person) => findBankRead(person, view))
  const needed = looked.filter((one) => one !== undefined)
  const due = new Set(needed.map(({ subject }) => subject))
  const settled = findSettledAccounts(view, due)
  const looks = await store.readBankLooks(company.targetId)
  const { bankSlices: slices } = settings
  const slice = pickBankSlice([...settled.keys()], looks, {
    ordinal: await store.countSyncs(),
    slices,
    due: await store.findSyncEnd(slices),
  })
  const turns = slice.flatMap((subject) => {
    const targetId = settled.get(subject)
    return targetId === undefined ? [] : [{ subject, targetId }]
  })
  const joined = [...settled.keys()].filter((subject) => !looks.has(subject))
  return { wanted: [...needed, ...turns], joined }
}

/** Connected people with a bank account in the source that need not be read. */
const findSettledAccounts = (
  view: CompanyView,
  due: ReadonlySet<SourceEmployeeId>,
): ReadonlyMap<SourceEmployeeId, TargetEmployeeId> => {
  const settled = new Map<SourceEmployeeId, TargetEmployeeId>()
  for (const person of view.people) {
    const { sourceId } = person
    const pairing = view.pairings.get(sourceId)
    const hasAccount = findDesired(person, 'bankAccount') !== undefined
    if (pairing?.kind === 'connected' && hasAccount && !due.has(sourceId)) {
      settled.set(sourceId, pairing.link.targetId)
    }
  }
  return settled
}
