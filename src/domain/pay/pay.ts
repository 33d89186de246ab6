import { Decimal } from 'decimal.js'

import type { PeriodType } from './payroll-period.js'

/** What becomes of an amount per month in a company that pays by weeks or by four weeks. */
export const monthlyAmounts = ['hold', 'perPeriod', 'yearOver13'] as const
export type MonthlyAmount = (typeof monthlyAmounts)[number]

/** What becomes of a salary that starts before the employment. */
export const beforeEmployments = ['hold', 'firstDay'] as const
export type BeforeEmployment = (typeof beforeEmployments)[number]

/** How a company pays, and how the source's salaries are taken there. */
export interface PayRules {
  /**
   * What the company pays by; the month where its period could not be understood, and then nothing is sent.
   */
  paidPer: PeriodType
  monthlyAmount: MonthlyAmount
  beforeEmployment: BeforeEmployment
}

/** What amounts are usual for a salary of a kind. */
export const salaryBases = ['month', 'fourWeeks', 'week', 'hour'] as const
export type SalaryBasis = (typeof salaryBases)[number]
export type SalaryBounds = Readonly<Record<SalaryBasis, { min: number; max: number }>>

/** What besides the amounts says whether a salary is plausible; each is left out where it is as usual. */
export interface PayFacts {
  /** What the company pays by, where that is not the month. */
  paidPer?: Exclude<PeriodType, 'month'>
  /** An amount per month, which no one said how to take. */
  monthly?: true
  /** The first day of the employment, where the salary starts before it. */
  employedFrom?: string
  /** Payroll sets the salary by a table and step there, or from a later day on. */
  byTable?: true
  /** For a full-time amount: the source's rate of the employment, where it is not the whole. */
  rate?: string
}

/** An amount for the whole week, of which the target pays the part-time percentage that it has itself. */
export const isFullTimeAmount = (type: string): boolean => type === 'Bruto_Salaris_Fulltime'

/**
 * The rate of an employment in per cent; `undefined` where it is not known. The source does not say whether
 * it is a percentage or a fraction (AlexisHR contract, section 5.5), so that 1 and 100 are both the whole,
 * and 0.8 and 80 are one rate.
 */
export const toRate = (text: string | undefined): string | undefined => {
  const rate = text?.trim() ?? ''
  if (!/^\d+(\.\d+)?$/.test(rate)) return undefined
  const value = new Decimal(rate)
  return (value.lessThanOrEqualTo(1) ? value.times(100) : value).toFixed()
}

/** Whether a rate is known and is not the whole. */
export const isPartRate = (rate: string | undefined): rate is string => rate !== undefined && rate !== '100'

/** Whether a salary of this type is an amount per hour; all others are per month in the source. */
export const isPerHour = (type: string): boolean => type.includes('Uurloon')

/** What an amount of this type is per where it is paid. */
export const toSalaryBasis = (type: string, paidPer: PeriodType): SalaryBasis => {
  if (isPerHour(type)) return 'hour'
  return paidPer === 'four-weeks' ? 'fourWeeks' : paidPer
}
