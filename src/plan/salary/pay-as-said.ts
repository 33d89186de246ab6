import { Decimal } from 'decimal.js'

import type { DesiredSalary, SalaryRow } from '../../domain/employee.js'
import { isPerHour, type PayRules } from '../../domain/pay/pay.js'
import type { PersonContext, PlanRules } from '../sections/section-plan.js'

// What the source says of a salary, as it is paid in the target: its day and its amount. All planning works
// with that, so that what stands in the target already is in step.

type PaidContext = Pick<PersonContext, 'person' | 'target'>
type PaidRules = Pick<PlanRules, 'pay'>

/**
 * The first day of the employment, the later one where both sides say one: before it either side pays someone
 * who is not employed.
 */
export const toFirstDay = ({ person, target }: PaidContext): string => {
  const [one, other] = [person.sections.employment, target?.employment].map(
    (employment) => employment?.InitialStartDate ?? '',
  )
  return (one ?? '') > (other ?? '') ? (one ?? '') : (other ?? '')
}

/** A salary as it is to be paid. */
export const toPaid = (row: SalaryRow, context: PaidContext, rules: PaidRules): SalaryRow => ({
  ...row,
  Value: isOver13(row, rules) ? overThirteen(row.Value) : row.Value,
  Start: toPaidStart(row.Start, context, rules),
})

/** The same for a list of one kind, in order. Of several that begin on the first day the last counts. */
export const toAllPaid = (
  said: readonly DesiredSalary[],
  context: PaidContext,
  rules: PaidRules,
): readonly DesiredSalary[] => {
  const { monthlyAmount, beforeEmployment } = rules.pay
  if (monthlyAmount !== 'yearOver13' && beforeEmployment !== 'firstDay') return said
  const paid = said.map((one): DesiredSalary => {
    const start = toPaidStart(one.start, context, rules)
    return one.row === undefined ? { ...one, start } : { start, row: toPaid(one.row, context, rules) }
  })
  return paid.filter(({ start }, at) => paid[at + 1]?.start !== start)
}

/** Whether no one said what an amount per month is in this company. */
export const isUnsettledMonthly = (type: string, { pay }: Pick<PlanRules, 'pay'>): boolean => {
  if (pay.paidPer === 'month' || isPerHour(type) || pay.monthlyAmount === 'perPeriod') return false
  // A thirteenth of a year is no week's pay.
  return pay.monthlyAmount === 'hold' || pay.paidPer !== 'four-weeks'
}

/**
 * What of these rules changes a salary, so that it has to be looked at again where they are others; empty for
 * most. `firstDay` is left out where it is not known.
 */
export const sayPayRules = (
  { paidPer, monthlyAmount, beforeEmployment }: PayRules,
  firstDay = '',
): readonly string[] => [
  ...(monthlyAmount === 'yearOver13' && paidPer === 'four-weeks' ? ['over 13'] : []),
  ...(beforeEmployment === 'firstDay' ? [`not before ${firstDay}`] : []),
]

const isOver13 = ({ Type }: SalaryRow, { pay }: Pick<PlanRules, 'pay'>): boolean =>
  pay.monthlyAmount === 'yearOver13' && pay.paidPer === 'four-weeks' && !isPerHour(Type)

/** Twelve months' pay in thirteen parts, to the cent, half a cent up. */
const overThirteen = (value: string): string =>
  /^\d+(\.\d+)?$/.test(value)
    ? new Decimal(value).times(12).div(13).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed()
    : value

const toPaidStart = (start: string, context: PaidContext, { pay }: PaidRules): string => {
  if (pay.beforeEmployment !== 'firstDay') return start
  const firstDay = toFirstDay(context)
  return start < firstDay ? firstDay : start
}
