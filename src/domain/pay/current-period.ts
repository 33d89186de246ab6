import { parsePayrollPeriod, type PayrollPeriod } from './payroll-period.js'
import { explainPeriod } from './period-problem.js'

/** The payroll period that a company is in, and the text that stands for it in messages and digests. */
export type CurrentPeriod =
  | {
      text: string
      period: PayrollPeriod
      /** What else it may be, where it is not known what the company pays by. */
      others?: readonly PayrollPeriod[]
    }
  /** No one can say which days it has. `problem` says why, as the part of a sentence. */
  | { text: string; period: undefined; problem: string }

/** What a text of the form `yyyy-pp-type` says. */
export const toCurrentPeriod = (text: string): CurrentPeriod => {
  const period = parsePayrollPeriod(text)
  return period === undefined ? { text, period, problem: explainPeriod(text) ?? text } : { text, period }
}
