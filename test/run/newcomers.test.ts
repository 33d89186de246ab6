import { describe, expect, it } from '@jest/globals'

import { RemoteError } from '../../src/domain/errors.js'
import { toTargetEmployeeId } from '../../src/domain/ids.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import { aTarget } from '../support/builders.js'
import { anIban, sourceValues, withWorld, type World } from '../support/world.js'

const person = (index: number, differs: Record<string, string> = {}): Record<string, string> =>
  sourceValues({
    'employee.firstName': `Saar${index}`,
    'employee.lastName': `Testveld${index}`,
    'employee.birthDate': `19${60 + (index % 40)}-0${1 + (index % 9)}-11T00:00:00.000Z`,
    'employee.employeeNumber': `${500 + index}`,
    'employee.workEmail': `p${index}@tulp.example`,
    'employee.bankAccount.iban': anIban(index),
    'employee.homeAddress.street': `Proefweg ${100 + index}`,
    ...differs,
  })

const fill = (world: World, count: number): void => {
  for (let index = 0; index < count; index += 1) world.source.set(`a${index}`, person(index))
}

/** Payroll enters the person of that index by hand. */
const enter = (world: World, index: number, differs: Record<string, string> = {}): void => {
  world.target.add(
    aTarget({
      id: `9${index}`,
      address: { Street: `Proefweg ${100 + index}` },
      personalInfo: {
        FirstName: `Saar${index}`,
        LastName: `Testveld${index}`,
        Birthday: `19${60 + (index % 40)}-0${1 + (index % 9)}-11`,
        EmployeeNumber: `${500 + index}`,
        EmailWork: '',
        ...differs,
      },
    }),
  )
}

const creationOf = ({ document }: RunEnd, id: string) =>
  document.changes.find(({ subject, kind }) => subject === id && kind === 'create')

const times = (world: World, call: string): number => world.target.calls.filter((one) => one === call).length

const unavailable = (operation: string): RemoteError =>
  new RemoteError(`${operation} failed`, {
    remote: 'nmbrs',
    operation,
    code: 'http-failed',
    retryable: true,
    carried: 'no',
    remedy: '',
  })

describe('somebody whom payroll enters after the plan was made', () => {
  it('is not doubled when that happened while the run waited at its question, and the others go on', async () => {
    await withWorld(async (world) => {
      fill(world, 3)

      const end = await world.run({
        confirm: () => {
          enter(world, 1)
          return Promise.resolve(true)
        },
      })

      expect(creationOf(end, 'a1')).toMatchObject({ outcome: 'held', reason: 'match-possible-duplicate' })
      expect(end.document.changes.filter(({ subject }) => subject === 'a1').slice(1)).toMatchObject(
        ['personalInfo', 'address', 'bankAccount', 'salary'].map((section) => ({
          section,
          outcome: 'skipped',
          reason: 'depends-on-failed',
        })),
      )
      expect(end.document.findings.filter(({ code }) => code === 'match-possible-duplicate')).toMatchObject([
        { subject: 'a1', severity: 'error', message: expect.stringContaining('91') },
      ])
      expect(end.document.run.result).toBe('held')
      expect(end.document.people).toMatchObject({ linked: 2, notConnected: 1 })
      expect(world.target.employees.size).toBe(3)
    })
  })

  it.each([
    ['under a married name', { LastName: 'Testveld1-Jansen' }],
    ['without a birth date and a number', { Birthday: '', EmployeeNumber: '' }],
  ])('is not doubled either when they are there %s', async (_, differs) => {
    await withWorld(async (world) => {
      fill(world, 2)

      const end = await world.run({
        confirm: () => {
          enter(world, 1, differs)
          return Promise.resolve(true)
        },
      })

      expect(creationOf(end, 'a1')).toMatchObject({ outcome: 'held', reason: 'match-possible-duplicate' })
      expect(world.target.employees.size).toBe(2)
    })
  })

  it('is seen by the next batch of creations when it happened during the run', async () => {
    await withWorld(async (world) => {
      fill(world, 30)
      world.deps.onProgress = (event) => {
        if (event.type === 'change-finished' && event.change.subject === 'a0') enter(world, 9)
      }

      const end = await world.run()

      expect(creationOf(end, 'a9')).toMatchObject({ outcome: 'held', reason: 'match-possible-duplicate' })
      expect(world.target.employees.size).toBe(30)
    })
  })

  it('waits for the next run when somebody else got the number meanwhile, which holds that number then', async () => {
    await withWorld(async (world) => {
      fill(world, 2)
      const stranger = { FirstName: 'Wim', LastName: 'Elders', Birthday: '1958-11-30' }

      const end = await world.run({
        confirm: () => {
          world.target.add(
            aTarget({
              id: '95',
              address: { Street: 'Verweg 9' },
              personalInfo: { ...stranger, EmployeeNumber: '501', EmailWork: '', TelephonePrivate: '' },
            }),
          )
          return Promise.resolve(true)
        },
      })
      const next = await world.run()

      expect(creationOf(end, 'a1')).toMatchObject({ outcome: 'held' })
      expect(creationOf(end, 'a0')).toMatchObject({ outcome: 'applied' })
      expect(creationOf(next, 'a1')).toMatchObject({ outcome: 'applied' })
      expect(next.document.findings.map(({ code, subject }) => `${code} ${subject}`)).toContain(
        'employee-number-taken a1',
      )
    })
  })

  it('keeps nobody back who is somebody else', async () => {
    await withWorld(async (world) => {
      fill(world, 3)

      const end = await world.run({
        confirm: () => {
          enter(world, 77)
          return Promise.resolve(true)
        },
      })

      expect(end.document.run.result).toBe('ok')
      expect(world.target.employees.size).toBe(4)
    })
  })

  it('is not doubled by a saved plan either', async () => {
    await withWorld(async (world) => {
      fill(world, 2)
      const { savedPlan } = await world.run({ mode: 'plan' })

      const end = await world.run({
        savedPlan: savedPlan!,
        confirm: () => {
          enter(world, 1)
          return Promise.resolve(true)
        },
      })

      expect(creationOf(end, 'a1')).toMatchObject({ outcome: 'held', reason: 'match-possible-duplicate' })
      expect(world.target.employees.size).toBe(2)
    })
  })
})

describe('a look at the employees that fails', () => {
  const expectNobodyCreated = (world: World, end: RunEnd): void => {
    expect(creationOf(end, 'a1')).toMatchObject({ outcome: 'held', reason: 'creation-unchecked' })
    expect(end.document.findings.map(({ code }) => code)).toContain('creation-unchecked')
    expect(end.document.run.result).toBe('held')
    expect(times(world, 'createEmployee')).toBe(0)
  }

  it('creates nobody when the list cannot be read, and leaves the connected people alone', async () => {
    await withWorld(async (world) => {
      world.source.set('a0', person(0))
      await world.run()
      fill(world, 2)
      world.source.edit('a0', { 'employee.homeAddress.city': 'Zeist' })
      world.target.calls.length = 0
      const confirm = (): Promise<boolean> => {
        world.target.readEmployeeList = () => Promise.reject(unavailable('readEmployeeList'))
        return Promise.resolve(true)
      }

      const end = await world.run({ confirm })

      expectNobodyCreated(world, end)
      expect(end.document.changes.find(({ subject }) => subject === 'a0')).toMatchObject({
        section: 'address',
        outcome: 'applied',
      })
    })
  })

  it('creates nobody when the list lacks somebody who was on it', async () => {
    await withWorld(async (world) => {
      fill(world, 2)
      enter(world, 77)
      const confirm = (): Promise<boolean> => {
        world.target.readEmployeeList = () => Promise.resolve([])
        return Promise.resolve(true)
      }

      expectNobodyCreated(world, await world.run({ confirm }))
    })
  })

  it.each([
    ['fails', () => Promise.reject(unavailable('readEmployee'))],
    [
      'shows no personal info',
      () => Promise.resolve({ ...aTarget({ id: '91' }), personalInfo: undefined } as never),
    ],
  ])('creates nobody when reading the newcomer %s', async (_, readEmployee) => {
    await withWorld(async (world) => {
      fill(world, 2)
      world.target.readEmployee = readEmployee
      const confirm = (): Promise<boolean> => {
        enter(world, 1)
        return Promise.resolve(true)
      }

      expectNobodyCreated(world, await world.run({ confirm }))
    })
  })

  it('gives up after a few times, and says it of everybody', async () => {
    await withWorld(async (world) => {
      fill(world, 60)
      let reads = 0
      const confirm = (): Promise<boolean> => {
        world.target.readEmployeeList = () => {
          reads += 1
          return Promise.reject(unavailable('readEmployeeList'))
        }
        return Promise.resolve(true)
      }

      const end = await world.run({ confirm })

      expect(reads).toBe(3)
      expect(end.document.changes.filter(({ reason }) => reason === 'creation-unchecked')).toHaveLength(60)
    })
  })
})

describe('the calls of the looks', () => {
  it('are one list for a batch of creations, and what this run created is no news', async () => {
    await withWorld(async (world) => {
      world.deps.now = () => Date.UTC(2026, 10, 22, 8)
      fill(world, 40)

      await world.run()

      // The plan's own and four batches of ten.
      expect(times(world, 'readEmployeeList')).toBe(5)
      expect(times(world, 'readEmployee')).toBe(0)
      expect(world.target.employees.size).toBe(40)
    })
  })

  it('are none where nobody is created', async () => {
    await withWorld(async (world) => {
      fill(world, 2)
      await world.run()
      world.target.calls.length = 0
      world.source.edit('a0', { 'employee.homeAddress.city': 'Zeist' })

      await world.run()

      expect(times(world, 'readEmployeeList')).toBe(0)
    })
  })

  it('take a lost creation for what it is, and go on', async () => {
    await withWorld(async (world) => {
      fill(world, 15)
      world.target.faults = [{ operation: 'createEmployee', nth: 3, carried: 'unknown' }]

      const end = await world.run()
      const next = await world.run()

      expect(end.document.changes.filter(({ outcome }) => outcome === 'unknown')).toHaveLength(1)
      expect(end.document.changes.map(({ reason }) => reason)).not.toContain('match-possible-duplicate')
      expect(next.document.run.result).toBe('ok')
      expect(world.target.employees.size).toBe(15)
      expect(world.target.employees.has(toTargetEmployeeId('3'))).toBe(true)
    })
  })
})
