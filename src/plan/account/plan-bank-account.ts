import type { DesiredEmployee } from '../../domain/employee.js'
import type { TargetRecordId } from '../../domain/ids.js'
import { findDesired, findDesiredValues } from '../../domain/packed/packed-people.js'
import type { Values } from '../../domain/values.js'
import type { TargetBankAccount } from '../../target/port.js'
import { findAccountProblem } from './account-problem.js'
import { areForeign, judgeLeftAccount } from './left-accounts.js'
import { sameValues, sealPacked, sealSection } from '../sections/diff-fields.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import { planFirstSection, planWholeSection } from '../sections/plan-whole-section.js'
import {
  emptyValues,
  filledValues,
  nothingPlanned,
  toUpdate,
  unseal,
  type BankAccountRead,
  type PersonContext,
  type PlanRules,
  type SectionPlan,
} from '../sections/section-plan.js'

/** The type of the one account that is kept in step (the vendors' export table). */
export const syncedAccountType = 'Standaard'

export const isSyncedAccount = (account: TargetBankAccount): boolean =>
  account.values.Type === syncedAccountType

/**
 * Whether the person's bank accounts must be read before anything can be said: the source's account is
 * another one than was settled, or a replacement was left unfinished. The target has no reading call for all
 * people at once (Nmbrs contract, section 2.4).
 */
export const needsBankRead = (
  { person, seal, leftovers }: BankReadQuestion,
  rules: Pick<PlanRules, 'digest'>,
): boolean => {
  // An account that is still to be ended is looked for no matter what the source says now.
  if (leftovers.length > 0) return true
  const desired = findDesired(person, 'bankAccount')
  if (desired === undefined || person.heldSections.has('bankAccount')) return false
  return seal !== sealPacked(person.sourceId, 'bankAccount', desired, undefined, rules.digest)
}

/**
 * Whether a look at a person's bank accounts found the one that the source has, and no other that is kept in
 * step.
 */
export const showsDesiredAccount = (
  person: DesiredEmployee,
  accounts: BankAccountRead,
  { policyOf }: Pick<PlanRules, 'policyOf'>,
): boolean => {
  if (typeof accounts === 'string') return false
  const [only, ...others] = accounts.filter(isSyncedAccount)
  if (only === undefined || others.length > 0) return false
  const desired = findDesiredValues(person, 'bankAccount')
  return desired !== undefined && sameValues('bankAccount', desired, only.values, policyOf)
}

/**
 * A connected person, the seal of their bank account if there is one, and what a replacement left unfinished.
 */
interface BankReadQuestion {
  person: DesiredEmployee
  seal: string | undefined
  leftovers: readonly TargetRecordId[]
}

const sealDesired = (
  { person }: Pick<PersonContext, 'person'>,
  { digest }: Pick<PlanRules, 'digest'>,
): string => sealSection(person.sourceId, 'bankAccount', person.sections.bankAccount ?? {}, undefined, digest)

/** Plans the bank account: a changed one is added and then the old one of the same type is ended. */
export const planBankAccount = (context: PersonContext, rules: PlanRules): SectionPlan => {
  const desired = findUsable(context)
  const left = planLeftAccount(context, desired, rules)
  if (left !== undefined) return left
  if (desired === undefined) return nothingPlanned
  const plan =
    context.targetId === null
      ? planFirstSection(context, 'bankAccount', filledValues(desired), sealDesired(context, rules))
      : planAccountInForce(context, desired, rules)
  return plan.changes.length === 0 ? plan : holdProblem(plan, desired, context)
}

/** The source's account, unless it has none that can be used. */
const findUsable = ({ person }: PersonContext): Values | undefined =>
  person.heldSections.has('bankAccount') ? undefined : person.sections.bankAccount

const planAccountInForce = (context: PersonContext, desired: Values, rules: PlanRules): SectionPlan => {
  if (context.bankAccounts === 'not-read') return nothingPlanned
  if (context.bankAccounts === 'unreadable') return unreadable(context)
  const [account, ...others] = context.bankAccounts.filter(isSyncedAccount)
  if (others.length > 0) return holdAmbiguous(context, desired)
  return planWholeSection({
    context,
    section: 'bankAccount',
    desired,
    actual: account?.values ?? emptyValues('bankAccount'),
    isAbsent: account === undefined,
    seal: sealDesired(context, rules),
    rules,
  })
}

const unreadable = ({ person }: PersonContext): SectionPlan => ({
  ...nothingPlanned,
  findings: [toFinding('section-unreadable', person.sourceId, 'bankAccount')],
})

const holdAmbiguous = (context: PersonContext, desired: Values | undefined): SectionPlan => {
  const change = toUpdate(context, 'bankAccount', { before: {}, after: desired ?? {}, fields: ['IBAN'] })
  return {
    ...nothingPlanned,
    changes: [{ decision: 'hold', reason: 'bank-account-ambiguous', change }],
    findings: [toFinding('bank-account-ambiguous', context.person.sourceId, 'bankAccount')],
    settled: unseal(context.baselines.bankAccount),
  }
}

/**
 * An earlier run added the new account and was stopped before it ended the old one. `undefined` when nothing
 * of that is left to do, so that the account is planned as any other.
 */
const planLeftAccount = (
  context: PersonContext,
  desired: Values | undefined,
  rules: PlanRules,
): SectionPlan | undefined => {
  const { bankAccounts, leftovers } = context
  if (leftovers.length === 0 || bankAccounts === 'not-read') return undefined
  if (bankAccounts === 'unreadable') return unreadable(context)
  const left = judgeLeftAccount(bankAccounts.filter(isSyncedAccount), leftovers, desired, rules.policyOf)
  switch (left.state) {
    case 'gone':
    case 'alone':
      return undefined
    case 'unclear':
      return holdAmbiguous(context, desired)
    case 'beside': {
      const values = { before: left.added.values, after: desired ?? {}, fields: ['IBAN'] as const }
      const change = { ...toUpdate(context, 'bankAccount', values), leftovers: left.old }
      return { ...nothingPlanned, changes: [{ decision: 'send', change, seal: sealDesired(context, rules) }] }
    }
  }
}

/**
 * Whether an account that a replacement was to end may still stand beside another: it was not seen gone, or
 * what is planned for the only account has not been carried out.
 */
export const leavesAccount = (
  { bankAccounts, leftovers }: Pick<PersonContext, 'bankAccounts' | 'leftovers'>,
  { changes, findings }: Pick<SectionPlan, 'changes' | 'findings'>,
): boolean => {
  if (leftovers.length === 0) return false
  if (typeof bankAccounts === 'string') return true
  const synced = bankAccounts.filter(isSyncedAccount)
  const isThere = areForeign(synced, leftovers) || synced.some(({ id }) => leftovers.includes(id))
  return isThere && (synced.length > 1 || changes.length + findings.length > 0)
}

/** What would be sent of an account that money cannot go to waits until the source is corrected. */
const holdProblem = (plan: SectionPlan, desired: Values, context: PersonContext): SectionPlan => {
  const problem = findAccountProblem(desired)
  if (problem === undefined) return plan
  const { code, field } = problem
  return {
    ...plan,
    changes: plan.changes.map(({ change }) => ({ change, decision: 'hold', reason: code })),
    findings: [toFinding(code, context.person.sourceId, 'bankAccount', field)],
    settled: unseal(context.baselines.bankAccount),
  }
}
