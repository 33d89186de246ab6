import type { DesiredEmployee } from '../domain/employee.js'
import type { TargetRecordId } from '../domain/ids.js'
import { findDesired } from '../domain/packed-people.js'
import { unpackValues } from '../domain/packed-values.js'
import type { TargetBankAccount } from '../target/port.js'
import { sameValues, sealPacked, sealSection } from './diff-fields.js'
import { toFinding } from './findings.js'
import { planFirstSection, planWholeSection } from './plan-whole-section.js'
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
} from './section-plan.js'

/** The type of the one account that is kept in step (the vendors' export table). */
export const syncedAccountType = 'Standaard'

export const isSyncedAccount = (account: TargetBankAccount): boolean =>
  account.values.Type === syncedAccountType

/**
 * Whether the person's bank accounts must be read before anything can be said: the source's account is another one than was settled,
 * or a replacement was left unfinished. The target has no reading call for all people at once (Nmbrs contract, section 2.4).
 */
export const needsBankRead = (
  { person, seal, leftovers }: BankReadQuestion,
  rules: Pick<PlanRules, 'digest'>,
): boolean => {
  const desired = findDesired(person, 'bankAccount')
  if (desired === undefined || person.heldSections.has('bankAccount')) return false
  if (leftovers.length > 0) return true
  return seal !== sealPacked(person.sourceId, 'bankAccount', desired, undefined, rules.digest)
}

/** Whether a look at a person's bank accounts found the one that the source has, and no other that is kept in step. */
export const showsDesiredAccount = (
  person: DesiredEmployee,
  accounts: BankAccountRead,
  { policyOf }: Pick<PlanRules, 'policyOf'>,
): boolean => {
  if (typeof accounts === 'string') return false
  const [only, ...others] = accounts.filter(isSyncedAccount)
  const desired = findDesired(person, 'bankAccount')
  if (only === undefined || others.length > 0 || desired === undefined) return false
  return sameValues('bankAccount', unpackValues('bankAccount', desired), only.values, policyOf)
}

/** A connected person, the seal of his bank account if there is one, and what a replacement left unfinished. */
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
  const desired = context.person.sections.bankAccount
  if (desired === undefined || context.person.heldSections.has('bankAccount')) return nothingPlanned
  if (context.targetId === null) {
    return planFirstSection(context, 'bankAccount', filledValues(desired), sealDesired(context, rules))
  }
  if (context.bankAccounts === 'not-read') return nothingPlanned
  if (context.bankAccounts === 'unreadable') {
    return {
      ...nothingPlanned,
      findings: [toFinding('section-unreadable', context.person.sourceId, 'bankAccount')],
    }
  }
  const synced = context.bankAccounts.filter(isSyncedAccount)
  const leftovers = unfinished(context, synced, rules)
  if (leftovers !== undefined) return leftovers
  const equal = synced.find(({ values }) => sameValues('bankAccount', desired, values, rules.policyOf))
  if (synced.length > 1 && equal === undefined) {
    const change = toUpdate(context, 'bankAccount', { before: {}, after: desired, fields: ['IBAN'] })
    return {
      ...nothingPlanned,
      changes: [{ decision: 'hold', reason: 'bank-account-ambiguous', change }],
      findings: [toFinding('bank-account-ambiguous', context.person.sourceId, 'bankAccount')],
      settled: unseal(context.baselines.bankAccount),
    }
  }
  return planWholeSection({
    context,
    section: 'bankAccount',
    desired,
    actual: (equal ?? synced[0])?.values ?? emptyValues('bankAccount'),
    isAbsent: synced.length === 0,
    seal: sealDesired(context, rules),
    rules,
  })
}

/** An earlier run added the new account and was stopped before it ended the old one: only that is left to do. */
const unfinished = (
  context: PersonContext,
  synced: readonly TargetBankAccount[],
  rules: PlanRules,
): SectionPlan | undefined => {
  const desired = context.person.sections.bankAccount ?? {}
  const old = synced.filter(({ id }) => context.leftovers.includes(id))
  const added = synced.find(
    ({ id, values }) =>
      !context.leftovers.includes(id) && sameValues('bankAccount', desired, values, rules.policyOf),
  )
  if (old.length === 0 || added === undefined) return undefined
  const change = {
    ...toUpdate(context, 'bankAccount', { before: added.values, after: desired, fields: ['IBAN'] }),
    leftovers: old.map(({ id }) => id),
  }
  return { ...nothingPlanned, changes: [{ decision: 'send', change, seal: sealDesired(context, rules) }] }
}
