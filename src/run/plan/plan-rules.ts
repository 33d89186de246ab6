import type { CurrentPeriod } from '../../domain/pay/current-period.js'
import { addDays } from '../../domain/date/plain-date.js'
import type { MonthlyAmount, PayRules } from '../../domain/pay/pay.js'
import type { PeriodType } from '../../domain/pay/payroll-period.js'
import { toPeriodDays } from '../../domain/pay/period-days.js'
import { findNumberHolders } from '../../plan/build-plan.js'
import type { PlanRules } from '../../plan/sections/section-plan.js'
import type { CompanySides } from '../read/read-company.js'
import type { SourceWorld } from '../read/read-source.js'
import type { RunDeps } from '../settings.js'
import { toPolicyOf } from './field-policies.js'
import { toRecipe } from './unmoved-people.js'

/** The rules of a company's plan: its payroll period, what its salaries mean, and the settings. */
export const toPlanRules = (
  deps: RunDeps,
  { company, period: current, target: { targets } }: Pick<CompanySides, 'company' | 'period' | 'target'>,
  { salaries }: Pick<SourceWorld, 'salaries'>,
  { today, allowPastPeriods }: { today: string; allowPastPeriods: boolean },
): PlanRules => {
  const { monthlyAmount = 'hold' } = company
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
