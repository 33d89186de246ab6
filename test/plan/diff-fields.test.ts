import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId } from '../../src/domain/ids.js'
import { diffFields, sameValues, sealSection } from '../../src/plan/sections/diff-fields.js'
import { plainDigest, plainPolicy } from '../support/builders.js'

const subject = toSourceEmployeeId('a1')
const digestOf = (value: string): string => plainDigest(subject, 'Street', value)

const diff = (desired: string, actual: string, baseline?: { sent: string; seen: string }) =>
  diffFields({
    subject,
    section: 'address',
    desired: { Street: desired },
    actual: { Street: actual },
    baseline: baseline && {
      fields: { Street: { sent: digestOf(baseline.sent), seen: digestOf(baseline.seen) } },
    },
    policyOf: plainPolicy,
    digest: plainDigest,
  })[0]

describe('the three-way table', () => {
  it.each([
    ['both agree, nothing settled', 'A', 'A', undefined, 'in-sync'],
    ['both agree, both moved the same way', 'B', 'B', { sent: 'A', seen: 'A' }, 'in-sync'],
    ['only the source moved', 'B', 'A', { sent: 'A', seen: 'A' }, 'source-changed'],
    ['only the target moved', 'A', 'B', { sent: 'A', seen: 'A' }, 'drift'],
    ['both moved, to different values', 'B', 'C', { sent: 'A', seen: 'A' }, 'conflict'],
    ['they differ and nothing was ever settled', 'A', 'B', undefined, 'first-contact'],
    ['they differ in the way that was accepted', 'A', 'B', { sent: 'A', seen: 'B' }, 'settled'],
    [
      'the source moved away from an accepted difference',
      'C',
      'B',
      { sent: 'A', seen: 'B' },
      'source-changed',
    ],
    ['the target moved on from an accepted difference', 'A', 'C', { sent: 'A', seen: 'B' }, 'drift'],
    ['the source cleared a value that stands', '', 'A', { sent: 'A', seen: 'A' }, 'source-changed'],
    ['the target lost a value that was sent', 'A', '', { sent: 'A', seen: 'A' }, 'drift'],
  ])('when %s', (_case, desired, actual, baseline, verdict) => {
    expect(diff(desired, actual, baseline)?.verdict).toBe(verdict)
  })

  it('says what is agreed if both sides stay as they are', () => {
    expect(diff('A', 'B')?.agreed).toEqual({ sent: digestOf('A'), seen: digestOf('B') })
  })

  it('does not compare a field the source has nothing to say about', () => {
    const diffs = diffFields({
      subject,
      section: 'address',
      desired: {},
      actual: { Street: 'A' },
      baseline: undefined,
      policyOf: plainPolicy,
      digest: plainDigest,
    })

    expect(diffs).toEqual([])
  })

  it('takes layout for no difference', () => {
    expect(
      sameValues('personalInfo', { EmailWork: 'A@x.example' }, { EmailWork: 'a@X.example' }, plainPolicy),
    ).toBe(true)
  })
})

describe('the seal of a section', () => {
  const seal = (desired: string, actual: string | undefined): string =>
    sealSection(
      subject,
      'address',
      { Street: desired },
      actual === undefined ? undefined : { Street: actual },
      plainDigest,
    )

  it('changes with either side', () => {
    expect(
      new Set([seal('A', 'A'), seal('B', 'A'), seal('A', 'B'), seal('A', undefined), seal('A', '')]).size,
    ).toBe(5)
  })
})
