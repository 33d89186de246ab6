import { setTimeout as sleep } from 'node:timers/promises'

import { openPlainClient, recordsIn, textOf } from './plain-client.js'
import { company, type RemoteAddresses } from './company.js'

/** People under way at once: enough to keep the pace while one waits for an answer. */
const atOnce = 96

/**
 * The calls that a first export makes for one person, in its order, sent by the plain client at an even pace.
 * Nothing goes with them: no plan, no journal, no guard, no comparing of what was read back. Gives the number
 * of calls.
 */
export const runBareExport = async (
  nmbrs: RemoteAddresses['nmbrs'],
  { people, callsPerSecond }: { people: number; callsPerSecond: number },
): Promise<number> => {
  const client = await openPlainClient(nmbrs)
  const waitForTurn = createMetronome(1000 / callsPerSecond)
  const call: Call = async (operation, args) => {
    await waitForTurn()
    return client.call('EmployeeService', operation, args)
  }
  let begun = 0
  const workOff = async (): Promise<void> => {
    while (begun < people) {
      begun += 1
      await exportPerson(call, begun)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, workOff))
  return Object.values(client.callCounts()).reduce((sum, count) => sum + count, 0)
}

/**
 * Turns at an even distance, and nothing more. Calls that follow each other closely cost less than the same
 * calls one by one.
 */
const createMetronome = (distanceMs: number): (() => Promise<void>) => {
  let next = performance.now()
  return async () => {
    next = Math.max(next + distanceMs, performance.now())
    await sleep(next - performance.now())
  }
}

type Call = (operation: string, args: object) => Promise<unknown>

const exportPerson = async (call: Call, index: number): Promise<void> => {
  const inserted = await call('Employee_Insert', {
    FirstName: 'Proef',
    LastName: `Persoon ${index}`,
    StartDate: '2026-11-02T00:00:00',
    CompanyId: company.nmbrsId,
    UnprotectedMode: false,
  })
  const EmployeeId = String(inserted)
  const personalInfo = (await call('PersonalInfo_GetCurrent', { EmployeeId })) as object
  await call('PersonalInfo_UpdateCurrent', {
    EmployeeId,
    PersonalInfo: inWsdlOrder({ ...personalInfo, ...newPersonalInfo }),
  })
  await call('PersonalInfo_GetCurrent', { EmployeeId })
  await call('Address_GetListCurrent', { EmployeeId })
  await call('Address_InsertCurrent', { EmployeeId, Address: newAddress })
  await call('Address_GetListCurrent', { EmployeeId })
  await call('BankAccount_GetListCurrent', { EmployeeId })
  await call('BankAccount_InsertCurrent', { EmployeeId, BankAccount: newBankAccount })
  const accounts = recordsIn(await call('BankAccount_GetListCurrent', { EmployeeId }), 'BankAccount')
  if (!accounts.some((account) => textOf(account, 'IBAN') === newBankAccount.IBAN)) {
    throw new Error('the bare export did not get its bank account across')
  }
  await call('Salary_Update', {
    EmployeeId,
    Salary: { Value: '3120.5', Type: 'Bruto_Salaris_Partime' },
    Start: '2026-11-02T00:00:00',
  })
}

const newPersonalInfo = {
  Birthday: '1990-05-17T00:00:00',
  EmailPrivate: 'proef.persoon@privepost.example',
  TelephonePrivate: '+31612340001',
  TelephoneWork: '+31205550001',
  EmailWork: 'proef.persoon@meetlat.example',
}

const personalInfoOrder = [
  'Id',
  'Number',
  'DisplayName',
  'EmployeeNumber',
  'FirstName',
  'LastName',
  'IdentificationType',
  'TelephonePrivate',
  'TelephoneWork',
  'EmailPrivate',
  'EmailWork',
  'Birthday',
] as const

/** The package sends what it is given in the order it is given. */
const inWsdlOrder = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    personalInfoOrder.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])),
  )

const newAddress = {
  Id: 0,
  Default: true,
  Street: 'Proefweg 1',
  PostalCode: '3512 AA',
  City: 'Utrecht',
  CountryISOCode: 'NL',
  Type: 'HomeAddress',
}

const newBankAccount = { Id: 0, IBAN: 'NL10TULP0100000001', BIC: 'TULPNL2A', Type: 'Standaard' }
