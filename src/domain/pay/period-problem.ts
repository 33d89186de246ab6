import { periodFindings } from '../findings/texts/period.js'
import { isPeriodOf, periodsPerYear, readPeriodText, type PeriodType } from './payroll-period.js'

const kinds: Readonly<Record<PeriodType, string>> = {
  month: 'months',
  'four-weeks': 'periods of four weeks',
  week: 'weeks',
}

/**
 * Names a current period of the target that is not one to work with, and says why: which period of which year
 * it is, or its text where that has no known form. `undefined` when nothing is wrong with it.
 */
export const explainPeriod = (text: string): string | undefined => {
  const named = readPeriodText(text)
  if (named === undefined)
    return `${JSON.stringify(text.trim().slice(0, 40))} (which is not a known way to write a period)`
  if (isPeriodOf(named)) return undefined
  const { year, period, type } = named
  const last = periodsPerYear(type, year)
  const rest = period === last + 1 && type !== 'month' ? ', and no day is left after them' : ''
  return `period ${period} of ${year} (${year} has ${last} ${kinds[type]}${rest})`
}

/** What to do where it is not known what a company pays by. */
export const periodTypeRemedy = periodFindings['before-current-period'].cases.unsure.remedy.en

/** What to do about it. */
export const periodRemedy = periodFindings['period-unreadable'].cases.named.remedy.en
