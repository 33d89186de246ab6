import type { PayrollPeriod } from '../../../domain/pay/payroll-period.js'
import type { NmbrsSwitches } from '../switches.js'
import type { AddressRow, NmbrsEmployee, PersonalInfoRow, SalaryRow } from './data.js'
import { isSamePeriod, previousPeriod } from './period.js'

type Placing = Pick<NmbrsSwitches, 'samePeriodSecondWrite'>

/** A later period gets a record of its own; in the same period the switch decides. */
export const placePersonalInfo = (
  { personalInfos }: NmbrsEmployee,
  current: PersonalInfoRow | undefined,
  row: PersonalInfoRow,
  { samePeriodSecondWrite }: Placing,
): PersonalInfoRow[] => {
  const isSame = current?.startYear === row.startYear && current.startPeriod === row.startPeriod
  if (isSame && samePeriodSecondWrite === 'overwrite') {
    return personalInfos.map((each) => (each === current ? { ...row, id: current.id } : each))
  }
  return [...personalInfos, row]
}

/** Whether an address begins with this period. */
export const startsIn = (row: AddressRow, period: PayrollPeriod): boolean =>
  isSamePeriod({ year: row.startYear, period: row.startPeriod }, period)

/** The same address, out of force from this period on. */
export const endedBefore = (row: AddressRow, period: PayrollPeriod): AddressRow =>
  startsIn(row, period) ? { ...row, isSuperseded: true } : { ...row, end: previousPeriod(period) }

/** The salaries after a write. */
export const placeSalary = (
  { salaries }: NmbrsEmployee,
  row: SalaryRow,
  { samePeriodSecondWrite }: Placing,
): SalaryRow[] => {
  const overwrites = samePeriodSecondWrite === 'overwrite'
  const kept = overwrites ? salaries.filter(({ startDate }) => startDate !== row.startDate) : salaries
  return [...kept, row]
}
