import { describe, expect, it } from '@jest/globals'
import { decideWrite, findUnconfirmed } from '../../../src/target/common/section-write.js'

describe('deciding on a write', () => {
  it('sends the fields that differ, and only those', () => {
    const current = { FirstName: 'Jan', LastName: 'Bos' }

    expect(decideWrite(current, { before: current, after: { FirstName: 'Jan', LastName: 'Bosch' } })).toEqual(
      { decision: 'send', changes: { LastName: 'Bosch' } },
    )
  })

  it('sends nothing when the target holds all of it already, also when it moved there meanwhile', () => {
    const write = { before: { LastName: 'Bos' }, after: { LastName: 'Bosch' } }

    expect(decideWrite({ LastName: 'Bosch' }, write)).toEqual({ decision: 'unchanged' })
  })

  it('sends nothing when somebody changed one of the fields since the plan', () => {
    const write = {
      before: { FirstName: 'Jan', LastName: 'Bos' },
      after: { FirstName: 'Johan', LastName: 'Bosch' },
    }

    expect(decideWrite({ FirstName: 'Jan', LastName: 'de Bos' }, write)).toEqual({
      decision: 'moved',
      fields: ['LastName'],
    })
  })

  it('does not guard a field that the plan did not see', () => {
    expect(decideWrite({ Prefix: 'de' }, { before: {}, after: { Prefix: 'van' } })).toEqual({
      decision: 'send',
      changes: { Prefix: 'van' },
    })
  })

  it('guards a field that the plan looked at beside those to be written', () => {
    const write = { before: { LastName: 'Bos', Birthday: '1980-01-01' }, after: { Birthday: '1981-01-01' } }

    expect(decideWrite({ LastName: 'Bosch', Birthday: '1980-01-01' }, write)).toEqual({
      decision: 'moved',
      fields: ['LastName'],
    })
    expect(decideWrite({ LastName: 'Bos', Birthday: '1980-01-01' }, write)).toEqual({
      decision: 'send',
      changes: { Birthday: '1981-01-01' },
    })
  })

  it('takes blanks at the ends for nothing', () => {
    const write = { before: { City: ' Ede' }, after: { City: 'Breda ' } }

    expect(decideWrite({ City: 'Ede' }, write)).toEqual({ decision: 'send', changes: { City: 'Breda' } })
    expect(decideWrite({ City: 'Breda' }, write)).toEqual({ decision: 'unchanged' })
  })
})

describe('reading back', () => {
  it.each([
    ['as sent', 'Breda', 'Breda', []],
    ['in another case', 'Breda', 'BREDA', []],
    ['without a dash', 'Breda-Noord', 'breda noord', []],
    ['shortened', 'Breda-Noord', 'Breda-Noo', ['City']],
    ['without its accents', 'Bréda', 'Breda', ['City']],
    ['changed', 'Breda', 'Bredaa', ['City']],
    ['still the old value', 'Breda', 'Ede', ['City']],
    ['empty', 'Breda', '', ['City']],
    ['not emptied', '', 'Edee', ['City']],
  ])('a text that is %s', (_name, sent, found, unconfirmed) => {
    expect(
      findUnconfirmed('address', { City: sent }, { old: { City: 'Ede' }, now: { City: found } }),
    ).toEqual(unconfirmed)
  })

  it.each([
    ['+31 6 12345678', '0612345678', []],
    ['+31 6 12345678', '+3161234567', ['TelephoneWork']],
    ['+31 6 12345678', '0612345679', ['TelephoneWork']],
    ['112', '12', ['TelephoneWork']],
  ])('a telephone number %s that is read as %s', (sent, found, unconfirmed) => {
    const now = { TelephoneWork: found }

    expect(findUnconfirmed('personalInfo', { TelephoneWork: sent }, { old: {}, now })).toEqual(unconfirmed)
  })

  it('blanks in a postal code are layout', () => {
    const now = { PostalCode: '1002AB' }

    expect(findUnconfirmed('address', { PostalCode: '1002 AB' }, { old: {}, now })).toEqual([])
  })

  it('a day that is another one is not confirmed, for a day has one spelling', () => {
    const old = { Birthday: '1980-01-01' }

    expect(
      findUnconfirmed('personalInfo', { Birthday: '1980-02-02' }, { old, now: { Birthday: '1980-02-01' } }),
    ).toEqual(['Birthday'])
  })
})
