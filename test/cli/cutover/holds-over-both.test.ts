import { describe, expect, it } from '@jest/globals'

import { openCutoverWorld } from './cutover-world.js'

interface HoldsJson {
  holds: {
    id: string
    section: string
    subject: string
    targetId: string | null
    restId?: string | null
    fields: string[]
  }[]
}

interface Person {
  id: string
  homeAddress: Record<string, string>
}

describe('what waits for a person', () => {
  it('stays open over the other transport, is released there and sent once', async () => {
    const world = await openCutoverWorld({ mix: { bankDiffers: 1 }, count: 4 })
    const { nmbrs } = world.sandbox
    await world.sync()
    const holdsOf = async (): Promise<HoldsJson['holds']> =>
      (JSON.parse((await world.run('holds --json')).stdout) as HoldsJson).holds
    const before = await holdsOf()
    const [hold] = before

    await world.prepare()
    world.goOver('rest')
    const waiting = await world.sync()
    const after = await holdsOf()
    await world.run(`holds release ${hold?.id ?? ''} --reason seen`)
    const sent = await world.sync()
    const quiet = await world.sync()
    const leftOverRest = await holdsOf()
    world.goOver('soap')
    const back = await world.sync()

    expect(before).toHaveLength(1)
    expect(hold).toMatchObject({ section: 'bankAccount', restId: null })
    expect(waiting).toMatchObject({ code: 3, writes: [] })
    expect(after.map(({ id }) => id)).toEqual([hold?.id])
    expect(after[0]?.restId).toMatch(/^[0-9a-f-]{36}$/)
    expect(sent.document.changes.map(({ section, outcome }) => [section, outcome])).toEqual([
      ['bankAccount', 'applied'],
    ])
    expect(leftOverRest).toEqual([])
    expect(quiet.writes).toEqual([])
    expect(back.writes).toEqual([])
    // Payroll dropped the BIC with the IBAN, which nobody could see over REST.
    expect((await holdsOf()).map(({ fields }) => fields)).toEqual([['BIC']])
    const held = nmbrs.store.findEmployee(Number(hold?.targetId))?.bankAccounts ?? []
    expect(held.filter(({ type }) => type === 'Standaard')).toHaveLength(1)
  })

  it('of a bank account that was released over SOAP goes over REST', async () => {
    const world = await openCutoverWorld({ mix: { bankDiffers: 1 }, count: 4 })
    await world.sync()
    const { holds } = JSON.parse((await world.run('holds --json')).stdout) as HoldsJson
    await world.run(`holds release ${holds[0]?.id ?? ''} --reason seen`)

    await world.prepare()
    world.goOver('rest')
    const sent = await world.sync()

    expect(sent.document.changes.map(({ section, outcome }) => [section, outcome])).toEqual([
      ['bankAccount', 'applied'],
    ])
  })

  it.each([
    ['soap', 'rest', ['updatePersonalInfo', 'createSalary', 'createAddress']],
    ['rest', 'soap', ['PersonalInfo_UpdateCurrent', 'Salary_Update', 'Address_Update']],
  ] as const)(
    'of names, salary and address and began over %s keeps its id, and is released and sent over %s, that value alone',
    async (first, other, writes) => {
      const world = await openCutoverWorld({ mix: 'all-linked', count: 6 })
      const { nmbrs, alexis } = world.sandbox
      const idsOf = async (): Promise<string[]> =>
        (JSON.parse((await world.run('holds --json')).stdout) as HoldsJson).holds.map(({ id }) => id)
      await world.sync()
      await world.prepare()
      world.goOver(first)
      await world.sync()
      const [moved, renamed, raised] = alexis.data.employees as unknown as Person[]
      const { employees } = JSON.parse((await world.run('status --all --json')).stdout) as {
        employees: { subject: string; soapId: string }[]
      }
      const inPayroll = (person: Person | undefined) =>
        nmbrs.store.findEmployee(Number(employees.find(({ subject }) => subject === person?.id)?.soapId))!
      const address = inPayroll(moved).addresses.at(-1)!.fields
      nmbrs.edit(inPayroll(moved).id, { address: { ...address, Street: 'Loonlaan 1' } })
      moved!.homeAddress = { ...moved!.homeAddress, street: 'Nieuweweg 9' }
      Object.assign(renamed!, { firstName: 'Xantippe', lastName: 'Andersheid' })
      const pay = alexis.data.compensations.find(({ employeeId }) => employeeId === raised?.id)!
      const amount = pay.amount * 2
      Object.assign(pay, { amount, baseAmount: amount, effectiveDate: '2026-11-01T00:00:00.000Z' })

      const held = await world.sync()
      const before = await idsOf()
      world.goOver(other)
      const waiting = await world.sync()
      const after = await idsOf()
      await world.run(`holds release ${after.join(' ')} --reason seen --yes`)
      // What was released is one value: another one waits.
      moved!.homeAddress = { ...moved!.homeAddress, street: 'Anderestraat 2' }
      const sent = await world.sync()
      const [anew = ''] = await idsOf()
      await world.run(`holds release ${anew} --reason seen`)
      const rest = await world.sync()
      const left = await idsOf()
      const quiet = await world.sync()
      world.goOver(first)
      const back = await world.sync()

      expect(held.document.changes.map(({ section, reason }) => [section, reason]).toSorted()).toEqual([
        ['address', 'conflict'],
        ['personalInfo', 'identity-changed'],
        ['salary', 'salary-change-large'],
      ])
      expect(before).toHaveLength(3)
      expect(after).toEqual(before)
      for (const run of [held, waiting]) expect(run).toMatchObject({ code: 3, writes: [] })
      expect(before).not.toContain(anew)
      expect(sent.writes).toEqual(writes.slice(0, 2))
      expect(rest.writes).toEqual(writes.slice(2))
      expect(left).toEqual([])
      for (const run of [quiet, back]) {
        expect(run).toMatchObject({ code: 0, writes: [] })
        expect(run.document.findings).toEqual([])
      }
      expect(
        inPayroll(moved).addresses.find(
          ({ startPeriod, startYear }) => startYear === 2026 && startPeriod === 11,
        )?.fields,
      ).toEqual({ ...address, Street: 'Anderestraat 2' })
      expect(inPayroll(renamed).personalInfos.at(-1)?.fields).toMatchObject({
        FirstName: 'Xantippe',
        LastName: 'Andersheid',
      })
      expect(inPayroll(raised).salaries.at(-1)).toMatchObject({
        value: String(amount),
        startDate: '2026-11-01',
      })
    },
  )
})
