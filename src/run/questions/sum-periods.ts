import type { Change } from '../../domain/change.js'
import type { TargetCompanyId } from '../../domain/ids.js'
import type { CurrentPeriod } from '../../domain/pay/current-period.js'
import { toPeriodDays, type PeriodDays } from '../../domain/pay/period-days.js'
import type { PersonPlan } from '../../plan/plan-person.js'

/** The payroll period that a company was in when a run read it. */
export interface CompanyPeriod {
  companyId: TargetCompanyId
  companyName: string
  current: CurrentPeriod
}

/** How many changes lie where. `unsure`: it is not known whether the company pays by one kind of period. */
export interface PlaceCounts {
  before: number
  within: number
  later: number
  unsure: number
}

/** What goes to payroll in the current period of a company, and what lies before or after it. */
export interface PeriodSum extends CompanyPeriod {
  /** Left out where no one can say which days the period has. */
  days?: { first: string; last: string }
  send: PlaceCounts
  held: PlaceCounts
}

/** Where the changes of a plan fall, company by company. Pure. */
export const sumPeriods = (
  companies: readonly CompanyPeriod[],
  people: readonly PersonPlan[],
): readonly PeriodSum[] => {
  const dated = people.flatMap(toDated)
  return companies.map((company) => {
    const days = toPeriodDays(company.current)
    const own = dated.filter(({ companyId }) => companyId === company.companyId)
    const count = (decision: 'send' | 'hold'): PlaceCounts =>
      countPlaces(
        own.filter((one) => one.decision === decision),
        days,
      )
    return {
      ...company,
      ...(days === undefined ? {} : { days: { first: days.earliestFirstDay, last: days.latestLastDay } }),
      send: count('send'),
      held: count('hold'),
    }
  })
}

interface Dated {
  companyId: TargetCompanyId
  decision: 'send' | 'hold' | 'skip'
  /** From when on it counts; `undefined`: from now on. */
  day: string | undefined
}

/** What has no day of its own counts from the start of an employment that is still to be created. */
const toDated = ({ changes }: PersonPlan): Dated[] => {
  const starts = changes.flatMap(({ change }) => (change.kind === 'create' ? [change.startDate] : []))
  return changes.map(({ change, decision }) => ({
    companyId: change.companyId,
    decision,
    day: toDay(change) ?? starts[0],
  }))
}

const toDay = (change: Change): string | undefined =>
  change.kind === 'create' ? change.startDate : (change.after.Start ?? change.after.InitialStartDate)

const countPlaces = (some: readonly Dated[], days: PeriodDays | undefined): PlaceCounts => {
  const counts = { before: 0, within: 0, later: 0, unsure: 0 }
  for (const { day } of some) counts[toPlace(day, days)] += 1
  return counts
}

const toPlace = (day: string | undefined, days: PeriodDays | undefined): keyof PlaceCounts => {
  if (day === undefined) return 'within'
  if (days === undefined) return 'unsure'
  if (day < days.earliestFirstDay) return 'before'
  if (day > days.latestLastDay) return 'later'
  return day >= days.firstDay && day <= days.lastDay ? 'within' : 'unsure'
}
