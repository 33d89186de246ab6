import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toSourceEmployeeId } from '../../src/domain/ids.js'
import type { Mapping } from '../../src/mapping/mapping.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import { aTarget, companyId } from '../support/builders.js'
import { anIban, apart, sourceValues, withWorld, type World } from '../support/world.js'

const noor = toSourceEmployeeId('a0')

/** Counts how often somebody is mapped. */
const countMappings = (world: World): { since: () => number } => {
  let count = 0
  const { mapping } = world.deps
  const counting: Mapping = {
    ...mapping,
    rowsOf: (section) => {
      if (section === 'personalInfo') count += 1
      return mapping.rowsOf(section)
    },
  }
  Object.assign(world.deps, { mapping: counting })
  return {
    since: () => {
      const counted = count
      count = 0
      return counted
    },
  }
}

const people = 4

const fill = ({ source }: World): void => {
  for (let at = 0; at < people; at += 1) {
    source.set(
      `a${at}`,
      sourceValues({
        'employee.lastName': `Testveld ${at}`,
        'employee.employeeNumber': `${501 + at}`,
        'employee.workEmail': `noor${at}@tulp.example`,
        'employee.bankAccount.iban': anIban(at + 1),
        ...apart(at),
      }),
    )
  }
}

/** Everybody is created, found settled, and so sealed. */
const settle = async (world: World): Promise<void> => {
  fill(world)
  for (let run = 0; run < 3; run += 1) await world.run()
}

const sealsOf = ({ deps }: World) => deps.store.baselines.readPersonSeals(companyId)

const changesOf = ({ document }: RunEnd): string[] =>
  document.changes.map(({ subject, section, outcome }) => `${subject} ${section} ${outcome}`)

const findingsOf = ({ document }: RunEnd): string[] =>
  document.findings.map(({ code, subject, section, field }) => [code, subject, section, field].join(' '))

describe('a person of whom nothing moved', () => {
  it('is not even mapped, and nothing is planned for him', async () => {
    await withWorld(
      async (world) => {
        await settle(world)
        const mappings = countMappings(world)

        const end = await world.run()

        expect(mappings.since()).toBe(0)
        expect(end.document.people).toMatchObject({ linked: people, blocked: 0 })
        expect([changesOf(end), end.document.findings, end.people]).toEqual([[], [], []])
      },
      { bankSlices: 1_000_000 },
    )
  })

  it('has his turn in the looks at bank accounts all the same', async () => {
    await withWorld(
      async (world) => {
        await settle(world)
        const [employee] = [...world.target.employees.values()]
        const before = world.target.calls.filter((call) => call === 'readBankAccounts').length

        await world.run()

        expect(world.target.calls.filter((call) => call === 'readBankAccounts').length - before).toBe(people)
        expect(employee?.bankAccounts).toHaveLength(1)
      },
      { bankSlices: 1 },
    )
  })

  it('is known as such also when his bank account had its turn in the run that found it', async () => {
    await withWorld(
      async (world) => {
        await settle(world)

        expect((await sealsOf(world)).size).toBe(people)
      },
      { bankSlices: 1 },
    )
  })

  it('is looked at with --verify-all', async () => {
    await withWorld(async (world) => {
      await settle(world)
      const mappings = countMappings(world)

      await world.run({ verifyAll: true })

      expect(mappings.since()).toBe(people)
    })
  })
})

describe('a person is looked at again', () => {
  const sealed = async (
    move: (world: World) => unknown,
    expectations: (world: World, end: RunEnd) => unknown,
  ): Promise<void> =>
    withWorld(async (world) => {
      await settle(world)
      expect((await sealsOf(world)).size).toBe(people)
      await move(world)
      await expectations(world, await world.run())
    })

  it('when the source says something else', async () => {
    await sealed(
      ({ source }) => {
        source.edit(noor, { 'employee.homeAddress.street': 'Proefweg 2' })
      },
      (_, end) => {
        expect(changesOf(end)).toEqual([`${noor} address applied`])
      },
    )
  })

  it('when payroll has something else', async () => {
    await sealed(
      ({ target }) => {
        const [employee] = [...target.employees.values()]
        if (employee !== undefined) employee.personalInfo = { ...employee.personalInfo, FirstName: 'Saar' }
      },
      (_, end) => {
        expect(end.document.findings.map(({ code }) => code)).toEqual(['drift'])
      },
    )
  })

  it('when the mapping, the time zone or the program is another one', async () => {
    for (const differs of [{ timeZone: 'UTC' }, { version: 'next' }]) {
      await sealed(
        async (world) => {
          Object.assign(world.deps.settings, differs)
          const before = await sealsOf(world)
          await world.run()
          expect(await sealsOf(world)).not.toEqual(before)
        },
        (_, end) => {
          expect(changesOf(end)).toEqual([])
        },
      )
    }
  })

  it('when somebody else gets his employee number', async () => {
    await sealed(
      ({ source }) => {
        source.edit('a1', { 'employee.employeeNumber': '501' })
      },
      (_, end) => {
        const subjects = end.document.findings
          .filter(({ code }) => code === 'employee-number-duplicate')
          .map(({ subject }) => subject)
        expect(subjects).toEqual(['a0', 'a1'])
      },
    )
  })

  it('when his link was taken away', async () => {
    await sealed(
      async ({ deps }) => {
        const [link] = (await deps.store.links.readLinks()).filter(({ sourceId }) => sourceId === noor)
        if (link?.status !== 'connected') throw new Error('he is connected')
        await deps.store.links.writeLink({
          sourceId: noor,
          companyId,
          status: 'disconnected',
          formerTargetId: link.targetId,
        })
        expect((await sealsOf({ deps } as World)).has(noor)).toBe(true)
      },
      (_, end) => {
        expect(end.document.people).toMatchObject({ linked: people - 1 })
      },
    )
  })

  it('when a salary of his is still to start, in every run until it has', async () => {
    await withWorld(async (world) => {
      fill(world)
      for (const employee of [...world.source.employees.values()])
        world.source.edit(employee.id, { 'compensation.effectiveDate': '2026-12-15' })

      for (let run = 0; run < 3; run += 1) await world.run()

      expect((await sealsOf(world)).size).toBe(0)
    })
  })
})

const edits = fc.array(
  fc.record({
    who: fc.nat({ max: people - 1 }),
    what: fc.constantFrom(
      { 'employee.homeAddress.street': 'Proefweg 2' },
      { 'employee.homeAddress.street': 'Proefweg 1' },
      { 'employee.employeeNumber': '501' },
      { 'employee.employeeNumber': '777' },
      { 'employee.firstName': '' },
      { 'employee.firstName': 'Noor' },
      { 'employee.bankAccount.iban': anIban(1) },
      { 'employee.bankAccount.iban': anIban(9) },
      { 'employee.bankAccount.iban': 'NL00WRONG' },
      { 'compensation.amount': '3100' },
      { 'compensation.effectiveDate': '2026-12-15' },
      { payroll: 'personalInfo' },
      { payroll: 'salary' },
      { payroll: 'bankAccount' },
      { payroll: 'gone' },
    ),
  }),
  { maxLength: 4 },
)

const carryOut = ({ source, target }: World, { who, what }: { who: number; what: object }): void => {
  if (!('payroll' in what)) {
    source.edit(`a${who}`, what as Record<string, string>)
    return
  }
  const [id, employee] = [...target.employees][who] ?? []
  if (id === undefined || employee === undefined) return
  if (what.payroll === 'gone') target.employees.delete(id)
  if (what.payroll === 'personalInfo')
    employee.personalInfo = { ...employee.personalInfo, LastName: 'Anders' }
  if (what.payroll === 'salary')
    employee.salaries = employee.salaries.map((row) => ({ ...row, Value: '3333' }))
  if (what.payroll === 'bankAccount')
    employee.bankAccounts = employee.bankAccounts.map(({ id, values }) => ({
      id,
      values: { ...values, IBAN: anIban(8) },
    }))
}

describe('any edits on either side', () => {
  it('come to the same as when everybody is looked at in every run', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(edits, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(1, 30),
        async (rounds, bankSlices) => {
          const play = async (always: boolean): Promise<unknown[]> => {
            const seen: unknown[] = []
            await withWorld(
              async (world) => {
                fill(world)
                for (const round of [[], [], [], ...rounds, [], []]) {
                  for (const edit of round) carryOut(world, edit)
                  // Whoever is sealed by another program is looked at.
                  if (always) Object.assign(world.deps.settings, { version: `${seen.length}` })
                  const end = await world.run()
                  const { people: counts } = end.document
                  seen.push([counts, changesOf(end), findingsOf(end), [...world.target.employees]])
                }
              },
              { bankSlices },
            )
            return seen
          }

          expect(await play(false)).toEqual(await play(true))
        },
      ),
      { numRuns: 40 },
    )
  })
})

it('a plan that is only shown stores nobody as settled', async () => {
  await withWorld(async (world) => {
    const ids = world.target
    fill(world)
    await world.run()
    expect(ids.employees.size).toBe(people)

    await world.run({ mode: 'plan' })

    expect((await sealsOf(world)).size).toBe(0)
  })
})

it('somebody new is told from everybody, those who are not looked at included', async () => {
  await withWorld(async (world) => {
    await settle(world)
    world.target.add(aTarget({ personalInfo: { FirstName: 'Bram', EmployeeNumber: '900' } }))
    world.source.set(
      'a9',
      sourceValues({
        'employee.bankAccount.iban': anIban(1),
        'employee.employeeNumber': '909',
        ...apart(9),
        'employee.firstName': 'Wim',
        'employee.lastName': 'Nieuwveld',
        'employee.workEmail': 'nieuw@tulp.example',
      }),
    )

    const end = await world.run()

    expect(end.document.findings.map(({ code, subject }) => `${code} ${subject}`)).toContain('iban-shared a9')
  })
})
