import type { AddressBook } from '../../domain/addresses/address-book.js'
import { transportNames, type Transport } from '../../domain/addresses/transport.js'
import { InternalError } from '../../domain/errors.js'
import {
  toTargetCompanyId,
  toTargetEmployeeId,
  type TargetCompanyId,
  type TargetEmployeeId,
} from '../../domain/ids.js'
import { withId } from '../../domain/packed/packed-people.js'
import type { Target, TargetListEntry } from '../port.js'

interface Translation {
  company: (key: TargetCompanyId) => TargetCompanyId
  employee: (key: TargetEmployeeId) => TargetEmployeeId
  companyKey: (id: TargetCompanyId) => TargetCompanyId
  employeeKey: (id: TargetEmployeeId) => TargetEmployeeId
}

/**
 * The target as everything else knows it: companies and employees by their keys, no matter what the transport
 * calls them. This is the one place where keys become ids of a transport. Records within an employee keep the
 * ids that the transport gives them.
 */
export const withKeys = (target: Target, book: AddressBook, transport: Transport): Target =>
  book.isEmpty ? target : { ...target, ...keyedReads(target, translate(book, transport)) }

const translate = (book: AddressBook, transport: Transport): Translation => ({
  company: (key) =>
    toTargetCompanyId(
      book.toAddress('company', key, transport) ?? refuse(`company ${key}`, transportNames[transport]),
    ),
  employee: (key) =>
    toTargetEmployeeId(
      book.toAddress('employee', key, transport) ?? refuse(`employee ${key}`, transportNames[transport]),
    ),
  companyKey: (id) => toTargetCompanyId(book.toKey('company', id)),
  employeeKey: (id) => toTargetEmployeeId(book.toKey('employee', id)),
})

/**
 * No one who has no id over the transport is among those that were read, so nothing can be planned for them.
 */
const refuse = (what: string, transport: string): never => {
  throw new InternalError(`${what} of Nmbrs was asked for, and has no id over ${transport} that is known`)
}

const keyedReads = (target: Target, ids: Translation): Omit<Target, 'capabilities' | 'traffic'> => {
  return {
    ...target,
    readCompanies: async () =>
      (await target.readCompanies()).map((company) => ({ ...company, id: ids.companyKey(company.id) })),
    readCurrentPeriod: (companyId) => target.readCurrentPeriod(ids.company(companyId)),
    ...(target.settlePeriod && {
      settlePeriod: (companyId, period) => target.settlePeriod?.(ids.company(companyId), period) ?? period,
    }),
    readSections: async (companyId, query) =>
      keyMap(await target.readSections(ids.company(companyId), query), ids, withId),
    readEmployeeList: async (companyId) =>
      (await target.readEmployeeList(ids.company(companyId))).map((entry) => keyEntry(entry, ids)),
    readEmployee: async (entry, query) =>
      withId(await target.readEmployee({ ...entry, id: ids.employee(entry.id) }, query), entry.id),
    readSalaries: (companyId, employeeId, day) =>
      target.readSalaries(ids.company(companyId), ids.employee(employeeId), day),
    readHomeAddresses: (employeeId) => target.readHomeAddresses(ids.employee(employeeId)),
    readBankAccounts: (employeeId) => target.readBankAccounts(ids.employee(employeeId)),
    ...(target.readAllBankAccounts && {
      readAllBankAccounts: async (companyId) => {
        const read =
          (await target.readAllBankAccounts?.(ids.company(companyId))) ?? new Map<TargetEmployeeId, never>()
        return keyMap(read, ids, (accounts) => accounts)
      },
    }),
    checkRights: (companyId) => target.checkRights(ids.company(companyId)),
    ...keyedWrites(target, ids),
    ...(target.updateBankAccount && {
      updateBankAccount: async (employeeId, accountId, values) =>
        target.updateBankAccount?.(ids.employee(employeeId), accountId, values),
    }),
  }
}

const keyedWrites = (target: Target, ids: Translation) =>
  ({
    createEmployee: async (employee) =>
      ids.employeeKey(
        await target.createEmployee({ ...employee, companyId: ids.company(employee.companyId) }),
      ),
    updatePersonalInfo: (employeeId, write) => target.updatePersonalInfo(ids.employee(employeeId), write),
    writeAddress: (employeeId, write) => target.writeAddress(ids.employee(employeeId), write),
    insertBankAccount: (employeeId, values) => target.insertBankAccount(ids.employee(employeeId), values),
    endBankAccount: (employeeId, accountId) => target.endBankAccount(ids.employee(employeeId), accountId),
    updateSalary: (employeeId, salary) => target.updateSalary(ids.employee(employeeId), salary),
    changeStartDate: (employeeId, day) => target.changeStartDate(ids.employee(employeeId), day),
  }) satisfies Partial<Target>

const keyEntry = (entry: TargetListEntry, ids: Translation): TargetListEntry => {
  const id = ids.employeeKey(entry.id)
  return id === entry.id ? entry : { ...entry, id }
}

/** The same map by keys. Those whose key is their id over the transport stay as they are. */
const keyMap = <Value>(
  read: ReadonlyMap<TargetEmployeeId, Value>,
  ids: Translation,
  under: (value: Value, key: TargetEmployeeId) => Value,
): Map<TargetEmployeeId, Value> => {
  const keyed = new Map<TargetEmployeeId, Value>()
  for (const [id, value] of read) {
    const key = ids.employeeKey(id)
    keyed.set(key, key === id ? value : under(value, key))
  }
  return keyed
}
