import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { openCliWorld, type CliWorld } from '../cli-world.js'

let world: CliWorld
beforeAll(async () => {
  world = await openCliWorld(undefined, 40)
})
afterAll(() => world.close())

interface Change {
  subject: string
  section: string
  outcome: string
}
interface Listed {
  subject: string
  pairing: string
  targetId: string | null
  planned: string[]
  held: { section: string }[]
}

interface Login {
  subject: string
  targetId: string | null
  reasons: string[]
}

const read = async <Document>(line: string): Promise<Document> =>
  JSON.parse((await world.run(`${line} --json`)).stdout) as Document

const sectionsOf = (changes: readonly Change[], subject: string, outcome: string): string[] =>
  changes
    .filter((one) => one.subject === subject && one.outcome === outcome)
    .map(({ section }) => section)
    .sort()

/** What the commands say of everyone: before the first sync, and after it. */
describe.each(['before the first sync', 'after it'])('%s, plan, status, explain and access', (when) => {
  beforeAll(async () => {
    if (when === 'after it') await world.run('sync --yes')
  })

  it('say the same of everyone: who is connected, what is sent and what is held', async () => {
    const { changes } = await read<{ changes: Change[] }>('plan')
    const { employees } = await read<{ employees: Listed[] }>('status --all')

    expect(employees.length).toBeGreaterThan(30)
    for (const { subject, pairing, targetId, planned, held } of employees) {
      const explained = await read<{ employee: unknown } & Record<string, unknown>>(`explain ${subject}`)
      const own = explained as unknown as { pairing: string; targetId: string | null; changes: Change[] }
      const told = {
        subject,
        pairing,
        targetId,
        planned: [...planned].sort(),
        held: held.map(({ section }) => section).sort(),
      }
      expect({
        ...told,
        planned: sectionsOf(changes, subject, 'planned'),
        held: sectionsOf(changes, subject, 'held'),
      }).toEqual(told)
      expect([subject, own.pairing, own.targetId]).toEqual([subject, pairing, targetId])
    }
  })

  it('say the same of who is connected, logins too', async () => {
    const { employees } = await read<{ employees: Listed[] }>('status --all')
    const { portals } = await read<{ portals: { people: Login[] }[] }>('access status')
    const people = portals.flatMap((portal) => portal.people)

    const standing = new Map(employees.map((one) => [one.subject, one]))
    const known = people.filter(({ subject }) => standing.has(subject))
    expect(known.length).toBeGreaterThan(20)
    for (const { subject, targetId, reasons } of known) {
      const { pairing, targetId: connectedTo } = standing.get(subject) ?? {}
      // A match that the next sync keeps is a connection to come for both.
      if (targetId !== null) expect([subject, targetId]).toEqual([subject, connectedTo])
      if (reasons.includes('not-connected') && when === 'after it')
        expect([subject, pairing === 'connected']).toEqual([subject, false])
      if (pairing === 'connected' && when === 'after it') expect(targetId).toBe(connectedTo)
    }
  })

  it('of one person end with the code that is about that person', async () => {
    const { changes } = await read<{ changes: Change[] }>('plan')
    const { employees } = await read<{ employees: Listed[] }>('status --all')
    const held = changes.find(({ outcome }) => outcome === 'held')?.subject
    const calm = employees.find(
      (one) => one.pairing === 'connected' && one.held.length === 0 && one.planned.length === 0,
    )?.subject

    expect(held).toBeDefined()
    expect((await world.run(`plan --employee ${held ?? ''}`)).code).toBe(3)
    if (calm !== undefined) expect((await world.run(`plan --employee ${calm}`)).code).toBe(0)
  })
})
