import { describe, expect, it } from '@jest/globals'

import type { FaultRequest } from '../../../src/sandbox/nmbrs/faults.js'
import { openCutoverWorld, type CutoverWorld } from './cutover-world.js'

interface Hold {
  id: string
  targetId: string
  subject: string
}

/** Somebody whose new bank account is released to be sent, and what payroll has of them. */
const openReplacement = async () => {
  const world = await openCutoverWorld({ mix: { bankDiffers: 1 }, count: 4 })
  await world.sync()
  await world.prepare()
  const { holds } = JSON.parse((await world.run('holds --json')).stdout) as { holds: [Hold] }
  const [hold] = holds
  await world.run(`holds release ${hold.id} --reason seen`)
  const mains = (): string[] =>
    (world.nmbrs.store.findEmployee(Number(hold.targetId))?.bankAccounts ?? [])
      .filter(({ type }) => type === 'Standaard')
      .map(({ fields }) => fields.IBAN ?? '')
  const inAlexis = world.sandbox.alexis.data.employees.find(({ id }) => id === hold.subject)
  const { bankAccount } = inAlexis as unknown as { bankAccount: { iban: string } }
  return { ...world, subject: hold.subject, mains, old: mains(), wanted: bankAccount.iban }
}

type Run = Awaited<ReturnType<CutoverWorld['sync']>>

const codesOf = ({ document }: Run): unknown[] => document.findings.map(({ code }) => code)

const cutAt = (operation: string, more: Partial<FaultRequest> = {}): FaultRequest =>
  ({ kind: 'cut', operation, times: 20, ...more }) as FaultRequest

describe('a replacement of a bank account that was cut off, and then goes over the other transport', () => {
  it.each([
    ['after its first half', cutAt('BankAccount_DeleteCurrent')],
    ['before the answer of its first half', cutAt('BankAccount_InsertCurrent', { when: 'after', times: 1 })],
  ])('is not touched over REST when SOAP was cut %s, and SOAP ends it', async (_, fault) => {
    const world = await openReplacement()
    world.nmbrs.faults.add(fault)
    const cut = await world.sync()
    world.nmbrs.faults.clear()
    const half = world.mains()
    const prepared = await world.prepare()
    world.goOver('rest')
    const there = [await world.sync(), await world.sync()]
    const afterRest = world.mains()
    world.goOver('soap')
    const back = await world.sync()
    const ended = world.mains()
    const ready = await world.prepare()
    world.goOver('rest')
    const again = await world.sync()

    expect(codesOf(cut)).toEqual(['write-unknown'])
    expect(half).toEqual([...world.old, world.wanted])
    expect(prepared).toMatchObject({ code: 3, document: { ready: false } })
    expect(prepared.document.waiting).toMatchObject([
      { subject: world.subject, section: 'bankAccount', reason: 'bank-account-replacement' },
    ])
    for (const run of there) {
      expect(run).toMatchObject({ code: 3, writes: [] })
      expect(run.document.findings.map(({ code, subject }) => [code, subject])).toEqual([
        ['bank-account-ambiguous', world.subject],
      ])
    }
    expect(afterRest).toEqual(half)
    expect(back).toMatchObject({ code: 0, writes: ['BankAccount_DeleteCurrent'] })
    expect(ended).toEqual([world.wanted])
    expect(ready).toMatchObject({ code: 0, document: { ready: true } })
    expect(again).toMatchObject({ code: 0, writes: [] })
  })

  it('is made whole over REST when SOAP was cut before its first half', async () => {
    const world = await openReplacement()
    world.nmbrs.faults.add(cutAt('BankAccount_InsertCurrent'))
    await world.sync()
    world.nmbrs.faults.clear()
    world.goOver('rest')
    const there = await world.sync()
    const quiet = await world.sync()

    expect(there).toMatchObject({ code: 0, writes: ['updateBankAccount'] })
    expect(quiet).toMatchObject({ code: 0, writes: [] })
    expect(world.mains()).toEqual([world.wanted])
  })

  it('is found done over SOAP when REST was cut before the answer', async () => {
    const world = await openReplacement()
    world.goOver('rest')
    world.nmbrs.faults.add(cutAt('updateBankAccount', { when: 'after', times: 1 }))
    const cut = await world.sync()
    const prepared = await world.prepare()
    world.goOver('soap')
    const back = [await world.sync(), await world.sync()]
    world.goOver('rest')
    const again = await world.sync()

    expect(codesOf(cut)).toEqual(['write-unknown'])
    expect(prepared.document.waiting).toMatchObject([{ subject: world.subject, reason: 'intent-open' }])
    for (const run of [...back, again]) expect(run.writes).toEqual([])
    expect(world.mains()).toEqual([world.wanted])
  })

  it('is made over SOAP, once, when REST was cut before it was carried out', async () => {
    const world = await openReplacement()
    world.goOver('rest')
    world.nmbrs.faults.add(cutAt('updateBankAccount'))
    await world.sync()
    world.nmbrs.faults.clear()
    world.goOver('soap')
    const back = await world.sync()
    const quiet = await world.sync()

    expect(back).toMatchObject({
      code: 0,
      writes: ['BankAccount_InsertCurrent', 'BankAccount_DeleteCurrent'],
    })
    expect(quiet).toMatchObject({ code: 0, writes: [] })
    expect(world.mains()).toEqual([world.wanted])
  })
})
