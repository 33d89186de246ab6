import stringify from 'safe-stable-stringify'

import type { Baselines, Seals } from '../../domain/baseline.js'
import type { CurrentPeriod } from '../../domain/pay/current-period.js'
import type { Digest } from '../../domain/digest.js'
import type { DesiredEmployee } from '../../domain/employee.js'
import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId, TargetRecordId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import type { FieldName, MappedSection } from '../../domain/sections.js'
import type { MonthlyAmount, PayRules } from '../../domain/pay/pay.js'
import type { PeriodType } from '../../domain/pay/payroll-period.js'
import { toPeriodDays } from '../../domain/pay/period-days.js'
import { addDays } from '../../domain/date/plain-date.js'
import {
  findNumberHolders,
  type BankAccountReads,
  type CompanyView,
  type Plan,
} from '../../plan/build-plan.js'
import type { MissingRight } from '../../plan/checks/refused/name-missing-rights.js'
import { pairPeople } from '../../plan/match/pair-people.js'
import type { LostCreation, PairingInput, PairingResult } from '../../plan/match/pairing.js'
import type { AccountDigests } from '../../plan/match/people.js'
import type { PlanRules } from '../../plan/sections/section-plan.js'
import { collectAccounts, withReads } from '../read/account-digests.js'
import { chooseBankReads } from '../read/choose-bank-reads.js'
import { toPolicyOf } from './field-policies.js'
import { letOthersIn } from '../in-turns.js'
import { planPeople, type LookOptions } from './plan-people.js'
import type { CompanySides } from '../read/read-company.js'
import type { SourceWorld } from '../read/read-source.js'
import { readBankAccounts, type TargetWorld } from '../read/read-target.js'
import type { CompanyPair, RunDeps } from '../settings.js'
import type { OpenIntent } from '../store.js'
import { findUnmoved, mapMoved, toRecipe, type PersonSeals } from './unmoved-people.js'

/** One company read and planned. */
export interface PlannedCompany {
  company: CompanyPair
  plan: Plan
  /** Every stored link of the connection in this company. */
  links: readonly Link[]
  /** Of the people who were looked at section by section and found settled. */
  personSeals: PersonSeals
  pairing: PairingResult
  target: TargetWorld
  period: CurrentPeriod
  today: string
  /** Whose bank accounts were looked at, or come into the turns now. */
  bankLooks: readonly SourceEmployeeId[]
  /** What was seen there. */
  bankAccounts: BankAccountReads
  /** Digests of the accounts that the target is known to hold, of those who were looked at. */
  accounts: ReadonlyMap<TargetEmployeeId, readonly Digest[]>
  /** What is said of people who need no plan. */
  told: readonly Finding[]
}

export interface PlanCompanyOptions extends LookOptions {
  today: string
  selected: ReadonlySet<SourceEmployeeId>
  openIntents: readonly OpenIntent[]
  allowPastPeriods: boolean
}

/** What pairing looks at beside the company itself. */
export interface Surroundings {
  source: SourceWorld
  /** Everyone of the connection who counts as a second record of a person. */
  everyone: readonly DesiredEmployee[]
  /** All companies, as they were read. */
  all: readonly CompanySides[]
  accounts: AccountDigests
}

/**
 * Plans everyone selected of a company whose sides were read. Reads bank accounts, and writes nothing
 * anywhere.
 */
export const planCompany = async (
  deps: RunDeps,
  sides: CompanySides,
  around: Surroundings,
  options: PlanCompanyOptions,
): Promise<PlannedCompany> => {
  const { company, target, period } = sides
  const { view, pairInput, pairing: viewed } = await viewCompany(deps, sides, around, options)
  const { wanted, settled, looked } = await chooseBankReads(deps, company, view)
  const rights = new Map<MappedSection, MissingRight>()
  const bankAccounts = await readBankAccounts(deps, company, wanted, rights)
  const pairing = pairAgain(pairInput, viewed, bankAccounts)
  const seen = { ...view, pairings: pairing.pairings, bankAccounts }
  const { plan, personSeals, told } = await planPeople(deps, around.source, seen, rights, options)
  const unread = new Set(
    wanted.flatMap(({ subject, targetId }) => (bankAccounts.get(targetId) === 'unreadable' ? [subject] : [])),
  )
  return {
    company,
    plan,
    links: sides.links,
    personSeals,
    pairing,
    target,
    period,
    today: options.today,
    bankLooks: looked.filter((subject) => !unread.has(subject)),
    bankAccounts,
    accounts: collectAccounts(view, { settled, reads: bankAccounts, plan }, around.accounts),
    told,
  }
}

/** Says who is paired with whom and of whom nothing moved. */
const viewCompany = async (
  deps: RunDeps,
  { company, here, people, links, period, target }: CompanySides,
  { source, everyone, all, accounts }: Surroundings,
  options: PlanCompanyOptions,
): Promise<{
  view: CompanyView
  pairInput: PairingInput & Pick<Surroundings, 'accounts'>
  pairing: PairingResult
}> => {
  const { targetId: companyId } = company
  const { targets } = target
  const intents = options.openIntents.filter((intent) => intent.companyId === companyId)
  const openSubjects = new Set(intents.map(({ subject }) => subject))
  const rules = toRules(deps, company, period, target, source, options)
  const stored = looksAtEverybody(options) ? nobody : await deps.store.baselines.readPersonSeals(companyId)
  const unmoved = await findUnmoved({ people: here, links, targets, openSubjects, stored }, rules)
  await mapMoved(here, unmoved)
  const pairInput = {
    companyId,
    people: target.complete ? here : people,
    unmoved,
    links,
    targets,
    targetsComplete: target.complete,
    rules: deps.settings.rules,
    lostCreations: toLostCreations(intents),
    today: options.today,
    everyone,
    elsewhere: all
      .filter((other) => other.company !== company)
      .map((other) => ({
        companyId: other.company.targetId,
        targets: other.target.targets,
        findConnected: () => connectedIn(other),
      })),
    accounts,
  }
  const pairing = pairPeople(pairInput)
  const { pairings } = pairing
  await letOthersIn()
  const sealsOf = await readSeals(deps, companyId, people, unmoved, options)
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
    emptied: collectEmptied(intents),
    sentCreations,
    rules,
  }
  return { view, pairInput, pairing }
}

/** Whose account was read after the pairing counts too, before anyone with the same account is created. */
const pairAgain = (
  input: PairingInput & Pick<Surroundings, 'accounts'>,
  first: PairingResult,
  reads: BankAccountReads,
): PairingResult =>
  reads.size > 0 && [...first.pairings.values()].some(({ kind }) => kind === 'create')
    ? pairPeople({ ...input, accounts: withReads(input.accounts, input.companyId, reads) })
    : first

/** The employees of a company whose person is there. */
const connectedIn = ({ here, links }: CompanySides): ReadonlySet<TargetEmployeeId> => {
  const present = new Set(here.map(({ sourceId }) => sourceId))
  const ours = links.filter(({ sourceId }) => present.has(sourceId))
  return new Set(ours.flatMap((link) => (link.status === 'connected' ? [link.targetId] : [])))
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
  const seals = await store.baselines.readSeals(companyId, moved)
  return (subject) => seals.get(subject) ?? noSeals
}

const toRules = (
  deps: RunDeps,
  { monthlyAmount = 'hold' }: CompanyPair,
  current: CurrentPeriod,
  { targets }: TargetWorld,
  { salaries }: SourceWorld,
  { today, allowPastPeriods }: PlanCompanyOptions,
): PlanRules => {
  const { target, mapping, settings, store } = deps
  const pay: PayRules = {
    paidPer: findPaidPer(current, monthlyAmount),
    monthlyAmount,
    beforeEmployment: settings.beforeEmployment ?? 'hold',
  }
  const lookedAhead = addDays(today, settings.lookAheadDays)
  const days = toPeriodDays(current)
  return {
    today,
    periodStart: days?.firstDay,
    ...(current.period === undefined ? { periodProblem: current.problem } : {}),
    ...(days !== undefined && days.earliestFirstDay + days.latestLastDay !== days.firstDay + days.lastDay
      ? { unsure: { from: days.earliestFirstDay, until: days.latestLastDay } }
      : {}),
    // Anyone who pays by the month, and begins a salary with it, waits for nothing because four weeks are
    // possible too.
    salaryHorizon: latestOf(days?.lastDay ?? '', days?.firstDay ?? '', lookedAhead),
    salaryHistory: salaries,
    allowPastPeriods,
    updateStartDate: settings.updateStartDate,
    identityFirstContact: settings.holds.identityFirstContact,
    capabilities: target.capabilities,
    policyOf: toPolicyOf(mapping),
    digest: store.digest,
    pay,
    recipe: toRecipe(deps, pay),
    numberHolders: findNumberHolders(targets),
  }
}

/**
 * What a company pays by. Where that is not known, who has a year's pay sent in thirteen parts says that it
 * is four weeks.
 */
const findPaidPer = (current: CurrentPeriod, monthlyAmount: MonthlyAmount): PeriodType => {
  if (current.period === undefined) return 'month'
  const isOther = current.others?.some(({ type }) => type === 'four-weeks') === true
  return isOther && monthlyAmount === 'yearOver13' ? 'four-weeks' : current.period.type
}

const latestOf = (...days: readonly string[]): string => days.reduce((a, b) => (a > b ? a : b))

/**
 * Nothing of a person for whom creations of different values were sent: which of them happened is not known.
 */
const collectSent = (intents: readonly OpenIntent[]): Map<SourceEmployeeId, Baselines> => {
  const sent = new Map<SourceEmployeeId, Baselines>()
  for (const intent of intents.filter(({ kind }) => kind === 'create')) {
    const known = sent.get(intent.subject)
    const ours = intent.sent ?? {}
    sent.set(intent.subject, known === undefined || stringify(known) === stringify(ours) ? ours : {})
  }
  return sent
}

const collectEmptied = (intents: readonly OpenIntent[]): Map<SourceEmployeeId, readonly FieldName[]> => {
  const emptied = new Map<SourceEmployeeId, readonly FieldName[]>()
  for (const { subject, section, sent } of intents) {
    if (section !== 'address' || sent?.address === undefined) continue
    const parts = Object.keys(sent.address.fields) as FieldName[]
    emptied.set(subject, [...(emptied.get(subject) ?? []), ...parts])
  }
  return emptied
}

const collectLeftovers = (intents: readonly OpenIntent[]): Map<SourceEmployeeId, TargetRecordId[]> => {
  const leftovers = new Map<SourceEmployeeId, TargetRecordId[]>()
  for (const { subject, section, replaces } of intents) {
    if (section !== 'bankAccount' || replaces.length === 0) continue
    leftovers.set(subject, [...(leftovers.get(subject) ?? []), ...replaces])
  }
  return leftovers
}
