import { toFirstDay } from '../../../../domain/pay/payroll-period.js'
import type { PayrollPeriod } from '../../../../domain/pay/payroll-period.js'
import { comparePeriods, hasPeriod } from '../../world/period.js'
import type { PeriodStamp } from '../../world/period.js'
import type { RestContext } from '../operation.js'
import { refuseBody, refusePeriod } from '../rest-refusal.js'

type Asking = Pick<RestContext, 'store' | 'switches'>

/** The period a write is for (Nmbrs REST contract, section 15, rows 10 and 11). */
export const periodOfWrite = (
  asked: PeriodStamp,
  companyId: number,
  { store, switches }: Asking,
): PayrollPeriod => {
  const current = store.currentPeriod(companyId)
  if (!hasPeriod(asked, current.type)) throw refuseBody('period: the company has no such period.')
  const order = comparePeriods(asked, current)
  if (order < 0 && switches.restPastPeriod === 'refuse')
    throw refusePeriod('The period lies before the current one.')
  if (order < 0 && switches.restPastPeriod === 'moveToCurrent') return current
  if (order > 0 && switches.restFuturePeriod === 'refuse')
    throw refusePeriod('The period lies after the current one.')
  return { ...asked, type: current.type }
}

/** The day a salary starts on; one before the current period as row 10 says. */
export const startOfWrite = (day: string, companyId: number, { store, switches }: Asking): string => {
  const firstDay = toFirstDay(store.currentPeriod(companyId))
  if (day >= firstDay || switches.restPastPeriod === 'accept') return day
  if (switches.restPastPeriod === 'moveToCurrent') return firstDay
  throw refusePeriod('The start date lies before the current period.')
}
