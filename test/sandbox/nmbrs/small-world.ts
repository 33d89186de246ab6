import { usualEmployeeTypes } from '../../../src/sandbox/nmbrs/world/data.js'
import type { NmbrsCompany, NmbrsData, NmbrsEmployee } from '../../../src/sandbox/nmbrs/world/data.js'

export const companyId = 1234

export const aCompany = (change: Partial<NmbrsCompany> = {}): NmbrsCompany => ({
  id: companyId,
  number: 1,
  name: 'Tulpwerk B.V.',
  debtorId: 7,
  period: '2026-11-M',
  ...change,
})

export const personalFields: Readonly<Record<string, string>> = {
  EmployeeNumber: '1001',
  BSN: '999990019',
  FirstName: 'Roos',
  Initials: 'R.',
  Prefix: 'van',
  LastName: 'Vooren',
  Gender: 'female',
  NationalityCode: '1',
  IdentificationNumber: 'NXX000001',
  IdentificationType: '1',
  TelephonePrivate: '+31612340001',
  TelephoneMobilePrivate: '06 12340002',
  EmailWork: 'roos@tulpwerk.example',
  BurgerlijkeStaat: 'Gehuwd',
  Naamstelling: 'Eigen naam',
  Birthday: '1990-04-30',
  Pronouns: 'zij',
  PayslipLanguage: 'nl',
}

export const anEmployee = (change: Partial<NmbrsEmployee> = {}): NmbrsEmployee => ({
  id: 501,
  companyId,
  typeId: 2,
  personalInfos: [
    {
      id: 9001,
      startYear: 2026,
      startPeriod: 1,
      creationDate: '2026-01-05T10:00:00',
      fields: personalFields,
    },
  ],
  addresses: [
    {
      id: 9002,
      isDefault: true,
      type: 'HomeAddress',
      startYear: 2026,
      startPeriod: 1,
      creationDate: '2026-01-05T10:00:00',
      fields: {
        Street: 'Dorpsweg',
        HouseNumber: '12',
        PostalCode: '1234 AB',
        City: 'Almere',
        CountryISOCode: 'NL',
      },
    },
  ],
  bankAccounts: [
    { id: 9003, type: 'Standaard', fields: { IBAN: 'NL91ABNA0417164300', Name: 'R. van Vooren' } },
  ],
  salaries: [
    {
      id: 9004,
      value: '3250.5',
      type: 'Bruto_Salaris_Partime',
      startDate: '2026-01-01',
      creationDate: '2026-01-05T10:00:00',
    },
  ],
  employments: [
    {
      id: 9005,
      creationDate: '2026-01-05T10:00:00',
      startDate: '2026-01-01',
      initialStartDate: '2020-03-01',
    },
  ],
  ...change,
})

export const aWorld = (change: Partial<NmbrsData> = {}): NmbrsData => ({
  environment: { domain: 'tulpwerk.nmbrs.nl', subDomain: 'tulpwerk' },
  account: { username: 'sync@tulpwerk.example', token: 'token-of-the-sandbox', domain: 'tulpwerk' },
  debtors: [{ id: 7, number: '7', name: 'Tulpwerk Groep' }],
  companies: [aCompany()],
  employeeTypes: usualEmployeeTypes,
  newEmployeeTypeId: 2,
  employees: [anEmployee()],
  ...change,
})
