import { describe, expect, it } from '@jest/globals'

import { toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { RunEnd } from '../../../src/run/run-connection.js'
import { aLink, aTarget } from '../../support/builders.js'
import { defaultHoldSettings } from '../../support/hold-builders.js'
import { sourceValues, withWorld, type World } from '../../support/world.js'

// Today is 22 November 2026, and the payroll period began on the 1st.
const past = { allowPastPeriods: true }
const says = (world: World, differs: Record<string, string>): void => {
  // Without a salary, which has questions of its own.
  const values = Object.entries(sourceValues(differs)).filter(([path]) => !path.startsWith('compensation.'))
  world.source.set('a1', Object.fromEntries(values))
}
const heldOf = ({ document }: RunEnd): string[] =>
  document.changes.flatMap(({ section, outcome, reason }) =>
    outcome === 'held' && reason !== 'depends-on-failed' ? [`${section}: ${reason ?? ''}`] : [],
  )
const codesOf = ({ document }: RunEnd): string[] =>
  document.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
const only = (world: World) => [...world.target.employees.values()][0]

interface Case {
  name: string
  differs: Record<string, string>
  reasons: string[]
}
const birth = 'birth-date-implausible'
const hire = 'hire-date-implausible'
const name = 'name-implausible'
const isoOf = (day: string): string => `${day}T00:00:00.000Z`
const dates = (birthDate: string, hireDate = '2026-11-02') => ({
  'employee.birthDate': isoOf(birthDate),
  'employee.hireDate': hireDate,
})

const implausible: Case[] = [
  { name: 'a birth date tomorrow', differs: dates('2026-11-23'), reasons: [birth] },
  {
    name: 'a birth date before a start that is later still',
    differs: dates('2026-11-25', '2027-02-01'),
    reasons: [birth],
  },
  { name: 'a birth date that is the hire date', differs: dates('2026-11-02'), reasons: [birth] },
  { name: 'a birth date after the hire date', differs: dates('2026-11-10'), reasons: [birth] },
  { name: 'an age of 12 the day before the birthday', differs: dates('2013-11-03'), reasons: [birth] },
  { name: 'an age of 101 at hire', differs: dates('1925-11-02'), reasons: [birth] },
  { name: 'a start 367 days ahead', differs: dates('1990-05-17', '2027-11-24'), reasons: [hire] },
  { name: 'a start more than 60 years back', differs: dates('1940-05-17', '1966-11-21'), reasons: [hire] },
  { name: 'both dates', differs: dates('2026-11-23', '2036-11-02'), reasons: [birth, hire] },
  { name: 'a first name of digits', differs: { 'employee.firstName': '123' }, reasons: [name] },
  { name: 'a last name of signs', differs: { 'employee.lastName': '*** (1)' }, reasons: [name] },
]
const plausible: Case[] = [
  { name: 'an age of 13 on the birthday', differs: dates('2013-11-02'), reasons: [] },
  { name: 'an age of 100 at hire', differs: dates('1925-11-03'), reasons: [] },
  { name: 'a start 366 days ahead', differs: dates('1990-05-17', '2027-11-23'), reasons: [] },
  { name: 'a start 60 years back', differs: dates('1940-05-17', '1966-11-22'), reasons: [] },
  { name: 'a birth date on a leap day', differs: dates('2012-02-29', '2026-11-02'), reasons: [] },
  {
    name: 'a name in another script',
    differs: { 'employee.firstName': '李', 'employee.lastName': 'Ωμέγα' },
    reasons: [],
  },
  { name: 'a name of one letter', differs: { 'employee.lastName': "O'" }, reasons: [] },
]

describe('a creation', () => {
  it.each(implausible)('waits for a person because of $name, and goes once that is released', async (one) => {
    await withWorld(async (world) => {
      says(world, one.differs)

      const first = await world.run(past)
      expect(world.target.employees.size).toBe(0)
      expect(heldOf(first)).toEqual([`employee: ${one.reasons[0] ?? ''}`])
      expect(codesOf(first)).toEqual(one.reasons)
      expect(first.document.run.result).toBe('held')
      expect(await world.deps.store.holds.readHolds()).toHaveLength(1)

      await world.release()
      const second = await world.run(past)
      expect(world.target.employees.size).toBe(1)
      expect(heldOf(second)).toEqual([])
      expect(only(world)?.personalInfo).toMatchObject({
        Birthday: one.differs['employee.birthDate']?.slice(0, 10) ?? '1990-05-17',
      })
      expect(await world.deps.store.holds.readHolds()).toEqual([])
      // Both sides have it now.
      expect(heldOf(await world.run(past))).toEqual([])
    })
  })

  it.each(plausible)('goes with $name', async (one) => {
    await withWorld(async (world) => {
      says(world, one.differs)

      const end = await world.run(past)

      expect(world.target.employees.size).toBe(1)
      expect(end.document.run.result).toBe('ok')
    })
  })

  it('does not go on a release that was given for another date', async () => {
    await withWorld(async (world) => {
      says(world, dates('2013-11-03'))
      await world.run()
      await world.release()
      says(world, dates('2014-11-03'))

      expect(heldOf(await world.run())).toEqual([`employee: ${birth}`])
      expect(world.target.employees.size).toBe(0)

      says(world, dates('1993-11-03'))
      expect((await world.run()).document.run.result).toBe('ok')
      expect(await world.deps.store.holds.readHolds()).toEqual([])
    })
  })

  it('that was rejected is left out, and nothing of the person waits', async () => {
    await withWorld(async (world) => {
      says(world, dates('2013-11-03'))
      await world.run()
      await world.say('reject')

      const end = await world.run()

      expect(world.target.employees.size).toBe(0)
      expect(new Set(end.document.changes.map(({ outcome }) => outcome))).toEqual(new Set(['skipped']))
      expect(end.document.run.result).toBe('ok')
    })
  })

  it('says that the date is nobody’s before it says that the period is over', async () => {
    await withWorld(async (world) => {
      says(world, dates('1940-05-17', '1956-11-21'))

      expect(heldOf(await world.run())).toEqual([`employee: ${hire}`])
      await world.release()
      expect(heldOf(await world.run())).toEqual(['employee: before-current-period'])
      await world.run(past)
      expect(world.target.employees.size).toBe(1)
    })
  })

  it('waits by the span that is configured', async () => {
    const holds = { ...defaultHoldSettings, hireDate: { pastYears: 1, futureDays: 10 } }
    await withWorld(
      async (world) => {
        says(world, dates('1990-05-17', '2026-12-03'))
        expect(heldOf(await world.run())).toEqual([`employee: ${hire}`])
        says(world, dates('1990-05-17', '2026-12-02'))
        expect((await world.run()).document.run.result).toBe('ok')
      },
      { holds },
    )
  })
})

describe('an employee who is connected', () => {
  const employee = toTargetEmployeeId('1')
  const connect = async (world: World): Promise<void> => {
    says(world, {})
    await world.run()
  }

  it('gets no birth date that is nobody’s, and the rest of personal info goes on', async () => {
    await withWorld(async (world) => {
      await connect(world)
      says(world, { ...dates('2016-05-17'), 'employee.privateEmail': 'noor@thuis.example' })

      const end = await world.run()

      expect(heldOf(end)).toEqual([`personalInfo: identity-changed`])
      expect(codesOf(end)).toEqual(['identity-changed', birth])
      expect(world.target.employees.get(employee)?.personalInfo).toMatchObject({
        Birthday: '1990-05-17',
        EmailPrivate: 'noor@thuis.example',
      })
      await world.release()
      await world.run()
      expect(world.target.employees.get(employee)?.personalInfo.Birthday).toBe('2016-05-17')
    })
  })

  it('gets no first name without a letter, and the rest of personal info goes on', async () => {
    await withWorld(async (world) => {
      await connect(world)
      says(world, { 'employee.firstName': '0612', 'employee.privateEmail': 'noor@thuis.example' })

      expect(heldOf(await world.run())).toEqual([`personalInfo: ${name}`])
      expect(world.target.employees.get(employee)?.personalInfo).toMatchObject({
        FirstName: 'Noor',
        EmailPrivate: 'noor@thuis.example',
      })
      says(world, {})
      expect((await world.run()).document.run.result).toBe('ok')
    })
  })

  it('is moved to no start date that is nobody’s, where start dates are sent', async () => {
    await withWorld(
      async (world) => {
        await connect(world)
        says(world, { 'employee.hireDate': '2036-11-02' })

        expect(heldOf(await world.run(past))).toEqual([`employment: ${hire}`])
        says(world, { 'employee.hireDate': '2001-11-02' })
        expect(heldOf(await world.run(past))).toEqual([`employment: ${hire}`])
        await world.release()
        await world.run(past)
        expect(world.target.employees.get(employee)?.employment.InitialStartDate).toBe('2001-11-02')
      },
      { updateStartDate: true },
    )
  })

  it('gets no hold, no block and no other exit for what both sides have already', async () => {
    await withWorld(async (world) => {
      const odd = { ...dates('2020-05-17'), 'employee.firstName': '123', 'employee.lastName': '…7' }
      says(world, odd)
      world.target.add(
        aTarget({
          personalInfo: { FirstName: '123', LastName: '…7', Birthday: '2020-05-17', EmployeeNumber: '501' },
          employment: { InitialStartDate: '2026-11-02' },
        }),
        [{ IBAN: 'NL91ABNA0417164300', Type: 'Standaard' }],
      )
      await world.deps.store.links.writeLink(aLink())

      const end = await world.run()

      expect(heldOf(end)).toEqual([])
      expect(codesOf(end)).toEqual([])
    })
  })

  it('of whom a rule knows it, waits for the first contact and for nothing else', async () => {
    await withWorld(async (world) => {
      says(world, dates('2020-05-17'))
      world.target.add(
        aTarget({
          personalInfo: {
            FirstName: 'Noor',
            LastName: 'Testveld',
            Birthday: '2020-05-17',
            EmployeeNumber: '501',
          },
          employment: { InitialStartDate: '2026-11-02' },
        }),
        [{ IBAN: 'NL91ABNA0417164300', Type: 'Standaard' }],
      )

      expect(heldOf(await world.run())).toEqual([])
    })
  })
})
