import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId, type SourceEmployeeId, type TargetEmployeeId } from '../../src/domain/ids.js'
import { linkByHand } from '../../src/run/by-hand/link-by-hand.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import type { RunSettings } from '../../src/run/settings.js'
import { anIban, apart, sourceValues, withWorld, type World } from '../support/world.js'

const others = (number: number): Record<string, string> =>
  sourceValues({
    'employee.firstName': 'Bo',
    'employee.lastName': `Ander${number}`,
    ...apart(number),
    'employee.workEmail': `bo${number}@tulp.example`,
    'employee.employeeNumber': `${510 + number}`,
    'employee.bankAccount.iban': anIban(10 + number),
  })

const a1 = toSourceEmployeeId('a1')

/**
 * Two people in step; then the account of the first changes, and somebody releases, rejects or says nothing.
 */
const withHold = async (world: World, word?: 'release' | 'reject'): Promise<void> => {
  world.source.set('a1', sourceValues({ 'employee.bankAccount.iban': anIban(1) }))
  world.source.set('a2', others(2))
  await world.run()
  world.source.edit('a1', { 'employee.bankAccount.iban': anIban(2) })
  await world.run()
  if (word === undefined) return
  await world.say(word)
}

const holds = async ({ deps }: World): Promise<string[]> =>
  (await deps.store.holds.readHoldHistory()).map(
    ({ subject, section, words, closed }) =>
      `${subject} ${section} ${closed?.how ?? ['open', ...words.map(({ word }) => word)].join(' ')}`,
  )

const sent = ({ document }: RunEnd): string[] =>
  document.changes
    .filter(({ outcome }) => outcome === 'applied')
    .map(({ subject, section }) => `${subject} ${section}`)

/** Something goes wrong for one night, and the next morning it is right again. */
interface Night {
  fall: (world: World) => void
  rise: (world: World) => void
}

const remembered = new WeakMap<World, Record<string, string>>()
const forget = (world: World): void => {
  remembered.set(world, world.source.employees.get('a1')?.values ?? {})
  world.source.employees.delete('a1')
}
const remember = (world: World): void => {
  world.source.unreadable = []
  world.source.set('a1', remembered.get(world) ?? {})
}

const nights: [string, Night][] = [
  [
    'the record cannot be read',
    {
      fall: (world) => {
        forget(world)
        world.source.unreadable = [{ id: a1, problems: ['birthDate'] }]
      },
      rise: remember,
    },
  ],
  [
    'a record without an id cannot be read',
    {
      fall: (world) => {
        forget(world)
        world.source.unreadable = [{ id: undefined, problems: ['id'] }]
      },
      rise: remember,
    },
  ],
  ['the person is missing from AlexisHR', { fall: forget, rise: remember }],
  [
    'the person lacks a required field',
    {
      fall: ({ source }) => {
        source.edit('a1', { 'employee.lastName': '' })
      },
      rise: ({ source }) => {
        source.edit('a1', { 'employee.lastName': 'Testveld' })
      },
    },
  ],
  [
    'the bank accounts cannot be read',
    {
      fall: ({ target }) => {
        target.faults = Array.from({ length: 9 }, (_, at) => ({
          operation: 'readBankAccounts',
          nth: at + 1,
          carried: 'no' as const,
        }))
      },
      rise: ({ target }) => {
        target.faults = []
      },
    },
  ],
  [
    'the IBAN is spoilt',
    {
      fall: ({ source }) => {
        source.edit('a1', { 'employee.bankAccount.iban': 'NL00SPOILT' })
      },
      rise: ({ source }) => {
        source.edit('a1', { 'employee.bankAccount.iban': anIban(2) })
      },
    },
  ],
  [
    'the employee is not in Nmbrs',
    {
      fall: (world) => {
        gone.set(world, new Map(world.target.employees))
        world.target.employees.delete(firstOf(world))
      },
      rise: (world) => {
        for (const [id, employee] of gone.get(world) ?? []) world.target.employees.set(id, employee)
      },
    },
  ],
]
const gone = new WeakMap<World, World['target']['employees']>()
const firstOf = ({ target }: World): TargetEmployeeId => {
  const [first] = [...target.employees].filter(([, { personalInfo }]) => personalInfo.FirstName === 'Noor')
  if (first === undefined) throw new Error('the employee is not there')
  return first[0]
}

const scopeOf = (...employees: SourceEmployeeId[]): Partial<RunSettings> => ({
  scope: { active: true, employees },
})

describe('a night on which', () => {
  it.each(nights)('%s leaves a release as it was', async (_what, { fall, rise }) => {
    await withWorld(async (world) => {
      await withHold(world, 'release')

      fall(world)
      const bad = await world.run()
      const during = await holds(world)
      rise(world)
      const good = await world.run()

      expect(sent(bad)).toEqual([])
      expect(during).toEqual(['a1 bankAccount open release'])
      expect(sent(good)).toEqual(['a1 bankAccount'])
      expect(await holds(world)).toEqual(['a1 bankAccount used'])
    })
  })

  it.each(nights)('%s leaves a rejection as it was', async (_what, { fall, rise }) => {
    await withWorld(async (world) => {
      await withHold(world, 'reject')

      fall(world)
      await world.run()
      rise(world)
      const good = await world.run()

      expect(sent(good)).toEqual([])
      expect(good.document.run.result).toBe('ok')
      expect(await holds(world)).toEqual(['a1 bankAccount open reject'])
    })
  })

  it.each(nights.filter(([what]) => what !== 'the person is missing from AlexisHR'))(
    '%s leaves open what got no answer',
    async (_what, { fall, rise }) => {
      await withWorld(async (world) => {
        await withHold(world, 'release')
        world.target.faults = [{ operation: 'endBankAccount', nth: 1, carried: 'unknown' }]
        await world.run()
        const open = async (): Promise<string[]> =>
          (await world.deps.store.journal.readOpenIntents()).map(
            ({ section, replaces }) => `${section} ${replaces.length}`,
          )
        const before = await open()

        fall(world)
        const bad = await world.run()
        const during = await open()
        rise(world)
        await world.run()

        expect(before.length).toBeGreaterThan(0)
        expect(during).toEqual(before)
        expect(bad.document.findings.map(({ code }) => code)).not.toContain('write-left-open')
        expect(await open()).toEqual([])
      })
    },
  )

  it('the pilot list leaves somebody out leaves the release as it was', async () => {
    await withWorld(async (world) => {
      await withHold(world, 'release')
      const everybody = world.deps.settings
      Object.assign(world.deps, { settings: { ...everybody, ...scopeOf(toSourceEmployeeId('a2')) } })
      await world.run()
      Object.assign(world.deps, { settings: everybody })

      expect(sent(await world.run())).toEqual(['a1 bankAccount'])
    })
  })
})

describe('the hold of somebody', () => {
  it('closes when the source takes the change back', async () => {
    await withWorld(async (world) => {
      await withHold(world)
      world.source.edit('a1', { 'employee.bankAccount.iban': anIban(1) })

      await world.run()

      expect(await holds(world)).toEqual(['a1 bankAccount superseded'])
    })
  })

  it('closes in the next run when the link was ended and the person has gone from AlexisHR', async () => {
    await withWorld(async (world) => {
      await withHold(world, 'release')
      await linkByHand(world.deps, { order: 'disconnect', sourceId: a1 }, '2026-11-22')
      world.source.employees.delete('a1')

      await world.run()

      expect(await holds(world)).toEqual(['a1 bankAccount superseded'])
    })
  })

  it('stays while a start date was left out of what was read', async () => {
    const settings = { updateStartDate: true }
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      await world.run()
      await world.run()
      world.source.edit('a1', { 'employee.hireDate': '2026-11-03' })
      for (const employee of world.target.employees.values())
        employee.employment = { InitialStartDate: '2026-11-04' }
      await world.run()
      await world.release()
      world.target.show = (employee) => ({ ...employee, employment: undefined })

      await world.run()
      world.target.show = (employee) => employee

      expect(await holds(world)).toEqual(['a1 employment open release'])
      expect(sent(await world.run())).toEqual(['a1 employment'])
    }, settings)
  })
})

const linesOf = ({ document }: RunEnd): string[] =>
  document.findings.map(({ subject, code }) => `${subject} ${code}`).sort()

describe('a run for some people', () => {
  it('counts, says and ends with what concerns them alone', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.source.set('a2', others(2))
      world.source.set('a3', { ...others(3), 'employee.lastName': '' })
      world.source.unreadable = [{ id: toSourceEmployeeId('a4'), problems: ['birthDate'] }]
      await world.run()

      const some = await world.run({ employees: [a1] })
      const whole = await world.run()

      expect(linesOf(some)).toEqual([])
      expect(some.document.run.result).toBe('ok')
      expect(some.document.people).toEqual({
        read: 4,
        inScope: 1,
        linked: 1,
        notConnected: 0,
        ignored: 0,
        blocked: 0,
      })
      expect(linesOf(whole)).toEqual(['a3 required-field-missing', 'a4 source-record-unreadable'])
      expect(whole.document.people).toMatchObject({ inScope: 3, linked: 2, blocked: 1 })
    })
  })

  it('is held by the blocked person whom it is about', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.source.set('a3', { ...others(3), 'employee.lastName': '' })

      const { document } = await world.run({ employees: [toSourceEmployeeId('a3')] })

      expect(document.run.result).toBe('held')
      expect(document.people).toMatchObject({ inScope: 1, blocked: 1, notConnected: 1 })
    })
  })

  it('says nothing of somebody else who has the same account', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.source.set('a2', others(2))
      await world.run()
      world.source.edit('a1', { 'employee.bankAccount.iban': anIban(12) })

      const { document } = await world.run({ employees: [a1] })

      expect(new Set(document.findings.map(({ subject }) => subject))).toEqual(new Set(['a1']))
    })
  })

  it('says of an asked person whose record cannot be read that it cannot, and goes on with the others', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      const a4 = toSourceEmployeeId('a4')
      world.source.unreadable = [{ id: a4, problems: ['birthDate'] }]

      const end = await world.run({ employees: [a1, a4] })

      expect(linesOf(end)).toEqual(['a4 source-record-unreadable'])
      expect(end.document.run.result).toBe('held')
      expect(sent(end)).toContain('a1 employee')
    })
  })
})
