import { describe, expect, it } from '@jest/globals'

import { toSourceCompanyId, toSourceEmployeeId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import { explainPerson } from '../../../src/run/by-hand/explain-person.js'
import { readStatus } from '../../../src/run/by-hand/read-status.js'
import type { RunEnd } from '../../../src/run/run-connection.js'
import type { SourceEmployee, UnreadableRecord } from '../../../src/source/port.js'
import { sourceCompanyId } from '../../support/builders.js'
import { sourceValues, withWorld, type World } from '../../support/world.js'

const id = toSourceEmployeeId('a1')
const employee = toTargetEmployeeId('1')
const heldOf = ({ document }: RunEnd): string[] =>
  document.changes.flatMap(({ section, outcome }) => (outcome === 'held' ? [section] : []))
const errorsOf = ({ document }: RunEnd): string[] =>
  document.findings.flatMap(({ severity, code, section }) =>
    severity === 'error' ? [`${code} ${section ?? ''}`.trim()] : [],
  )
const warningsOf = ({ document }: RunEnd): string[] =>
  document.findings.flatMap(({ severity, code, section }) =>
    severity === 'warning' ? [`${code} ${section ?? ''}`] : [],
  )

/** Somebody of whom all is in step, and who then gets a new private e-mail address and town. */
const moveAll = async (
  world: World,
  differs: Partial<SourceEmployee>,
  values: Record<string, string> = {},
) => {
  world.source.set('a1', sourceValues())
  await world.run()
  await world.run()
  const moved = { 'employee.privateEmail': 'noor@thuis.example', 'employee.homeAddress.city': 'Delft' }
  world.source.set('a1', sourceValues({ ...moved, 'employee.homeAddress.postalCode': '2611 AA', ...values }))
  world.source.differ('a1', differs)
  const end = await world.run()
  const target = world.target.employees.get(employee)
  return { end, email: target?.personalInfo.EmailPrivate, city: target?.address.City }
}
const odd = (path: string): Partial<SourceEmployee> => ({ odd: { [path]: 'expected text, found list' } })
const email = 'noor@thuis.example'

describe('a value of another form', () => {
  it.each<[string, string, string[], boolean, boolean]>([
    ['a phone', 'employee.privatePhone', ['value-invalid personalInfo'], true, true],
    ['a first name', 'employee.firstName', ['value-invalid personalInfo'], true, true],
    ['a birth date', 'employee.birthDate', ['value-invalid personalInfo'], true, true],
    ['a hire date', 'employee.hireDate', ['value-invalid employment'], true, true],
    ['a street', 'employee.homeAddress.street', ['value-invalid address'], true, false],
    ['an IBAN', 'employee.bankAccount.iban', ['value-invalid bankAccount'], true, true],
    ['an amount', 'compensation.amount', ['value-invalid salary'], true, true],
  ])(
    'of a connected employee, %s, holds that and nothing else',
    async (_, path, errors, emailGoes, cityGoes) => {
      await withWorld(async (world) => {
        const { end, email: sent, city } = await moveAll(world, odd(path))

        expect(errorsOf(end)).toEqual(errors)
        expect(sent === email).toBe(emailGoes)
        expect(city === 'Delft').toBe(cityGoes)
        expect(end.document.people).toMatchObject({ linked: 1, blocked: 0 })
      })
    },
  )

  it('is never empty, and nothing behind it is taken in its place', async () => {
    await withWorld(async (world) => {
      const { end } = await moveAll(world, odd('employee.privatePhone'), {
        'employee.privatePhoneSanitized': '+31612345678',
      })

      expect(errorsOf(end)).toEqual(['value-invalid personalInfo'])
      expect(world.target.employees.get(employee)?.personalInfo.TelephonePrivate ?? '').toBe('')
    })
  })

  it('in what a new employee needs blocks the creation, and the person stays in status and explain', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues({ 'employee.firstName': '' }))
      world.source.differ('a1', odd('employee.firstName'))

      const end = await world.run()

      expect(world.target.employees.size).toBe(0)
      expect(end.document.people).toMatchObject({ blocked: 1 })
      expect((await readStatus(world.deps)).people).toMatchObject([{ subject: id, pairing: 'blocked' }])
      expect((await explainPerson(world.deps, id)).missing).toMatchObject([{ path: 'employee.firstName' }])
    })
  })

  it('in a row of pay holds the salary, and the rest of the person goes on', async () => {
    await withWorld(async (world) => {
      const issue = {
        code: 'source-value-unreadable',
        section: 'salary',
        holds: true,
        problems: ['compensation.effectiveDate: expected text, found nothing'],
      } as const
      const {
        end,
        email: sent,
        city,
      } = await moveAll(world, { issues: [issue] }, { 'compensation.amount': '3300' })

      expect(errorsOf(end)).toEqual(['source-value-unreadable salary'])
      expect([sent, city]).toEqual([email, 'Delft'])
      expect(world.target.employees.get(employee)?.salaries.map(({ Value }) => Value)).toEqual(['3000'])
    })
  })
})

describe('a record that cannot be read', () => {
  const record = (differs: Partial<UnreadableRecord> = {}): UnreadableRecord => ({
    id,
    companyId: sourceCompanyId,
    problems: ['active: expected boolean, found text'],
    ...differs,
  })

  it('stays in status and explain, connected as it was, and is an error of the run', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      await world.run()
      world.source.employees.clear()
      world.source.unreadable = [record()]

      const end = await world.run()

      expect(errorsOf(end)).toEqual(['source-record-unreadable'])
      const { people } = await readStatus(world.deps)
      expect(people).toMatchObject([
        { subject: id, tab: 'connected', pairing: 'unreadable', targetId: employee },
      ])
      expect(await explainPerson(world.deps, id)).toMatchObject({
        link: { status: 'connected', targetId: employee },
        plan: { findings: [{ code: 'source-record-unreadable' }] },
      })
    })
  })

  it('of another company is nobody’s finding', async () => {
    await withWorld(async (world) => {
      world.source.set('a2', sourceValues())
      world.source.unreadable = [record({ companyId: toSourceCompanyId('another') })]

      const end = await world.run()

      expect(errorsOf(end)).toEqual([])
      expect(end.document.run.result).toBe('ok')
      expect((await readStatus(world.deps)).people.map(({ subject }) => subject)).toEqual(['a2'])
    })
  })
})

describe('a date-time that is no midnight', () => {
  const noon = (day: string): string => `${day}T12:00:00.000Z`
  const code = 'date-time-unclear'

  it.each<[string, Record<string, string>, string]>([
    ['a birth date', { 'employee.birthDate': noon('1990-05-17') }, 'personalInfo'],
    ['a hire date', { 'employee.hireDate': noon('2026-11-02') }, 'employment'],
    ['the start of a salary', { 'compensation.effectiveDate': noon('2026-11-02') }, 'salary'],
  ])('in step with payroll, %s, is only said', async (_, values, section) => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      await world.run()
      await world.run()
      world.source.set('a1', sourceValues(values))

      for (const end of [await world.run(), await world.run()]) {
        expect(heldOf(end)).toEqual([])
        expect(errorsOf(end)).toEqual([])
        expect(warningsOf(end)).toEqual([`${code} ${section}`])
        expect(end.document.run.result).toBe('ok')
      }
    })
  })

  it.each<[string, Record<string, string>, string, [string | undefined, string]]>([
    [
      'another birth date',
      { 'employee.birthDate': noon('1991-05-17') },
      'personalInfo',
      [undefined, 'Delft'],
    ],
    [
      'the birth date as it is, beside another e-mail address',
      { 'employee.birthDate': noon('1990-05-17') },
      'personalInfo',
      [undefined, 'Delft'],
    ],
    [
      'the start of another salary',
      { 'compensation.amount': '3100', 'compensation.effectiveDate': noon('2026-11-02') },
      'salary',
      [email, 'Delft'],
    ],
  ])('holds its section, and nothing else: %s', async (_, values, section, [mail, town]) => {
    await withWorld(async (world) => {
      const { end, email: sent, city } = await moveAll(world, {}, values)

      expect(errorsOf(end)).toEqual([`${code} ${section}`])
      expect(new Set(heldOf(end))).toEqual(new Set([section]))
      expect([sent === '' ? undefined : sent, city]).toEqual([mail, town])
      await world.release()
      expect(errorsOf(await world.run())).toEqual([`${code} ${section}`])
    })
  })

  it.each<[string, Record<string, string>, string]>([
    ['a birth date', { 'employee.birthDate': noon('1990-05-17') }, 'personalInfo'],
    ['a hire date', { 'employee.hireDate': noon('2026-11-20') }, 'employment'],
  ])('holds a creation: %s', async (_, values, section) => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues(values))

      const end = await world.run()

      expect(errorsOf(end)).toEqual([`${code} ${section}`])
      expect(world.target.employees.size).toBe(0)
      world.source.set('a1', sourceValues())
      expect((await world.run()).document.run.result).toBe('ok')
      expect(world.target.employees.size).toBe(1)
    })
  })

  it('of the first salary waits, and the person is created', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues({ 'compensation.effectiveDate': noon('2026-11-02') }))

      expect(errorsOf(await world.run())).toEqual([`${code} salary`])
      expect(world.target.employees.get(employee)?.salaries).toEqual([])
    })
  })
})
