import type { FaultRequest } from '../../../src/sandbox/nmbrs/faults.js'
import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import type { Sandbox } from '../../../src/sandbox/start-sandbox.js'
import { leaveOut } from '../../../src/mapping/leave-out.js'
import type { Mapping } from '../../../src/mapping/mapping.js'
import { notCarriedOverRest } from '../../../src/target/nmbrs-rest/not-carried.js'
import { giveConsent } from '../../e2e/rest/give-consent.js'

/** What differs between the soaks over SOAP and over REST. */
export interface SoakTransport {
  name: 'SOAP' | 'REST'
  switches: Partial<NmbrsSwitches>
  /** The writes that faults are meant for. */
  writes: readonly string[]
  isWrite: (operation: string) => boolean
  /** Faults that only this transport has. */
  faults: readonly FaultRequest[]
  configYaml: (sandbox: Sandbox, stateDir: string) => string
  /** What a person does before the first run, and again when a killed process took the consent with it. */
  logIn: (sandbox: Sandbox, folder: string) => Promise<void>
  toMapping: (mapping: Mapping) => Mapping
}

export const overSoap: SoakTransport = {
  name: 'SOAP',
  switches: {},
  writes: [
    ...['Employee_Insert', 'PersonalInfo_UpdateCurrent', 'Address_InsertCurrent', 'Address_Update'],
    ...['BankAccount_InsertCurrent', 'BankAccount_DeleteCurrent', 'Salary_Update'],
  ],
  isWrite: (operation) => /_(?:Insert|Update|Delete)/.test(operation),
  faults: [{ kind: 'soap-fault', code: 9999 }],
  configYaml: (sandbox, stateDir) => sandbox.configYaml(stateDir),
  logIn: () => Promise.resolve(),
  toMapping: (mapping) => mapping,
}

export const overRest: SoakTransport = {
  name: 'REST',
  switches: { restPersonalInfoOmits: 0 },
  writes: [
    ...['createEmployee', 'updatePersonalInfo', 'createAddress'],
    ...['createBankAccount', 'updateBankAccount', 'createSalary'],
  ],
  isWrite: (operation) => /^(?:create|update|delete)/.test(operation),
  faults: [
    { kind: 'status', status: 401 },
    { kind: 'status', status: 403 },
    { kind: 'status', status: 503, times: 3 },
  ],
  configYaml: (sandbox, stateDir) => sandbox.restConfigYaml(stateDir),
  logIn: giveConsent,
  toMapping: (mapping) => leaveOut(mapping, notCarriedOverRest),
}
