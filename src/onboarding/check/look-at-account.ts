import type { LiveAccount } from './account.js'
import type { AccountReader, AccountReadings, NumberedEmployee, Reading } from './account-reader.js'
import { toCallKey, type CallName } from '../calls/call-name.js'
import type { ProbeAnswer, ProbeAnswers } from './prober.js'

/** What a check wants to know of an account. */
export interface WantedLook {
  /** `undefined` when none could be found: then only what needs no company is looked at. */
  companyId: string | undefined
  /** The calls to try, in any order. */
  calls: readonly CallName[]
  /** What else to look up. The companies are always read. */
  lookUps: {
    period: boolean
    domain: boolean
    tags: boolean
    /** Employee numbers to find. */
    employeeNumbers: readonly string[]
  }
}

export interface AccountLook {
  probes: ProbeAnswers
  readings: AccountReadings
  spent: { probes: number; lookUps: number }
}

/**
 * Tries every call once and looks up what the facts are compared with. The order of the calls changes
 * nothing. The facts go first, so that what is left of the look-ups goes to waiting for a report, and the
 * search for a debtor, which can be long, is the last of them.
 */
export const lookAtAccount = async (account: LiveAccount, wanted: WantedLook): Promise<AccountLook> => {
  const { companyId, calls } = wanted
  const subjects = await account.findSubjects(companyId, calls)
  const readings = await readFacts(account, wanted)
  const probes = await Promise.all(
    calls.map(async (call): Promise<[string, ProbeAnswer]> => [
      toCallKey(call),
      await account.probe(call, subjects),
    ]),
  )
  return { probes: new Map(probes), readings, spent: account.spent() }
}

const readFacts = async (
  account: AccountReader,
  { companyId, lookUps }: WantedLook,
): Promise<AccountReadings> => {
  const [companies, domain, period] = await Promise.all([
    account.readCompanies(),
    lookUps.domain ? account.readDomain() : undefined,
    lookUps.period && companyId !== undefined ? account.readCurrentPeriod(companyId) : undefined,
  ])
  return {
    companies,
    ...(domain !== undefined && { domain }),
    ...(period !== undefined && { period }),
    ...(companyId !== undefined && (await readOfCompany(account, companyId, lookUps))),
  }
}

const readOfCompany = async (
  account: AccountReader,
  companyId: string,
  { employeeNumbers, tags }: WantedLook['lookUps'],
): Promise<Pick<AccountReadings, 'employees' | 'debtor'>> => {
  const employees = new Map<string, Reading<readonly NumberedEmployee[]>>()
  for (const number of employeeNumbers) employees.set(number, await account.findEmployees(companyId, number))
  return {
    ...(employees.size > 0 && { employees }),
    ...(tags && { debtor: await account.readDebtorTags(companyId) }),
  }
}
