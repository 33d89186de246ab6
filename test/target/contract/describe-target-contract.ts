import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { TargetCompanyId, TargetEmployeeId } from '../../../src/domain/ids.js'
import { mappedSections } from '../../../src/domain/sections.js'
import type { Values } from '../../../src/domain/values.js'
import { AbortError } from '../../../src/domain/errors.js'
import type { SectionsQuery, Target, TargetListEntry, WriteFence } from '../../../src/target/port.js'

/**
 * A target with one company, in the payroll period of November 2026, and at least one employee who has every
 * section filled.
 */
export interface TargetWorld {
  target: Target
  companyId: TargetCompanyId
  employeeId: TargetEmployeeId
  /** How many calls have come in so far that change something. */
  writesReceived(): number
  /** Lets the next write be refused in a way that is worth a repeat. */
  refuseNextWrite(): void
  /** Changes personal fields of the employee behind the target's back, as payroll does. */
  editByPayroll(values: Values): void
  close(): Promise<void>
}

const query: SectionsQuery = { sections: new Set(mappedSections), today: '2026-11-22' }

/** What a transport can do beyond what every one can, and which further personal field it carries. */
export interface Abilities {
  canEndAccounts: boolean
  canChangeStart: boolean
  beyond: Values
}

const everything: Abilities = { canEndAccounts: true, canChangeStart: true, beyond: { TitleAfter: 'MSc' } }

/** What every target must do, whatever carries its calls. */
export const describeTargetContract = (
  name: string,
  startWorld: (fence: WriteFence) => Promise<TargetWorld>,
  { canEndAccounts, canChangeStart, beyond }: Abilities = everything,
): void => {
  describe(`${name} as a target`, () => {
    let world: TargetWorld
    let fence: WriteFence
    beforeEach(async () => {
      fence = (send) => {
        send()
      }
      world = await startWorld((send) => {
        fence(send)
      })
    })
    afterEach(async () => {
      await world.target.close()
      await world.close()
    })

    const readBulk = async (id = world.employeeId) => {
      const employee = (await world.target.readSections(world.companyId, query)).get(id)
      if (employee === undefined) throw new Error('the employee is not there')
      return employee
    }
    const readApart = async () => {
      const entry: TargetListEntry = { id: world.employeeId, displayName: '' }
      return world.target.readEmployee(entry, query)
    }

    it('knows its companies and their period', async () => {
      const companies = await world.target.readCompanies()

      expect(companies.map(({ id }) => id)).toContain(world.companyId)
      expect((await world.target.readCurrentPeriod(world.companyId)).period).toEqual({
        year: 2026,
        period: 11,
        type: 'month',
      })
    })

    it('reads the same of an employee in bulk and apart', async () => {
      await world.target.readEmployeeList(world.companyId)
      const bulk = await readBulk()
      const apart = await readApart()

      expect(apart.personalInfo).toEqual(bulk.personalInfo)
      expect(apart.address).toEqual(bulk.address)
      expect(apart.salaries ?? bulk.salaries).toEqual(bulk.salaries)
    })

    it('changes the named personal fields, clears what is to be cleared, and leaves every other as it was', async () => {
      const { personalInfo: before = {} } = await readBulk()
      const after = {
        LastName: "O'Neill & <Zn> Ünal 🎉",
        Birthday: '1971-12-31',
        Initials: '',
        PartnerLastName: 'Zwart',
        ...beyond,
      }

      const result = await world.target.updatePersonalInfo(world.employeeId, { before, after })

      expect(result.result).toBe('written')
      expect((await readApart()).personalInfo).toEqual({ ...before, ...after })
      expect((await readBulk()).personalInfo).toEqual({ ...before, ...after })
    })

    it('writes nothing when the values are there already', async () => {
      const { personalInfo: before = {}, address = {} } = await readBulk()
      const counted = world.target.callCounts()

      const info = await world.target.updatePersonalInfo(world.employeeId, {
        before,
        after: { LastName: before.LastName ?? '' },
      })
      const home = await world.target.writeAddress(world.employeeId, { before: address, after: address })

      expect([info.result, home.result]).toEqual(['unchanged', 'unchanged'])
      const written = Object.keys(world.target.callCounts()).filter((call) => !(call in counted))
      expect(written.filter((call) => /Update|Insert|Delete|create/i.test(call))).toEqual([])
    })

    it('does not overwrite what payroll changed since the plan', async () => {
      const { personalInfo: before = {} } = await readBulk()
      world.editByPayroll({ LastName: 'Verbeterd' })

      const result = await world.target.updatePersonalInfo(world.employeeId, {
        before,
        after: { LastName: 'Verouderd' },
      })

      expect(result).toEqual({ result: 'moved', fields: ['LastName'] })
      expect((await readApart()).personalInfo?.LastName).toBe('Verbeterd')
    })

    it('changes the home address and keeps the rest of it', async () => {
      const { address: before = {} } = await readBulk()

      const result = await world.target.writeAddress(world.employeeId, { before, after: { City: 'Sneek' } })

      expect(result.result).toBe('written')
      expect((await readBulk()).address).toEqual({ ...before, City: 'Sneek' })
    })

    it('changes a bank account in its place, where it can', async () => {
      const { target, employeeId } = world
      if (target.updateBankAccount === undefined) return
      const [old] = await target.readBankAccounts(employeeId)

      await target.updateBankAccount(employeeId, old!.id, { ...old!.values, IBAN: 'NL69INGB0123456789' })

      expect(await target.readBankAccounts(employeeId)).toEqual([
        { id: old!.id, values: { ...old!.values, IBAN: 'NL69INGB0123456789' } },
      ])
    })

    it('gives the bank accounts of everybody as it gives those of one', async () => {
      const { target, companyId, employeeId } = world
      if (target.readAllBankAccounts === undefined) return

      const all = await target.readAllBankAccounts(companyId)

      expect(all.get(employeeId)).toEqual(await target.readBankAccounts(employeeId))
    })

    it('adds a bank account and ends the one it replaces', async () => {
      if (!canEndAccounts) return
      const [old] = await world.target.readBankAccounts(world.employeeId)

      await world.target.insertBankAccount(world.employeeId, {
        IBAN: 'NL69INGB0123456789',
        Type: 'Standaard',
      })
      const both = await world.target.readBankAccounts(world.employeeId)
      if (both.some(({ id }) => id === old?.id)) await world.target.endBankAccount(world.employeeId, old!.id)

      const left = await world.target.readBankAccounts(world.employeeId)
      expect(left.map(({ values }) => [values.IBAN, values.Type])).toEqual([
        ['NL69INGB0123456789', 'Standaard'],
      ])
    })

    it('sets a salary from a day on and keeps those before', async () => {
      const { salaries: before = [] } = await readBulk()

      await world.target.updateSalary(world.employeeId, salary)

      expect((await readBulk()).salaries).toEqual([
        ...before,
        { Value: '4175.55', Type: 'Bruto_Salaris_Fulltime', Start: '2026-11-01' },
      ])
    })

    it('gives one employee’s salaries up to the end of the payroll period of a day', async () => {
      const { companyId, employeeId, target } = world
      const now = (await readBulk()).salaries ?? []
      await target.updateSalary(employeeId, { value: '21.5', type: 'Bruto_Uurloon', start: '2026-12-31' })

      const started = await target.readSalaries(companyId, employeeId, '2026-11-02')
      const later = await target.readSalaries(companyId, employeeId, '2026-12-01')

      expect(started).toEqual(now)
      expect(later).toEqual([...now, { Value: '21.5', Type: 'Bruto_Uurloon', Start: '2026-12-31' }])
    })

    it('makes an employee once, with a home address and a start date', async () => {
      const before = await world.target.readEmployeeList(world.companyId)
      const id = await world.target.createEmployee({
        companyId: world.companyId,
        firstName: 'Zoë',
        lastName: 'van der Zee & Zn.',
        startDate: '2026-11-01',
        allowPastPeriod: false,
        personalInfo,
      })
      const home = { Street: 'Kade', City: 'Hoorn', CountryISOCode: 'NL' }
      const written = await world.target.writeAddress(id, { before: { Street: '', City: '' }, after: home })

      const list = await world.target.readEmployeeList(world.companyId)
      expect(written.result).toBe('written')
      expect(list.filter((entry) => entry.id === id)).toHaveLength(1)
      expect(list).toHaveLength(before.length + 1)
      const made = await readBulk(id)
      expect(made.personalInfo).toMatchObject({ FirstName: 'Zoë', LastName: 'van der Zee & Zn.' })
      if (world.target.capabilities.has('employee.createWhole'))
        expect(made.personalInfo).toMatchObject(personalInfo)
      expect(made.address).toMatchObject(home)
      expect(made.employment).toEqual({ InitialStartDate: '2026-11-01' })
    })

    it('changes a start date', async () => {
      if (!world.target.capabilities.has('employment.changeStart')) return
      await world.target.changeStartDate(world.employeeId, '2019-02-01')

      expect((await readBulk()).employment).toEqual({ InitialStartDate: '2019-02-01' })
    })

    const personalInfo = {
      Birthday: '1991-02-03',
      EmployeeNumber: '4711',
      EmailWork: 'zoe@tulpwerk.example',
    }
    const newcomer = {
      firstName: 'Noor',
      lastName: 'Testveld',
      startDate: '2026-11-01',
      allowPastPeriod: false,
    }
    const salary = { value: '4175.55', type: 'Bruto_Salaris_Fulltime', start: '2026-11-01' }
    const all: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['a creation', () => world.target.createEmployee({ companyId: world.companyId, ...newcomer })],
      ['personal fields', () => write('updatePersonalInfo', { LastName: 'Anders' })],
      ['an address', () => write('writeAddress', { City: 'Sneek' })],
      ['a new bank account', () => insertAccount()],
      ['the end of a bank account', () => endAccount()],
      ['a salary', () => world.target.updateSalary(world.employeeId, salary)],
      ['a start date', () => world.target.changeStartDate(world.employeeId, '2019-02-01')],
    ]
    const lacking = [
      ...(canEndAccounts ? [] : ['the end of a bank account']),
      ...(canChangeStart ? [] : ['a start date']),
    ]
    const writes = all.filter(([what]) => !lacking.includes(what))
    const write = (how: 'updatePersonalInfo' | 'writeAddress', after: Values) =>
      world.target[how](world.employeeId, { before: {}, after })
    const insertAccount = () =>
      world.target.insertBankAccount(world.employeeId, { IBAN: 'NL69INGB0123456789', Type: 'Standaard' })
    const endAccount = async () => {
      const [account] = await world.target.readBankAccounts(world.employeeId)
      await world.target.endBankAccount(world.employeeId, account!.id)
    }

    it.each(writes)('sends %s through the fence, once for each attempt', async (_, send) => {
      let asked = 0
      fence = (letGo) => {
        asked += 1
        letGo()
      }
      world.refuseNextWrite()

      await send()

      expect(asked).toBe(world.writesReceived())
      expect(asked).toBe(2)
    })

    it.each(writes)('sends nothing of %s when the fence is shut, and says why', async (_, send) => {
      const lost = new AbortError('another run is active', 'lease-held', '')
      fence = () => {
        throw lost
      }

      await expect(send()).rejects.toBe(lost)

      expect(world.writesReceived()).toBe(0)
    })

    it('sends no second attempt when the fence was shut after the first', async () => {
      const lost = new AbortError('another run is active', 'lease-held', '')
      let asked = 0
      fence = (letGo) => {
        asked += 1
        if (asked > 1) throw lost
        letGo()
      }
      world.refuseNextWrite()

      await expect(world.target.updateSalary(world.employeeId, salary)).rejects.toBe(lost)

      expect(world.writesReceived()).toBe(1)
    })

    it('reads without asking the fence', async () => {
      fence = () => {
        throw new Error('a read asked the fence')
      }

      await readBulk()
      await readApart()
      await world.target.readEmployeeList(world.companyId)
      await world.target.readBankAccounts(world.employeeId)
      await world.target.checkRights(world.companyId)
    })

    it('names every right, and none of the reading calls is closed to this account', async () => {
      const rights = await world.target.checkRights(world.companyId)

      expect(new Set(rights.map(({ operation }) => operation)).size).toBe(rights.length)
      expect(rights.filter(({ status }) => status !== 'active' && status !== 'not-tested')).toEqual([])
    })
  })
}
