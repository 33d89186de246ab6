import { AuthError, RemoteError } from '../../../../domain/errors.js'
import { toCall, type Calls, type Reads, type RestOperation } from '../../operations.js'
import { isObject } from '../../wire/json.js'
import { toErrorForm, toLimitForm, type AnswersSeen } from '../answers-seen.js'
import { found, notTried, partly, type Outcome } from '../outcome.js'

/** What is needed to look at an account. No company is written to. */
export interface AccountParts {
  client: Calls
  companyId: string
  answers: AnswersSeen
  granted: readonly string[]
  /**
   * Asks for a new access token, and says whether the refresh token changed with it. `undefined`: there is
   * none.
   */
  refresh: () => Promise<'changed' | 'same' | undefined>
  /** Makes one call with an invalid subscription key, and gives the status of the answer. */
  callWithWrongKey: () => Promise<number | undefined>
}

type Look = (parts: AccountParts) => Promise<Outcome>

const onePage = { query: { pageNumber: '1', pageSize: '1' } }

/** What a call without side effects answers; `forbidden` where a right is missing. */
const tryRead = async (
  client: Reads,
  operation: RestOperation,
  id: string,
  query: { query?: Readonly<Record<string, string>> } = onePage,
): Promise<{ answer: unknown } | 'forbidden' | 'refused'> => {
  try {
    return { answer: await client.read(toCall(operation, id, query)) }
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error
    if (error.facts.code === 'right-missing') return 'forbidden'
    if (error.facts.code === 'refused') return 'refused'
    throw error
  }
}

/** Row 1. */
const lookAtPeriod: Look = async ({ client, companyId }) => {
  const read = await tryRead(client, 'getCurrentPeriod', companyId, {})
  if (typeof read === 'string') return notTried('the current period cannot be read')
  const data = isObject(read.answer) ? read.answer.data : undefined
  const row: unknown = Array.isArray(data) ? data[0] : data
  if (!isObject(row)) return partly('other', 'the answer is of another form')
  if (!Array.isArray(data)) return found('object')
  if (isObject(row.period)) return found('nested')
  const keys = Object.keys(row).filter((key) => key !== 'year' && key !== 'period')
  return keys.length === 0 ? found('flat') : found('extraKeys', `beside year and period: ${keys.join(', ')}`)
}

/**
 * Rows 15 to 17: a read under the scopes of which one opens it. It tells when the consent has one of them and
 * not the other.
 */
const lookAtScope =
  (operation: RestOperation, names: Readonly<Record<string, string>>): Look =>
  async ({ client, companyId, granted }) => {
    const has = Object.entries(names).filter(([scope]) => granted.includes(scope))
    const [only, ...more] = has
    if (only === undefined) return notTried('the consent has none of the two scopes')
    if (more.length > 0)
      return notTried('the consent has both scopes, so it does not show which of them counts')
    const read = await tryRead(client, operation, companyId, operation === 'getCurrentPeriod' ? {} : onePage)
    if (read !== 'forbidden') return found(only[1])
    const other = Object.entries(names).find(([scope]) => scope !== only[0])
    return found(other?.[1] ?? only[1], `${only[0]} does not open it`)
  }

const scoped: readonly RestOperation[] = ['listEmployments', 'listPersonalInfo', 'listEmployees']

/** Row 18: a read whose own scope was not consented to, while the one to write was. */
const lookAtWriteScope: Look = async ({ client, companyId, granted }) => {
  const isOpenByWrite = (operation: RestOperation): boolean => {
    const scopes = toCall(operation).scopes
    return (
      !scopes.some((scope) => granted.includes(scope)) &&
      scopes.some((scope) => granted.includes(scope.replace(/\.read$/, '')))
    )
  }
  const operation = scoped.find(isOpenByWrite)
  if (operation === undefined)
    return notTried('the consent has each scope to read that it has to write, so it does not show')
  const read = await tryRead(client, operation, companyId)
  return found(read === 'forbidden' ? 'no' : 'yes')
}

/** Row 21, as far as it can be tried without using a token twice, which may end the consent. */
const lookAtRefresh: Look = async ({ refresh }) => {
  const came = await refresh()
  if (came === undefined) return notTried('the consent has no refresh token')
  return came === 'changed'
    ? partly('changes', 'whether the old one could be used again was not tried: that may end the consent')
    : partly('stays', 'a refresh brings the same refresh token, or none')
}

const paginationOf = async ({ client, companyId }: AccountParts, pageSize: string): Promise<unknown> => {
  const query = { pageNumber: '1', pageSize }
  const read = await tryRead(client, 'listEmployees', companyId, { query })
  if (read === 'forbidden') return 'forbidden'
  if (read === 'refused') return 'refused'
  return isObject(read.answer) ? read.answer.pagination : undefined
}

/** Row 23: the list of companies ends on its first page unless there are very many. */
const lookAtLastPage: Look = async (parts) => {
  const first = await paginationOf(parts, '100')
  const last = isObject(first) ? Number(first.totalPages ?? 1) : 1
  const query = { pageNumber: String(Math.max(1, last)), pageSize: '100' }
  const read = await tryRead(parts.client, 'listEmployees', parts.companyId, { query })
  const pagination = typeof read !== 'string' && isObject(read.answer) ? read.answer.pagination : undefined
  if (!isObject(pagination)) return notTried('the list has no pagination')
  if (!('nextPage' in pagination)) return found('absent')
  return found(pagination.nextPage === null ? 'null' : pagination.nextPage === '' ? 'empty' : 'other')
}

/** Row 24. */
const lookAtPageSize: Look = async (parts) => {
  const pagination = await paginationOf(parts, '200')
  if (pagination === 'refused') return found('refuse')
  if (!isObject(pagination)) return notTried('the list has no pagination')
  const size = Number(pagination.pageSize)
  if (Number.isNaN(size)) return notTried('the list does not say how large its pages are')
  return size === 200 ? found('none') : found('cut', `to ${size}`)
}

/** A company that no one has, to see what an error looks like. */
const nobodysCompany = '0f0e0d0c-0b0a-4908-8706-050403020100'

/** Row 26. */
const lookAtError: Look = async ({ client, answers }) => {
  try {
    await client.read(toCall('listEmployees', nobodysCompany, onePage))
    return notTried('a company that does not exist was answered for')
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error
  }
  const seen = answers.last('listEmployees')
  return seen === undefined || seen.status < 400
    ? notTried('no error came')
    : found(toErrorForm(seen), `on a ${seen.status}`)
}

/** Row 27. */
const lookAtKey: Look = async ({ callWithWrongKey }) => {
  const status = await callWithWrongKey()
  return status === undefined ? notTried('no answer came') : found(String(status))
}

/** Row 28. */
const lookAtDebtors: Look = async ({ client }) => {
  try {
    await client.read(toCall('listCompanies', '', onePage))
    return found('one')
  } catch (error) {
    if (error instanceof RemoteError && error.facts.code === 'multi-debtor') return found('several')
    throw error
  }
}

const looks: ReadonlyMap<number, Look> = new Map<number, Look>([
  [1, lookAtPeriod],
  [
    15,
    lookAtScope('listSalaries', {
      'employee.employment.read': 'employment',
      'employee.payment.read': 'payment',
    }),
  ],
  [
    16,
    lookAtScope('listBankAccounts', {
      'employee.info.read': 'info',
      'employee.bankaccount.read': 'bankaccount',
    }),
  ],
  [
    17,
    lookAtScope('getCurrentPeriod', {
      'company.info.read': 'company.info.read',
      'company.payrollsettings.read': 'company.payrollsettings.read',
    }),
  ],
  [18, lookAtWriteScope],
  [21, lookAtRefresh],
  [23, lookAtLastPage],
  [24, lookAtPageSize],
  [26, lookAtError],
  [27, lookAtKey],
  [28, lookAtDebtors],
])

/** Looks at what needs no one to be created. */
export const lookAtAccount = async (parts: AccountParts): Promise<Map<number, Outcome>> => {
  const outcomes = new Map<number, Outcome>()
  for (const [row, look] of looks) {
    try {
      outcomes.set(row, await look(parts))
    } catch (error) {
      if (!(error instanceof RemoteError || error instanceof AuthError)) throw error
      outcomes.set(row, notTried(error.message))
    }
  }
  return outcomes
}

/** Rows 25 and 34: nothing is done to bring these about, and what came by itself is looked at. */
export const lookBack = (answers: AnswersSeen): Map<number, Outcome> => {
  const limited = answers.withStatus(429)
  const outage = answers.withStatus(503)
  return new Map<number, Outcome>([
    [
      25,
      limited === undefined
        ? notTried('the rehearsal keeps the pace, and no 429 came')
        : found(toLimitForm(limited)),
    ],
    [
      34,
      outage === undefined
        ? notTried('it cannot be brought about, and no 503 came')
        : partly('seen', 'a 503 came in the course of the rehearsal'),
    ],
  ])
}

/** What is never tried, and why. */
export const neverTried: ReadonlyMap<number, Outcome> = new Map([
  [19, notTried('it shows in the browser: a login that asks for a scope too many ends on an error page')],
  [20, notTried('a login always sends PKCE, and one without it needs a person in the browser')],
  [22, notTried('a refresh token would have to be used twice, which may end the consent')],
  [38, notTried('a second consent may end the one that is in use')],
])
