import type { LiveAccount } from './account.js'
import type { AccountReader, AccountReadings } from './account-reader.js'
import { toCallKey, type CallName } from './call-name.js'
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

/** Tries every call once and looks up what the facts are compared with. The order of the calls changes nothing. */
export const lookAtAccount = async (account: LiveAccount, wanted: WantedLook): Promise<AccountLook> => {
  const { companyId, calls } = wanted
  const subjects = await account.findSubjects(companyId, calls)
  const answers = calls.map(async (call): Promise<[string, ProbeAnswer]> => [
    toCallKey(call),
    await account.probe(call, subjects),
  ])
  const [probes, readings] = await Promise.all([Promise.all(answers), readFacts(account, wanted)])
  return { probes: new Map(probes), readings, spent: account.spent() }
}

const readFacts = async (account: AccountReader, wanted: WantedLook): Promise<AccountReadings> => {
  const [companies, domain, ofCompany] = await Promise.all([
    account.readCompanies(),
    wanted.lookUps.domain ? account.readDomain() : undefined,
    wanted.companyId === undefined ? {} : readOfCompany(account, wanted.companyId, wanted.lookUps),
  ])
  return { companies, ...(domain !== undefined && { domain }), ...ofCompany }
}

const readOfCompany = async (
  account: AccountReader,
  companyId: string,
  lookUps: WantedLook['lookUps'],
): Promise<AccountReadings> => {
  const [period, debtor, employees] = await Promise.all([
    lookUps.period ? account.readCurrentPeriod(companyId) : undefined,
    lookUps.tags ? account.readDebtorTags(companyId) : undefined,
    Promise.all(
      lookUps.employeeNumbers.map(
        async (number) => [number, await account.findEmployees(companyId, number)] as const,
      ),
    ),
  ])
  return {
    ...(period !== undefined && { period }),
    ...(debtor !== undefined && { debtor }),
    ...(employees.length > 0 && { employees: new Map(employees) }),
  }
}
