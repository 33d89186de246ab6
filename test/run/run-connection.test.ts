import { describe, expect, it } from '@jest/globals'

import type { ChangeReport } from '../../src/domain/change.js'
import { toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import { aTarget, companyId, sourceCompanyId } from '../support/builders.js'
import { anIban, apart, sourceValues, withWorld, type World } from '../support/world.js'

const outcomes = ({ document }: RunEnd): string[] =>
  document.changes.map(({ section, outcome, reason }) =>
    [section, outcome, reason].filter((part) => part !== null).join(' '),
  )

const one = (world: World) => {
  const [held] = [...world.target.employees.values()]
  if (held === undefined) throw new Error('nobody in the target')
  return held
}

const iban = (differs = 'NL91ABNA0417164300') => ({ IBAN: differs, Type: 'Standaard' })

describe('a first sync', () => {
  it('creates a new employee with all his sections, and a second run has nothing to do', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())

      const first = await world.run()
      const second = await world.run()

      expect(first.error).toBeUndefined()
      expect(first.document.run.result).toBe('ok')
      expect(outcomes(first)).toEqual([
        'employee applied',
        'personalInfo applied',
        'address applied',
        'bankAccount applied',
        'salary applied',
      ])
      expect(one(world).personalInfo).toMatchObject({
        FirstName: 'Noor',
        Birthday: '1990-05-17',
        EmployeeNumber: '501',
      })
      expect(one(world).bankAccounts.map(({ values }) => values.IBAN)).toEqual(['NL91ABNA0417164300'])
      expect(one(world).salaries).toEqual([
        { Value: '3000', Type: 'Bruto_Salaris_Partime', Start: '2026-11-02' },
      ])
      expect(second.document.run.result).toBe('ok')
      expect(second.document.changes).toEqual([])
      expect(second.document.people).toEqual({
        read: 1,
        inScope: 1,
        linked: 1,
        notConnected: 0,
        ignored: 0,
        blocked: 0,
      })
    })
  })

  it('links an employee by rule and fills in what differs, but not his bank account or salary', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues({ 'employee.homeAddress.postalCode': '3512 AA' }))
      const salaries = [{ Value: '2500', Type: 'Bruto_Salaris_Partime', Start: '2025-01-01' }]
      world.target.add(aTarget({ address: { City: 'Zeist' }, salaries }), [iban('NL02TEST0123456789')])

      const end = await world.run()

      expect(end.document.run.result).toBe('held')
      expect(outcomes(end)).toEqual([
        'address applied first-contact',
        'bankAccount held first-contact',
        'salary held first-contact',
      ])
      expect(await world.deps.store.links.readLinks()).toMatchObject([
        { status: 'connected', targetId: '1', origin: 'rule:employeeNumber+birthDate' },
      ])
      expect(one(world).bankAccounts).toHaveLength(1)
    })
  })

  it('writes nothing for a person without a required field and goes on with the others', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues({ 'employee.birthDate': '' }))
      world.source.set(
        'a2',
        sourceValues({
          'employee.firstName': 'Saar',
          'employee.employeeNumber': '502',
          'employee.workEmail': '',
          'employee.bankAccount.iban': anIban(2),
          ...apart(2),
        }),
      )

      const { document } = await world.run()

      expect(document.people).toMatchObject({ linked: 1, notConnected: 1, blocked: 1 })
      expect(document.findings).toMatchObject([
        { code: 'required-field-missing', subject: 'a1', field: 'Birthday' },
      ])
      expect(new Set(document.changes.map(({ subject }) => subject))).toEqual(new Set(['a2']))
    })
  })

  it('plans without writing anything, to the target or to the links', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())

      const { document, savedPlan } = await world.run({ mode: 'plan' })

      expect(document.changes.map(({ outcome }) => outcome)).toEqual(Array(5).fill('planned'))
      expect(world.target.writes()).toEqual([])
      expect(await world.deps.store.links.readLinks()).toEqual([])
      expect(savedPlan?.changes).toHaveLength(5)
    })
  })
})

describe('later syncs', () => {
  const synced = async (world: World): Promise<void> => {
    world.source.set('a1', sourceValues())
    await world.run()
    await world.run()
    world.target.calls.length = 0
  }

  it('sends what changed in the source and only that', async () => {
    await withWorld(async (world) => {
      await synced(world)
      world.source.edit('a1', { 'employee.homeAddress.city': 'Zeist', 'compensation.amount': '3100' })

      const end = await world.run()

      expect(end.document.changes.map(({ section, fields, outcome }) => [section, fields, outcome])).toEqual([
        ['address', ['City'], 'applied'],
        ['salary', ['Value'], 'applied'],
      ])
      expect(world.target.writes()).toEqual(['writeAddress', 'updateSalary'])
    })
  })

  it('replaces a changed bank account once it was released: adds the new one, then ends the old one', async () => {
    await withWorld(async (world) => {
      await synced(world)
      world.source.edit('a1', { 'employee.bankAccount.iban': 'NL20INGB0001234567' })

      expect(outcomes(await world.run())).toEqual(['bankAccount held bank-account-changed'])
      expect(world.target.writes()).toEqual([])

      await world.release()
      await world.run()

      expect(world.target.writes()).toEqual(['insertBankAccount', 'endBankAccount'])
      expect(one(world).bankAccounts.map(({ values }) => values.IBAN)).toEqual(['NL20INGB0001234567'])
      expect((await world.run()).document.changes).toEqual([])
    })
  })

  it('keeps a value that payroll corrected and says so', async () => {
    await withWorld(async (world) => {
      await synced(world)
      one(world).personalInfo = { ...one(world).personalInfo, EmailWork: 'payroll@tulp.example' }

      const { document } = await world.run()

      expect(document.changes).toEqual([])
      expect(document.findings).toMatchObject([{ code: 'drift', field: 'EmailWork' }])
    })
  })

  it('does not overwrite what somebody changes between the plan and the write', async () => {
    await withWorld(async (world) => {
      await synced(world)
      world.source.edit('a1', { 'employee.homeAddress.city': 'Zeist' })
      world.target.beforeWrite = () => {
        one(world).address = { ...one(world).address, City: 'Houten' }
      }

      const end = await world.run()

      expect(outcomes(end)).toEqual(['address held target-moved'])
      expect(one(world).address.City).toBe('Houten')
    })
  })

  it('makes the same few calls for one person and for many', async () => {
    const callsOfNoOp = async (people: number): Promise<string[]> => {
      let calls: string[] = []
      await withWorld(async (world) => {
        for (let index = 0; index < people; index += 1) {
          world.source.set(
            `a${index}`,
            sourceValues({
              'employee.employeeNumber': `${500 + index}`,
              'employee.lastName': `Testveld${index}`,
              'employee.workEmail': '',
              'employee.bankAccount.iban': anIban(index),
              ...apart(index),
            }),
          )
        }
        await world.run()
        await world.run()
        world.target.calls.length = 0
        await world.run()
        calls = [...world.target.calls]
      })
      return calls
    }

    expect(await callsOfNoOp(25)).toEqual(await callsOfNoOp(5))
    expect(await callsOfNoOp(5)).toEqual(['readCompanies', 'readCurrentPeriod', 'readSections'])
  })

  it('reports a connected employee who is gone, and never makes him again', async () => {
    await withWorld(async (world) => {
      await synced(world)
      world.target.employees.clear()

      const { document } = await world.run()

      expect(document.findings).toMatchObject([{ code: 'link-dangling' }])
      expect(world.target.writes()).toEqual([])
    })
  })
})

describe('when something goes wrong', () => {
  it.each(['no', 'unknown'] as const)(
    'creates nobody twice when the creation fails and was carried out: %s',
    async (carried) => {
      await withWorld(async (world) => {
        world.source.set('a1', sourceValues())
        world.target.faults = [{ operation: 'createEmployee', nth: 1, carried }]

        const first = await world.run()
        const second = await world.run()
        const third = await world.run()

        expect(first.document.run.result).toBe('failed')
        expect(outcomes(first).slice(0, 2)).toEqual([
          carried === 'no' ? 'employee failed write-refused' : 'employee unknown write-unknown',
          'personalInfo skipped depends-on-failed',
        ])
        expect(second.document.run.result).toBe('ok')
        expect(third.document.changes).toEqual([])
        expect(world.target.employees.size).toBe(1)
        expect(one(world).personalInfo.Birthday).toBe('1990-05-17')
      })
    },
  )

  it.each(['updatePersonalInfo', 'writeAddress', 'insertBankAccount', 'updateSalary'])(
    'goes on with the other sections and heals in the next run when %s loses its answer',
    async (operation) => {
      await withWorld(async (world) => {
        world.source.set('a1', sourceValues())
        world.target.faults = [{ operation, nth: 1, carried: 'unknown' }]

        const first = await world.run()
        const second = await world.run()
        const third = await world.run()

        expect(outcomes(first).filter((text) => text.includes('unknown'))).toHaveLength(1)
        expect(outcomes(first).filter((text) => text.endsWith(' applied'))).toHaveLength(4)
        expect(second.document.run.result).toBe('ok')
        expect(third.document.changes).toEqual([])
        expect(one(world).bankAccounts).toHaveLength(1)
      })
    },
  )

  it('finishes a bank account replacement in the next run', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      await world.run()
      world.source.edit('a1', { 'employee.bankAccount.iban': 'NL20INGB0001234567' })
      await world.run()
      await world.release()
      world.target.faults = [{ operation: 'endBankAccount', nth: 1, carried: 'no' }]

      const first = await world.run()
      const before = one(world).bankAccounts.length
      const second = await world.run()

      expect(first.document.run.result).toBe('failed')
      expect(before).toBe(2)
      expect(outcomes(second)).toEqual(['bankAccount applied'])
      expect(one(world).bankAccounts.map(({ values }) => values.IBAN)).toEqual(['NL20INGB0001234567'])
    })
  })

  it('stops before any write when the company has another name', async () => {
    const companies = [{ sourceId: sourceCompanyId, targetId: companyId, targetName: 'Tulp& Zonen B.V.' }]
    const test = async (world: World): Promise<void> => {
      world.source.set('a1', sourceValues())

      const { document, error } = await world.run()

      expect(document.run.result).toBe('aborted')
      expect(error?.message).toContain(
        'they part at character 5: " " (U+0020) in Nmbrs, "&" (U+0026) in the configuration',
      )
      expect(world.target.writes()).toEqual([])
    }

    await withWorld(test, { companies })
  })

  it('takes an empty source for a fault', async () => {
    await withWorld(async (world) => {
      const { document, error } = await world.run()

      expect(document.run.result).toBe('aborted')
      expect(error).toMatchObject({ code: 'source-empty' })
    })
  })

  it('refuses a saved plan when a side moved since', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      const { savedPlan } = await world.run({ mode: 'plan' })
      world.source.edit('a1', { 'employee.homeAddress.city': 'Zeist' })

      const { error } = await world.run({ savedPlan: savedPlan! })

      expect(error).toMatchObject({ code: 'plan-stale' })
      expect(error?.message).toContain('AlexisHR changed')
      expect(world.target.writes()).toEqual([])
    })
  })

  it('carries out a saved plan that still holds', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      const { savedPlan } = await world.run({ mode: 'plan' })

      const end = await world.run({ savedPlan: savedPlan! })

      expect(end.document.run.result).toBe('ok')
      expect(world.target.employees.size).toBe(1)
    })
  })

  it('writes nothing more once it lost its right to', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      const reports: ChangeReport[] = []
      world.deps.onProgress = (event) => {
        if (event.type === 'change-finished') reports.push(event.change)
      }

      const end = await world.run({
        abortReason: () => (reports.length >= 2 ? 'the lease is lost' : undefined),
      })
      const next = await world.run()

      expect(end.document.run.result).toBe('aborted')
      expect(outcomes(end).slice(2)).toEqual([
        'address skipped stopped',
        'bankAccount skipped stopped',
        'salary skipped stopped',
      ])
      expect(outcomes(next)).toEqual(['address applied', 'bankAccount applied', 'salary applied'])
    })
  })
})

describe('links by hand', () => {
  it('are carried out by the next run', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.target.add(
        aTarget({ id: '7', personalInfo: { LastName: 'Anders', EmployeeNumber: '9', EmailWork: '' } }),
      )
      const first = await world.run()
      const link = {
        status: 'connected',
        sourceId: toSourceEmployeeId('a1'),
        companyId,
        targetId: toTargetEmployeeId('7'),
        origin: 'manual',
      } as const
      await world.deps.store.links.writeLink(link)

      const second = await world.run()

      expect(first.document.findings).toMatchObject([{ code: 'match-possible-duplicate' }])
      expect(second.document.changes[0]).toMatchObject({
        section: 'personalInfo',
        targetId: '7',
        reason: 'first-contact',
      })
      expect(world.target.employees.size).toBe(1)
    })
  })
})
