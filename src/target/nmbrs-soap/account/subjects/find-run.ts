import type { PayrollPeriod } from '../../../../domain/pay/payroll-period.js'
import type { ProbeSubjects } from '../../../../onboarding/check/prober.js'
import { childText, type XmlElement } from '../../wire/xml/xml-element.js'
import type { Asker } from '../ask-once.js'
import { lookUp } from '../look-up.js'
import { lookUps } from '../look-ups.js'
import { findId, rowsOf } from '../rows.js'

type Run = NonNullable<ProbeSubjects['run']>

/** The company's latest payroll run in the year of the period, or in the year before. */
export const findRun = async (
  asker: Asker,
  companyId: string,
  period: PayrollPeriod,
): Promise<Run | undefined> =>
  (await findLatest(asker, companyId, period)) ??
  (await findLatest(asker, companyId, { ...period, year: period.year - 1 }))

const findLatest = async (
  asker: Asker,
  companyId: string,
  period: PayrollPeriod,
): Promise<Run | undefined> => {
  const list = await lookUp(asker, lookUps.runs, { companyId, period })
  if ('answer' in list) return undefined
  const latest = rowsOf(list.tree).reduce<readonly XmlElement[] | undefined>(
    (best, row) => (best === undefined || orderOf(row) > orderOf(best) ? row : best),
    undefined,
  )
  const id = latest && findId(latest, 'ID')
  return id === undefined ? undefined : { id, year: period.year }
}

const orderOf = (row: readonly XmlElement[]): number => {
  const numberOf = (name: string): number => Number.parseInt(childText(row, name), 10) || 0
  return numberOf('PeriodEnd') * 1000 + numberOf('Number')
}
