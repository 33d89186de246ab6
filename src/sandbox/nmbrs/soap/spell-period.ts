import type { PayrollPeriod } from '../../../domain/pay/payroll-period.js'
import type { NmbrsSwitches } from '../switches.js'

/** The period as the service spells it (Nmbrs contract, section 2.0). */
export const spellPeriod = (
  { year, period, type }: PayrollPeriod,
  code: NmbrsSwitches['periodCode'],
): string => `${year}-${period}-${{ month: 'M', 'four-weeks': code, week: 'W1' }[type]}`
