import { describe, expect, it } from '@jest/globals'

import type { WriteFacts } from '../../../src/apply/gate/write-facts.js'
import { redeem, type Permit } from '../../../src/apply/gate/write-gate.js'
import { addBankAccount, sendAddress, sendSalary } from '../../../src/apply/gate/write-target.js'
import type { CreateChange, UpdateChange } from '../../../src/domain/change.js'
import { digestChange, digestCreation } from '../../../src/domain/hold/hold-digest.js'
import type { Hold, HoldSettings } from '../../../src/domain/hold/hold.js'
import { toSourceEmployeeId, toTargetEmployeeId, toTargetRecordId } from '../../../src/domain/ids.js'
import type { Link } from '../../../src/domain/link.js'
import type { Values } from '../../../src/domain/values.js'
import { aLink, aTarget, companyId, plainDigest, settledAt } from '../../support/builders.js'
import { aBankChange, aGate, aHold, aReleaseBook, aSalaryChange, aWord } from '../../support/hold-builders.js'
import { InMemoryTarget } from '../../support/in-memory-target.js'

const employee = toTargetEmployeeId('1')
const account = (IBAN: string): Values => ({ IBAN, Type: 'Standaard' })
const salary = (Value: string, Start: string): Values => ({ Value, Type: 'Bruto_Salaris_Partime', Start })
const change = aBankChange(account('OLD'), account('NEW'))
const baseline = settledAt(account('OLD'))

/** The record of a change, released unless said otherwise. */
const holdOf = (of: UpdateChange, differs: Partial<Hold> = {}): Hold =>
  aHold({
    subject: of.subject,
    section: of.section,
    digest: digestChange(plainDigest, of, { madeByUs: false, sharesAccount: false }),
    words: [aWord()],
    ...differs,
  })

const ask = async (
  what: UpdateChange,
  facts: Partial<WriteFacts> = {},
  settings: Partial<HoldSettings> = {},
  differs: Parameters<typeof aGate>[2] = {},
) => {
  const admission = await aGate({ baseline, ...facts }, settings, differs).admitUpdate(what, employee)
  return admission.admitted ? 'admitted' : `${admission.outcome} ${admission.reason}`
}

describe('the gate before a write', () => {
  it('lets a change through that has no reason to wait', async () => {
    expect(
      await ask(aBankChange(account('OLD'), { ...account('OLD'), BIC: 'AAAANL2A' }), {
        baseline: settledAt({ ...account('OLD'), BIC: '' }),
      }),
    ).toBe('admitted')
  })

  it('lets a changed account through when exactly that change was released', async () => {
    expect(await ask(change, { holds: [holdOf(change)] })).toBe('admitted')
  })

  it.each<[string, Partial<WriteFacts>, Partial<HoldSettings>]>([
    ['nothing was ever noted', {}, {}],
    ['nobody said a word', { holds: [holdOf(change, { words: [] })] }, {}],
    ['another value was released', { holds: [holdOf(aBankChange(account('OLD'), account('OTHER')))] }, {}],
    [
      'it was released over another account',
      { holds: [holdOf(aBankChange(account('THIRD'), account('NEW')))] },
      {},
    ],
    [
      'it was released for another employee of payroll',
      { holds: [holdOf({ ...change, targetId: toTargetEmployeeId('2') })] },
      {},
    ],
    [
      'it was released for another person',
      { holds: [holdOf({ ...change, subject: toSourceEmployeeId('a2') })] },
      {},
    ],
    ['it was released for another section', { holds: [holdOf({ ...change, section: 'salary' })] }, {}],
    ['the release ran out', { holds: [holdOf(change)] }, { expireDays: 0 }],
    ['one person of two released it', { holds: [holdOf(change)] }, { releasers: 2 }],
    ['the waiting days are not over', { holds: [holdOf(change)] }, { waitDays: 9 }],
    ['the release was used', { holds: [holdOf(change, { closed: { how: 'used', at: '' } })] }, {}],
  ])('holds a changed account when %s', async (_, facts, settings) => {
    expect(await ask(change, facts, settings)).toBe('held bank-account-changed')
  })

  it('skips a change that was rejected after the plan was made', async () => {
    const words = [aWord(), aWord({ word: 'reject' })]

    expect(await ask(change, { holds: [holdOf(change, { words })] })).toBe('skipped hold-rejected')
  })

  it('holds a change when another value is said in the very moment', async () => {
    const book = {
      ...aReleaseBook({ baseline, holds: [holdOf(change)] }),
      claimRelease: () => Promise.resolve(false),
    }

    expect(await ask(change, {}, {}, { book })).toBe('held bank-account-changed')
  })

  it('holds a conflict, a first contact, a large raise and a shared account that a plan says to send', async () => {
    const raise = aSalaryChange(salary('3000', '2026-01-01'), salary('6000', '2026-11-01'))
    const address: UpdateChange = {
      ...change,
      section: 'address',
      before: { City: 'a' },
      after: { City: 'b' },
      fields: ['City'],
    }

    expect(await ask(change, { baseline: settledAt(account('THIRD')) })).toBe('held conflict')
    expect(await ask(change, { baseline: undefined })).toBe('held first-contact')
    expect(await ask(raise, { baseline: settledAt(raise.before) })).toBe('held salary-change-large')
    expect(await ask(address, { baseline: settledAt({ City: 'c' }) })).toBe('held conflict')
    expect(
      await ask(change, { holds: [holdOf(change)] }, {}, { findSharers: () => [toSourceEmployeeId('a2')] }),
    ).toBe('held iban-shared')
  })

  describe('to personal info that says who somebody is', () => {
    const names = { FirstName: 'Jan', LastName: 'Testveld', Birthday: '1970-07-07' }
    const who = (after: Values): UpdateChange => ({
      ...change,
      section: 'personalInfo',
      before: names,
      after,
      fields: Object.keys(after) as UpdateChange['fields'],
    })
    const byRule: Link = aLink({ origin: 'rule:employeeNumber+birthDate' })
    const inStep = settledAt(names)

    it.each<[string, Values]>([
      ['a birth date', { Birthday: '1999-01-01' }],
      ['first and last name', { FirstName: 'Piet', LastName: 'Testvelt' }],
      ['a whole last name', { LastName: 'Bakker' }],
    ])('holds %s that a plan says to send, however the two were connected', async (_what, after) => {
      expect(await ask(who(after), { baseline: inStep })).toBe('held identity-changed')
      expect(await ask(who(after), { baseline: inStep, link: byRule })).toBe('held identity-changed')
      expect(await ask(who(after), { baseline: inStep, holds: [holdOf(who(after))] })).toBe('admitted')
    })

    it('holds the first contact of a pair that a rule found, and no other', async () => {
      const callName = who({ FirstName: 'Piet' })

      expect(await ask(callName, { baseline: undefined, link: byRule })).toBe('held identity-first-contact')
      expect(await ask(callName, { baseline: undefined })).toBe('admitted')
      expect(await ask(who({ FirstName: 'JAN' }), { baseline: undefined, link: byRule })).toBe('admitted')
    })

    it('holds it too where the names of payroll are to stand', async () => {
      const facts = { baseline: undefined, link: byRule }

      expect(await ask(who({ FirstName: 'Piet' }), facts, { identityFirstContact: 'keep' })).toBe(
        'held identity-first-contact',
      )
    })

    it('lets a corrected spelling and an added name through', async () => {
      expect(await ask(who({ LastName: 'Testvelt' }), { baseline: inStep })).toBe('admitted')
      expect(await ask(who({ LastName: 'Bakker-Testveld' }), { baseline: inStep })).toBe('admitted')
    })

    it('holds what payroll entered on an employee whom this program made', async () => {
      const facts = { baseline: undefined, link: aLink({ origin: 'created' }) }

      expect(await ask({ ...who({ EmailWork: 'b' }), before: { EmailWork: 'a' } }, facts)).toBe(
        'held first-contact',
      )
      expect(await ask({ ...who({ EmailWork: 'b' }), before: { EmailWork: '' } }, facts)).toBe('admitted')
    })
  })

  it('compares a salary with the one that this run wrote before it', async () => {
    const first = aSalaryChange(salary('3000', '2026-01-01'), salary('3600', '2026-11-01'))
    const second = aSalaryChange(salary('3000', '2026-01-01'), salary('4400', '2026-12-01'))
    const gate = aGate({ baseline: settledAt(first.before) })

    const before = await gate.admitUpdate(second, employee)
    const admission = await gate.admitUpdate(first, employee)
    if (admission.admitted) gate.noteDone(admission.permit)
    const after = await gate.admitUpdate(second, employee)

    expect([before.admitted, admission.admitted, after.admitted]).toEqual([false, true, true])
  })

  it.each<[string, UpdateChange, Partial<WriteFacts>]>([
    ['for a record of somebody else', change, { link: aLink({ targetId: '2' }) }],
    ['for somebody who is not connected', change, { link: undefined }],
    [
      'for somebody who was disconnected',
      change,
      { link: { status: 'disconnected', sourceId: change.subject, companyId, formerTargetId: employee } },
    ],
    ['that ends an account which no write replaced', { ...change, leftovers: [toTargetRecordId('b1')] }, {}],
    ['over values that nobody looked at', { ...change, before: {} }, {}],
  ])('takes a change %s for a fault of the program', async (_, what, facts) => {
    await expect(ask(what, facts)).rejects.toThrow('a1')
  })

  it.each<[string, Link]>([
    ['is connected', aLink()],
    [
      'was disconnected',
      { status: 'disconnected', sourceId: change.subject, companyId, formerTargetId: employee },
    ],
  ])('lets nobody be created who %s', async (_, link) => {
    const creation: CreateChange = {
      kind: 'create',
      section: 'employee',
      subject: change.subject,
      companyId,
      firstName: 'Noor',
      lastName: 'Testveld',
      startDate: '2026-11-01',
    }

    await expect(aGate({ link }).admitCreation(creation)).rejects.toThrow('a creation was planned')
  })

  it('lets nobody be created whose dates are nobody’s, whatever a plan says, but with a release of exactly that', async () => {
    const creation: CreateChange = {
      kind: 'create',
      section: 'employee',
      subject: change.subject,
      companyId,
      firstName: 'Noor',
      lastName: 'Testveld',
      startDate: '2026-11-01',
      birthDate: '2020-05-17',
    }
    const hold = aHold({
      section: 'employment',
      targetId: null,
      reason: 'birth-date-implausible',
      digest: digestCreation(plainDigest, creation),
      words: [aWord()],
    })
    const admit = (what: CreateChange, holds: readonly Hold[]) =>
      aGate({ link: undefined, holds }).admitCreation(what)

    expect(await admit(creation, [])).toMatchObject({ admitted: false, reason: 'birth-date-implausible' })
    expect(await admit({ ...creation, birthDate: '2020-05-18' }, [hold])).toMatchObject({ admitted: false })
    expect(await admit({ ...creation, firstName: '7' }, [hold])).toMatchObject({ admitted: false })
    expect(await admit(creation, [hold])).toMatchObject({ admitted: true, hold: hold.id })
  })
})

describe('a permit', () => {
  const admit = async (what: UpdateChange, facts: Partial<WriteFacts>): Promise<Permit<UpdateChange>> => {
    const admission = await aGate(facts).admitUpdate(what, employee)
    if (!admission.admitted) throw new Error(admission.reason)
    return admission.permit
  }
  const aTargetInMemory = (): InMemoryTarget => {
    const target = new InMemoryTarget(companyId, 'Tulp')
    target.add(aTarget(), [])
    return target
  }
  const own = { ...change, after: account('NEW') }
  const released = { baseline, holds: [holdOf(change)] }

  it('cannot be made outside the gate', () => {
    const target = aTargetInMemory()
    const forged: Permit<UpdateChange> = { change: own, employeeId: employee }

    expect(() => addBankAccount(target, forged, {})).toThrow('without a permit')
    expect(target.writes()).toEqual([])
  })

  it('cannot be copied with other values', async () => {
    const target = aTargetInMemory()
    const permit = await admit(change, released)

    expect(() =>
      addBankAccount(target, { ...permit, change: { ...own, after: account('OTHER') } }, {}),
    ).toThrow('without a permit')
  })

  it('cannot be altered, and does not follow the change it was asked for', async () => {
    const target = aTargetInMemory()
    const mutable = { ...change, after: { ...account('NEW') } }
    const permit = await admit(mutable, released)
    Object.assign(mutable.after, account('OTHER'))

    expect(() => Object.assign(permit.change.after, account('OTHER'))).toThrow(TypeError)
    await addBankAccount(target, permit, { IBAN: 'THIRD' })

    expect(target.employees.get(employee)?.bankAccounts.map(({ values }) => values.IBAN)).toEqual(['NEW'])
  })

  it('is good for one call', async () => {
    const target = aTargetInMemory()
    const permit = await admit(change, released)
    await addBankAccount(target, permit, {})

    expect(() => addBankAccount(target, permit, {})).toThrow('used again')
    expect(() => redeem(permit, 'insertBankAccount')).toThrow('used again')
  })

  it('is good for its own section only', async () => {
    const target = aTargetInMemory()
    const permit = await admit(change, released)

    expect(() => sendSalary(target, permit)).toThrow('used for the salary')
    expect(() => sendAddress(target, permit)).toThrow('used for the address')
  })
})
