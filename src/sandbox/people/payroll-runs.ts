import type { NmbrsRun } from '../nmbrs/world/data.js'
import { addDays } from './invent/calendar.js'
import type { Calendar } from './invent/calendar.js'

const firstRunId = 7001
/** How many months before the current one were run. */
const months = 3

const pad = (number: number): string => String(number).padStart(2, '0')

/** The payroll runs of the last months before the current one, oldest first. */
export const payrollRuns = ({ year, month }: Calendar): NmbrsRun[] =>
  Array.from({ length: months }, (_nothing, index) => {
    const count = year * 12 + (month - 1) - (months - index)
    const [runYear, period] = [Math.floor(count / 12), (count % 12) + 1]
    const nextMonth = `${Math.floor((count + 1) / 12)}-${pad(((count + 1) % 12) + 1)}-01`
    return {
      id: firstRunId + index,
      number: period,
      year: runYear,
      periodStart: period,
      periodEnd: period,
      description: `Run ${period}`,
      runAt: `${addDays(nextMonth, -5)}T09:00:00`,
      isLocked: true,
    }
  })
