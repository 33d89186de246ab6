import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { RunEnd } from '../../../src/run/run-connection.js'
import { readWorklist } from '../../../src/run/by-hand/read-worklist.js'
import { aTarget, asTester } from '../../support/builders.js'
import { aCompensation, anIban, apart, openWorld, sourceValues, type World } from '../../support/world.js'

const employee = toTargetEmployeeId('1')
const type = 'Bruto_Salaris_Partime'
const old = { 'employee.hireDate': '2020-01-01', 'compensation.effectiveDate': '2026-01-01' }

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** Somebody in step, as both sides have them. */
const settle = async (): Promise<void> => {
  world.source.set('a1', sourceValues(old))
  world.target.add(
    aTarget({
      personalInfo: {
        FirstName: 'Noor',
        LastName: 'Testveld',
        Birthday: '1990-05-17',
        EmployeeNumber: '501',
        EmailWork: 'noor@tulp.example',
      },
      address: { Street: 'Proefweg 1', City: 'Utrecht', CountryISOCode: 'NL' },
      employment: { InitialStartDate: '2020-01-01' },
      salaries: [{ Value: '3000', Type: type, Start: '2026-01-01' }],
    }),
    [{ IBAN: 'NL91ABNA0417164300', Type: 'Standaard' }],
  )
  await world.run()
  expect((await world.run()).document.run.result).toBe('ok')
}

const refuse = (operation: string, code: string): void => {
  world.target.faults = [{ operation, nth: 'each', carried: 'no', code }]
}
const accept = (): void => {
  world.target.faults = []
}
const callsOf = (operation: string): number => world.target.calls.filter((call) => call === operation).length
const outcomesOf = ({ document }: RunEnd): string[] =>
  document.changes.map(({ section, outcome, reason }) => `${section} ${outcome} ${reason ?? ''}`.trim())
const listed = async (): Promise<string[]> =>
  (await readWorklist(world.deps)).items
    .filter(({ reason }) => reason === 'write-refused')
    .map(({ subject, section, refusal }) => `${subject} ${section} ${refusal ?? ''}`)

const raise = (amount = '3100', start = '2026-11-16'): void => {
  world.source.set(
    'a1',
    sourceValues({ ...old, 'compensation.effectiveDate': start, 'compensation.amount': amount }),
    [aCompensation('2026-01-01', '3000')],
  )
}
const move = (street = 'Nieuweweg 2'): void => {
  world.source.edit('a1', {
    'employee.homeAddress.street': street,
    'employee.homeAddress.postalCode': '3511 AB',
  })
}

describe('a write that Nmbrs refuses for good', () => {
  it.each([
    [
      'period-protected',
      () => {
        raise()
      },
      'updateSalary',
      'salary',
    ],
    [
      'tax-declaration-sent',
      () => {
        raise()
      },
      'updateSalary',
      'salary',
    ],
    [
      'values-refused',
      () => {
        move()
      },
      'writeAddress',
      'address',
    ],
    [
      'values-refused',
      () => {
        world.source.edit('a1', { 'employee.workEmail': 'n@tulp.example' })
      },
      'updatePersonalInfo',
      'personalInfo',
    ],
    [
      'iban-refused',
      () => {
        world.source.edit('a1', { 'employee.bankAccount.iban': anIban(2) })
      },
      'insertBankAccount',
      'bankAccount',
    ],
  ])(
    'as %s is not called again, and is held and listed in every run',
    async (code, change, operation, section) => {
      await settle()
      change()
      refuse(operation, code)
      if (section === 'bankAccount') {
        await world.run()
        await world.release()
      }

      const first = await world.run()
      const calls = callsOf(operation)
      const others = [await world.run(), await world.run({ verifyAll: true })]

      expect(calls).toBe(1)
      expect(first.document.run.result).toBe('failed')
      expect(callsOf(operation)).toBe(calls)
      for (const end of others) {
        expect(outcomesOf(end)).toEqual([`${section} held write-refused`])
        expect(end.document.findings.filter((one) => one.code === 'write-refused')).toMatchObject([
          { subject: 'a1', section, severity: 'error', remedy: expect.stringContaining('worklist retry a1') },
        ])
        expect(end.document.run.result).toBe('held')
      }
      expect(await listed()).toEqual([`a1 ${section} ${code}`])
    },
  )

  it('is sent once AlexisHR says something else', async () => {
    await settle()
    raise()
    refuse('updateSalary', 'period-protected')
    await world.run()
    accept()
    raise('3150')

    const end = await world.run()

    expect(outcomesOf(end)).toEqual(['salary applied'])
    expect(await listed()).toEqual([])
    expect(outcomesOf(await world.run())).toEqual([])
  })

  it('is over once payroll entered it by hand', async () => {
    await settle()
    move()
    refuse('writeAddress', 'values-refused')
    await world.run()
    const held = world.target.employees.get(employee)
    if (held !== undefined) held.address = { ...held.address, Street: 'Nieuweweg 2', PostalCode: '3511 AB' }

    const end = await world.run()

    expect([outcomesOf(end), end.document.run.result]).toEqual([[], 'ok'])
    expect(await listed()).toEqual([])
    expect(await world.deps.store.work.readRefusals()).toEqual([])
  })

  it('is sent again when payroll changed what stands there, or moved on to another period', async () => {
    await settle()
    raise('3100', '2026-12-01')
    world.target.period = '2026-12-M'
    refuse('updateSalary', 'tax-declaration-sent')
    await world.run()
    await world.run()
    expect(callsOf('updateSalary')).toBe(1)

    world.target.period = '2027-1-M'
    await world.run({ allowPastPeriods: true })
    expect(callsOf('updateSalary')).toBe(2)
    accept()
    const held = world.target.employees.get(employee)
    if (held !== undefined) held.salaries = [{ Value: '3050', Type: type, Start: '2026-01-01' }]
    const end = await world.run()

    expect(outcomesOf(end)).not.toContain('salary held write-refused')
  })

  it('is sent all the same in a run that may write to past periods, where that was the reason', async () => {
    await settle()
    raise()
    refuse('updateSalary', 'period-protected')
    await world.run()
    accept()

    expect(outcomesOf(await world.run({ mode: 'plan' }))).toEqual(['salary held write-refused'])
    expect(outcomesOf(await world.run({ allowPastPeriods: true }))).toEqual(['salary applied'])
    expect(await world.run()).toMatchObject({ document: { changes: [], run: { result: 'ok' } } })
  })

  it('is called once more when a person asks for that', async () => {
    await settle()
    raise()
    refuse('updateSalary', 'values-refused')
    await world.run()
    await world.deps.store.work.retryRefusals(await world.deps.store.work.readRefusals())

    expect(outcomesOf(await world.run())).toEqual(['salary failed write-refused'])
    expect(outcomesOf(await world.run())).toEqual(['salary held write-refused'])
    expect(callsOf('updateSalary')).toBe(2)
  })

  it('keeps later salaries of the person waiting, and nothing else', async () => {
    await settle()
    world.source.set(
      'a1',
      sourceValues({
        ...old,
        'compensation.effectiveDate': '2026-11-16',
        'compensation.amount': '3200',
        'employee.homeAddress.street': 'Nieuweweg 2',
        'employee.homeAddress.postalCode': '3511 AB',
      }),
      [aCompensation('2026-01-01', '3000'), aCompensation('2026-11-02', '3100')],
    )
    refuse('updateSalary', 'values-refused')
    await world.run()
    accept()

    const end = await world.run()

    expect(outcomesOf(end)).toEqual(['salary held write-refused', 'salary held depends-on-failed'])
    expect(callsOf('updateSalary')).toBe(1)
    expect(await listed()).toEqual(['a1 salary values-refused'])
  })

  it('creates nobody who was refused, until a value of them moves', async () => {
    world.source.set('a1', sourceValues())
    refuse('createEmployee', 'dates-refused')
    await world.run()
    accept()

    const second = await world.run()
    expect(outcomesOf(second)[0]).toBe('employee held write-refused')
    expect(
      new Set(
        outcomesOf(second)
          .slice(1)
          .map((text) => text.split(' ').slice(1).join(' ')),
      ),
    ).toEqual(new Set(['held depends-on-failed']))
    expect(await listed()).toEqual(['a1 employee dates-refused'])
    expect(world.target.employees.size).toBe(0)

    world.source.edit('a1', { 'employee.hireDate': '2026-11-03' })
    await world.run()
    expect(world.target.employees.size).toBe(1)
    expect(await listed()).toEqual([])
  })

  it('lists an old account that Nmbrs does not end, and ends it when the period moved', async () => {
    await settle()
    world.source.edit('a1', { 'employee.bankAccount.iban': anIban(2) })
    await world.run()
    await world.release()
    refuse('endBankAccount', 'period-protected')

    await world.run()
    await world.run()
    const calls = callsOf('endBankAccount')
    const end = await world.run()

    expect(callsOf('endBankAccount')).toBe(calls)
    expect(calls).toBeLessThanOrEqual(2)
    expect(outcomesOf(end)).toEqual(['bankAccount held write-refused'])
    expect(end.document.run.result).toBe('held')
    expect((await readWorklist(world.deps)).items.map(({ todo }) => todo)).toEqual([
      'The new account is in Nmbrs: end the old account of type Standaard there',
    ])
    accept()
    world.target.period = '2026-12-M'
    expect(outcomesOf(await world.run())).toEqual(['bankAccount applied'])
    expect(world.target.employees.get(employee)?.bankAccounts).toHaveLength(1)
    expect(outcomesOf(await world.run())).toEqual([])
  })

  it.each(['right-missing', 'certificate-refused', 'request-refused', 'access-refused'])(
    'is called again after %s, which no value shows as mended',
    async (code) => {
      await settle()
      raise()
      refuse('updateSalary', code)
      await world.run()
      accept()

      expect(outcomesOf(await world.run())).toEqual(['salary applied'])
    },
  )

  it('is forgotten when the person is another employee', async () => {
    await settle()
    raise()
    refuse('updateSalary', 'values-refused')
    await world.run()
    const { store } = world.deps
    const [link] = await store.links.readLinks()
    if (link?.status !== 'connected') throw new Error('nobody is connected')
    const { sourceId, companyId } = link
    expect(await store.work.readRefusals()).toHaveLength(1)

    await store.links.writeLink({ status: 'disconnected', sourceId, companyId, formerTargetId: employee })
    expect(await store.work.readRefusals()).toHaveLength(1)
    const other = toTargetEmployeeId('2')
    await store.links.writeLink({
      status: 'connected',
      sourceId,
      companyId,
      targetId: other,
      origin: 'manual',
    })

    expect(await store.work.readRefusals()).toEqual([])
  })

  it('is remembered for one person and one connection', async () => {
    await settle()
    raise()
    refuse('updateSalary', 'values-refused')
    await world.run()
    accept()
    world.source.set(
      'a2',
      sourceValues({
        ...apart(2),
        'employee.employeeNumber': '502',
        'employee.firstName': 'Bas',
        'employee.lastName': 'Proef',
        'employee.workEmail': 'bas@tulp.example',
        'employee.bankAccount.iban': '',
      }),
    )

    const end = await world.run()

    expect(
      end.document.changes
        .filter(({ subject }) => subject === 'a2')
        .every(({ outcome }) => outcome === 'applied'),
    ).toBe(true)
    expect(await world.state.store('birch', asTester).work.readRefusals()).toEqual([])
  })
})
