import { describe, expect, it } from '@jest/globals'

import { toGuid } from '../../../src/sandbox/nmbrs/world/guids.js'
import { addByPayroll } from '../../../src/sandbox/nmbrs/world/payroll-edits.js'
import { openCutoverWorld, type CutoverWorld, type PrepareJson } from './cutover-world.js'

const linksOf = ({ document }: { document: PrepareJson }) => document.companies[0]!.links

interface StatusJson {
  employees: { subject: string; pairing: string; targetId: string; restId?: string | null }[]
}

const statusOf = async (world: CutoverWorld): Promise<StatusJson['employees']> =>
  (JSON.parse((await world.run('status --all --json')).stdout) as StatusJson).employees

describe('people whose other id is not sure', () => {
  it('are found by what they are like where the converter does not know them', async () => {
    const world = await openCutoverWorld(
      { mix: 'all-linked', count: 4 },
      { converterOmits: 2, converterEntities: 'employees', converterCase: 'upper' },
    )
    await world.sync()

    const prepared = await world.prepare()

    expect(prepared.code).toBe(0)
    expect(linksOf(prepared)).toMatchObject({ total: 4, converted: 2, verified: 4, unmatched: [] })
  })

  it('are named, and over REST reported, never created and never touched, until a person says who they are', async () => {
    const world = await openCutoverWorld({ mix: 'all-linked', count: 4 }, { converterAnswers: 'swapped' })
    const { nmbrs, alexis } = world.sandbox
    await world.sync()
    const people = nmbrs.store.allEmployees().length

    const prepared = await world.prepare()
    const [left, other] = linksOf(prepared).unmatched
    world.goOver('rest')
    Object.assign(
      alexis.data.employees.find(({ id }) => id === left?.subject)!,
      {
        privateEmail: 'nieuw@privepost.example',
      },
    )
    const first = await world.sync()
    const guid = toGuid('employee', Number(left?.targetId))
    const matched = await world.run(`match ${left?.subject ?? ''} ${guid.toUpperCase()} --yes --json`)
    const second = await world.sync()

    expect(prepared.code).toBe(3)
    expect(linksOf(prepared)).toMatchObject({ total: 4, converted: 4, verified: 2 })
    expect(linksOf(prepared).unmatched.map(({ reason }) => reason)).toEqual(['contradicts', 'contradicts'])
    expect(first.document.findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['link-dangling', left?.subject],
      ['link-dangling', other?.subject],
    ])
    expect(first).toMatchObject({ code: 3, writes: [] })
    expect(first.document.changes).toEqual([])
    // The link stays the one that it was, with all that was agreed on.
    expect(JSON.parse(matched.stdout)).toMatchObject({
      link: { targetId: left?.targetId, soapId: left?.targetId, restId: guid },
    })
    expect(second.document.findings.map(({ subject }) => subject)).toEqual([other?.subject])
    expect(
      second.document.changes.map(({ targetId, section, outcome }) => [targetId, section, outcome]),
    ).toEqual([[left?.targetId, 'personalInfo', 'applied']])
    expect(nmbrs.store.allEmployees()).toHaveLength(people)
  })

  it('lose the other id that was taken before', async () => {
    const world = await openCutoverWorld({ mix: 'all-linked', count: 4 })
    const { nmbrs } = world.sandbox
    await world.sync()
    const before = await world.prepare()
    nmbrs.switches.converterAnswers = 'swapped'

    const after = await world.prepare()
    nmbrs.switches.converterAnswers = 'right'
    const again = await world.prepare()

    expect(
      [before, after, again].map(({ code, document }) => [code, document.companies[0]?.links.verified]),
    ).toEqual([
      [0, 4],
      [3, 2],
      [0, 4],
    ])
  })

  it('are paired without SOAP by what AlexisHR says, and whoever could be several is left to a person', async () => {
    const world = await openCutoverWorld({ mix: 'all-linked', count: 5 })
    const { nmbrs, alexis } = world.sandbox
    await world.sync()
    // A second record of one of them, in payroll only.
    const [first] = alexis.data.employees
    const status = await statusOf(world)
    const number = Number(status.find(({ subject }) => subject === first?.id)?.targetId)
    const { fields } = nmbrs.store.findEmployee(number)!.personalInfos.at(-1)!
    addByPayroll(nmbrs.store, {
      companyId: 1234,
      startDate: '2020-01-01',
      personalInfo: { ...fields, EmployeeNumber: '99' },
    })
    world.configure(({ nmbrs: account }) => {
      account.api = 'rest'
      Object.assign(account, { username: undefined, token: undefined, domain: undefined })
    })
    const before = nmbrs.calls.records.length

    const prepared = await world.prepare('--without-soap')
    const calls = nmbrs.calls.records.slice(before).map(({ operation }) => operation)
    const run = await world.sync()

    expect(calls.filter((name) => name.includes('_'))).toEqual([])
    expect(prepared.code).toBe(3)
    expect(prepared.document.companies[0]).toMatchObject({ soapId: '1234', restId: toGuid('company', 1234) })
    expect(linksOf(prepared)).toMatchObject({ total: 5, converted: 0, verified: 4 })
    expect(linksOf(prepared).unmatched).toMatchObject([
      {
        ...{ subject: first?.id, targetId: String(number), reason: 'ambiguous' },
        actions: [{ command: 'match', arguments: [first?.id, 'ID'], asks: ['ID'] }],
      },
    ])
    expect(run.document.findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['link-dangling', first?.id],
    ])
    expect(run.writes).toEqual([])
  })
})

describe('an employee whom the login that consented may not see', () => {
  const textsOf = ({ document }: Awaited<ReturnType<CutoverWorld['sync']>>): unknown[] =>
    document.findings.map(({ code, subject }) => [code, subject])

  it.each([
    ['whom no list of REST has', { restHides: 1 }, 'not-found', 'link-dangling'],
    [
      'whom the list of personal info leaves out',
      { restPersonalInfoOmits: 1 },
      undefined,
      'section-unreadable',
    ],
  ] as const)(
    '%s is named before and after the change, and neither created nor written',
    async (_, switches, reason, code) => {
      const world = await openCutoverWorld({ mix: 'all-linked', count: 6 }, switches)
      const { nmbrs, alexis } = world.sandbox
      await world.sync()
      const people = nmbrs.store.allEmployees().length
      const prepared = await world.prepare()
      const compared = await world.run('cutover compare --json')
      const { notCompared = [] } = JSON.parse(compared.stdout) as { notCompared?: string[] }
      const [subject = ''] = notCompared
      const held = Number((await statusOf(world)).find((one) => one.subject === subject)?.targetId)
      const before = JSON.stringify(nmbrs.store.findEmployee(held))
      world.goOver('rest')
      const first = await world.sync()
      Object.assign(
        alexis.data.employees.find(({ id }) => id === subject)!,
        {
          privateEmail: 'nieuw@privepost.example',
        },
      )
      const edited = await world.sync()

      expect(linksOf(prepared).unmatched.map((one) => [one.subject, one.reason])).toEqual(
        reason === undefined ? [] : [[subject, reason]],
      )
      expect(compared.code).toBe(3)
      expect(notCompared).toHaveLength(1)
      for (const run of [first, edited]) {
        expect(run).toMatchObject({ code: 3, writes: [] })
        expect(run.document.changes).toEqual([])
        expect(textsOf(run)).toEqual([[code, subject]])
      }
      expect(JSON.stringify(nmbrs.store.findEmployee(held))).toBe(before)
      expect(nmbrs.store.allEmployees()).toHaveLength(people)

      // What changed meanwhile goes over SOAP, and over REST as soon as the login sees them.
      Object.assign(nmbrs.switches, { restHides: 0, restPersonalInfoOmits: 0 })
      await world.prepare()
      const seen = await world.sync()
      expect(seen.document.changes.map((one) => [one.subject, one.section, one.outcome])).toEqual([
        [subject, 'personalInfo', 'applied'],
      ])
    },
  )

  it('is neither created nor touched when the login stops seeing them after the change', async () => {
    const world = await openCutoverWorld({ mix: 'all-linked', count: 6 })
    const { nmbrs } = world.sandbox
    await world.sync()
    await world.prepare()
    world.goOver('rest')
    const before = await world.sync()
    nmbrs.switches.restHides = 1
    const after = [await world.sync(), await world.sync()]
    nmbrs.switches.restHides = 0
    const again = await world.sync()

    expect(before).toMatchObject({ code: 0, writes: [] })
    for (const run of after) {
      expect(run).toMatchObject({ code: 3, writes: [] })
      expect(run.document.findings.map(({ code }) => code)).toEqual(['link-dangling'])
    }
    expect(again).toMatchObject({ code: 0, writes: [] })
    expect(nmbrs.store.allEmployees()).toHaveLength(6)
  })

  it('is named by prepare also when nobody is connected to them', async () => {
    const world = await openCutoverWorld({ mix: 'all-linked', count: 6 }, { restHides: 1 })
    const { nmbrs, alexis } = world.sandbox
    const [stranger] = nmbrs.store.allEmployees().slice(-1)
    const number = stranger?.personalInfos.at(-1)?.fields.EmployeeNumber
    // Not in AlexisHR yet, so that nobody can be connected.
    const index = alexis.data.employees.findIndex(
      (one) => (one as { employeeNumber?: string }).employeeNumber === number,
    )
    alexis.data.employees.splice(index, 1)
    await world.sync()

    const prepared = await world.prepare()
    const text = await world.run('cutover prepare')
    nmbrs.switches.restHides = 0
    const seen = await world.prepare()

    expect(prepared.document.companies[0]).toMatchObject({
      links: { total: 5, verified: 5 },
      unseen: [String(stranger?.id)],
    })
    expect(text.stdout).toContain(`Not shown over REST and not connected: Nmbrs employee ${stranger?.id}`)
    expect(seen.document.companies[0]).not.toHaveProperty('unseen')
  })
})
