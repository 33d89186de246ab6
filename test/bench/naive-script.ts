import axios from 'axios'

import { openPlainClient, propertyOf, recordsIn, textOf, type PlainClient } from './plain-client.js'
import { company, type RemoteAddresses } from './company.js'

export interface NaiveEnd {
  /** People compared. */
  people: number
  /** Calls to Nmbrs. */
  calls: number
  differences: number
}

const pageSize = 500

/**
 * The script somebody writes on the first afternoon: read the people of AlexisHR, find each by number, and
 * for each in turn read what Nmbrs holds of him and compare. `people` stops it early.
 */
export const runNaiveScript = async (remotes: RemoteAddresses, people = Infinity): Promise<NaiveEnd> => {
  const nmbrs = await openPlainClient(remotes.nmbrs)
  const wanted = await readPeople(remotes.alexis)
  const ids = await readIdsByNumber(nmbrs)
  let [compared, differences] = [0, 0]
  for (const person of wanted.slice(0, people)) {
    const id = ids.get(textOf(person.employee, 'employeeNumber'))
    if (id === undefined) throw new Error('the benchmark has only people whom Nmbrs knows')
    differences += countDifferences(person, await readEmployee(nmbrs, id))
    compared += 1
  }
  const calls = Object.values(nmbrs.callCounts()).reduce((sum, count) => sum + count, 0)
  return { people: compared, calls, differences }
}

interface WantedPerson {
  employee: object
  compensation: object | undefined
}

const readPeople = async ({ baseUrl, token }: RemoteAddresses['alexis']): Promise<WantedPerson[]> => {
  const people: WantedPerson[] = []
  for (;;) {
    const { data } = await axios.get<unknown>(`${baseUrl}/employee`, {
      headers: { Authorization: `Bearer ${token}` },
      params: {
        relations: 'compensation',
        'filters[active][$eq]': 'true',
        'sort[id]': 'asc',
        limit: pageSize,
        offset: people.length,
      },
    })
    const page = recordsIn(data, 'data')
    const compensations = new Map(
      recordsIn(propertyOf(data, 'relations'), 'compensation').map((row) => [textOf(row, 'id'), row]),
    )
    for (const employee of page) {
      people.push({ employee, compensation: compensations.get(textOf(employee, 'compensationId')) })
    }
    if (page.length < pageSize) return people
  }
}

const readIdsByNumber = async (nmbrs: PlainClient): Promise<Map<string, string>> => {
  const types = await nmbrs.call('EmployeeService', 'EmployeeType_GetList', {})
  const ids = new Map<string, string>()
  for (const type of recordsIn(types, 'EmployeeType')) {
    const args = { CompanyId: company.nmbrsId, EmployeeType: textOf(type, 'Id') }
    const list = await nmbrs.call('EmployeeService', 'List_GetByCompany', args)
    for (const employee of recordsIn(list, 'Employee')) {
      ids.set(textOf(employee, 'Number'), textOf(employee, 'Id'))
    }
  }
  return ids
}

interface HeldEmployee {
  personalInfo: unknown
  address: unknown
  bankAccount: unknown
  salary: unknown
}

/** Four calls, one after the other. */
const readEmployee = async (nmbrs: PlainClient, id: string): Promise<HeldEmployee> => {
  const read = (operation: string): Promise<unknown> =>
    nmbrs.call('EmployeeService', operation, { EmployeeId: id })
  const personalInfo = await read('PersonalInfo_GetCurrent')
  const addresses = recordsIn(await read('Address_GetListCurrent'), 'EmployeeAddress')
  const bankAccounts = recordsIn(await read('BankAccount_GetListCurrent'), 'BankAccount')
  const salary = await read('Salary_GetCurrent')
  return {
    personalInfo,
    address: addresses.find((address) => textOf(address, 'Type') === 'HomeAddress'),
    bankAccount: bankAccounts.find((account) => textOf(account, 'Type') === 'Standaard'),
    salary,
  }
}

const countDifferences = ({ employee, compensation }: WantedPerson, held: HeldEmployee): number => {
  const address = propertyOf(employee, 'homeAddress')
  const pairs = [
    [textOf(employee, 'firstName'), textOf(held.personalInfo, 'FirstName')],
    [textOf(employee, 'lastName'), textOf(held.personalInfo, 'LastName')],
    [textOf(employee, 'birthDate').slice(0, 10), textOf(held.personalInfo, 'Birthday').slice(0, 10)],
    [textOf(employee, 'employeeNumber'), textOf(held.personalInfo, 'EmployeeNumber')],
    [textOf(employee, 'privateEmail'), textOf(held.personalInfo, 'EmailPrivate')],
    [textOf(employee, 'workEmail'), textOf(held.personalInfo, 'EmailWork')],
    [lastDigits(textOf(employee, 'privatePhone')), lastDigits(textOf(held.personalInfo, 'TelephonePrivate'))],
    [lastDigits(textOf(employee, 'workPhone')), lastDigits(textOf(held.personalInfo, 'TelephoneWork'))],
    [textOf(address, 'street'), textOf(held.address, 'Street')],
    [textOf(address, 'postalCode'), textOf(held.address, 'PostalCode')],
    [textOf(address, 'city'), textOf(held.address, 'City')],
    [toAccount(textOf(propertyOf(employee, 'bankAccount'), 'iban')), textOf(held.bankAccount, 'IBAN')],
    [Number(textOf(compensation, 'amount')), Number(textOf(held.salary, 'Value'))],
  ]
  return pairs.filter(([left, right]) => left !== right).length
}

/** Enough of a telephone number to tell a change from another layout. */
const lastDigits = (phone: string): string => phone.replace(/\D/g, '').slice(-8)

const toAccount = (iban: string): string => iban.replace(/\s/g, '').toUpperCase()
