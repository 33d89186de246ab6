import { describe, expect, it } from '@jest/globals'
import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { aCompany, anEmployee, aWorld, companyId, personalFields } from '../small-world.js'
import { call } from './soap-call.js'
import type { Reply } from './soap-call.js'
import { withSandbox } from '../with-sandbox.js'

const update = (sandbox: NmbrsSandbox, content: string, employeeId = 501): Promise<Reply> =>
  call(
    sandbox,
    'PersonalInfo_UpdateCurrent',
    `<EmployeeId>${employeeId}</EmployeeId><PersonalInfo><Id>${employeeId}</Id><Number>0</Number>${content}</PersonalInfo>`,
  )

const bulk = async (sandbox: NmbrsSandbox, operation: string): Promise<string> =>
  (await call(sandbox, operation, `<CompanyID>${companyId}</CompanyID>`)).text

const identified = '<IdentificationType>1</IdentificationType>'

describe('reading personal data', () => {
  it('leaves out empty texts and writes empty dates as nil', async () => {
    await withSandbox({}, async (sandbox) => {
      const { text } = await call(sandbox, 'PersonalInfo_GetCurrent', '<EmployeeId>501</EmployeeId>')

      expect(text).not.toContain('Title')
      expect(text).toContain('<Birthday>1990-04-30T00:00:00</Birthday><DeceasedDate xsi:nil="true" />')
    })
  })

  it('escapes what XML would take for markup and keeps every letter', async () => {
    await withSandbox({}, async (sandbox) => {
      await update(sandbox, `<LastName>D&apos;Arcy &amp; Zoon &lt;🌷&gt; Łódź</LastName>${identified}`)

      const { text, response } = await call(
        sandbox,
        'PersonalInfo_GetCurrent',
        '<EmployeeId>501</EmployeeId>',
      )

      expect(text).toContain("<LastName>D'Arcy &amp; Zoon &lt;🌷&gt; Łódź</LastName>")
      expect(response.PersonalInfo_GetCurrentResult).toMatchObject({ LastName: "D'Arcy & Zoon <🌷> Łódź" })
      expect(sandbox.store.employee(501).personalInfo.LastName).toBe("D'Arcy & Zoon <🌷> Łódź")
    })
  })

  it('has numbers in bulk where a single read has texts, and no citizen number in one of the two bulk reads', async () => {
    await withSandbox({}, async (sandbox) => {
      const all = await bulk(sandbox, 'PersonalInfo_GetAll_AllEmployeesByCompany')
      const without = await bulk(sandbox, 'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany')

      expect(all).toContain('<BurgerlijkeStaat>2</BurgerlijkeStaat><Naamstelling>1</Naamstelling>')
      expect(all).toContain('<BSN>999990019</BSN>')
      expect(without).not.toContain('BSN>')
    })
  })

  it('leaves people out of bulk reads, but of nothing else', async () => {
    const employees = [1, 2, 3].map((id) => anEmployee({ id }))
    await withSandbox({ data: aWorld({ employees }), switches: { bulkOmits: 2 } }, async (sandbox) => {
      const text = await bulk(sandbox, 'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany')
      const addresses = await bulk(sandbox, 'Address_GetAll_AllEmployeesByCompany')

      expect(text.match(/<PersonalInfoItem>/g)).toHaveLength(1)
      expect(addresses.match(/<EmployeeAddressItem>/g)).toHaveLength(3)
    })
  })

  it('writes a list without rows in every way there is', async () => {
    const employees = [1, 2, 3].map((id) => anEmployee({ id, personalInfos: [] }))
    await withSandbox({ data: aWorld({ employees }) }, async (sandbox) => {
      const text = await bulk(sandbox, 'PersonalInfo_GetAll_AllEmployeesByCompany')

      expect(text).toContain('<EmployeeId>1</EmployeeId><EmployeePersonalInfos /></PersonalInfoItem>')
      expect(text).toContain(
        '<EmployeeId>2</EmployeeId><EmployeePersonalInfos><PersonalInfo_V2 xsi:nil="true" /></EmployeePersonalInfos>',
      )
      expect(text).toContain('<EmployeeId>3</EmployeeId></PersonalInfoItem>')
    })
  })
})

describe('updating personal data', () => {
  it('keeps what is absent and clears what is empty or nil, when it merges', async () => {
    await withSandbox({}, async (sandbox) => {
      await update(
        sandbox,
        `<EmployeeNumber>1500</EmployeeNumber><FirstName>Rosa</FirstName><Gender xsi:nil="true"/>${identified}<EmailWork></EmailWork>`,
      )

      const rest = Object.entries(personalFields).filter(([name]) => !['Gender', 'EmailWork'].includes(name))
      expect(sandbox.store.employee(501).personalInfo).toEqual({
        ...Object.fromEntries(rest),
        EmployeeNumber: '1500',
        FirstName: 'Rosa',
      })
      expect(sandbox.violations).toEqual([])
    })
  })

  it('empties what is absent, when it replaces', async () => {
    await withSandbox({ switches: { personalInfoUpdate: 'replace' } }, async (sandbox) => {
      await update(sandbox, '<FirstName>Rosa</FirstName><IdentificationType>0</IdentificationType>')

      const { text } = await call(sandbox, 'PersonalInfo_GetCurrent', '<EmployeeId>501</EmployeeId>')
      expect(text).toContain('<FirstName>Rosa</FirstName>')
      expect(text).toContain('<IdentificationType>0</IdentificationType>')
      expect(text).not.toContain('LastName')
      expect(text).not.toContain('999990019')
    })
  })

  it('cannot wipe a field that it does not show', async () => {
    await withSandbox({ switches: { personalInfoUpdate: 'replace' } }, async (sandbox) => {
      await update(sandbox, identified)

      expect(sandbox.store.employee(501).personalInfo).toEqual({
        IdentificationType: '1',
        Pronouns: 'zij',
        PayslipLanguage: 'nl',
      })
    })
  })

  it.each([
    ['keep', '1'],
    ['zero', undefined],
  ] as const)('with absentIdentificationType %s', async (absentIdentificationType, expected) => {
    await withSandbox({ switches: { absentIdentificationType } }, async (sandbox) => {
      await update(sandbox, '<FirstName>Rosa</FirstName>')

      expect(sandbox.store.employee(501).personalInfo.IdentificationType).toBe(expected)
    })
  })

  it('lets two people have one number', async () => {
    const employees = [1, 2].map((id) => anEmployee({ id }))
    await withSandbox({ data: aWorld({ employees }) }, async (sandbox) => {
      await update(sandbox, `<EmployeeNumber>77</EmployeeNumber>${identified}`, 1)
      await update(sandbox, `<EmployeeNumber>77</EmployeeNumber>${identified}`, 2)

      expect([1, 2].map((id) => sandbox.store.employee(id).personalInfo.EmployeeNumber)).toEqual(['77', '77'])
    })
  })

  it('keeps a record per period, and the switch says what a second write in one period does', async () => {
    const rowsAfter = (samePeriodSecondWrite: 'overwrite' | 'add'): Promise<unknown[]> =>
      withSandbox({ switches: { samePeriodSecondWrite } }, async (sandbox) => {
        await update(sandbox, `<FirstName>Een</FirstName>${identified}`)
        await update(sandbox, `<FirstName>Twee</FirstName>${identified}`)
        expect(sandbox.store.employee(501).personalInfo.FirstName).toBe('Twee')
        const rows = sandbox.store.findEmployee(501)?.personalInfos ?? []
        return rows.map(({ id, startYear, startPeriod, creationDate, fields }) => [
          id,
          startYear,
          startPeriod,
          creationDate,
          fields.FirstName,
        ])
      })

    expect(await rowsAfter('overwrite')).toEqual([
      [9001, 2026, 1, '2026-01-05T10:00:00', 'Roos'],
      [9006, 2026, 11, '2026-11-01T09:00:02', 'Twee'],
    ])
    expect(await rowsAfter('add')).toEqual([
      [9001, 2026, 1, '2026-01-05T10:00:00', 'Roos'],
      [9006, 2026, 11, '2026-11-01T09:00:01', 'Een'],
      [9007, 2026, 11, '2026-11-01T09:00:02', 'Twee'],
    ])
  })

  it('does not show a record of a period to come', async () => {
    await withSandbox({}, async (sandbox) => {
      sandbox.store.changeCompany(companyId, { period: '2027-1-M' })
      await update(sandbox, `<FirstName>Later</FirstName>${identified}`)

      sandbox.store.changeCompany(companyId, { period: '2026-12-M' })

      expect(sandbox.store.employee(501).personalInfo.FirstName).toBe('Roos')
    })
  })

  it('is refused while the run is locked, where the switch says so', async () => {
    const data = aWorld({ companies: [aCompany({ lockedRun: true })] })
    await withSandbox({ data, switches: { currentWriteInLockedRun: 'refuse' } }, async (sandbox) => {
      const reply = await update(sandbox, identified)

      expect(reply.fault).toMatch(/---> 2012: /)
    })
  })
})

describe('fields that our WSDL does not know', () => {
  it('are shown and taken in their places', async () => {
    await withSandbox({ switches: { extraUnknownFields: true } }, async (sandbox) => {
      const { text } = await call(sandbox, 'PersonalInfo_GetCurrent', '<EmployeeId>501</EmployeeId>')

      await update(sandbox, `<Gender>female</Gender><Pronouns>die</Pronouns>${identified}`)

      expect(text).toContain('<Gender>female</Gender><Pronouns>zij</Pronouns><NationalityCode>')
      expect(text).toContain('<PayslipLanguage>nl</PayslipLanguage></PersonalInfo_GetCurrentResult>')
      expect(sandbox.store.employee(501).personalInfo).toMatchObject({
        Pronouns: 'die',
        PayslipLanguage: 'nl',
      })
      expect(sandbox.violations).toEqual([])
    })
  })

  it('are lost when they are not sent back to a server that replaces', async () => {
    const switches = { extraUnknownFields: true, personalInfoUpdate: 'replace' } as const
    await withSandbox({ switches }, async (sandbox) => {
      await update(sandbox, identified)

      expect(sandbox.store.employee(501).personalInfo).toEqual({ IdentificationType: '1' })
    })
  })
})
