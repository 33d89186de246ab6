import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { openCliWorld, writesOf, type CliWorld } from '../cli-world.js'

interface MissingDocument {
  section: string
  people: { connected: number; looked: number; notConnected: number }
  missing: { subject: string; targetId: string; answer: { next: string; reason: string | null } }[]
  unread: { targetId: string }[]
}

describe('who has no bank account in Nmbrs', () => {
  let world: CliWorld
  let without: number[]

  const employees = () => world.sandbox.nmbrs.store.employeesOf(1234)
  const ask = async (section: string): Promise<MissingDocument> =>
    JSON.parse((await world.run(`status --missing ${section} --json`)).stdout) as MissingDocument
  const idsOf = ({ missing }: MissingDocument) => missing.map(({ targetId }) => Number(targetId)).sort()

  beforeAll(async () => {
    world = await openCliWorld('all-linked', 60)
    await world.run('sync --yes')
    const [first, second, third] = employees()
    without = [first, second, third].map((one) => one?.id ?? 0).sort()
    const { store } = world.sandbox.nmbrs
    store.changeEmployee(first?.id ?? 0, { bankAccounts: [] })
    store.changeEmployee(second?.id ?? 0, { bankAccounts: [] })
    // An account of another type is not the one to which the salary goes.
    const others = third?.bankAccounts.map((row) => ({ ...row, type: 'Bankrekening2' as const })) ?? []
    store.changeEmployee(third?.id ?? 0, { bankAccounts: others })
  })
  afterAll(() => world.close())

  it('names exactly those, although a run looks at a part of the accounts only', async () => {
    const document = await ask('bankAccount')

    expect(idsOf(document)).toEqual(without)
    expect(document.people).toEqual({ connected: 60, looked: 60, notConnected: 0 })
    expect(document.unread).toEqual([])
  })

  it('says on a terminal how many were looked at, who lacks one by name, and what the next sync does', async () => {
    const { code, stdout } = await world.run('status --missing bankAccount', { isTerminal: true })

    expect(code).toBe(0)
    expect(stdout).toContain('No bank account in Nmbrs (3)')
    expect(stdout).toContain('Looked at 60 of 60 connected people.')
    expect(stdout.split('\n').filter((line) => line.includes('Nmbrs 5'))).toHaveLength(3)
    expect(writesOf(world.sandbox)).toEqual([])
  })

  it('calls nobody missing whose account could not be read, and ends with 1', async () => {
    world.sandbox.nmbrs.faults.add({
      kind: 'soap-fault',
      operation: 'BankAccount_GetListCurrent',
      code: 1003,
      nth: 20,
      times: 500,
    })

    const { code, stdout } = await world.run('status --missing bankAccount --json')
    world.sandbox.nmbrs.faults.clear()
    const document = JSON.parse(stdout) as MissingDocument

    expect(document.unread.length).toBeGreaterThan(0)
    expect(document.people.looked).toBeGreaterThan(0)
    expect(document.people).toMatchObject({ connected: 60, looked: 60 - document.unread.length })
    const unread = document.unread.map(({ targetId }) => Number(targetId))
    expect([...idsOf(document), ...unread.filter((id) => without.includes(id))].sort()).toEqual(without)
    expect(code).toBe(1)
  })

  it.each([
    ['salary', { salaries: [] }],
    ['address', { addresses: [] }],
  ])('finds who has no %s', async (section, change) => {
    const last = employees().at(-1)
    if (last === undefined) throw new Error('nobody there')
    const { store } = world.sandbox.nmbrs
    store.changeEmployee(last.id, change)

    const document = await ask(section)
    store.changeEmployee(last.id, last)

    expect(idsOf(document)).toEqual([last.id])
  })

  it.each([
    ['status --missing bankaccount', 'bankAccount'],
    ['status --missing bankAccount --all', '--all'],
  ])('refuses %s', async (line, named) => {
    const { code, stderr } = await world.run(line)

    expect(code).toBe(2)
    expect(stderr).toContain(named)
  })
})
