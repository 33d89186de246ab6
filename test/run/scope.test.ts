import { describe, expect, it } from '@jest/globals'

import { AuthError, RemoteError } from '../../src/domain/errors.js'
import { toSourceCompanyId, toSourceEmployeeId } from '../../src/domain/ids.js'
import { readStatus } from '../../src/run/by-hand/read-status.js'
import { readWorklist } from '../../src/run/by-hand/read-worklist.js'
import { usualLimits } from '../support/limits.js'
import { companyName, apart, sourceValues, withWorld, type World } from '../support/world.js'
import { companyId, sourceCompanyId } from '../support/builders.js'

const fill = (world: World, count: number): void => {
  for (let index = 0; index < count; index += 1) {
    const number = `${500 + index}`
    const own = { 'employee.employeeNumber': number, 'employee.workEmail': `p${number}@tulp.example` }
    const named = { 'employee.lastName': `Testveld${index}`, 'employee.bankAccount.iban': '' }
    world.source.set(`a${index}`, sourceValues({ ...own, ...named, ...apart(index) }))
  }
}

const change = (world: World, settings: Partial<World['deps']['settings']>): void => {
  Object.assign(world.deps, { settings: { ...world.deps.settings, ...settings } })
}

const pilot = (...ids: string[]) => ({ scope: { active: true, employees: ids.map(toSourceEmployeeId) } })

/** Everybody of a company changes to another one. */
const moveAll = (world: World, to: string): void => {
  for (const [id, one] of world.source.employees)
    world.source.employees.set(id, { ...one, companyId: toSourceCompanyId(to) })
}

const expectStopped = async (world: World, code: string, ...says: string[]): Promise<void> => {
  world.target.calls.length = 0
  for (const mode of ['plan', 'sync'] as const) {
    const { document, error } = await world.run({ mode })

    expect(error).toMatchObject({ code })
    for (const text of says) expect(`${error?.message}`).toContain(text)
    expect(document.run.result).toBe('aborted')
  }
  if (code === 'source-empty') return
  expect((await readStatus(world.deps)).failure).toMatchObject({ code })
  expect((await readWorklist(world.deps)).failure).toMatchObject({ code })
  expect(world.target.writes()).toEqual([])
}

describe('a run over a scope that is not what was meant', () => {
  it('stops for a company that AlexisHR does not list, and says which key', async () => {
    await withWorld(async (world) => {
      fill(world, 3)
      const other = { sourceId: toSourceCompanyId('tulpp'), targetId: companyId, targetName: companyName }
      change(world, { companies: [...world.deps.settings.companies, other] })

      await expectStopped(world, 'scope-unknown', 'connections[0].companies[1].alexisCompanyId', 'tulpp')
    })
  })

  it('only warns where the list of companies may not be read, and fails where it could not', async () => {
    await withWorld(async (world) => {
      fill(world, 3)
      const other = { sourceId: toSourceCompanyId('empty'), targetId: companyId, targetName: companyName }
      change(world, { companies: [...world.deps.settings.companies, other] })
      world.source.companies = new AuthError('may not', 'alexis', 'forbidden', 'ask')

      const { document, error } = await world.run()

      expect(error).toBeUndefined()
      expect(document.run.result).toBe('ok')
      expect(document.findings).toMatchObject([{ code: 'companies-unreadable', severity: 'warning' }])
      const facts = { operation: 'GET /company', retryable: true, carried: 'no', remedy: '' } as const
      world.source.companies = new RemoteError('broken', { ...facts, remote: 'alexis', code: 'http-failed' })
      expect((await world.run()).error).toBe(world.source.companies)
    })
  })

  it('only warns where the account may not read the companies of Nmbrs', async () => {
    await withWorld(async (world) => {
      fill(world, 2)
      const facts = { operation: 'List_GetAll', retryable: false, carried: 'no', remedy: '' } as const
      const refused = new RemoteError('no right', { ...facts, remote: 'nmbrs', code: 'right-missing' })
      world.target.readCompanies = () => Promise.reject(refused)

      const { document, error } = await world.run()

      expect(error).toBeUndefined()
      expect(document.run.result).toBe('ok')
      expect(document.findings).toMatchObject([{ code: 'companies-unreadable', severity: 'warning' }])
    })
  })

  it('does not ask for the list while somebody of every company was read', async () => {
    await withWorld(async (world) => {
      fill(world, 3)
      world.source.companies = new Error('not to be asked for')

      expect((await world.run()).document.run.result).toBe('ok')
    })
  })

  it('stops for a pilot id that nobody has, and goes on when a pilot who was linked is gone', async () => {
    await withWorld(async (world) => {
      fill(world, 3)
      change(world, pilot('a0', 'a1', 'a9'))
      await expectStopped(world, 'scope-unknown', 'connections[0].scope.employees[2]', 'a9')

      change(world, pilot('a0', 'a1'))
      expect((await world.run()).document.run.result).toBe('ok')
      world.source.employees.delete('a1')
      expect((await world.run()).error).toBeUndefined()
    })
  })

  it('stops when nobody is in scope, but for a run that is allowed to and a scope that may be empty', async () => {
    await withWorld(async (world) => {
      fill(world, 3)
      moveAll(world, 'another')
      world.source.companies = [sourceCompanyId]
      await expectStopped(world, 'scope-empty', 'acme')

      const allowed = await world.run({ allow: { emptyScope: true } })
      await expectStopped(world, 'scope-empty')
      change(world, { scope: { active: true, employees: [], mayBeEmpty: true } })
      const meant = await world.run()

      expect([allowed.document.run.result, meant.document.run.result]).toEqual(['ok', 'ok'])
      expect(world.target.writes()).toEqual([])
    })
  })

  it('goes on where a pilot is inactive, or works for another company', async () => {
    await withWorld(async (world) => {
      fill(world, 5)
      world.source.activeOnly = true
      const one = world.source.employees.get('a1')!
      world.source.employees.set('a1', { ...one, active: false })
      world.source.employees.set('a2', {
        ...one,
        id: toSourceEmployeeId('a2'),
        companyId: toSourceCompanyId('x'),
      })
      change(world, pilot('a0', 'a1', 'a2'))

      expect((await world.run()).error).toBeUndefined()
      expect((await readStatus(world.deps)).failure).toBeNull()

      change(world, pilot('a1', 'a2'))
      await expectStopped(world, 'scope-empty')
    })
  })

  it('stops when everybody is inactive, as after a season, and goes on where that was said', async () => {
    await withWorld(async (world) => {
      world.source.activeOnly = true
      fill(world, 3)
      await world.run()
      for (const id of world.source.employees.keys()) world.source.differ(id, { active: false })
      await expectStopped(world, 'scope-empty', 'acme')

      const allowed = await world.run({ allow: { emptyScope: true } })
      change(world, { scope: { active: true, employees: [], mayBeEmpty: true } })
      const meant = await world.run()

      for (const { document } of [allowed, meant]) {
        expect(document.run.result).toBe('ok')
        expect(document.findings.map(({ code }) => code)).toEqual(Array(3).fill('left-service'))
      }
      world.source.employees.clear()
      await expectStopped(world, 'source-empty')
    })
  })

  it('asks for no second word when everybody of a season is gone', async () => {
    await withWorld(
      async (world) => {
        fill(world, 10)
        await world.run({ allow: { create: 10 } })
        moveAll(world, 'another')
        world.source.companies = [sourceCompanyId]
        await expectStopped(world, 'scope-empty')

        const allowed = await world.run({ allow: { emptyScope: true } })

        expect([allowed.error, allowed.document.run.result]).toEqual([undefined, 'ok'])
        expect(allowed.document.people).toMatchObject({ inScope: 0, outOfScope: 10 })
      },
      { thresholds: usualLimits },
    )
  })

  it('names the command that lets it through, with what was asked for', async () => {
    await withWorld(async (world) => {
      fill(world, 1)
      moveAll(world, 'another')

      const { error } = await world.run({ allowPastPeriods: true, allow: { create: 4 } })

      expect(error).toMatchObject({
        remedy: expect.stringContaining(
          'nmbrs-sync sync --connection acme --allow-past-periods --allow create=4 --allow empty-scope;',
        ),
      })
    })
  })

  it('stops when everybody who is connected is out of scope, even while others are in it', async () => {
    await withWorld(async (world) => {
      fill(world, 3)
      await world.run()
      fill(world, 5)
      change(world, pilot('a3', 'a4'))

      await expectStopped(world, 'scope-empty', '3 people')

      change(world, pilot('a0', 'a3'))
      expect((await world.run()).error).toBeUndefined()
    })
  })
})

describe('people who are gone', () => {
  it('count as lost by whom the scope takes in, not by whom else the source gives', async () => {
    await withWorld(
      async (world) => {
        fill(world, 10)
        await world.run({ allow: { create: 10 } })
        for (const id of ['a0', 'a1', 'a2']) {
          const one = world.source.employees.get(id)!
          world.source.employees.set(id, { ...one, companyId: toSourceCompanyId('another') })
        }

        expect((await world.run()).error).toMatchObject({ code: 'source-shrunk' })
      },
      { thresholds: usualLimits },
    )
  })

  it('do not count where they left by their own date', async () => {
    await withWorld(
      async (world) => {
        fill(world, 10)
        await world.run({ allow: { create: 10 } })
        world.source.activeOnly = true
        const leave = (id: string, endDate: string): void => {
          const one = world.source.employees.get(id)!
          const values = { ...one.values, ...(endDate === '' ? {} : { 'employee.endDate': endDate }) }
          world.source.employees.set(id, { ...one, active: false, values })
        }
        const { now } = world.deps
        const later = (days: number): void => {
          Object.assign(world.deps, { now: () => now() + days * 86_400_000 })
        }
        later(2)
        for (const id of ['a0', 'a1', 'a2']) leave(id, '2026-11-23')
        const left = await world.run()
        for (const id of ['a6', 'a7', 'a8']) leave(id, '2026-09-30')
        const enteredLate = await world.run()
        later(4)
        fill(world, 14)
        for (const id of ['a0', 'a1', 'a2', 'a6', 'a7', 'a8']) leave(id, '2026-11-23')
        const grown = await world.run({ allow: { create: 10 } })
        for (const id of ['a3', 'a4', 'a5']) leave(id, '')
        const lost = await world.run()

        expect([left.error, enteredLate.error, grown.error]).toEqual([undefined, undefined, undefined])
        expect(lost.error).toMatchObject({ code: 'source-shrunk' })
      },
      { thresholds: usualLimits },
    )
  })
})
