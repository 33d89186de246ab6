import { isPerHour } from '../../domain/pay/pay.js'
import { salaryTypes } from '../../domain/sections.js'
import { problem, type TransformResult } from './result.js'
import { cleanText } from './text.js'

export type SalaryType = Exclude<(typeof salaryTypes)[number], 'None'>

/** The salary types that can be sent: `None` says that there is no salary. */
export const sendableSalaryTypes = salaryTypes.filter((type): type is SalaryType => type !== 'None')

export const isSalaryType = (text: string): text is SalaryType =>
  (sendableSalaryTypes as readonly string[]).includes(text)

/** What an amount of this type is per. */
const basisOfType = (type: SalaryType): 'hour' | 'month' => (isPerHour(type) ? 'hour' : 'month')

const basisByPeriod: Readonly<Record<string, 'hour' | 'month'>> = { HOURLY: 'hour', MONTHLY: 'month' }

/**
 * Whether an amount per `payoutPeriod` may be sent as this salary type. A monthly amount sent as an hourly
 * wage, or a yearly one as a monthly salary, would be paid out as such.
 */
export const fitsPeriod = (type: string, payoutPeriod: string): boolean => {
  const basis = basisByPeriod[payoutPeriod]
  return basis !== undefined && isSalaryType(type) && basisOfType(type) === basis
}

export interface SalaryTypeSettings {
  /**
   * The type of a monthly amount. AlexisHR does not say whether it is the full-time amount or the amount as
   * paid.
   */
  monthly: 'Bruto_Salaris_Partime' | 'Bruto_Salaris_Fulltime'
  /** Types by the name of the employment type, in folded spelling; they go before the rule by period. */
  byEmploymentType: Readonly<Record<string, SalaryType>>
}

/** The spelling in which names of employment types, and the values of tables, are looked up. */
export const foldName = (name: string): string => cleanText(name).toLowerCase()

/**
 * The salary type for a pay period (AlexisHR contract, section 6.2): by the employment type's name if listed,
 * else by period.
 */
export const toSalaryType = (
  payoutPeriod: string,
  settings: SalaryTypeSettings,
  employmentTypeName: string | undefined,
): TransformResult => {
  const period = payoutPeriod.trim()
  if (period === '') return { value: '' }
  const type = typeByName(settings, employmentTypeName) ?? typeByPeriod(settings, period)
  if (type !== undefined && fitsPeriod(type, period)) return { value: type }
  return problem(type === undefined ? 'salary-type-unknown' : 'salary-type-unknown/other-period', {})
}

const typeByName = (settings: SalaryTypeSettings, name: string | undefined): SalaryType | undefined => {
  const key = foldName(name ?? '')
  return Object.hasOwn(settings.byEmploymentType, key) ? settings.byEmploymentType[key] : undefined
}

const typeByPeriod = (settings: SalaryTypeSettings, period: string): SalaryType | undefined => {
  if (period === 'HOURLY') return 'Bruto_Uurloon'
  return period === 'MONTHLY' ? settings.monthly : undefined
}
