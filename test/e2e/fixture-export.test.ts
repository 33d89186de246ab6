import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import type { RunDocument } from '../../src/domain/run/run.js'
import { startSandbox } from '../../src/sandbox/start-sandbox.js'
import type { AlexisData } from '../../src/sandbox/alexis/records.js'
import { openCli } from './child-cli.js'

interface Response {
  data: AlexisData['employees']
  relations: {
    employment: AlexisData['employments']
    employmentType: AlexisData['employmentTypes']
    compensation: AlexisData['compensations']
  }
}
const response = JSON.parse(readFileSync('fixtures/alexis/employees.json', 'utf8')) as Response

const zones = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Amsterdam']

describe('the three people of the fixture', () => {
  it.each(zones)('arrive in Nmbrs field by field when the machine is in %s', async (TZ) => {
    const sandbox = await startSandbox({
      people: 1,
      seed: 1,
      today: '2026-11-22',
      mix: 'all-new',
      switches: { nmbrs: { salaryUpdateBeforePeriod: 'allow' } },
    })
    const companyId = response.data[0]?.companyId ?? ''
    Object.assign(sandbox.alexis.data, {
      employees: structuredClone(response.data),
      employments: response.relations.employment,
      employmentTypes: response.relations.employmentType,
      compensations: response.relations.compensation,
      companies: [{ id: companyId, name: sandbox.company.name }],
      departments: [],
      offices: [],
    })
    const cli = openCli({
      ...sandbox,
      configYaml: (dir) => sandbox.configYaml(dir).replace(sandbox.company.alexisId, companyId),
    })
    try {
      const first = await cli.run(['sync', '--yes', '--json', '--allow-past-periods'], { env: { TZ } })
      const document = JSON.parse(first.stdout) as RunDocument
      const again = await cli.run(['plan', '--json', '--allow-past-periods'], { env: { TZ } })

      expect(first.code).toBe(3)
      expect(document.findings.map(({ code }) => code).sort()).toEqual(expectedFindings)
      expect(
        (JSON.parse(again.stdout) as RunDocument).changes.filter(({ outcome }) => outcome !== 'held'),
      ).toEqual([])
      expect(sandbox.nmbrs.violations).toEqual([])
      const held = sandbox.nmbrs.store.allEmployees().map(({ id }) => sandbox.nmbrs.store.employee(id))
      expect(
        held
          .map(({ personalInfo, addresses, bankAccounts, salaries, employment }) => ({
            personalInfo: pick(personalInfo),
            addresses: addresses.map(({ type, fields }) => ({ type, ...fields })),
            bankAccounts: bankAccounts.map(({ type, fields }) => ({ type, ...fields })),
            salaries: salaries.map(({ value, type, startDate }) => ({ value, type, startDate })),
            start: employment?.initialStartDate,
          }))
          .sort((a, b) => ((a.personalInfo.LastName ?? '') < (b.personalInfo.LastName ?? '') ? -1 : 1)),
      ).toEqual(expectedEmployees)
    } finally {
      cli.remove()
      await sandbox.close()
    }
  })
})

const mapped = [
  'FirstName',
  'LastName',
  'Birthday',
  'EmailPrivate',
  'TelephonePrivate',
  'EmployeeNumber',
  'TelephoneWork',
  'EmailWork',
  'CountryOfBirthISOCode',
]
const pick = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => mapped.includes(name)))

const expectedFindings = ['currency-not-euro', 'employee-number-invalid']

const expectedEmployees = [
  {
    personalInfo: {
      FirstName: 'Linnéa',
      LastName: 'Sjölund Bergström',
      Birthday: '1996-02-29',
      // The number in the source has letters, so the one that Nmbrs gave stays.
      EmployeeNumber: expect.any(String),
      EmailPrivate: 'linnea.sb@post.example',
      EmailWork: 'linnea.sjolund@acme.example',
      TelephonePrivate: '073-552 18 40',
    },
    addresses: [
      {
        type: 'HomeAddress',
        Street: 'Västra Ängsgatan 14 lgh 1203',
        PostalCode: '582 46',
        City: 'Linköping',
        CountryISOCode: 'SE',
      },
    ],
    bankAccounts: [{ type: 'Standaard', Number: '804 217 3' }],
    salaries: [],
    start: '2019-08-12',
  },
  {
    personalInfo: {
      FirstName: 'Noor',
      LastName: 'Vermeulen-Prévost',
      Birthday: '1988-07-19',
      EmployeeNumber: '2017',
      EmailPrivate: 'noor.prevost@post.example',
      EmailWork: 'noor.vermeulen@acme.example',
      TelephonePrivate: '06 - 38 51 90 27',
      TelephoneWork: '+31 30 555 01 77',
    },
    addresses: [
      {
        type: 'HomeAddress',
        Street: 'Korte Wilgenlaan 41-hs',
        PostalCode: '3581 XW',
        City: 'Utrecht',
        CountryISOCode: 'NL',
      },
    ],
    bankAccounts: [{ type: 'Standaard', IBAN: 'NL89TSTB0294817360', BIC: 'TSTBNL2A' }],
    salaries: [{ value: '4268.25', type: 'Bruto_Salaris_Partime', startDate: '2026-01-01' }],
    start: '2022-03-01',
  },
  {
    personalInfo: {
      FirstName: 'Joris',
      LastName: "in 't Veld",
      Birthday: '2002-01-31',
      EmployeeNumber: expect.any(String),
      EmailPrivate: 'joris.intveld@post.example',
    },
    addresses: [
      { type: 'HomeAddress', Street: 'Havenplein 3', City: "'s-Gravenzande", CountryISOCode: 'NL' },
    ],
    bankAccounts: [{ type: 'Standaard', IBAN: 'NL17TSTB0718305524' }],
    salaries: [{ value: '16.4', type: 'Bruto_Uurloon', startDate: '2026-12-15' }],
    start: '2026-12-15',
  },
]
