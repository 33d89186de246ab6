import { describe, expect, it } from '@jest/globals'

import type { SectionBaseline } from '../../../src/domain/baseline.js'
import type { UpdateChange } from '../../../src/domain/change.js'
import type { FieldName } from '../../../src/domain/sections.js'
import type { Values } from '../../../src/domain/values.js'
import { planAddress } from '../../../src/plan/address/plan-address.js'
import type { PolicyOf } from '../../../src/plan/sections/field-policy.js'
import { emptyValues, type SectionPlan } from '../../../src/plan/sections/section-plan.js'
import { aContext, aPerson, aTarget, plainPolicy, settledAt, someRules } from '../../support/builders.js'

const old: Values = {
  Street: 'Oude weg 1',
  PostalCode: '1002 AB',
  City: 'Amsterdam',
  CountryISOCode: 'NL',
}
const moved: Values = {
  Street: 'Nieuwe weg 9',
  PostalCode: '3512 AA',
  City: 'Utrecht',
  CountryISOCode: 'NL',
}

const without = (values: Values, ...fields: FieldName[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !fields.includes(field as FieldName)))

interface Given {
  desired: Values
  actual: Values
  baseline?: SectionBaseline
  policyOf?: PolicyOf
}

const plan = ({ desired, actual, baseline, policyOf = plainPolicy }: Given): SectionPlan =>
  planAddress(
    aContext({
      person: aPerson({ sections: { address: desired } }),
      target: { ...aTarget(), address: { ...emptyValues('address'), ...actual } },
      baselines: baseline === undefined ? {} : { address: baseline },
    }),
    someRules({ policyOf }),
  )

/** What the target would hold after the write: everything that is sent over everything it held. */
const outcome = (given: Given): Values | string | undefined => {
  const [planned, ...others] = plan(given).changes
  if (planned === undefined) return undefined
  if (others.length > 0) return 'several changes'
  const { after, alongside } = planned.change as UpdateChange
  if (planned.decision !== 'send') return `held ${planned.decision === 'hold' ? planned.reason : ''}`
  const held = { ...given.actual, ...alongside, ...after }
  return Object.fromEntries(Object.entries(held).filter(([, value]) => value !== ''))
}

const mapped: PolicyOf = (section, field) => ({ ...plainPolicy(section, field), whenEmpty: 'keep' })

describe('a move', () => {
  it('sends the whole new address', () => {
    expect(outcome({ desired: moved, actual: old, baseline: settledAt(old) })).toEqual(moved)
  })

  it.each(['Street', 'PostalCode', 'City'] as const)('waits whole when the new address lacks %s', (part) => {
    const given = { desired: without(moved, part), actual: old, baseline: settledAt(old) }

    expect(outcome(given)).toBe('held address-incomplete')
    expect(plan(given).findings).toMatchObject([{ code: 'address-incomplete', field: part }])
  })

  it('is sent without a part that neither address has', () => {
    const [desired, actual] = [without(moved, 'PostalCode'), without(old, 'PostalCode')]

    expect(outcome({ desired, actual, baseline: settledAt(actual) })).toEqual(desired)
  })

  it('takes the state of the old address away', () => {
    const actual = { ...old, StateProvince: 'Noord-Holland' }

    expect(outcome({ desired: moved, actual, baseline: settledAt(old) })).toEqual(moved)
  })

  it('names the part that it takes away', () => {
    const actual = { ...old, StateProvince: 'Noord-Holland' }
    const [planned] = plan({ desired: moved, actual, baseline: settledAt(old) }).changes

    expect(planned?.change).toMatchObject({ fields: ['City', 'PostalCode', 'StateProvince', 'Street'] })
  })

  it('never leaves a house number that payroll keeps apart beside a new street line', () => {
    const actual = { ...old, Street: 'Oude weg', HouseNumber: '1' }

    expect(outcome({ desired: moved, actual, baseline: settledAt(old) })).toBe('held house-number-separate')
  })

  it('waits whole when payroll changed another part since', () => {
    const actual = { ...old, City: 'Diemen' }

    expect(outcome({ desired: { ...old, Street: 'Oude weg 3' }, actual, baseline: settledAt(old) })).toBe(
      'held conflict',
    )
  })

  it('waits whole when one part is a conflict and the others are not', () => {
    const actual = { ...old, Street: 'Oude weg 2' }

    expect(outcome({ desired: moved, actual, baseline: settledAt(old) })).toBe('held conflict')
  })

  it('waits when payroll’s word on a part that stays was accepted before', () => {
    const actual = { ...old, Street: 'Oude weg 1 bis' }

    expect(outcome({ desired: { ...old, City: 'Diemen' }, actual, baseline: settledAt(old, actual) })).toBe(
      'held conflict',
    )
  })

  it('takes an accepted part away when that part is another one now', () => {
    const actual = { ...old, Street: 'Oude weg 1 bis' }

    expect(outcome({ desired: moved, actual, baseline: settledAt(old, actual) })).toEqual(moved)
  })

  it('does not wait for what payroll only spells another way', () => {
    const actual = { ...old, Street: 'OUDE WEG 1' }
    const desired = { ...old, City: 'Diemen' }

    expect(outcome({ desired, actual, baseline: settledAt(old, actual) })).toEqual(desired)
  })

  it('is refused in the plan where the transport cannot write it', () => {
    const rules = someRules({ capabilities: new Set() })
    const context = aContext({ person: aPerson({ sections: { address: moved } }) })

    expect(planAddress(context, rules).changes).toMatchObject([{ decision: 'hold', reason: 'not-supported' }])
  })
})

describe('a country that the source leaves empty', () => {
  const desired = without(moved, 'CountryISOCode')

  it('stays payroll’s while the new postal code has its form', () => {
    expect(outcome({ desired, actual: old, baseline: settledAt(old) })).toEqual(moved)
  })

  it.each([
    ['1000', 'BE'],
    ['10115', 'DE'],
  ])('holds a move to %s out of the Netherlands, and lets it go inside %s', (PostalCode, country) => {
    const given = { desired: { ...desired, PostalCode }, baseline: settledAt(old) }

    expect(outcome({ ...given, actual: old })).toBe('held address-country-unclear')
    expect(outcome({ ...given, actual: { ...old, CountryISOCode: country } })).toMatchObject({
      CountryISOCode: country,
    })
  })

  it('holds a move where the form of the codes is not known', () => {
    expect(outcome({ desired, actual: { ...old, CountryISOCode: 'AO' }, baseline: settledAt(old) })).toBe(
      'held address-country-unclear',
    )
  })

  it('says nothing while nothing moves', () => {
    const same = without(old, 'CountryISOCode')

    expect(outcome({ desired: same, actual: { ...old, CountryISOCode: 'BE' } })).toBeUndefined()
  })
})

describe('an address that differs by its layout alone', () => {
  it('is sent as before, and takes nothing of payroll’s away', () => {
    const actual = { ...old, City: 'AMSTERDAM', StateProvince: 'NH' }

    expect(outcome({ desired: old, actual })).toEqual({ ...old, StateProvince: 'NH' })
  })
})

describe('a street that payroll keeps in parts', () => {
  const line = (Street: string): Values => ({ ...old, Street })
  const parts = (HouseNumber: string, HouseNumberAddition = ''): Values => ({
    ...old,
    Street: 'Oude weg',
    HouseNumber,
    HouseNumberAddition,
  })

  it.each([
    ['Oude weg 12 A', '12', 'A'],
    ['Oude weg 12a', '12', 'A'],
    ['Oude weg 12-3', '12', '3'],
  ])('%s is the same as %s with addition %s', (street, number, addition) => {
    expect(outcome({ desired: line(street), actual: parts(number, addition) })).toBeUndefined()
  })

  it('number 12 with addition 3 is not number 123', () => {
    expect(outcome({ desired: line('Oude weg 123'), actual: parts('12', '3') })).toBe(
      'held house-number-separate',
    )
  })

  it('a house number that payroll changes is drift', () => {
    const { settled } = plan({ desired: line('Oude weg 12'), actual: parts('12') })

    const { changes, findings } = plan({
      desired: line('Oude weg 12'),
      actual: parts('14'),
      baseline: settled!,
    })

    expect(changes).toEqual([])
    expect(findings).toMatchObject([{ code: 'drift', field: 'Street' }])
  })
})

describe('a street that the mapping splits', () => {
  const split = (HouseNumber: string, HouseNumberAddition: string): Values => ({
    ...old,
    Street: 'Oude weg',
    HouseNumber,
    HouseNumberAddition,
  })
  const given = (desired: Values, actual: Values, baseline?: SectionBaseline): Given => ({
    desired,
    actual,
    policyOf: mapped,
    ...(baseline === undefined ? {} : { baseline }),
  })

  it.each([
    ['14', ''],
    ['12', ''],
    ['12', 'B'],
  ])('leaves nothing of 12 A when it becomes %s %s', (number, addition) => {
    const [before, now] = [split('12', 'A'), split(number, addition)]

    expect(outcome(given(now, before, settledAt(before)))).toEqual(
      Object.fromEntries(Object.entries(now).filter(([, value]) => value !== '')),
    )
  })

  it('takes an addition away that an earlier version left beside a new number', () => {
    const baseline = { fields: { ...settledAt(split('14', 'A')).fields } }

    expect(outcome(given(split('14', ''), split('14', 'A'), baseline))).not.toHaveProperty(
      'HouseNumberAddition',
    )
  })

  it('says nothing of an addition of payroll’s that nobody compared before', () => {
    const baseline = settledAt(without(split('12', ''), 'HouseNumberAddition'))
    const first = plan(given(split('12', ''), split('12', 'A'), baseline))

    expect(first.changes).toEqual([])
    expect(first.findings).toEqual([])
    expect(first.settled?.seal).toBeDefined()
  })

  it('takes such an addition away with the address it belongs to', () => {
    const accepted = settledAt(split('12', ''), split('12', 'A'))
    const now = { ...split('3', ''), Street: 'Nieuwe weg' }

    expect(outcome(given(now, split('12', 'A'), accepted))).not.toHaveProperty('HouseNumberAddition')
  })

  it('an addition that payroll adds is drift', () => {
    const { findings } = plan(given(split('12', ''), split('12', 'A'), settledAt(split('12', ''))))

    expect(findings).toMatchObject([{ code: 'drift', field: 'HouseNumberAddition' }])
  })
})

describe('the address of a person who is still to be created', () => {
  it('is sent as the source has it', () => {
    const context = aContext({
      targetId: null,
      target: undefined,
      person: aPerson({ sections: { address: moved } }),
    })

    expect(planAddress(context, someRules()).changes).toMatchObject([
      { decision: 'send', change: { before: {}, after: moved } },
    ])
  })
})

describe('drift of an address', () => {
  it.each([
    ['restore', 'restore', 'sent'],
    ['adopt', 'adopt', 'settled'],
    ['restore', 'report', 'reported'],
    ['restore', 'adopt', 'reported'],
  ] as const)('of two parts with %s and %s is %s', (street, city, expected) => {
    const actual = { ...old, Street: 'Oude weg 2', City: 'Diemen' }
    const policyOf: PolicyOf = (section, field) => ({
      ...plainPolicy(section, field),
      onDrift: field === 'City' ? city : street,
    })

    const { changes, findings, settled } = plan({ desired: old, actual, baseline: settledAt(old), policyOf })

    const said = changes.length > 0 ? 'sent' : findings.length > 0 ? 'reported' : 'settled'
    expect(said).toBe(expected)
    expect(settled?.seal !== undefined).toBe(expected === 'settled')
  })
})

describe('a postal code in the Netherlands that is none', () => {
  const wrong = { ...moved, PostalCode: '12345' }

  it('holds a move', () => {
    expect(outcome({ desired: wrong, actual: old, baseline: settledAt(old) })).toBe(
      'held postal-code-invalid',
    )
  })

  it('holds the address of a person to be created', () => {
    const context = aContext({
      targetId: null,
      target: undefined,
      person: aPerson({ sections: { address: wrong } }),
    })

    expect(planAddress(context, someRules()).changes).toMatchObject([
      { decision: 'hold', reason: 'postal-code-invalid' },
    ])
  })

  it('is no matter while both sides agree on it', () => {
    expect(outcome({ desired: wrong, actual: wrong })).toBeUndefined()
  })
})
