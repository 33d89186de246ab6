import type { SectionBaseline } from '../../domain/baseline.js'
import type { UpdateChange } from '../../domain/change.js'
import { holdReasons, type HoldReason } from '../../domain/hold/hold.js'
import { isWholeSection } from '../../domain/sections.js'
import { diffFields, sameValue, worstVerdict, type Verdict } from '../sections/diff-fields.js'
import { wasEnteredMeanwhile } from '../sections/entered-meanwhile.js'
import { findIdentityReasons, type IdentityReason } from '../identity/find-identity-reasons.js'
import { isAgreedIn } from '../salary/salary-memory.js'
import { findUpdateReasons } from './plausibility/find-reasons.js'
import { findSalaryReasons } from './salary-reasons.js'
import { isAbsent, type HoldQuestion, type ReasonRules } from './hold-question.js'

/**
 * Why a change waits for a person, the weightiest reason first; empty when it may go. Planning asks this, and
 * the gate before a write asks it again.
 */
export const findHoldReasons = (question: HoldQuestion, rules: ReasonRules): HoldReason[] => {
  const { change, sharesAccount } = question
  // Only the end of a replaced account is left to do; the new one is there.
  if (change.leftovers !== undefined) return []
  const found = new Set<HoldReason | undefined>([
    change.section === 'bankAccount' && sharesAccount ? 'iban-shared' : undefined,
    ...(isJudgedAlready(question) ? [] : findUpdateReasons(change, rules)),
    ...findIdentityReasonsOf(question, rules),
    findVerdictReason(question, rules),
    findAccountReason(change, rules),
    ...findSalaryReasons(question, rules),
    change.withdrawn === true ? 'salary-withdrawn' : undefined,
  ])
  return holdReasons.filter((reason) => found.has(reason))
}

/** What follows a creation was judged with it, and released with it. */
const isJudgedAlready = ({ change, createdWith }: HoldQuestion): boolean =>
  change.targetId === null && createdWith !== undefined && change.after.Birthday === createdWith

const findVerdictReason = (
  { change, baseline, createdByUs, previous }: HoldQuestion,
  { policyOf, digest }: ReasonRules,
): 'conflict' | 'first-contact' | undefined => {
  // What a row before it in this run settles was never in the baseline that is known now.
  if (previous !== undefined || change.withdrawn === true) return undefined
  const { subject, section, before, after } = change
  if (section === 'salary' && isKnownRow(change, baseline, { policyOf, digest })) return undefined
  const diffs = diffFields({ subject, section, desired: after, actual: before, baseline, policyOf, digest })
  const verdict: Verdict = isWholeSection(section)
    ? worstVerdict(diffs)
    : (diffs.find((diff) => diff.verdict === 'conflict')?.verdict ?? 'in-sync')
  if (verdict === 'conflict') return 'conflict'
  if (createdByUs && !isWholeSection(section) && diffs.some((diff) => wasEnteredMeanwhile(diff, before)))
    return 'first-contact'
  const carriesMoney = section === 'bankAccount' || section === 'salary'
  return verdict === 'first-contact' && carriesMoney && !(createdByUs && isAbsent(before))
    ? 'first-contact'
    : undefined
}

const findIdentityReasonsOf = (
  { change, baseline, linkedByRule, seenIdentity }: HoldQuestion,
  rules: ReasonRules,
): IdentityReason[] => {
  const { section, subject, before, after } = change
  if (section !== 'personalInfo') return []
  return findIdentityReasons({ subject, before, after, baseline, linkedByRule, seenIdentity }, rules)
}

/** The row that is written over was sent, or agreed on, beside the one that was agreed on last. */
const isKnownRow = (
  { subject, before }: UpdateChange,
  baseline: SectionBaseline | undefined,
  rules: Pick<ReasonRules, 'policyOf' | 'digest'>,
): boolean => {
  const { Value = '', Type = '', Start = '' } = before
  return isAgreedIn(baseline?.rows ?? [], subject, { Value, Type, Start }, rules)
}

/** Money would go to another account than the one that stands in the target. */
const findAccountReason = (
  { section, before, after }: UpdateChange,
  { settings, policyOf }: ReasonRules,
): 'bank-account-changed' | undefined => {
  if (section !== 'bankAccount' || settings.bankAccountChange === 'never' || isAbsent(before))
    return undefined
  const isSame = (field: 'IBAN' | 'Number' | 'BIC'): boolean =>
    sameValue(policyOf(section, field), after[field] ?? '', before[field] ?? '')
  // A number alone is one of a bank; with another bank it is another account.
  const isOtherBank = (after.IBAN ?? '') === '' && !isSame('BIC')
  // The source may say nothing about the number beside an IBAN, but a missing IBAN would take the old one
  // away.
  const changed = !isSame('IBAN') || isOtherBank || (after.Number !== undefined && !isSame('Number'))
  return changed ? 'bank-account-changed' : undefined
}
