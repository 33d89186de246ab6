import { describe, expect, it } from '@jest/globals'

import { RemoteError } from '../../src/domain/errors.js'
import { toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import { linkByHand } from '../../src/run/by-hand/link-by-hand.js'
import { readStatus } from '../../src/run/by-hand/read-status.js'
import { readAlikes } from '../../src/run/by-hand/read-alikes.js'
import type { TargetListEntry } from '../../src/target/port.js'
import { aTarget, companyId } from '../support/builders.js'
import { anIban, apart, sourceValues, withWorld, type World } from '../support/world.js'

const codesOf = async (world: World): Promise<string[]> => {
  const { document } = await world.run()
  return [document.run.result, ...document.findings.map(({ code, subject }) => `${code} ${subject}`)]
}

const namesake = { EmployeeNumber: '77', EmailWork: '', TelephonePrivate: '' }

/** The list names somebody whom the company-wide rows leave out, and who cannot be read apart. */
const listUnreadable = (world: World, displayName: string): void => {
  const entry: TargetListEntry = { id: toTargetEmployeeId('900'), displayName }
  const { target } = world
  const readList = target.readEmployeeList.bind(target)
  const read = target.readEmployee.bind(target)
  target.readEmployeeList = async () => [...(await readList()), entry]
  target.readEmployee = (one) =>
    one.id === entry.id
      ? Promise.reject(
          new RemoteError('refused', {
            remote: 'nmbrs',
            operation: 'PersonalInfo_GetCurrent',
            code: 'unexpected-answer',
            retryable: false,
            carried: 'no',
            remedy: 'Report it',
          }),
        )
      : read(one)
}

describe('the document of a run', () => {
  it('names a new link with its rule and its attributes, and a clean one is no finding', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues({ 'employee.bankAccount.iban': '', 'compensation.amount': '' }))
      world.target.add(
        aTarget({
          personalInfo: { TelephonePrivate: '' },
          address: { Street: 'Proefweg 1', City: 'Utrecht', PostalCode: '', CountryISOCode: 'NL' },
          employment: { InitialStartDate: '2026-11-02' },
        }),
        [],
      )

      const plan = await world.run({ mode: 'plan' })
      const sync = await world.run()
      const again = await world.run()

      const link = {
        subject: 'a1',
        targetId: '1',
        rule: 'employeeNumber+birthDate',
        agrees: ['employeeNumber', 'birthDate', 'firstName', 'lastName', 'workEmail'],
        differs: [],
      }
      expect(plan.document.links).toEqual([link])
      expect(sync.document.links).toEqual([link])
      expect(again.document.links).toEqual([])
      expect(sync.document.findings.filter(({ code }) => code.startsWith('match-'))).toEqual([])
    })
  })

  it('counts a link that a run found and did not store as none', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.target.add(aTarget())

      const plan = await world.run({ mode: 'plan' })
      const refused = await world.run({ confirm: () => Promise.resolve(false) })

      expect(plan.document.people).toMatchObject({ linked: 1, notConnected: 0 })
      expect(refused.document.people).toMatchObject({ linked: 0, notConnected: 1 })
      expect(await world.deps.store.links.readLinks()).toEqual([])
    })
  })

  it('says what stopped the run', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.source.failure = new Error('broken')

      const { document } = await world.run()

      expect(document.run.failure).toMatchObject({ code: 'unforeseen' })
    })
  })
})

describe('an employee who could not be read', () => {
  it('holds the creation of anyone they could be, and the others are created', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.target.add(
        aTarget({
          id: '5',
          personalInfo: { ...namesake, FirstName: 'Bo', LastName: 'Elders', Birthday: '1958-11-30' },
        }),
      )
      listUnreadable(world, 'N. Testveld')

      expect(await codesOf(world)).toEqual(['held', 'match-target-unread a1'])
      expect(world.target.writes()).toEqual([])
    })
  })
})

describe('a second employee of a connected person', () => {
  it('is told in every run, and changes no result', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      await world.run()
      await world.run()
      world.target.add(aTarget({ id: '900', personalInfo: { ...namesake, Birthday: '1990-05-18' } }))

      const { people } = await readStatus(world.deps)
      expect(people[0]?.findings.map(({ code }) => code)).toContain('possible-second-employee')
      expect(await codesOf(world)).toEqual(['ok', 'possible-second-employee a1'])
      expect(await codesOf(world)).toEqual(['ok', 'possible-second-employee a1'])
    })
  })
})

describe('a known bank account', () => {
  it('holds the creation of somebody of nearly the same birth date, also when its holder left AlexisHR', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues({ 'employee.bankAccount.iban': anIban(1) }))
      await world.run()
      world.source.employees.delete('a1')
      world.source.set(
        'a2',
        sourceValues({
          ...apart(2),
          'employee.firstName': 'Saar',
          'employee.lastName': 'Elders',
          'employee.birthDate': '1990-05-18',
          'employee.employeeNumber': '502',
          'employee.workEmail': 'saar@tulp.example',
          'employee.bankAccount.iban': anIban(1),
        }),
      )

      const { document } = await world.run({ allow: { shrink: 1 } })

      expect(document.findings.map(({ code, subject }) => `${code} ${subject}`)).toContain(
        'match-possible-duplicate a2',
      )
      const accounts = await world.deps.store.accounts.readAccounts()
      expect(accounts.get(companyId)?.size).toBe(1)
      expect(JSON.stringify([...(accounts.get(companyId) ?? [])])).not.toContain(anIban(1))
    })
  })
})

describe('a word that somebody is new', () => {
  it('covers those who were alike then, and holds again when payroll enters the person meanwhile', async () => {
    await withWorld(async (world) => {
      const { deps } = world
      const sourceId = toSourceEmployeeId('a1')
      world.source.set('a1', sourceValues())
      const namesakes = aTarget({ id: '5', personalInfo: { ...namesake, Birthday: '1958-11-30' } })
      world.target.add(namesakes)
      expect(await codesOf(world)).toEqual(['held', 'match-possible-duplicate a1'])

      const { seen } = await readAlikes(deps, sourceId)
      await linkByHand(deps, { order: 'create', sourceId, seen }, '2026-11-22')
      world.target.add(aTarget({ id: '6', personalInfo: { ...namesake, FirstName: 'Nora' } }))
      const entered = await codesOf(world)
      world.target.employees.delete(toTargetEmployeeId('6'))
      const { document } = await world.run()

      expect(seen).toEqual(['5'])
      expect(entered).toEqual(['held', 'match-possible-duplicate a1'])
      expect(document.changes.map(({ kind, outcome }) => `${kind} ${outcome}`)).toContain('create applied')
    })
  })
})
