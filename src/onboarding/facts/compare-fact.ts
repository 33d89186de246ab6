import type { PeriodType } from '../../domain/pay/payroll-period.js'
import type { AccountReadings, NumberedEmployee, Reading } from '../check/account-reader.js'
import type { CallName } from '../calls/call-name.js'
import { toVerdict } from '../calls/call-verdict.js'
import type { CheckInput } from '../check/check-input.js'
import type { DgaAnswer, FactProblem, FactVerdict, PayrollFrequency } from '../check/fact-result.js'
import { findDifference } from './find-difference.js'
import { readNmbrsDomain } from './nmbrs-domain.js'
import { isSamePerson } from './same-person.js'

/** What the account itself says of a fact; `undefined` when it says nothing of it. */
export type Told<Value> = { told: Value } | { unchecked: FactVerdict } | undefined

const companyList: CallName = { service: 'CompanyService', call: 'List_GetAll' }
const restCompanyList: CallName = { service: 'REST', call: 'GET /api/companies' }
const currentPeriod: CallName = { service: 'CompanyService', call: 'Company_GetCurrentPeriod' }
const environment: CallName = { service: 'DebtorService', call: 'Environment_Get' }
const tagList: CallName = { service: 'DebtorService', call: 'Tags_Get' }
const employeeList: CallName = { service: 'EmployeeService', call: 'List_GetByCompany' }

/** Whether the account answered anything: then its user name, token and domain are right. */
export const wasLetIn = ({ probes, readings }: CheckInput): boolean =>
  [...probes.values()].some(({ answer }) => answer === 'accepted') ||
  [readings.companies, readings.period, readings.domain, readings.debtor].some(
    (reading) => reading?.status === 'read',
  )

/**
 * A call that was not made, and one that gave nothing, leave a fact unchecked; never is it called wrong
 * because of that.
 */
const tell = <Value>(
  reading: Reading<Value> | undefined,
  call: CallName,
): { told: Value } | { unchecked: FactVerdict } => {
  if (reading === undefined) return { unchecked: { verdict: 'unchecked', call, because: 'not-tested' } }
  if (reading.status === 'read') return { told: reading.value }
  const because = toVerdict(reading.answer).verdict
  return { unchecked: { verdict: 'unchecked', call: reading.call, because } }
}

const wrong = (problem: FactProblem): FactVerdict => ({ verdict: 'wrong', problem })
const right: FactVerdict = { verdict: 'right' }

/** The name of the checked company, to the letter. */
export const tellCompanyName = ({ readings, companyId }: CheckInput): Told<string> => {
  const told = tell(readings.companies, companyList)
  if ('unchecked' in told) return told
  const company = told.told.find(({ id }) => id === companyId)
  return company === undefined ? undefined : { told: company.name }
}

export const compareCompanyName = (input: CheckInput, given: string): FactVerdict => {
  const told = tellCompanyName(input)
  // A company that is out of sight has a name all the same; nothing is known of it.
  if (told === undefined)
    return {
      verdict: 'unchecked',
      call: input.consent === undefined ? companyList : restCompanyList,
      because: 'outside-filter',
    }
  if ('unchecked' in told) return told.unchecked
  const difference = findDifference(given, told.told)
  return difference === undefined ? right : wrong({ problem: 'text-differs', difference })
}

/** The domain as the environment names it; without that, the one that the account logged in with. */
export const tellDomain = (input: CheckInput): Told<string> => {
  const told = tell(input.readings.domain, environment)
  const named = 'told' in told ? (readNmbrsDomain(told.told) ?? told.told.trim()) : ''
  if (named !== '') return { told: named }
  const used = wasLetIn(input) ? readNmbrsDomain(input.account.domain ?? '') : undefined
  if (used !== undefined) return { told: used }
  return 'unchecked' in told ? told : undefined
}

export const compareDomain = (input: CheckInput, given: string): FactVerdict => {
  const told = tellDomain(input)
  if (told === undefined) return { verdict: 'given' }
  if ('unchecked' in told) return told.unchecked
  return told.told.toLowerCase() === given ? right : wrong({ problem: 'differs', actual: told.told })
}

export const compareUser = (input: CheckInput, given: string): FactVerdict => {
  const { username } = input.account
  if (given.toLowerCase() !== username.trim().toLowerCase())
    return wrong({ problem: 'differs', actual: username })
  return wasLetIn(input) ? right : { verdict: 'given' }
}

const frequencyOf: Readonly<Record<PeriodType, PayrollFrequency>> = {
  month: 'monthly',
  'four-weeks': 'four-weekly',
  week: 'weekly',
}

/** How often the company pays, by its current period. */
export const tellFrequency = ({
  readings,
}: CheckInput): { told: PayrollFrequency } | { unchecked: FactVerdict } => {
  const told = tell(readings.period, currentPeriod)
  return 'told' in told ? { told: frequencyOf[told.told.type] } : told
}

export const compareFrequency = (input: CheckInput, given: PayrollFrequency): FactVerdict => {
  const told = tellFrequency(input)
  if ('unchecked' in told) return told.unchecked
  return told.told === given ? right : wrong({ problem: 'differs', actual: told.told })
}

/** A tag as it is compared. */
export const foldTag = (tag: string): string => tag.normalize('NFC').trim().toLowerCase()

export const compareTag = ({ readings }: CheckInput, given: string): FactVerdict => {
  const told = tell(readings.debtor, tagList)
  if ('unchecked' in told) return told.unchecked
  const { tags } = told.told
  return tags.some((tag) => foldTag(tag) === foldTag(given)) ? right : wrong({ problem: 'tag-missing', tags })
}

/** No one is looked up when there is no director; whether that is so, only a person knows. */
export const compareDga = ({ readings }: CheckInput, answer: DgaAnswer): FactVerdict => {
  if (!answer.present) return { verdict: 'given' }
  const verdicts = answer.people.map((person) => compareDirector(readings, person))
  return (
    verdicts.find(({ verdict }) => verdict === 'wrong') ??
    verdicts.find(({ verdict }) => verdict === 'unchecked') ??
    right
  )
}

const compareDirector = (
  { employees }: AccountReadings,
  { name, employeeNumber }: { name: string; employeeNumber: string },
): FactVerdict => {
  const told = tell<readonly NumberedEmployee[]>(employees?.get(employeeNumber), employeeList)
  if ('unchecked' in told) return told.unchecked
  if (told.told.length === 0) return wrong({ problem: 'not-found' })
  return told.told.some(({ displayName }) => isSamePerson(displayName, name))
    ? right
    : wrong({ problem: 'other-person' })
}
