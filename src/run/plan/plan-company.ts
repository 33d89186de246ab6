import type { Seals } from '../../domain/baseline.js'
import type { Digest } from '../../domain/digest.js'
import type { DesiredEmployee } from '../../domain/employee.js'
import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import type { CurrentPeriod } from '../../domain/pay/current-period.js'
import type { MappedSection } from '../../domain/sections.js'
import type { BankAccountReads, CompanyView, Plan } from '../../plan/build-plan.js'
import type { MissingRight } from '../../plan/checks/refused/name-missing-rights.js'
import { pairPeople } from '../../plan/match/pair-people.js'
import type { PairingInput, PairingResult } from '../../plan/match/pairing.js'
import type { AccountDigests } from '../../plan/match/people.js'
import { letOthersIn } from '../in-turns.js'
import { collectAccounts, withReads } from '../read/account-digests.js'
import { chooseBankReads } from '../read/choose-bank-reads.js'
import type { CompanySides } from '../read/read-company.js'
import type { SourceWorld } from '../read/read-source.js'
import { readBankAccounts } from '../read/read-target.js'
import type { TargetWorld } from '../read/target-world.js'
import type { CompanyPair, RunDeps } from '../settings.js'
import type { OpenIntent } from '../store/intents.js'
import { collectEmptied, collectLeftovers, collectSent, toLostCreations } from './open-intents.js'
import { planPeople, type LookOptions } from './plan-people.js'
import { toPlanRules } from './plan-rules.js'
import { findUnmoved, mapMoved, type PersonSeals } from './unmoved-people.js'

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

type PairInput = PairingInput & Pick<Surroundings, 'accounts'>

/** Says who is paired with whom and of whom nothing moved. */
const viewCompany = async (
  deps: RunDeps,
  sides: CompanySides,
  around: Surroundings,
  options: PlanCompanyOptions,
): Promise<{ view: CompanyView; pairInput: PairInput; pairing: PairingResult }> => {
  const { company, here, people, links, target } = sides
  const { targetId: companyId } = company
  const { targets } = target
  const intents = options.openIntents.filter((intent) => intent.companyId === companyId)
  const openSubjects = new Set(intents.map(({ subject }) => subject))
  const rules = toPlanRules(deps, sides, around.source, options)
  const stored = looksAtEverybody(options) ? nobody : await deps.store.baselines.readPersonSeals(companyId)
  const unmoved = await findUnmoved({ people: here, links, targets, openSubjects, stored }, rules)
  await mapMoved(here, unmoved)
  const pairInput = {
    ...toPairInput(sides, around),
    unmoved,
    rules: deps.settings.rules,
    lostCreations: toLostCreations(intents),
    today: options.today,
  }
  const pairing = pairPeople(pairInput)
  await letOthersIn()
  const view = {
    companyId,
    people,
    pairings: pairing.pairings,
    targets,
    unmoved,
    sealsOf: await readSeals(deps, { companyId, people, unmoved }, options),
    openSubjects,
    leftovers: collectLeftovers(intents),
    emptied: collectEmptied(intents),
    sentCreations: collectSent(intents),
    rules,
  }
  return { view, pairInput, pairing }
}

/** Who may be paired in a company, with everyone and everything that speaks for or against it. */
const toPairInput = (
  { company, here, people, links, target }: CompanySides,
  { everyone, all, accounts }: Surroundings,
): Pick<
  PairInput,
  'companyId' | 'people' | 'links' | 'targets' | 'targetsComplete' | 'everyone' | 'elsewhere' | 'accounts'
> => ({
  companyId: company.targetId,
  people: target.complete ? here : people,
  links,
  targets: target.targets,
  targetsComplete: target.complete,
  everyone,
  elsewhere: all
    .filter((other) => other.company !== company)
    .map((other) => ({
      companyId: other.company.targetId,
      targets: other.target.targets,
      findConnected: () => connectedIn(other),
    })),
  accounts,
})

/** Whose account was read after the pairing counts too, before anyone with the same account is created. */
const pairAgain = (input: PairInput, first: PairingResult, reads: BankAccountReads): PairingResult =>
  reads.size > 0 && [...first.pairings.values()].some(({ kind }) => kind === 'create')
    ? pairPeople({ ...input, accounts: withReads(input.accounts, input.companyId, reads) })
    : first

/** The employees of a company whose person is there. */
const connectedIn = ({ here, links }: CompanySides): ReadonlySet<TargetEmployeeId> => {
  const present = new Set(here.map(({ sourceId }) => sourceId))
  const ours = links.filter(({ sourceId }) => present.has(sourceId))
  return new Set(ours.flatMap((link) => (link.status === 'connected' ? [link.targetId] : [])))
}

const looksAtEverybody = ({ ignoreSeals, planSettled }: PlanCompanyOptions): boolean =>
  ignoreSeals === true || planSettled === true

const nobody: PersonSeals = new Map()
const noSeals: Seals = {}

/** Of those whose sections are to be looked at. */
const readSeals = async (
  { store }: RunDeps,
  { companyId, people, unmoved }: Pick<CompanyView, 'companyId' | 'people' | 'unmoved'>,
  { ignoreSeals }: PlanCompanyOptions,
): Promise<CompanyView['sealsOf']> => {
  if (ignoreSeals === true) return () => noSeals
  const moved = people.map(({ sourceId }) => sourceId).filter((id) => !unmoved.has(id))
  const seals = await store.baselines.readSeals(companyId, moved)
  return (subject) => seals.get(subject) ?? noSeals
}
