import { describe, expect, it } from '@jest/globals'

import { toGuid } from '../../../../src/sandbox/nmbrs/world/guids.js'
import { withSandbox } from '../with-sandbox.js'
import {
  aHire,
  aPut,
  aSalary,
  anAccount,
  anAddress,
  api,
  companyGuid,
  consentTo,
  employeeGuid,
  ofCompany,
  ofEmployee,
} from './rest-call.js'
import type { CallOptions } from './rest-call.js'

const employees = ofCompany('employees')
const personalInfo = ofCompany('employees/personalinfo')

type Row = readonly [name: string, path: string, options: CallOptions, status: number, violation?: string]

const requests: readonly Row[] = [
  ['no key', employees, { headers: { 'x-subscription-key': undefined } }, 401],
  ['a wrong key', employees, { headers: { 'x-subscription-key': 'guess' } }, 401],
  ['no token', employees, { headers: { authorization: undefined } }, 401],
  ['a wrong token', employees, { headers: { authorization: 'Bearer guess' } }, 401],
  ['Basic where Bearer belongs', employees, { headers: { authorization: 'Basic Zzpn' } }, 401],
  ['no JSON wanted', employees, { headers: { accept: 'text/xml' } }, 406, 'headers/accept'],
  ['another spelling of a path', personalInfo.replace('personalinfo', 'personalInfo'), {}, 404, 'path'],
  ['a call there is not', ofEmployee('bankaccounts'), { method: 'POST', body: {} }, 404, 'path'],
  ['a company there is not', employees.replace(companyGuid, toGuid('company', 9)), {}, 404],
  ['a number in place of a GUID', employees.replace(companyGuid, '1234'), {}, 404],
  ['the GUID of another kind of thing', employees.replace(companyGuid, employeeGuid), {}, 404],
  ['a GUID in upper case', employees.replace(companyGuid, companyGuid.toUpperCase()), {}, 200],
  ['a query nobody knows', `${employees}?page=2`, {}, 400, 'query/page'],
  ['page 0', `${employees}?pageNumber=0`, {}, 400, 'query/pageNumber'],
  ['a size that is no number', `${employees}?pageSize=all`, {}, 400, 'query/pageSize'],
  ['a type there is not', `${employees}?employeeType=staff`, {}, 400, 'query/employeeType'],
  ['an id that is no GUID', `${employees}?employeeId=501`, {}, 400, 'query/employeeId'],
  ['a parameter twice', `${employees}?pageSize=5&pageSize=6`, {}, 400, 'query/pageSize'],
  [
    'a day that is none',
    `${ofCompany('employees/addresses')}?createdFrom=today`,
    {},
    400,
    'query/createdFrom',
  ],
]

const write = (path: string, body: unknown, method = 'POST'): [string, CallOptions] => [
  path,
  { method, body },
]
const hire = (info: object, additional: object = {}): [string, CallOptions] =>
  write(employees, {
    PersonalInfo: { ...aHire.PersonalInfo, ...info },
    AdditionalEmployeeInfo: { ...aHire.AdditionalEmployeeInfo, ...additional },
  })
const basic = aHire.PersonalInfo.basicInfo

const writes: readonly Row[] = [
  [
    'no content type',
    employees,
    { method: 'POST', body: aHire, headers: { 'content-type': undefined } },
    415,
    'headers/content-type',
  ],
  ['no JSON', ...write(employees, '{'), 400, 'body'],
  [
    'personalInfoId in a creation',
    ...hire({ personalInfoId: employeeGuid }),
    400,
    'body/PersonalInfo/personalInfoId',
  ],
  [
    'a creation without a last name',
    ...hire({ basicInfo: { ...basic, lastName: undefined } }),
    400,
    'body/PersonalInfo/basicInfo/lastName',
  ],
  [
    'a creation without a type',
    ...hire({ basicInfo: { ...basic, employeeType: undefined } }),
    400,
    'body/PersonalInfo/basicInfo/employeeType',
  ],
  ['a creation without a period', ...hire({ period: undefined }), 400, 'body/PersonalInfo/period'],
  [
    'a number as text',
    ...hire({ basicInfo: { ...basic, employeeNumber: '7' } }),
    400,
    'body/PersonalInfo/basicInfo/employeeNumber',
  ],
  [
    'a first name that is too long',
    ...hire({ basicInfo: { ...basic, firstName: 'x'.repeat(51) } }),
    400,
    'body/PersonalInfo/basicInfo/firstName',
  ],
  [
    'null for a name',
    ...hire({ basicInfo: { ...basic, prefix: null } }),
    400,
    'body/PersonalInfo/basicInfo/prefix',
  ],
  [
    'the read name of the country of birth',
    ...hire({ birthInfo: { birthCountry: { codeISO: 'BE' } } }),
    400,
    'body/PersonalInfo/birthInfo/birthCountry',
  ],
  [
    'a birth date with a time',
    ...hire({ birthInfo: { birthDate: '1991-02-02T23:00:00Z' } }),
    400,
    'body/PersonalInfo/birthInfo/birthDate',
  ],
  [
    'a start with a time',
    ...hire({}, { inServiceDate: '2026-11-16T00:00:00Z' }),
    400,
    'body/AdditionalEmployeeInfo/inServiceDate',
  ],
  ['a template there is not', ...hire({}, { defaultEmployeeTemplate: employeeGuid }), 400],
  [
    'personal info in a wrapper',
    ...write(ofEmployee('personalInfo'), { PersonalInfo: aPut }, 'PUT'),
    400,
    'body/period',
  ],
  [
    'personal info without a period',
    ...write(ofEmployee('personalInfo'), { basicInfo: aPut.basicInfo }, 'PUT'),
    400,
    'body/period',
  ],
  [
    'a period the company does not have',
    ...write(ofEmployee('personalInfo'), { ...aPut, period: { year: 2026, period: 13 } }, 'PUT'),
    400,
  ],
  [
    'an address without a town',
    ...write(ofEmployee('address'), { ...anAddress, city: undefined }),
    400,
    'body/city',
  ],
  [
    'an address with its SOAP type',
    ...write(ofEmployee('address'), { ...anAddress, type: 'HomeAddress' }),
    400,
    'body/type',
  ],
  [
    'an address with a house number that is a number',
    ...write(ofEmployee('address'), { ...anAddress, houseNumber: 12 }),
    400,
    'body/houseNumber',
  ],
  [
    'an account with its IBAN in lower case letters',
    ...write(ofEmployee('bankaccount'), { iban: anAccount.IBAN }),
    400,
    'body/IBAN',
  ],
  [
    'an account with a BIC',
    ...write(ofEmployee('bankaccount'), { ...anAccount, BIC: 'INGBNL2A' }),
    400,
    'body/BIC',
  ],
  ['an IBAN that fails its check', ...write(ofEmployee('bankaccount'), { IBAN: 'NL20INGB0001234568' }), 400],
  [
    'a type in the update of an account',
    ...write(ofEmployee('bankaccount'), { ...anAccount, bankAccountId: toGuid('bankAccount', 9003) }, 'PUT'),
    400,
    'body/bankAccountType',
  ],
  [
    'an account of nobody',
    ...write(
      ofEmployee('bankaccount'),
      { IBAN: anAccount.IBAN, bankAccountId: toGuid('bankAccount', 77) },
      'PUT',
    ),
    404,
  ],
  [
    'a salary that starts on a plain date',
    ...write(ofEmployee('salary'), { ...aSalary, startDate: '2026-12-01' }),
    400,
    'body/startDate',
  ],
  [
    'a salary in another zone',
    ...write(ofEmployee('salary'), { ...aSalary, startDate: '2026-12-01T00:00:00+01:00' }),
    400,
    'body/startDate',
  ],
  ['a salary as text', ...write(ofEmployee('salary'), { ...aSalary, value: '3500' }), 400, 'body/value'],
  ['a salary below zero', ...write(ofEmployee('salary'), { ...aSalary, value: -1 }), 400, 'body/value'],
  [
    'an employment that moves its start',
    ...write(
      ofEmployee('employment'),
      { employmentId: toGuid('employment', 9005), startDate: aSalary.startDate },
      'PUT',
    ),
    400,
    'body/startDate',
  ],
]

describe('a request of the REST API', () => {
  it.each([...requests, ...writes])('with %s', async (...row: Row) => {
    const [, path, options, status, violation] = row
    await withSandbox({}, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      const before = sandbox.store.version

      const answer = await api(sandbox, tokens, path, options)

      expect(answer.status).toBe(status)
      const places = sandbox.violations.map((each) => each.path.split('/').slice(1).join('/'))
      expect(places).toEqual(violation === undefined ? [] : expect.arrayContaining([violation]))
      expect(sandbox.store.version).toBe(before)
    })
  })

  it('is told nothing of the values that were wrong', async () => {
    await withSandbox({}, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      const body = { ...anAddress, street: 'x'.repeat(201) }

      const answer = await api(sandbox, tokens, ofEmployee('address'), { method: 'POST', body })

      expect(answer.text).toContain('street')
      expect(answer.text + JSON.stringify(sandbox.violations)).not.toContain('xxx')
    })
  })

  it('misleads about the id of personal info, as the vendor does', async () => {
    await withSandbox({}, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      const body = { PersonalInfo: { ...aHire.PersonalInfo, personalInfoId: employeeGuid } }

      const answer = await api(sandbox, tokens, employees, { method: 'POST', body })

      expect(answer.text).toContain('hour component')
    })
  })
})

describe('scopes', () => {
  it.each([
    [employees, {}, 'employee.info.read'],
    [personalInfo, {}, 'employee.info.read'],
    [ofCompany('employees/addresses'), {}, 'employee.info.read'],
    [ofCompany('employees/bankaccounts'), {}, 'employee.info.read'],
    [ofCompany('employees/salaries'), {}, 'employee.employment.read'],
    [ofCompany('employees/employments'), {}, 'employee.employment.read'],
    [ofCompany('period'), {}, 'company.info.read'],
    ['/api/companies', {}, 'company.info.read'],
    ['/api/debtors', {}, 'company.info.read'],
    ['/api/user/info', {}, 'user.info.read'],
    [employees, { method: 'POST', body: aHire }, 'employee.info'],
    [ofEmployee('personalInfo'), { method: 'PUT', body: aPut }, 'employee.info'],
    [ofEmployee('address'), { method: 'POST', body: anAddress }, 'employee.info'],
    [ofEmployee('bankaccount'), { method: 'POST', body: anAccount }, 'employee.info'],
    [ofEmployee('salary'), { method: 'POST', body: aSalary }, 'employee.employment'],
  ] as const)('%s %j needs %s', async (path, options, scope) => {
    await withSandbox({}, async (sandbox) => {
      const others = sandbox.app.scopes.filter((each) => each !== scope)
      const without = await api(sandbox, await consentTo(sandbox, others.join(' ')), path, options)
      const alone = await api(sandbox, await consentTo(sandbox, scope), path, options)

      expect([without.status, alone.status]).toEqual([403, 200])
      expect(without.text).not.toContain('employee.')
    })
  })
})
