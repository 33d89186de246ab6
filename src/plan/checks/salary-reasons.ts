import { Decimal } from 'decimal.js'

import type { UpdateChange } from '../../domain/change.js'
import type { HoldReason } from '../../domain/hold/hold.js'
import { toSalaryBasis } from '../../domain/pay/pay.js'
import type { Values } from '../../domain/values.js'
import { sameValue } from '../sections/diff-fields.js'
import { isAbsent, type HoldQuestion, type ReasonRules } from './hold-question.js'

/** Why a salary that would be written waits for a person. */
export const findSalaryReasons = (
  { change, previous }: Pick<HoldQuestion, 'change' | 'previous'>,
  rules: Pick<ReasonRules, 'settings' | 'policyOf'>,
): readonly HoldReason[] => {
  const { section, after, pay = {} } = change
  // What is only taken away has no amount.
  if (section !== 'salary' || isAbsent(after)) return []
  const before = previous ?? change.before
  const found: Partial<Record<HoldReason, boolean>> = {
    'salary-by-table': pay.byTable === true,
    'salary-before-employment': pay.employedFrom !== undefined && (after.Start ?? '') < pay.employedFrom,
    'salary-period-differs': pay.monthly === true,
    // Of an employee who has no salary yet no one in payroll has looked at the part-time percentage either.
    'salary-full-time-rate': pay.rate !== undefined && isAbsent(before),
    'salary-implausible': isImplausible(change, before, rules),
    ...compare(before, after, rules),
  }
  return (Object.keys(found) as HoldReason[]).filter((reason) => found[reason] === true)
}

/** Amounts of two types cannot be compared, and without an amount before there is nothing to compare with. */
const compare = (
  before: Values,
  after: Values,
  { settings, policyOf }: Pick<ReasonRules, 'settings' | 'policyOf'>,
): Partial<Record<HoldReason, boolean>> => {
  if (isAbsent(before)) return {}
  if (!sameValue(policyOf('salary', 'Type'), after.Type ?? '', before.Type ?? ''))
    return { 'salary-type-changed': true }
  const isLarge = isLargeChange(before.Value ?? '', after.Value ?? '', settings.salaryChangePercent)
  return { 'salary-change-large': isLarge }
}

/**
 * Nothing is never paid unasked. Bounds are for the first amount; later ones are compared with the one
 * before.
 */
const isImplausible = (
  { after, pay }: UpdateChange,
  before: Values,
  { settings }: Pick<ReasonRules, 'settings'>,
): boolean => {
  const amount = toDecimal(after.Value ?? '')
  if (amount === undefined || amount.lessThanOrEqualTo(0)) return true
  if (!isAbsent(before)) return false
  const { min, max } = settings.salaryBounds[toSalaryBasis(after.Type ?? '', pay?.paidPer ?? 'month')]
  return amount.lessThan(min) || amount.greaterThan(max)
}

/**
 * Whether an amount moves by more than a percentage of the one before. What cannot be computed counts as
 * large.
 */
const isLargeChange = (before: string, after: string, percent: number): boolean => {
  const [from, to] = [toDecimal(before), toDecimal(after)]
  if (from === undefined || to === undefined) return before !== after
  return to.minus(from).abs().times(100).greaterThan(from.abs().times(percent))
}

const toDecimal = (text: string): Decimal | undefined =>
  /^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : undefined
