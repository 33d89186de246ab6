import { describe, expect, it } from '@jest/globals'

import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { fromGuid, toGuid } from '../../../../src/sandbox/nmbrs/world/guids.js'
import { aWorld, anEmployee, personalFields } from '../small-world.js'
import { call } from '../soap/soap-call.js'
import { withSandbox } from '../with-sandbox.js'
import {
  aHire,
  aPut,
  aSalary,
  anAccount,
  anAddress,
  api,
  consentTo,
  ofCompany,
  ofEmployee,
} from './rest-call.js'
import type { JsonReply } from './rest-call.js'

const send = async (
  sandbox: NmbrsSandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<JsonReply> => api(sandbox, await consentTo(sandbox), path, { method, body })

const withBic = aWorld({
  employees: [
    anEmployee({
      bankAccounts: [
        {
          id: 9003,
          type: 'Standaard',
          fields: { IBAN: 'NL91ABNA0417164300', BIC: 'ABNANL2A', Name: 'R. van Vooren', City: 'Almere' },
        },
      ],
    }),
  ],
})

describe('what is written over REST', () => {
  it('makes an employee whole, whom SOAP shows as well', async () => {
    await withSandbox({}, async (sandbox) => {
      const { body } = await send(sandbox, 'POST', ofCompany('employees'), aHire)
      const id = fromGuid('employee', String(body.employeeId))
      const { response } = await call(sandbox, 'PersonalInfo_GetCurrent', `<EmployeeId>${id}</EmployeeId>`)

      expect(response.PersonalInfo_GetCurrentResult).toMatchObject({
        EmployeeNumber: '1002',
        FirstName: 'Bo',
        LastName: 'Nieuw',
        Birthday: '1991-02-03T00:00:00',
        CountryOfBirthISOCode: 'BE',
        NationalityCode: '1',
        EmailPrivate: 'bo@privepost.example',
      })
      expect(sandbox.store.employee(id ?? 0).employment).toMatchObject({ startDate: '2026-11-16' })
    })
  })

  it('makes nobody without a start, and gives the number that was asked for', async () => {
    await withSandbox({}, async (sandbox) => {
      const { basicInfo } = aHire.PersonalInfo
      const { body } = await send(sandbox, 'POST', ofCompany('employees'), {
        PersonalInfo: { ...aHire.PersonalInfo, basicInfo: { ...basicInfo, employeeNumber: 7 } },
      })
      const made = sandbox.store.employee(fromGuid('employee', String(body.employeeId)) ?? 0)

      expect(made.personalInfo.EmployeeNumber).toBe('7')
      expect(made.employment).toBeUndefined()
    })
  })

  it('keeps of personal info what REST cannot reach', async () => {
    await withSandbox({}, async (sandbox) => {
      await send(sandbox, 'PUT', ofEmployee('personalInfo'), aPut)
      const { personalInfo } = sandbox.store.employee(501)

      expect(personalInfo).toEqual({
        EmployeeNumber: '1001',
        FirstName: 'Roos',
        LastName: 'Vooren',
        EmailWork: 'nieuw@tulpwerk.example',
        BSN: personalFields.BSN,
        IdentificationNumber: 'NXX000001',
        IdentificationType: '1',
        BurgerlijkeStaat: 'Gehuwd',
        Pronouns: 'zij',
        PayslipLanguage: 'nl',
      })
    })
  })

  it('ends the address before, from the period of the new one on', async () => {
    await withSandbox({}, async (sandbox) => {
      const { body } = await send(sandbox, 'POST', ofEmployee('address'), anAddress)
      const { addresses } = sandbox.store.employee(501)

      expect(body.addressId).toBe(toGuid('address', addresses[0]!.id))
      expect(addresses.map(({ fields }) => fields)).toEqual([
        { Street: 'Nieuweweg', City: 'Utrecht', CountryISOCode: 'NL' },
      ])
      expect(sandbox.store.findEmployee(501)?.addresses[0]?.end).toEqual({ year: 2026, period: 10 })
    })
  })

  it('has an address at work that SOAP does not know', async () => {
    await withSandbox({}, async (sandbox) => {
      await send(sandbox, 'POST', ofEmployee('address'), { ...anAddress, type: 'workAddress' })
      const { text } = await call(sandbox, 'Address_GetListCurrent', '<EmployeeId>501</EmployeeId>')

      expect(sandbox.store.employee(501).addresses).toHaveLength(2)
      expect(text).not.toContain('Nieuweweg')
    })
  })

  it('adds a bank account', async () => {
    await withSandbox({}, async (sandbox) => {
      await send(sandbox, 'POST', ofEmployee('bankaccount'), anAccount)

      expect(sandbox.store.employee(501).bankAccounts.map(({ fields }) => fields.IBAN)).toEqual([
        'NL91ABNA0417164300',
        anAccount.IBAN,
      ])
    })
  })

  it('changes a bank account: what is not sent is empty, and a BIC goes with its IBAN', async () => {
    await withSandbox({ data: withBic }, async (sandbox) => {
      const bankAccountId = toGuid('bankAccount', 9003)
      const path = ofEmployee('bankaccount')
      await send(sandbox, 'PUT', path, { bankAccountId, IBAN: 'NL91ABNA0417164300', city: 'Almere' })
      const same = sandbox.store.employee(501).bankAccounts[0]!.fields
      await send(sandbox, 'PUT', path, { bankAccountId, IBAN: anAccount.IBAN })

      expect(same).toEqual({ IBAN: 'NL91ABNA0417164300', BIC: 'ABNANL2A', City: 'Almere' })
      expect(sandbox.store.employee(501).bankAccounts).toMatchObject([
        { id: 9003, type: 'Standaard', fields: { IBAN: anAccount.IBAN } },
      ])
      expect(sandbox.store.employee(501).bankAccounts[0]!.fields).not.toHaveProperty('BIC')
    })
  })

  it('adds a salary from its start date on', async () => {
    await withSandbox({}, async (sandbox) => {
      await send(sandbox, 'POST', ofEmployee('salary'), aSalary)

      expect(sandbox.store.employee(501).salaries).toMatchObject([
        { value: '3250.5', startDate: '2026-01-01' },
        { value: '3500.25', type: 'Bruto_Salaris_Partime', startDate: '2026-12-01' },
      ])
    })
  })

  it('ends an employment and begins another one after it', async () => {
    await withSandbox({}, async (sandbox) => {
      const path = ofEmployee('employment')
      const employmentId = toGuid('employment', 9005)
      const end = { employmentId, endOfServiceDate: '2026-11-15T00:00:00Z', endOfContractReason: 20 }
      await send(sandbox, 'PUT', path, end)
      await send(sandbox, 'POST', path, { startDate: '2026-11-20T00:00:00Z' })

      expect(sandbox.store.findEmployee(501)?.employments).toMatchObject([
        { endDate: '2026-11-15', endReason: 20 },
        { startDate: '2026-11-20', initialStartDate: '2026-11-20' },
      ])
    })
  })
})
