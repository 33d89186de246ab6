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
  }, 60_000)

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
  }, 60_000)
})
