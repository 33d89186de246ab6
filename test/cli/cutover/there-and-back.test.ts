import { describe, expect, it } from '@jest/globals'

import { toGuid } from '../../../src/sandbox/nmbrs/world/guids.js'
import { openCutoverWorld } from './cutover-world.js'

const findingsOf = ({
  document,
}: {
  document: { findings: readonly { code: string | null }[] }
}): unknown[] => document.findings.map(({ code }) => code)

describe('200 people over REST and back', () => {
  it('have nothing written in either direction, and edits of both sides flow over either transport', async () => {
    const world = await openCutoverWorld({ count: 200, mix: 'all-linked' })
    const { nmbrs, alexis } = world.sandbox
    await world.sync()
    const [drifted, other] = nmbrs.store.allEmployees()

    const prepared = await world.prepare()
    world.goOver('rest')
    const there = await world.sync()
    world.goOver('soap')
    const back = await world.sync()

    expect(prepared).toEqual({
      code: 0,
      document: {
        formatVersion: 1,
        connection: 'sandbox',
        companies: [
          {
            soapId: '1234',
            restId: toGuid('company', 1234),
            links: { total: 200, converted: 200, verified: 200, unmatched: [] },
          },
        ],
        ready: true,
      },
    })
    for (const run of [there, back]) {
      expect(run.document).toMatchObject({ changes: [], findings: [], people: { linked: 200 } })
      expect(run).toMatchObject({ code: 0, writes: [] })
    }

    // Edits of both sides, first over REST and then over SOAP.
    for (const [api, index, employee] of [
      ['rest', 20, drifted],
      ['soap', 30, other],
    ] as const) {
      world.goOver(api)
      const [first, second] = alexis.data.employees.slice(index)
      Object.assign(first!, { privateEmail: `nieuw${index}@privepost.example` })
      Object.assign(second!, { homeAddress: { ...second!.homeAddress, street: `Nieuweweg ${index}` } })
      nmbrs.edit(employee!.id, { personalInfo: { TelephonePrivate: '0201234567' } })
      const edited = await world.sync()
      const quiet = await world.sync()

      const { changes } = edited.document
      expect(changes.map(({ outcome }) => outcome)).toEqual(changes.map(() => 'applied'))
      expect(changes.length).toBeGreaterThan(0)
      expect(edited.writes.length).toBeGreaterThan(0)
      expect(findingsOf(edited)).toEqual(['drift'])
      expect(quiet.writes).toEqual([])
      expect(findingsOf(quiet)).toContain('drift')
      const [change] = changes
      expect(change).toMatchObject({
        soapId: change?.targetId,
        restId: toGuid('employee', Number(change?.targetId)),
      })
      nmbrs.edit(employee!.id, { personalInfo: { TelephonePrivate: '' } })
      await world.run(`drift --accept-target ${quiet.document.findings[0]?.subject ?? ''} --yes`)
    }
  })
})
