import { describe, expect, it } from '@jest/globals'
import { editByPayroll } from '../../../../src/sandbox/nmbrs/world/payroll-edits.js'
import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { aCompany, anEmployee, aWorld, companyId } from '../small-world.js'
import { call } from './soap-call.js'
import type { Reply } from './soap-call.js'
import { withSandbox } from '../with-sandbox.js'

const insertBank = (sandbox: NmbrsSandbox, content: string, type = 'Standaard'): Promise<Reply> =>
  call(
    sandbox,
    'BankAccount_InsertCurrent',
    `<EmployeeId>501</EmployeeId><BankAccount><Id>0</Id>${content}<Type>${type}</Type></BankAccount>`,
  )

const iban = '<IBAN>NL07TULP0123456789</IBAN>'

const ibansOf = (sandbox: NmbrsSandbox): unknown[] =>
  sandbox.store.employee(501).bankAccounts.map(({ type, fields }) => [type, fields.IBAN])

describe('bank accounts', () => {
  it('are added beside one of the same type, or in its place, as the switch says', async () => {
    const after = (sameTypeBankInsert: 'add' | 'replace'): Promise<unknown[]> =>
      withSandbox({ switches: { sameTypeBankInsert } }, async (sandbox) => {
        await insertBank(sandbox, iban)
        return ibansOf(sandbox)
      })

    expect(await after('add')).toEqual([
      ['Standaard', 'NL91ABNA0417164300'],
      ['Standaard', 'NL07TULP0123456789'],
    ])
    expect(await after('replace')).toEqual([['Standaard', 'NL07TULP0123456789']])
  })

  it('of another type stay as they are', async () => {
    await withSandbox({ switches: { sameTypeBankInsert: 'replace' } }, async (sandbox) => {
      await insertBank(sandbox, iban, 'Spaarloon')

      expect(ibansOf(sandbox)).toHaveLength(2)
    })
  })

  it.each([
    ['wrong check digits', '<IBAN>NL08TULP0123456789</IBAN>', 'Standaard', 2014],
    ['a number that is none', '<Number>12/34</Number>', 'Standaard', 2015],
    ['no type', iban, 'None', 2016],
    ['neither number nor IBAN', '<BIC>TULPNL2A</BIC>', 'Standaard', 2032],
  ])('with %s are refused', async (_what, content, type, code) => {
    await withSandbox({}, async (sandbox) => {
      const reply = await insertBank(sandbox, content, type)

      expect(reply.fault).toContain(`---> ${code}: `)
      expect(ibansOf(sandbox)).toHaveLength(1)
    })
  })

  it('with a number only are taken or refused, as the switch says', async () => {
    await withSandbox({}, async (sandbox) => {
      const taken = await insertBank(sandbox, '<Number>123 456 789</Number>')
      sandbox.switches.bankAccountWithoutIban = 'refuse'
      const refused = await insertBank(sandbox, '<Number>123 456 789</Number>')

      expect(taken.response.BankAccount_InsertCurrentResult).toBe('9006')
      expect(refused.fault).toContain('---> 2032: ')
    })
  })

  it('can be deleted once', async () => {
    await withSandbox({}, async (sandbox) => {
      const content = '<EmployeeId>501</EmployeeId><BankAccountID>9003</BankAccountID>'

      const first = await call(sandbox, 'BankAccount_DeleteCurrent', content)
      const second = await call(sandbox, 'BankAccount_DeleteCurrent', content)
      const list = await call(sandbox, 'BankAccount_GetListCurrent', '<EmployeeId>501</EmployeeId>')

      expect(first.status).toBe(200)
      expect(second.fault).toContain('---> 2030: ')
      expect(list.text).toContain('<BankAccount_GetListCurrentResult />')
    })
  })
})

const updateSalary = (sandbox: NmbrsSandbox, value: string, start: string): Promise<Reply> =>
  call(
    sandbox,
    'Salary_Update',
    `<EmployeeId>501</EmployeeId><Salary><Value>${value}</Value><Type>Bruto_Uurloon</Type></Salary><Start>${start}T00:00:00</Start>`,
  )

const salariesOf = (sandbox: NmbrsSandbox): unknown[] =>
  sandbox.store.employee(501).salaries.map(({ value, type, startDate }) => [value, type, startDate])

describe('salaries', () => {
  it('start on their day and leave the earlier ones alone', async () => {
    await withSandbox({}, async (sandbox) => {
      await updateSalary(sandbox, '19.85', '2026-12-01')

      const current = await call(sandbox, 'Salary_GetCurrent', '<EmployeeId>501</EmployeeId>')

      expect(salariesOf(sandbox)).toEqual([
        ['3250.5', 'Bruto_Salaris_Partime', '2026-01-01'],
        ['19.85', 'Bruto_Uurloon', '2026-12-01'],
      ])
      expect(current.response.Salary_GetCurrentResult).toEqual({
        Value: '3250.5',
        Type: 'Bruto_Salaris_Partime',
        StartDate: '2026-01-01T00:00:00',
      })
    })
  })

  it('are numbers by type in bulk', async () => {
    await withSandbox({}, async (sandbox) => {
      await updateSalary(sandbox, '19.85', '2026-11-01')

      const { text } = await call(
        sandbox,
        'Salary_GetAll_AllEmployeesByCompany',
        `<CompanyID>${companyId}</CompanyID>`,
      )

      expect(text).toContain('<Value>3250.5</Value><Type>2</Type>')
      expect(text).toContain('<Value>19.85</Value><Type>3</Type>')
    })
  })

  it.each([
    ['refuse', /---> 2011: /],
    ['allow', undefined],
  ] as const)('before the current period: %s', async (salaryUpdateBeforePeriod, fault) => {
    await withSandbox({ switches: { salaryUpdateBeforePeriod } }, async (sandbox) => {
      const reply = await updateSalary(sandbox, '19.85', '2026-10-31')

      expect(reply.fault ?? '').toMatch(fault ?? /^$/)
      expect(salariesOf(sandbox)).toHaveLength(fault === undefined ? 2 : 1)
    })
  })

  it.each([
    ['overwrite', [['21', 'Bruto_Uurloon', '2026-11-01']]],
    [
      'add',
      [
        ['20', 'Bruto_Uurloon', '2026-11-01'],
        ['21', 'Bruto_Uurloon', '2026-11-01'],
      ],
    ],
  ] as const)('a second time from one day: %s', async (samePeriodSecondWrite, expected) => {
    await withSandbox({ switches: { samePeriodSecondWrite } }, async (sandbox) => {
      await updateSalary(sandbox, '20', '2026-11-01')
      await updateSalary(sandbox, '21', '2026-11-01')

      expect(salariesOf(sandbox).slice(1)).toEqual(expected)
    })
  })

  it('are listed up to a period, which the company must have', async () => {
    const data = aWorld({ companies: [aCompany({ period: '2026-12-4W' })] })
    await withSandbox({ data }, async (sandbox) => {
      const ask = (period: number): Promise<Reply> =>
        call(
          sandbox,
          'Salary_GetList',
          `<EmployeeId>501</EmployeeId><Period>${period}</Period><Year>2026</Year>`,
        )

      const last = await ask(13)
      const none = await ask(15)

      expect(last.text).toContain('<Value>3250.5</Value>')
      expect(none.fault).toContain('---> 2006: ')
    })
  })

  it('say the table and step that payroll took one from, in single and company-wide answers', async () => {
    await withSandbox({}, async (sandbox) => {
      editByPayroll(sandbox.store, 501, {
        salary: {
          value: '3300',
          type: 'Bruto_Salaris_Fulltime',
          startDate: '2026-11-01',
          table: { code: 5, scale: '9', step: '3' },
        },
      })

      const listed = await call(
        sandbox,
        'Salary_GetList',
        '<EmployeeId>501</EmployeeId><Period>11</Period><Year>2026</Year>',
      )
      const all = await call(
        sandbox,
        'Salary_GetAll_AllEmployeesByCompany',
        `<CompanyID>${companyId}</CompanyID>`,
      )

      for (const { text } of [listed, all]) expect(text).toContain('<SalaryTable><Code>5</Code>')
      expect(sandbox.violations).toEqual([])
    })
  })

  it('are nothing for somebody who has none', async () => {
    await withSandbox({ data: aWorld({ employees: [anEmployee({ salaries: [] })] }) }, async (sandbox) => {
      const current = await call(sandbox, 'Salary_GetCurrent', '<EmployeeId>501</EmployeeId>')

      expect(current.response.Salary_GetCurrentResult).toEqual({
        Value: '0',
        Type: 'None',
        StartDate: '0001-01-01T00:00:00',
      })
    })
  })
})
