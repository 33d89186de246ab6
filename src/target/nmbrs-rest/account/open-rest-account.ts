import { RemoteError } from '../../../domain/errors.js'
import { toTargetCompanyId, type TargetCompanyId } from '../../../domain/ids.js'
import type { PeriodType } from '../../../domain/pay/payroll-period.js'
import type { LiveAccount } from '../../../onboarding/check/account.js'
import type { Reading } from '../../../onboarding/check/account-reader.js'
import type { CallName } from '../../../onboarding/calls/call-name.js'
import type { ProbeAnswer, ProbeSubjects } from '../../../onboarding/check/prober.js'
import { tryRead } from '../check-rights.js'
import type { RestClient } from '../client/rest-client.js'
import { createCompanyFacts } from '../company-facts.js'
import { toCall } from '../operations.js'
import { readCompanies, readEmployeeList } from '../reads/read-companies.js'
import { idIn, isObject, listIn } from '../wire/json.js'
import { findSubject, toEndpointCall } from './endpoint-call.js'
import { toProbeAnswer } from './probe-answer.js'

export interface RestAccountOptions {
  client: Pick<RestClient, 'read' | 'quiet' | 'callCounts' | 'close'>
  /** The id over REST of a company by the id that it goes by here, and back. */
  toRestId: (companyId: string) => string
  toKey: (restId: string) => string
  periodTypes: ReadonlyMap<TargetCompanyId, PeriodType>
  /** `YYYY-MM-DD`. */
  today: string
}

const endpoint = (call: string): CallName => ({ service: 'REST', call })
const companyList = endpoint('GET /api/companies')
const debtorList = endpoint('GET /api/debtors')
const employeeList = endpoint('GET /api/companies/{companyId}/employees')
const period = endpoint('GET /api/companies/{companyId}/period')

/**
 * An account of REST to be checked: what was read is not tried once more, and every endpoint that is tried is
 * asked for one row. Rejects with `AuthError` when there is no consent; every other trouble is an answer.
 */
export const openRestAccount = (options: RestAccountOptions): LiveAccount => {
  const { client, toRestId, toKey, periodTypes, today } = options
  const answered = new Map<string, ProbeAnswer>()
  let probes = 0
  const facts = createCompanyFacts({ client, periodTypes, today: () => today })
  const look = async <Value>(call: CallName, read: () => Promise<Value>): Promise<Reading<Value>> => {
    try {
      const value = await read()
      answered.set(call.call, { answer: 'accepted' })
      return { status: 'read', value }
    } catch (error) {
      return { status: 'unread', call, answer: toLost(error) }
    }
  }
  let companies: ReturnType<LiveAccount['readCompanies']> | undefined
  return {
    readCompanies: () => {
      companies ??= look(companyList, async () =>
        (await readCompanies(client)).map(({ id, name }) => ({ id: toKey(id), name })),
      )
      return companies
    },
    readCurrentPeriod: async (companyId) => {
      const read = await look(period, () => facts.readPeriod(toTargetCompanyId(toRestId(companyId))))
      if (read.status === 'unread') return read
      const { value } = read
      // Where it is not known what the company pays by, nothing is compared with it.
      return value.period !== undefined && value.others === undefined
        ? { status: 'read', value: value.period }
        : notAsked(period, 'no-period')
    },
    // REST knows no domain, and no tag of a debtor.
    readDomain: () => Promise.resolve(notAsked(debtorList, 'no-subject')),
    readDebtorTags: () => Promise.resolve(notAsked(debtorList, 'no-subject')),
    readDebtors: () => Promise.resolve(notAsked(debtorList, 'no-subject')),
    findEmployees: (companyId, employeeNumber) =>
      look(employeeList, async () =>
        (await readEmployeeList(client, toTargetCompanyId(toRestId(companyId))))
          .filter(({ known }) => known?.EmployeeNumber === employeeNumber)
          .map(({ displayName }) => ({ displayName })),
      ),
    findSubjects: async (companyId, calls) => ({
      ...(companyId === undefined ? {} : { companyId: toRestId(companyId) }),
      ...(await findRows(client, calls, companyId === undefined ? undefined : toRestId(companyId))),
    }),
    probe: async ({ call }, subjects) => {
      const wanted = toEndpointCall(call, subjects)
      if ('reason' in wanted) return { answer: 'not-asked', reason: wanted.reason }
      const known = answered.get(call)
      if (known !== undefined) return known
      probes += 1
      return toProbeAnswer(await tryRead(client, wanted.call))
    },
    spent: () => {
      const all = Object.values(client.callCounts()).reduce((sum, count) => sum + count, 0)
      return { probes, lookUps: Math.max(0, all - probes) }
    },
    close: () => {
      client.close()
    },
  }
}

const notAsked = (
  call: CallName,
  reason: Extract<ProbeAnswer, { answer: 'not-asked' }>['reason'],
): Reading<never> => ({ status: 'unread', call, answer: { answer: 'not-asked', reason } })

const toLost = (error: unknown): Exclude<ProbeAnswer, { answer: 'accepted' }> => {
  if (!(error instanceof RemoteError)) throw error
  const answer = toProbeAnswer(error)
  return answer.answer === 'accepted' ? { answer: 'lost', reason: 'fault', code: null } : answer
}

/** The first debtor and the first employee, where an endpoint needs one. */
const findRows = async (
  client: Pick<RestClient, 'read'>,
  calls: readonly CallName[],
  companyId: string | undefined,
): Promise<ProbeSubjects> => {
  const wanted = new Set(calls.map(({ call }) => findSubject(call)))
  const debtorId = wanted.has('debtorId')
    ? await findFirst(client, toCall('listDebtors'), 'debtorId')
    : undefined
  const employeeId =
    wanted.has('employeeId') && companyId !== undefined
      ? await findFirst(client, toCall('listEmployees', companyId), 'employeeId')
      : undefined
  return { ...(debtorId !== undefined && { debtorId }), ...(employeeId !== undefined && { employeeId }) }
}

const findFirst = async (
  client: Pick<RestClient, 'read'>,
  call: ReturnType<typeof toCall>,
  name: string,
): Promise<string | undefined> => {
  try {
    const answer = await client.read({ ...call, query: { pageNumber: '1', pageSize: '1' } })
    const row: unknown = isObject(answer) ? listIn(answer, 'data')[0] : undefined
    return isObject(row) ? idIn(row, name) : undefined
  } catch (error) {
    if (error instanceof RemoteError) return undefined
    throw error
  }
}
