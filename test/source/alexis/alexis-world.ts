import { readFileSync } from 'node:fs'

import { silentLog } from '../../../src/domain/log.js'
import type {
  AlexisCompensationRecord,
  AlexisData,
  AlexisEmployeeRecord,
  AlexisEmploymentRecord,
} from '../../../src/sandbox/alexis/records.js'
import { type AlexisSandbox, startAlexisSandbox } from '../../../src/sandbox/alexis/start-alexis-sandbox.js'
import type { AlexisSwitches } from '../../../src/sandbox/alexis/switches.js'
import { createAlexisSource } from '../../../src/source/alexis/alexis-source.js'
import type { Source, SourceEmployee, SourceQuery } from '../../../src/source/port.js'

export const today = '2026-11-22'
export const companyId = '65f1c0ffee0000000000000a'

/** A 24-digit hexadecimal id that ends in the number. */
export const anId = (number: number): string => number.toString(16).padStart(24, '0')

export const anEmployee = (fields: Partial<AlexisEmployeeRecord> = {}): AlexisEmployeeRecord => ({
  id: anId(1),
  active: true,
  companyId,
  userId: anId(1),
  employeeNumber: '1',
  created: '2020-01-01T08:00:00.000Z',
  updated: '2020-01-01T08:00:00.000Z',
  firstName: 'Test',
  hireDate: '2020-01-01T00:00:00.000Z',
  ...fields,
})

export const anEmployment = (fields: Partial<AlexisEmploymentRecord> = {}): AlexisEmploymentRecord => ({
  id: anId(100),
  companyId,
  employeeId: anId(1),
  typeId: anId(900),
  startDate: '2020-01-01T00:00:00.000Z',
  terminated: false,
  rate: 100,
  country: 'NL',
  ...fields,
})

export const aCompensation = (fields: Partial<AlexisCompensationRecord> = {}): AlexisCompensationRecord => ({
  id: anId(200),
  employeeId: anId(1),
  companyId,
  amount: 3000,
  effectiveDate: '2020-01-01T00:00:00.000Z',
  baseAmount: 3000,
  exchangeRate: 1,
  currency: 'EUR',
  payoutDay: 25,
  payoutPeriod: 'MONTHLY',
  payoutFrequency: 'MONTH',
  salarySchedule: 'DELAYED',
  paidOvertime: false,
  ...fields,
})

export const aWorld = (data: Partial<AlexisData> = {}): AlexisData => ({
  employees: [],
  employments: [],
  employmentTypes: [],
  compensations: [],
  companies: [],
  departments: [],
  offices: [],
  ...data,
})

/** People with nothing but an id, numbered from 1. */
export const people = (count: number): AlexisEmployeeRecord[] =>
  Array.from({ length: count }, (_, index) => anEmployee({ id: anId(index + 1), userId: anId(index + 1) }))

/** What the answers under `fixtures/alexis` hold. */
export const fixtureWorld = (): AlexisData => {
  const people = readFixture('employees.json') as {
    data: AlexisEmployeeRecord[]
    relations: {
      employment: AlexisEmploymentRecord[]
      employmentType: AlexisData['employmentTypes']
      compensation: AlexisCompensationRecord[]
    }
  }
  const companies = readFixture('companies.json') as { data: AlexisData['companies'] }
  return {
    employees: people.data,
    employments: people.relations.employment,
    employmentTypes: people.relations.employmentType,
    compensations: people.relations.compensation,
    companies: companies.data,
    departments: [],
    offices: [],
  }
}

export const readFixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/alexis/${name}`, import.meta.url), 'utf8'))

export interface Connected {
  sandbox: AlexisSandbox
  source: Source
  waits: number[]
}

/** A source that reads a sandbox; `use` gets both, and both are closed after it. */
export const withSandbox = async <Result>(
  data: AlexisData,
  switches: Partial<AlexisSwitches>,
  use: (connected: Connected) => Promise<Result>,
  options: { timeoutMs?: number } = {},
): Promise<Result> => {
  const waits: number[] = []
  const sandbox = await startAlexisSandbox({ data, switches })
  const source = createAlexisSource({
    baseUrl: sandbox.baseUrl,
    token: sandbox.token,
    timeZone: 'Europe/Amsterdam',
    log: silentLog,
    timeoutMs: options.timeoutMs ?? 20_000,
    retry: {
      retries: 2,
      random: () => 0,
      sleep: (ms) => {
        waits.push(ms)
        return Promise.resolve()
      },
    },
  })
  try {
    return await use({ sandbox, source, waits })
  } finally {
    source.close()
    await sandbox.close()
  }
}

/** Keeps a person as he was read. */
export const asItIs = (employee: SourceEmployee): SourceEmployee => employee

export const aQuery = (fields: Partial<SourceQuery> = {}): SourceQuery => ({
  paths: new Set([
    'employee.firstName',
    'employee.hireDate',
    'compensation.amount',
    'compensation.effectiveDate',
  ]),
  activeOnly: false,
  allCompensations: false,
  today,
  ...fields,
})
