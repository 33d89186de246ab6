import type { CallResult, CallVerdict } from '../../../src/onboarding/check/call-result.js'
import type { FactResult } from '../../../src/onboarding/check/fact-result.js'
import type { OnboardingResult } from '../../../src/onboarding/result/result.js'
import { aWording } from '../../support/a-wording.js'

/** A call that is demanded and open, unless a test says otherwise. */
export const aCall = (call: string, differs: Partial<CallResult> = {}): CallResult => ({
  service: 'EmployeeService',
  call,
  access: 'read',
  outcome: { verdict: 'active' },
  requiredBy: ['tulpfonds'],
  testedFor: [],
  publishedAs: [],
  verified: true,
  ...differs,
})

export const aCallWith = (outcome: CallVerdict): CallResult => aCall('Address_GetListCurrent', { outcome })

/** A text that was given and fits. */
export const aFact = (differs: Partial<FactResult> = {}): FactResult => ({
  id: 'companyName',
  type: 'company-name',
  label: aWording('Bedrijfsnaam in Nmbrs', 'Company name in Nmbrs'),
  value: { kind: 'text', text: 'Tulpwerk B.V.' },
  origin: 'answer',
  outcome: { verdict: 'right' },
  requiredBy: ['tulpfonds'],
  ...differs,
})

/** A check in which everything is as it should be. */
export const aResult = (differs: Partial<OnboardingResult> = {}): OnboardingResult => ({
  format: 1,
  checkedAt: '2026-11-22T10:00:00+01:00',
  connection: 'acme',
  account: { host: 'https://api.nmbrs.nl', username: 'api@tulpwerk.example', domain: 'tulpwerk' },
  api: 'soap',
  soapEndsOn: '2027-03-01',
  company: { id: '1234', name: 'Tulpwerk B.V.' },
  profiles: [
    {
      id: 'tulpfonds',
      consumer: 'Tulpfonds',
      title: aWording('Tulpfonds, per werkgever', 'Tulpfonds, per employer'),
      edition: '1',
      date: '2026-01-31',
      source: { title: 'Handleiding', url: 'https://tulpfonds.example/nmbrs' },
      accountModel: 'per-debtor',
      callDemand: 'required',
      complete: true,
      overRest: false,
      notes: [aWording('Een opmerking', 'A note')],
    },
  ],
  readiness: 'ready',
  reasons: [],
  calls: [aCall('Address_GetListCurrent'), aCall('List_GetAll', { service: 'CompanyService' })],
  scopes: [],
  facts: [aFact()],
  steps: [],
  progress: [],
  template: [{ service: 'EmployeeService', calls: ['Address_GetListCurrent'] }],
  surplus: null,
  spent: { probes: 2, lookUps: 3 },
  ...differs,
})

/** A check with long names, and with every kind of verdict. */
export const aLongResult = (): OnboardingResult =>
  aResult({
    readiness: 'not-ready',
    reasons: [{ reason: 'fact-missing', fact: 'contactName' }],
    company: { id: '1234', name: 'Burgemeester Westerflierlaan Proefbedrijven Noord-Oost Nederland B.V.' },
    account: {
      host: 'https://api.nmbrs.nl',
      username: 'koppeling.webservices@burgemeester-westerflierlaan-proefbedrijven.example',
      domain: 'burgemeesterwesterflierlaanproefbedrijven',
    },
    facts: [
      aFact({
        outcome: { verdict: 'missing' },
        value: null,
        label: aWording('Naam van de contactpersoon', 'Name of the contact'),
      }),
      aFact(),
      aFact({
        outcome: {
          verdict: 'unchecked',
          because: 'failed',
          call: { service: 'EmployeeService', call: 'Address_GetListCurrent' },
        },
        label: aWording('Loonheffingennummer', 'Wage tax number'),
        value: { kind: 'text', text: '123456782L01' },
      }),
    ],
    calls: [
      aCall('Address_GetListCurrent'),
      aCall('HourComponentFixed_GetAll_AllEmployeesByCompany', {
        publishedAs: ['HourComponentFixed_GetAll'],
      }),
      aCall('PersonalInfoContractSalaryAddress_GetAll_AllEmployeesByCompany', {
        outcome: { verdict: 'failed', reason: 'fault', code: '5001' },
      }),
    ],
    template: [
      {
        service: 'EmployeeService',
        calls: ['PersonalInfoContractSalaryAddress_GetAll_AllEmployeesByCompany'],
      },
    ],
    surplus: { open: [], notTested: [] },
  })
