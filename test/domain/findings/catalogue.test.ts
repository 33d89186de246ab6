import { describe, expect, it } from '@jest/globals'

import { findingCodes, findingTopics } from '../../../src/domain/findings/catalogue.js'
import type { FindingEntry } from '../../../src/domain/findings/entry.js'
import { tellFinding, toFinding } from '../../../src/domain/findings/to-finding.js'
import { toHoldId, toSourceEmployeeId } from '../../../src/domain/ids.js'

const subject = toSourceEmployeeId('65f1')

describe('the catalogue of findings', () => {
  it('has each code under one topic', () => {
    const listed = Object.values<Readonly<Record<string, FindingEntry>>>(findingTopics).flatMap(Object.keys)

    expect(listed.toSorted()).toEqual(findingCodes.toSorted())
  })
})

describe('a finding', () => {
  it('is said in the words of its code, with what it is about', () => {
    expect(toFinding('iban-invalid', subject, 'bankAccount', 'IBAN')).toEqual({
      code: 'iban-invalid',
      severity: 'error',
      subject,
      section: 'bankAccount',
      field: 'IBAN',
      message: 'IBAN of the bank account looks like an IBAN, but its check digits or length are wrong',
      remedy: 'Correct it in AlexisHR; the next sync will pick this up',
    })
  })

  it('of a case is said as its code is, but for what the case says', () => {
    const hold = toHoldId('7K3M')

    expect(tellFinding('hold-rejected/by-hand', { subject, section: 'salary', hold }, {})).toEqual({
      ...toFinding('hold-rejected', subject, 'salary'),
      remedy:
        'Correct it in AlexisHR, or take the rejection back: nmbrs-sync holds release 7K3M --reason TEXT',
      hold,
    })
  })

  it('weighs what its place says, where that weighs more', () => {
    const { severity } = tellFinding('left-service/paying', { subject, severity: 'warning' }, {})

    expect([severity, tellFinding('left-service/paying', { subject }, {}).severity]).toEqual([
      'warning',
      'error',
    ])
  })

  it('leaves a value with braces as it is', () => {
    const facts = { problems: 'found {id}' }

    expect(tellFinding('source-record-unreadable', { subject }, facts).message).toContain('(found {id})')
  })

  it('does not compile without the facts of its words, nor under a code that is not there', () => {
    // @ts-expect-error the candidates are missing
    expect(tellFinding('match-ambiguous', { subject }, {}).message).toContain('{candidates}')
    // @ts-expect-error this code needs facts
    expect(toFinding('match-ambiguous', subject).message).toContain('{candidates}')
    // @ts-expect-error there is no such code
    expect(() => toFinding('no-such-code', subject)).toThrow(TypeError)
  })
})
