import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { openCliWorld, type CliWorld } from '../cli-world.js'

let world: CliWorld
beforeAll(async () => {
  world = await openCliWorld(undefined, 40)
})
afterAll(() => world.close())

interface Document {
  changes: { subject: string; section: string; outcome: string }[]
  summary: {
    periods: {
      companyId: string
      days: { first: string; last: string } | null
      send: Record<string, number>
      held: Record<string, number>
    }[]
    people: { send: number; held: number; created: number }
    sections: { section: string; send: { changes: number; people: number }; held: { changes: number } }[]
    salaries: { subject: string; start: string; before?: string | null; after?: string }[]
    totals: { people: number; held: boolean; after?: string }[]
  }
}

const ask = async (flags = ''): Promise<Document> =>
  JSON.parse((await world.run(`plan --summary --json ${flags}`)).stdout) as Document

describe('plan --summary', () => {
  it('counts exactly what the plan lists, by section and by person', async () => {
    const { changes, summary } = await ask()

    const of = (section: string, outcome: string) =>
      changes.filter((one) => one.section === section && one.outcome === outcome)
    for (const { section, send, held } of summary.sections) {
      expect([section, send.changes, held.changes]).toEqual([
        section,
        of(section, 'planned').length,
        of(section, 'held').length,
      ])
    }
    const senders = changes.filter(({ outcome }) => outcome === 'planned').map(({ subject }) => subject)
    expect(summary.people.send).toBe(new Set(senders).size)
    expect(summary.salaries).toHaveLength(changes.filter(({ section }) => section === 'salary').length)
  })

  it('says of each company which changes fall into its payroll period', async () => {
    const { changes, summary } = await ask()
    const text = (await world.run('plan --summary', { isTerminal: true, columns: 80 })).stdout

    const [period] = summary.periods
    const sumOf = (counts: Record<string, number> = {}): number =>
      Object.values(counts).reduce((sum, count) => sum + count, 0)
    const countOf = (outcome: string): number => changes.filter((one) => one.outcome === outcome).length
    expect(period?.days).toEqual({ first: '2026-11-01', last: '2026-11-30' })
    expect([sumOf(period?.send), sumOf(period?.held)]).toEqual([countOf('planned'), countOf('held')])
    expect(text).toContain('1 November 2026 to 30 November 2026')
    expect(text).toContain(`${period?.send.within} in this period`)
  })

  it('has no amount in a document or a pipe unless asked, and none whole of one person', async () => {
    const amounts = world.sandbox.alexis.data.compensations.map(({ amount }) => String(amount))
    const plain = await world.run('plan --summary --json')
    const masked = await ask('--show-values')
    const piped = await world.run('plan --summary')

    expect(plain.stdout).not.toContain('"after"')
    expect(piped.stdout).toContain('--show-values')
    for (const { after } of masked.summary.salaries) expect(after).toMatch(/^\*\*/)
    for (const amount of amounts) expect(piped.stdout).not.toContain(amount)
  })

  it('says on a terminal who gets what from which day on, and what it comes to', async () => {
    const { stdout } = await world.run('plan --summary', { isTerminal: true })

    expect(stdout).toContain('What goes to payroll for sandbox')
    expect(stdout).toMatch(/People: \d+ with changes to send \(\d+ new\), \d+ with something held/)
    expect(stdout).toMatch(/from .*€[\d,]+\.\d\d/)
    expect(stdout).toContain('Totals')
  })
})
