import { AuthError, RemoteError } from '../../domain/errors.js'
import type { TargetCompanyId } from '../../domain/ids.js'
import { parsePayrollPeriod } from '../../domain/payroll-period.js'
import type { CallRight } from '../port.js'
import type { NmbrsClient } from './client.js'
import { operationNames, shapeOf, type OperationName } from './operations.js'
import { readEmployeeList, readEmployeeTypes } from './read-employee.js'
import { createIgnoringReader } from './tree-reader.js'

/** What the reading calls ask for, by the name of the argument. */
type KnownArguments = Readonly<Record<string, string | undefined>>

/**
 * Tries every reading call on this company, with one of its employees, and says what came of it. Writing calls are named and never tried.
 * Throws `AuthError` only: without a login there is nothing to say about rights.
 */
export const checkRights = async (
  client: NmbrsClient,
  companyId: TargetCompanyId,
): Promise<readonly CallRight[]> => {
  const known = await findArguments(client, companyId)
  const rights: CallRight[] = []
  for (const operation of operationNames) rights.push(await checkRight(client, operation, known))
  return rights
}

const findArguments = async (client: NmbrsClient, companyId: TargetCompanyId): Promise<KnownArguments> => {
  const types = await unlessRefused(() => readEmployeeTypes(client))
  const list = await unlessRefused(() => readEmployeeList(client, companyId, types ?? []))
  const text = await unlessRefused(() => client.call('Company_GetCurrentPeriod', { CompanyId: companyId }))
  const period = parsePayrollPeriod(text?.text ?? '')
  return {
    CompanyId: companyId,
    CompanyID: companyId,
    EmployeeType: types?.[0],
    EmployeeId: list?.[0]?.id,
    Period: period && String(period.period),
    Year: period && String(period.year),
  }
}

/** A call that is refused is told about when its own turn comes. */
const unlessRefused = async <Result>(read: () => Promise<Result>): Promise<Result | undefined> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof RemoteError) return undefined
    throw error
  }
}

const checkRight = async (
  client: NmbrsClient,
  operation: OperationName,
  known: KnownArguments,
): Promise<CallRight> => {
  const { effect, args } = shapeOf(operation)
  if (effect === 'write')
    return { operation, status: 'not-tested', detail: 'writes, so it is never tried on a live account' }
  const missing = Object.keys(args).find((name) => known[name] === undefined)
  if (missing !== undefined)
    return { operation, status: 'not-tested', detail: `needs ${missing}, and none could be read` }
  try {
    await client.read(operation, known, createIgnoringReader)
    return { operation, status: 'active', detail: '' }
  } catch (error) {
    return toRight(operation, error)
  }
}

const toRight = (operation: OperationName, error: unknown): CallRight => {
  if (error instanceof AuthError || !(error instanceof RemoteError)) throw error
  const { code, status } = error.facts
  if (code !== 'right-missing') return { operation, status: 'error', detail: error.message }
  // 1002: switched off in the template; 1003 and the rest: data the account may not see (Nmbrs contract, section 4).
  return { operation, status: status === '1002' ? 'inactive' : 'no-access', detail: error.message }
}
