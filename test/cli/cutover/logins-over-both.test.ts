import { describe, expect, it } from '@jest/globals'

import { toGuid } from '../../../src/sandbox/nmbrs/world/guids.js'
import { openCutoverWorld, type CutoverWorld } from './cutover-world.js'

const changing: ReadonlySet<string> = new Set(['targetId', 'soapId', 'restId'])

/** What is foreseen for logins, without the ids of a transport. */
const loginsOf = async (world: CutoverWorld): Promise<unknown> =>
  JSON.parse((await world.run('access plan --json')).stdout, (key, value: unknown) =>
    changing.has(key) ? undefined : value,
  )

/** Somebody who could be either of two employees; a person says which. */
const openAmbiguous = async () => {
  const world = await openCutoverWorld({ mix: { ambiguous: 1 }, count: 5 })
  const [finding] = (await world.sync()).document.findings
  const [, number = ''] = /Nmbrs employee (\d+)/.exec(finding?.message ?? '') ?? []
  await world.prepare()
  return { ...world, subject: finding?.subject ?? '', number, guid: toGuid('employee', Number(number)) }
}

describe('somebody who was connected by hand, and their login', () => {
  it.each(['soap', 'rest'] as const)(
    'stay as they were said over %s, over both transports, and nothing is handed over twice',
    async (first) => {
      const world = await openAmbiguous()
      const { subject, number, guid } = world
      const people = world.nmbrs.store.allEmployees().length
      const before = await loginsOf(world)
      world.goOver(first)
      const matched = await world.run(`match ${subject} ${first === 'soap' ? number : guid} --yes --json`)
      const there = await world.sync()
      const wanted = await loginsOf(world)
      const handedOver = await world.run('access sync --json')
      const inHand = await loginsOf(world)
      const prepared = await world.prepare()

      expect(matched.code).toBe(0)
      expect(there).toMatchObject({ code: 0, writes: [] })
      expect(wanted).not.toEqual(before)
      expect(handedOver.code).toBe(0)
      expect(inHand).not.toEqual(wanted)
      expect(prepared.document).toMatchObject({
        companies: [{ links: { total: 5, verified: 5, unmatched: [] } }],
        ready: true,
      })
      for (const api of ['rest', 'soap'] as const) {
        world.goOver(api)
        const run = await world.sync()
        await world.run('access sync --json')

        expect(run).toMatchObject({ code: 0, writes: [] })
        expect(run.document.people).toMatchObject({ linked: 5 })
        expect(await loginsOf(world)).toEqual(inHand)
        const status = await world.run(`explain ${subject} --json`)
        expect(status.stdout).toContain(number)
        expect(status.stdout).toContain(guid)
      }
      expect(world.nmbrs.store.allEmployees()).toHaveLength(people)
    },
  )
})
