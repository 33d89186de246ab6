import { RemoteError } from '../../../domain/errors.js'
import { toTargetCompanyId, toTargetEmployeeId, type TargetCompanyId } from '../../../domain/ids.js'
import type { Values } from '../../../domain/values.js'
import { toCanonical } from '../../common/wire-values.js'
import type { TargetCompany, TargetListEntry } from '../../port.js'
import { toCall, type Reads } from '../operations.js'
import type { RestCall } from '../client/rest-call.js'
import { idIn, objectIn, textIn, type Json } from '../wire/json.js'
import { employeeTypes, toKind } from '../wire/names.js'
import { readList } from './read-list.js'

/**
 * Every company of the consent; debtor by debtor where it covers several (Nmbrs REST contract, section 3.3).
 */
export const readCompanies = async (client: Reads): Promise<readonly TargetCompany[]> => {
  try {
    return await listCompanies(client, toCall('listCompanies'))
  } catch (error) {
    if (!(error instanceof RemoteError) || error.facts.code !== 'multi-debtor') throw error
    const companies: TargetCompany[] = []
    for (const debtorId of await listIds(client, toCall('listDebtors'), 'debtorId'))
      companies.push(...(await listCompanies(client, toCall('listDebtorCompanies', debtorId))))
    return companies
  }
}

const listCompanies = (client: Reads, call: RestCall): Promise<readonly TargetCompany[]> =>
  readList(client, call, () => {
    const companies: TargetCompany[] = []
    return {
      take: (row) => {
        const key = idIn(row, 'companyId')
        companies.push({ id: toTargetCompanyId(key), name: nameIn(row.name), ...numberIn(row.number) })
        return { key }
      },
      result: () => companies,
    }
  })

/** Said as a text or as a number (Nmbrs REST contract, section 5.1). */
const numberIn = (number: unknown): Pick<TargetCompany, 'number'> =>
  (typeof number === 'string' && number !== '') || typeof number === 'number'
    ? { number: String(number) }
    : {}

/** A name is compared to the letter, blanks included. */
const nameIn = (name: unknown): string => (typeof name === 'string' ? name : '')

const listIds = (client: Reads, call: RestCall, name: string): Promise<readonly string[]> =>
  readList(client, call, () => {
    const ids: string[] = []
    return {
      take: (row) => {
        const key = idIn(row, name)
        ids.push(key)
        return { key }
      },
      result: () => ids,
    }
  })

/**
 * Everyone of every type, each once. A list without a type may leave out those who are not on the payroll any
 * more (Nmbrs REST contract, section 15, row 36), and one with a type holds that type.
 */
export const readEmployeeList = async (
  client: Reads,
  companyId: TargetCompanyId,
): Promise<readonly TypedEntry[]> => {
  const lists = await Promise.all(
    employeeTypes.map((employeeType) => listOfType(client, companyId, { employeeType })),
  )
  const entries = new Map(lists.flat().map((entry) => [entry.id, entry]))
  return [...entries.values()]
}

/**
 * Who an employee is, as far as the list says it (Nmbrs REST contract, section 6.1). Initials stand in for a
 * first name that it does not have.
 */
const toNamed = (basic: Json): Values => {
  const text = (name: string): string => textIn(basic, name) ?? ''
  return {
    FirstName: text('firstName') || text('initials'),
    Prefix: text('prefix'),
    LastName: text('lastName'),
    EmployeeNumber: toCanonical('integer', text('employeeNumber')) ?? '',
  }
}

/** An entry with the type as REST names it. */
export interface TypedEntry extends TargetListEntry {
  type: string
}

const listOfType = (
  client: Reads,
  companyId: TargetCompanyId,
  query: Readonly<Record<string, string>>,
): Promise<readonly TypedEntry[]> =>
  readList(client, toCall('listEmployees', companyId, { query }), () => {
    const entries: TypedEntry[] = []
    return {
      take: (row) => {
        const key = idIn(row, 'employeeId')
        const basic = objectIn(row, 'employeeBasicInfo')
        const type = textIn(basic, 'employeeType') ?? ''
        const kind = toKind(type)
        const named = toNamed(basic)
        const names = [named.FirstName, named.Prefix, named.LastName]
        const displayName = names.filter((name) => name !== '').join(' ')
        entries.push({
          id: toTargetEmployeeId(key),
          displayName,
          named,
          type,
          known: {
            EmployeeNumber: textIn(basic, 'employeeNumber') ?? '',
            FirstName: textIn(basic, 'firstName') ?? '',
            Prefix: textIn(basic, 'prefix') ?? '',
            LastName: textIn(basic, 'lastName') ?? '',
          },
          ...(kind === undefined ? {} : { kind }),
        })
        return { key }
      },
      result: () => entries,
    }
  })
