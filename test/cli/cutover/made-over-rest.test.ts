import { describe, expect, it } from '@jest/globals'

import { openCutoverWorld } from './cutover-world.js'

/** A company that is over REST, with two people whom AlexisHR has and payroll does not. */
const openWithHires = async () => {
  const world = await openCutoverWorld({ mix: { newHire: 2 }, count: 6 })
  const { alexis } = world.sandbox
  const all = [...alexis.data.employees]
  const inPayroll = new Set(
    world.nmbrs.store.allEmployees().map(({ personalInfos }) => personalInfos.at(-1)?.fields.EmployeeNumber),
  )
  const others = all.filter((one) =>
    inPayroll.has(String((one as { employeeNumber?: string }).employeeNumber)),
  )
  const show = (people: typeof all): void => {
    alexis.data.employees.splice(0, alexis.data.employees.length, ...people)
  }
  return {
    ...world,
    showAll: () => {
      show(all)
    },
    showOthers: () => {
      show(others)
    },
  }
}

describe('a link that was made over REST, on the way back to SOAP', () => {
  it.each([
    ['with some who were connected over SOAP', true],
    ['with everybody connected over REST', false],
  ])('has nobody created twice and nothing written, %s', async (_, overSoapFirst) => {
    const world = await openWithHires()
    if (overSoapFirst) {
      world.showOthers()
      await world.sync()
    }
    await world.prepare()
    world.goOver('rest')
    world.showAll()
    const created = await world.sync()
    const people = world.nmbrs.store.allEmployees().length
    world.goOver('soap')
    const early = await world.run('sync --yes --json')
    const prepared = await world.prepare()
    const back = [await world.sync(), await world.sync()]
    world.goOver('rest')
    const again = await world.sync()

    expect(created.writes.filter((name) => name === 'createEmployee')).toHaveLength(2)
    // Before their numbers are known they are gone, as far as SOAP goes: that is said, and nobody is
    // created.
    expect([1, 3]).toContain(early.code)
    expect(prepared.document).toMatchObject({
      companies: [{ links: { total: 6, converted: 6, verified: 6, unmatched: [] } }],
      ready: true,
    })
    for (const { writes, document } of back) {
      expect(writes).toEqual([])
      // REST carries no BIC, so that of the account which it made differs over SOAP and waits for a person.
      expect(document.changes.map(({ section, outcome, fields }) => [section, outcome, fields])).toEqual([
        ['bankAccount', 'held', ['BIC']],
        ['bankAccount', 'held', ['BIC']],
      ])
    }
    expect(again).toMatchObject({ code: 0, writes: [] })
    expect(again.document.changes).toEqual([])
    expect(world.nmbrs.store.allEmployees()).toHaveLength(people)
  })
})
