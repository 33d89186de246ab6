import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { FieldBaseline } from '../../src/domain/baseline.js'
import { toSourceEmployeeId } from '../../src/domain/ids.js'
import { fieldNamesOf, type FieldName } from '../../src/domain/sections.js'
import { formatFields, parseFields } from '../../src/state/sync/people/baseline-text.js'
import { aBaseline, ann, bob, company, otherCompany } from './records.js'
import { openState } from './temp-state.js'
import { asTester } from '../support/builders.js'

const digest = fc.stringMatching(/^[A-Za-z0-9_-]{1,22}$/)
const fields = fc.dictionary(
  fc.constantFrom<FieldName[]>(...fieldNamesOf('personalInfo')),
  fc.record<FieldBaseline>({ sent: digest, seen: digest }),
) as fc.Arbitrary<Partial<Record<FieldName, FieldBaseline>>>

describe('baselines as text', () => {
  it('are read as they were spelled, whatever the fields', () => {
    fc.assert(
      fc.property(fields, (any) => {
        expect(parseFields(formatFields(any))).toEqual({ ...any })
      }),
    )
  })

  it('spell the same field list for all people whose fields agree', () => {
    const one = formatFields({ City: { sent: 'a', seen: 'a' }, Street: { sent: 'b', seen: 'b' } })
    const other = formatFields({ Street: { sent: 'c', seen: 'c' }, City: { sent: 'd', seen: 'd' } })

    expect(one.names).toBe(other.names)
  })

  it('name a stored text that lacks a digest instead of making one up', () => {
    const { names } = formatFields({ City: { sent: 'a', seen: 'b' } })

    expect(() => parseFields({ names, digests: 'a' })).toThrow('lacks a digest')
    expect(() => parseFields({ names, digests: '' })).toThrow('lacks a digest')
  })
})

describe('stored baselines', () => {
  it('are read per person and section', async () => {
    const store = (await openState()).store('acme', asTester)
    const salary = { fields: { Value: { sent: 'x', seen: 'x' } } }

    await store.baselines.writeBaselines([
      { subject: ann, companyId: company, section: 'address', baseline: aBaseline() },
      { subject: bob, companyId: company, section: 'address', baseline: aBaseline('other') },
      { subject: ann, companyId: company, section: 'salary', baseline: salary },
    ])

    expect(await store.baselines.readBaselines(company, [ann, bob])).toEqual(
      new Map([
        [ann, { address: aBaseline(), salary }],
        [bob, { address: aBaseline('other') }],
      ]),
    )
  })

  it('replace what was settled before, the seal included', async () => {
    const store = (await openState()).store('acme', asTester)
    const settled = { subject: ann, companyId: company, section: 'address' } as const
    await store.baselines.writeBaselines([{ ...settled, baseline: aBaseline() }])

    const unsealed = { fields: { City: { sent: 'new', seen: 'old' } } }
    await store.baselines.writeBaselines([{ ...settled, baseline: unsealed }])

    expect(await store.baselines.readBaselines(company, [ann, bob])).toEqual(
      new Map([[ann, { address: unsealed }]]),
    )
  })

  it('belong to one company of one connection', async () => {
    const state = await openState()

    await state
      .store('acme', asTester)
      .baselines.writeBaselines([
        { subject: ann, companyId: company, section: 'address', baseline: aBaseline() },
      ])

    expect(await state.store('acme', asTester).baselines.readBaselines(otherCompany, [ann])).toEqual(
      new Map(),
    )
    expect(await state.store('other', asTester).baselines.readBaselines(company, [ann, bob])).toEqual(
      new Map(),
    )
  })

  it('stay what they were when read, also when newer ones are stored', async () => {
    const store = (await openState()).store('acme', asTester)
    const settled = { subject: ann, companyId: company, section: 'address' } as const
    await store.baselines.writeBaselines([{ ...settled, baseline: aBaseline('old') }])
    const before = await store.baselines.readBaselines(company, [ann, bob])

    await store.baselines.writeBaselines([{ ...settled, baseline: aBaseline('new') }])

    expect(before.get(ann)?.address).toEqual(aBaseline('old'))
  })

  it('are all read when there are more than one step reads, without holding the process up', async () => {
    const store = (await openState()).store('acme', asTester)
    const people = Array.from({ length: 2300 }, (_, index) => toSourceEmployeeId(`person-${index}`))
    const sections = ['address', 'salary'] as const
    await store.baselines.writeBaselines(
      people.flatMap((subject) =>
        sections.map((section) => ({ subject, companyId: company, section, baseline: aBaseline(subject) })),
      ),
    )
    let othersHadATurn = false
    setImmediate(() => (othersHadATurn = true))

    const read = await store.baselines.readBaselines(company, people)

    expect(read.size).toBe(people.length)
    expect([...read.values()].every((sections) => Object.keys(sections).length === 2)).toBe(true)
    expect(read.get(people[1234]!)?.salary).toEqual(aBaseline('person-1234'))
    expect(othersHadATurn).toBe(true)
  })
})

describe('bank looks', () => {
  it('tell when each person was last looked at', async () => {
    const store = (await openState()).store('acme', asTester)
    await store.accounts.writeBankLooks(company, [ann, bob], '2026-01-05T08:00:00.000Z')

    await store.accounts.writeBankLooks(company, [bob], '2026-02-05T08:00:00.000Z')

    expect(await store.accounts.readBankLooks(company)).toEqual(
      new Map([
        [ann, '2026-01-05T08:00:00.000Z'],
        [bob, '2026-02-05T08:00:00.000Z'],
      ]),
    )
    expect(await store.accounts.readBankLooks(otherCompany)).toEqual(new Map())
  })
})
