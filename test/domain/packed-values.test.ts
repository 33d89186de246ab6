import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  findActual,
  findDesired,
  packPerson,
  toPackedTarget,
  unpackPerson,
} from '../../src/domain/packed/packed-people.js'
import { packValues, unpackValue, unpackValues } from '../../src/domain/packed/packed-values.js'
import { fieldNamesOf, mappedSections, type FieldName } from '../../src/domain/sections.js'
import type { Values } from '../../src/domain/values.js'
import { aPerson, aTarget } from '../support/builders.js'

/** Texts as they come, and those that could be taken for the packing itself. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '=', '\u0000', '=\u0000=', '[', '["="]', '\u0001', '['.repeat(3)),
)
const sectionAndValues = fc
  .constantFrom(...mappedSections)
  .chain((section) =>
    fc.tuple(
      fc.constant(section),
      fc.dictionary(fc.constantFrom<FieldName[]>(...fieldNamesOf(section)), anyText) as fc.Arbitrary<Values>,
    ),
  )

describe('packed values', () => {
  it('are unpacked as they were, an empty value told from none', () => {
    fc.assert(
      fc.property(sectionAndValues, ([section, values]) => {
        expect(unpackValues(section, packValues(section, values))).toEqual({ ...values })
      }),
    )
  })

  it('are unpacked one by one as they are together', () => {
    fc.assert(
      fc.property(sectionAndValues, ([section, values]) => {
        const packed = packValues(section, values)

        for (const field of fieldNamesOf(section))
          expect(unpackValue(section, packed, field)).toBe(values[field])
      }),
    )
  })

  it('are the same text for the same values in any order, and another one for others', () => {
    fc.assert(
      fc.property(sectionAndValues, sectionAndValues, ([section, values], [other, others]) => {
        const reversed = Object.fromEntries(Object.entries(values).reverse())
        const areSame = JSON.stringify(sorted(values)) === JSON.stringify(sorted(others))

        expect(packValues(section, reversed)).toBe(packValues(section, values))
        fc.pre(section === other)
        expect(packValues(section, values) === packValues(section, others)).toBe(areSame)
      }),
    )
  })
})

const sorted = (values: Values): [string, string][] =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))

describe('packed people', () => {
  it('read like the people they were made of', () => {
    const person = { ...aPerson({ heldSections: ['salary'] }), salaryHeldFrom: '2026-12-01' }

    expect(unpackPerson(packPerson(person))).toEqual(person)
  })

  it('give the same packed sections as people who are not packed', () => {
    const [person, target] = [aPerson(), aTarget()]
    const packedTarget = toPackedTarget({
      ...target,
      personalInfo: packValues('personalInfo', target.personalInfo ?? {}),
      address: undefined,
    })

    for (const section of mappedSections) {
      expect(findDesired(packPerson(person), section)).toBe(findDesired(person, section))
    }
    expect(packedTarget.personalInfo).toEqual(target.personalInfo)
    expect(packedTarget.address).toBeUndefined()
    expect(findActual(packedTarget, 'personalInfo')).toBe(findActual(target, 'personalInfo'))
    expect(findActual(packedTarget, 'address')).toBeUndefined()
    expect(findActual(packedTarget, 'employment')).toBe(findActual(target, 'employment'))
  })
})
