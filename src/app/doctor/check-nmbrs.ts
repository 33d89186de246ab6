import type { CompanyPairConfig } from '../../config/config.js'
import { RemoteError } from '../../domain/errors.js'
import { periodRemedy, periodTypeRemedy } from '../../domain/pay/period-problem.js'
import { formatPayrollPeriod, toFirstDay } from '../../domain/pay/payroll-period.js'
import { checkCompanies } from '../../run/read/read-target.js'
import type { CallRight, Target } from '../../target/port.js'
import { fail, ok, runCheck, warn, type Found } from './run-check.js'

interface NmbrsConnection {
  companies: readonly CompanyPairConfig[]
  /** `domain` where the transport has one. */
  nmbrs: { host: string; domain?: string }
}

/** Whether the login works, and whether everything that a sync uses is there and open. */
export const checkNmbrs = async (
  connection: NmbrsConnection,
  target: Target,
  /** The place of the connection in the configuration. */
  key: string,
): Promise<readonly Found[]> => {
  const login = await runCheck('Nmbrs login', () => checkLogin(connection, target))
  // Trying a refused login again for every check could lock the account.
  if (login.some(({ check, status }) => check === 'Nmbrs login' && status === 'fail')) {
    const detail = 'not looked at: without the login above there is nothing to see'
    const remedy = 'correct the login first'
    return [
      ...login,
      ...['company', 'period', 'rights'].map((check) => fail(`Nmbrs ${check}`, detail, remedy)),
    ]
  }
  const found = [...login]
  for (const [index, pair] of connection.companies.entries())
    found.push(...(await checkCompany(target, pair, `${key}.companies[${index}]`)))
  for (const { targetId } of connection.companies) {
    found.push(...(await runCheck('Nmbrs period', () => checkPeriod(target, targetId))))
    found.push(...(await runCheck('Nmbrs rights', () => checkCalls(target, targetId))))
  }
  return found
}

/** Any answer to this call shows that user name, token and domain are taken. */
const checkLogin = async ({ nmbrs }: NmbrsConnection, target: Target): Promise<Found[]> => {
  const login = ok('Nmbrs login', `${nmbrs.host} answers`)
  if (nmbrs.domain === undefined) {
    await seeCompaniesIfOpen(target)
    return [login]
  }
  const domain = await readDomainIfOpen(target)
  if (domain === undefined) return [login, warn('Nmbrs domain', 'Nmbrs does not say', 'compare it by hand')]
  if (domain.toLowerCase() === nmbrs.domain.toLowerCase()) return [login, ok('Nmbrs domain', domain)]
  const detail = `Nmbrs says ${domain}, the configuration says ${nmbrs.domain}`
  return [login, fail('Nmbrs domain', detail, 'correct nmbrs.domain in the configuration')]
}

/** No sync needs this call. An account that may not make it has logged in all the same. */
const readDomainIfOpen = async (target: Target): Promise<string | undefined> => {
  try {
    return await target.readDomain()
  } catch (error) {
    if (error instanceof RemoteError && error.facts.code === 'right-missing') return undefined
    throw error
  }
}

/** An account that may not make this call has logged in all the same; each call is checked further down. */
const seeCompaniesIfOpen = async (target: Target): Promise<void> => {
  try {
    await target.readCompanies()
  } catch (error) {
    if (!(error instanceof RemoteError) || error.facts.code !== 'right-missing') throw error
  }
}

/** The same test that every run makes. */
const checkCompany = (target: Target, pair: CompanyPairConfig, key: string): Promise<readonly Found[]> =>
  runCheck('Nmbrs company', async () => {
    await checkCompanies(target, [pair], () => key)
    return [ok('Nmbrs company', `${pair.targetId} ${pair.targetName}`)]
  })

const checkPeriod = async (target: Target, companyId: CompanyPairConfig['targetId']): Promise<Found[]> => {
  const current = await target.readCurrentPeriod(companyId)
  const { period } = current
  if (period !== undefined && current.others !== undefined) {
    const detail = `company ${companyId} is in ${current.text}, and Nmbrs does not say what it pays by: taken is ${formatPayrollPeriod(period)}, unless the numbers of its periods say otherwise`
    return [warn('Nmbrs period', detail, periodTypeRemedy)]
  }
  if (period !== undefined) {
    return [
      ok(
        'Nmbrs period',
        `company ${companyId} is in ${formatPayrollPeriod(period)}, which starts ${toFirstDay(period)}`,
      ),
    ]
  }
  const detail = `company ${companyId} is in ${current.problem}; nothing with a start date is sent`
  return [fail('Nmbrs period', detail, periodRemedy)]
}

const checkCalls = async (target: Target, companyId: CompanyPairConfig['targetId']): Promise<Found[]> => {
  const rights = await target.checkRights(companyId)
  const closed = rights.filter(({ status }) => status !== 'active' && status !== 'not-tested')
  const untested = rights.filter(({ status }) => status === 'not-tested')
  const active = rights.length - closed.length - untested.length
  return [
    ...closed.map(toClosedCall),
    ...(active === 0 ? [] : [ok('Nmbrs rights', `company ${companyId}: ${active} reading calls are open`)]),
    ...[...groupByDetail(untested)].map(([detail, operations]) =>
      ok('Nmbrs rights', `not tried (${detail}): ${operations.join(', ')}`),
    ),
  ]
}

const toClosedCall = ({ operation, status, detail, remedy }: CallRight): Found => {
  if (status === 'error') {
    const retry = 'try again; if it stays, report it'
    return fail('Nmbrs rights', `${operation} does not answer: ${detail}`, remedy ?? retry)
  }
  return remedy === undefined
    ? toClosedForUser(operation, status)
    : fail('Nmbrs rights', `${operation} is not allowed by the consent`, remedy)
}

/** How a call is opened for an API user of SOAP. */
const toClosedForUser = (operation: string, status: CallRight['status']): Found =>
  fail(
    'Nmbrs rights',
    `${operation} is ${status === 'inactive' ? 'switched off for the account' : 'not open for this company'}`,
    status === 'inactive'
      ? 'switch the call on in the user template of the API account in Nmbrs'
      : 'give the API account access to the company in Nmbrs: tags and filters',
  )

const groupByDetail = (rights: readonly CallRight[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>()
  for (const { detail, operation } of rights) {
    groups.set(detail, [...(groups.get(detail) ?? []), operation])
  }
  return groups
}
