import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId } from '../../src/domain/ids.js'
import { AuthError, RemoteError } from '../../src/domain/errors.js'
import { readStatus } from '../../src/run/by-hand/read-status.js'
import { aTarget } from '../support/builders.js'
import { usualLimits } from '../support/limits.js'
import { apart, sourceValues, withWorld, type World } from '../support/world.js'

const person = (index: number, differs: Record<string, string> = {}): Record<string, string> =>
  sourceValues({
    'employee.employeeNumber': `${500 + index}`,
    'employee.lastName': `Testveld${index}`,
    'employee.workEmail': `p${index}@tulp.example`,
    'employee.bankAccount.iban': '',
    ...apart(index),
    ...differs,
  })

const fill = (world: World, count: number): void => {
  for (let index = 0; index < count; index += 1) world.source.set(`a${index}`, person(index))
}

/** So many people in step on both sides. */
const inStep = async (world: World, count: number): Promise<void> => {
  fill(world, count)
  await world.run({ allow: { create: count } })
  await world.run()
  world.target.calls.length = 0
}

const withLimits = (test: (world: World) => Promise<void>): Promise<void> =>
  withWorld(test, { thresholds: usualLimits })

describe('a first export of fifty people', () => {
  it('is held whole, named once with the command that lets it through, and goes through with that', async () => {
    await withLimits(async (world) => {
      fill(world, 50)

      const plan = await world.run({ mode: 'plan' })
      const held = await world.run()
      const allowed = await world.run({ allow: { create: 50 } })

      const limits = (findings: readonly { code: string }[]) =>
        findings.filter(({ code }) => code === 'threshold-exceeded')
      expect(limits(held.document.findings)).toEqual([
        {
          code: 'threshold-exceeded',
          severity: 'error',
          subject: 'a0',
          message:
            '50 people would be created or filled in for the first time; the limit of create is 10 with 0 connected, so none of it is sent',
          remedy:
            'If that is right, allow it for one run: nmbrs-sync sync --connection acme --allow create=50',
        },
      ])
      expect(limits(plan.document.findings)).toEqual(limits(held.document.findings))
      expect(held.document.run.result).toBe('held')
      expect(new Set(held.document.changes.map(({ outcome, reason }) => `${outcome} ${reason}`))).toEqual(
        new Set(['held threshold-exceeded']),
      )
      expect(allowed.document.run.result).toBe('ok')
      expect(world.target.employees.size).toBe(50)
    })
  })

  it('finishes in the next run what a stop cut short, with the same allowance', async () => {
    await withLimits(async (world) => {
      fill(world, 50)
      let done = 0
      world.deps.onProgress = (event) => {
        if (event.type === 'change-finished') done += 1
      }
      const stopReason = (): string | undefined => (done > 60 ? 'interrupted' : undefined)
      await world.run({ allow: { create: 50 }, stopReason })

      const next = await world.run({ allow: { create: 50 } })

      expect(next.document.run.result).toBe('ok')
      expect(world.target.employees.size).toBe(50)
      expect((await world.run()).document.changes).toEqual([])
    })
  })

  it('keeps what was asked for in the command that it names', async () => {
    await withLimits(async (world) => {
      fill(world, 12)
      const employees = Array.from({ length: 11 }, (_, index) => toSourceEmployeeId(`a${index}`))

      const { document } = await world.run({ employees, allowPastPeriods: true, allow: { salary: 4 } })

      const listed = employees.map((id) => `--employee ${id}`).join(' ')
      expect(document.findings.map(({ remedy }) => remedy)).toEqual([
        `If that is right, allow it for one run: nmbrs-sync sync --connection acme ${listed} --allow-past-periods --allow create=11 --allow salary=4`,
      ])
    })
  })
})

describe('a status', () => {
  it('holds what a sync would hold for its number', async () => {
    await withLimits(async (world) => {
      fill(world, 50)

      const { people } = await readStatus(world.deps)
      const { document } = await world.run()

      expect(people.flatMap(({ planned }) => planned)).toEqual([])
      expect(new Set(people.flatMap(({ held }) => held.map(({ reason }) => reason)))).toEqual(
        new Set(['threshold-exceeded']),
      )
      expect(people.flatMap(({ findings }) => findings)).toEqual(document.findings)
    })
  })
})

describe('under a pilot list', () => {
  const pilot = ['a0', 'a1', 'a2'].map(toSourceEmployeeId)
  const leave = (world: World, count: number): void => {
    const ids = [...world.target.employees].filter(([, { personalInfo }]) => {
      const index = Number(personalInfo.EmployeeNumber) - 500
      return index >= 20 - count
    })
    for (const [id] of ids) world.target.employees.delete(id)
  }

  it('employees who are gone of others do not stop the run', async () => {
    await withLimits(async (world) => {
      await inStep(world, 20)
      leave(world, 5)
      world.source.set('a99', person(99))
      const scope = { active: true, employees: [...pilot, toSourceEmployeeId('a99')] }
      Object.assign(world.deps, { settings: { ...world.deps.settings, scope } })

      const { document } = await world.run()

      expect(document.run.result).toBe('ok')
    })
  })

  it('its own people who are gone in AlexisHR stop it', async () => {
    await withLimits(async (world) => {
      await inStep(world, 20)
      const scope = { active: true, employees: [...pilot, ...['a3', 'a4'].map(toSourceEmployeeId)] }
      Object.assign(world.deps, { settings: { ...world.deps.settings, scope } })
      await world.run()
      for (const id of ['a0', 'a1', 'a2']) world.source.employees.delete(id)

      expect((await world.run()).error).toMatchObject({ code: 'source-shrunk' })
    })
  })

  it('its own employees who are gone stop it', async () => {
    await withLimits(async (world) => {
      await inStep(world, 20)
      for (const [id, { personalInfo }] of [...world.target.employees])
        if (['500', '501', '502'].includes(`${personalInfo.EmployeeNumber}`))
          world.target.employees.delete(id)
      const scope = { active: true, employees: pilot }
      Object.assign(world.deps, { settings: { ...world.deps.settings, scope } })

      const end = await world.run()

      expect(end.error).toMatchObject({ code: 'target-shrunk' })
      expect(end.error?.message).toContain('3 of 3')
    })
  })
})

describe('limits on a run', () => {
  it('hold one kind and let the rest of the same people go on, all tested before the first write', async () => {
    await withLimits(async (world) => {
      await inStep(world, 20)
      for (let index = 0; index < 5; index += 1) {
        const iban = 'NL91ABNA0417164300'
        world.source.edit(`a${index}`, {
          'compensation.amount': '3100',
          'employee.homeAddress.city': 'Zeist',
          'employee.bankAccount.iban': index === 0 ? iban : '',
        })
      }

      const { document } = await world.run()

      const told = document.changes.map(({ section, outcome }) => `${section} ${outcome}`)
      expect(new Set(told)).toEqual(new Set(['address applied', 'salary held', 'bankAccount applied']))
      expect(world.target.writes()).not.toContain('updateSalary')
      expect(document.findings).toMatchObject([
        { code: 'threshold-exceeded', remedy: expect.stringContaining('--allow salary=5') },
      ])
    })
  })

  it('take a percentage of all who are connected, also when few were asked for', async () => {
    await withLimits(async (world) => {
      await inStep(world, 20)
      for (const id of ['a1', 'a2']) world.source.edit(id, { 'compensation.amount': '3100' })

      const { document } = await world.run({ employees: ['a1', 'a2'].map(toSourceEmployeeId) })

      expect(document.changes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied'])
    })
  })

  it('hold a field that changes for nearly everybody, by name, and let it through when allowed', async () => {
    await withLimits(async (world) => {
      await inStep(world, 12)
      for (let index = 0; index < 12; index += 1)
        world.source.edit(`a${index}`, { 'employee.homeAddress.city': 'Zeist' })

      const held = await world.run({ allow: { update: 12 } })
      const allowed = await world.run({ allow: { update: 12, sameField: 12 } })

      expect(held.document.findings).toMatchObject([
        {
          code: 'same-field-changed',
          section: 'address',
          field: 'City',
          message: expect.stringContaining('City would change for 12 of 12 connected people'),
          remedy: expect.stringContaining('--connection acme --allow update=12 --allow sameField=12'),
        },
      ])
      expect(new Set(held.document.changes.map(({ reason }) => reason))).toEqual(
        new Set(['same-field-changed']),
      )
      expect(allowed.document.run.result).toBe('ok')
    })
  })

  it('name one command when two limits hold the same kind', async () => {
    await withLimits(async (world) => {
      await inStep(world, 12)
      for (let index = 0; index < 12; index += 1)
        world.source.edit(`a${index}`, { 'employee.homeAddress.city': 'Zeist' })

      const { document } = await world.run()

      expect(document.findings.map(({ code }) => code)).toEqual(['threshold-exceeded', 'same-field-changed'])
      for (const { remedy } of document.findings)
        expect(remedy).toContain('--allow update=12 --allow sameField=12')
    })
  })

  it('go into a saved plan, which then sends what it showed', async () => {
    await withLimits(async (world) => {
      fill(world, 12)
      const { savedPlan } = await world.run({ mode: 'plan' })
      const decisions = savedPlan?.changes.map(({ decision }) => decision)

      expect(new Set(decisions)).toEqual(new Set(['hold']))
    })
  })
})

const everybody = Array.from({ length: 12 }, (_, index) => [`a${index}`, `b${index}`])
  .flat()
  .map(toSourceEmployeeId)

/** What a stopped run may not leave behind. */
const kept = async ({ deps }: World) => ({
  links: await deps.store.links.readLinks(),
  baselines: await deps.store.baselines.readBaselines(deps.settings.companies[0]!.targetId, everybody),
  intents: await deps.store.journal.readOpenIntents(),
})

describe('a side that shrank', () => {
  it('stops the run when the source lost more than its share, and stores nothing', async () => {
    await withLimits(async (world) => {
      await inStep(world, 10)
      const before = await kept(world)
      for (const id of ['a0', 'a1', 'a2']) world.source.employees.delete(id)
      world.source.set('b1', person(77))
      world.source.employees.delete('a3')

      const { document, error } = await world.run()

      expect(error).toMatchObject({
        code: 'source-shrunk',
        message: expect.stringContaining(
          '3 fewer people in scope than at the last sync (7 instead of 10); up to 2',
        ),
        remedy: expect.stringContaining('nmbrs-sync sync --connection acme --allow shrink=3'),
      })
      expect(document.run.result).toBe('aborted')
      expect(world.target.writes()).toEqual([])
      expect(await kept(world)).toEqual(before)
    })
  })

  it('stops every run until it is allowed or the people are back', async () => {
    await withLimits(async (world) => {
      await inStep(world, 10)
      const gone = world.source.employees.get('a0')!
      for (const id of ['a0', 'a1', 'a2']) world.source.employees.delete(id)

      const stopped = [await world.run(), await world.run({ mode: 'plan' }), await world.run()]
      world.source.employees.set('a0', gone)
      const back = await world.run()

      expect(stopped.map(({ document }) => document.run.result)).toEqual(['aborted', 'aborted', 'aborted'])
      expect(back.error).toBeUndefined()
    })
  })

  it('goes on with the number that was allowed, and measures the next run by it', async () => {
    await withLimits(async (world) => {
      await inStep(world, 10)
      for (const id of ['a0', 'a1', 'a2']) world.source.employees.delete(id)

      const allowed = await world.run({ allow: { shrink: 3 } })
      const next = await world.run()

      expect([allowed.error, next.error]).toEqual([undefined, undefined])
    })
  })

  it('lets one of five leave', async () => {
    await withLimits(async (world) => {
      await inStep(world, 5)
      world.source.employees.delete('a4')

      expect((await world.run()).error).toBeUndefined()
    })
  })

  it('stops the run when connected employees are missing in the target, and stores nothing', async () => {
    await withLimits(async (world) => {
      await inStep(world, 10)
      world.source.set('b1', person(77))
      world.target.add(
        aTarget({
          id: '900',
          personalInfo: { LastName: 'Testveld77', Birthday: '', EmployeeNumber: '577', EmailWork: '' },
        }),
      )
      const before = await kept(world)
      for (const id of [...world.target.employees.keys()].slice(0, 3)) world.target.employees.delete(id)

      const { error } = await world.run()
      const allowed = await world.run({ allow: { shrink: 3 } })

      expect(error).toMatchObject({
        code: 'target-shrunk',
        message: expect.stringContaining('3 of 10 connected employees are no longer in Nmbrs; up to 2'),
        remedy: expect.stringContaining('--connection acme --allow shrink=3'),
      })
      expect(before.links).toHaveLength(10)
      expect(await kept(world)).not.toEqual(before)
      expect(allowed.error).toBeUndefined()
      expect(await world.deps.store.links.readLinks()).toHaveLength(11)
    })
  })

  it('is a finding only when one connected employee of a few is gone', async () => {
    await withLimits(async (world) => {
      await inStep(world, 5)
      const [first] = world.target.employees.keys()
      world.target.employees.delete(first!)

      const { document, error } = await world.run()

      expect(error).toBeUndefined()
      expect(document.findings).toMatchObject([{ code: 'link-dangling' }])
    })
  })
})

describe('a source that cannot be trusted', () => {
  it.each([
    [
      'is empty',
      (world: World) => {
        world.source.employees.clear()
      },
    ],
    [
      'is incomplete',
      (world: World) => {
        const facts = { remote: 'alexis', operation: 'GET', code: 'not-json', carried: 'no' } as const
        world.source.failure = new RemoteError('half a list', { ...facts, retryable: true, remedy: '' })
      },
    ],
    [
      'does not let us in',
      (world: World) => {
        world.source.failure = new AuthError('no', 'alexis', 'unauthorised', '')
      },
    ],
  ])('stops the run when it %s: nothing is written and nothing stored', async (_what, spoil) => {
    await withLimits(async (world) => {
      await inStep(world, 3)
      const before = await kept(world)
      spoil(world)

      const { document, error } = await world.run()

      expect(error).toBeDefined()
      expect(['aborted', 'failed']).toContain(document.run.result)
      expect(world.target.calls).toEqual([])
      expect(await kept(world)).toEqual(before)
    })
  })
})
