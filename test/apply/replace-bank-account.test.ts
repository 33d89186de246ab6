import { describe, expect, it } from '@jest/globals'

import { replaceBankAccount } from '../../src/apply/replace-bank-account.js'
import type { UpdateChange } from '../../src/domain/change.js'
import { toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { Values } from '../../src/domain/values.js'
import { aLink, aTarget, companyId, plainPolicy, settledAt } from '../support/builders.js'
import { aGate } from '../support/hold-builders.js'
import { InMemoryTarget } from '../support/in-memory-target.js'

const employee = toTargetEmployeeId('1')
const standard = (IBAN: string, more: Values = {}): Values => ({ IBAN, Type: 'Standaard', ...more })
const other: Values = { IBAN: 'NL77NOGE0008888888', Type: 'Bankrekening1' }

const setUp = (accounts: Values[]) => {
  const target = new InMemoryTarget(companyId, 'Tulp')
  target.add(aTarget(), accounts)
  const replaced: string[][] = []
  const held = (): (string | undefined)[] =>
    (target.employees.get(employee)?.bankAccounts ?? []).map(({ values }) => values.IBAN)
  const replace = async (before: Values, after: Values) => {
    const change: UpdateChange = {
      kind: 'update',
      section: 'bankAccount',
      subject: toSourceEmployeeId('a1'),
      companyId,
      targetId: employee,
      before,
      after,
      fields: ['IBAN'],
    }
    const link = aLink({ targetId: employee, origin: 'created' })
    const admission = await aGate(
      { link, baseline: settledAt(before) },
      { bankAccountChange: 'never' },
    ).admitUpdate(change, employee)
    if (!admission.admitted) throw new Error('the gate refused')
    return replaceBankAccount(admission.permit, {
      target,
      policyOf: plainPolicy,
      rememberReplaced: (ids) => {
        replaced.push([...ids])
        return Promise.resolve()
      },
    })
  }
  return { target, held, replaced, replace }
}

describe('replacing a bank account', () => {
  it('remembers the old one, adds the new one, reads it back and ends the old one, in that order', async () => {
    const { target, held, replaced, replace } = setUp([standard('OLD'), other])

    const end = await replace(standard('OLD'), standard('NEW'))

    expect(end).toMatchObject({ result: 'written', after: { IBAN: 'NEW' } })
    expect(target.calls).toEqual([
      'readBankAccounts',
      'insertBankAccount',
      'readBankAccounts',
      'endBankAccount',
      'readBankAccounts',
    ])
    expect(replaced).toEqual([['b1']])
    expect(held()).toEqual([other.IBAN, 'NEW'])
  })

  it('does nothing when the account is there already', async () => {
    const { target, replace } = setUp([standard('NEW')])

    expect(await replace(standard('OLD'), standard('NEW'))).toMatchObject({ result: 'unchanged' })
    expect(target.writes()).toEqual([])
  })

  it('does nothing when payroll put in another account since the plan was made', async () => {
    const { target, replace } = setUp([standard('THIRD')])

    expect(await replace(standard('OLD'), standard('NEW'))).toEqual({ result: 'moved' })
    expect(target.writes()).toEqual([])
  })

  it('does nothing when there are suddenly several accounts of the type', async () => {
    const { target, replace } = setUp([standard('OLD'), standard('THIRD')])

    expect(await replace(standard('OLD'), standard('NEW'))).toEqual({ result: 'moved' })
    expect(target.writes()).toEqual([])
  })

  it('does not end the old account when the new one cannot be read back', async () => {
    const { target, held, replace } = setUp([standard('OLD')])
    target.insertBankAccount = () => Promise.resolve()

    expect(await replace(standard('OLD'), standard('NEW'))).toMatchObject({ result: 'not-confirmed' })
    expect(held()).toEqual(['OLD'])
  })

  it('is not done while the old account is still there', async () => {
    const { target, held, replace } = setUp([standard('OLD')])
    target.endBankAccount = () => Promise.resolve()

    expect(await replace(standard('OLD'), standard('NEW'))).toMatchObject({ result: 'not-confirmed' })
    expect(held()).toEqual(['OLD', 'NEW'])
  })

  it.each([
    ['another case', 'N. TESTVELD', 'written'],
    ['fewer letters', 'N. Testv', 'not-confirmed'],
  ])('takes a name that is read back with %s for %s', async (_what, Name, expected) => {
    const { target, replace } = setUp([])
    const insert = target.insertBankAccount.bind(target)
    target.insertBankAccount = (id, values) => insert(id, { ...values, Name })

    const { result } = await replace({}, standard('NEW', { Name: 'N. Testveld' }))

    expect(result).toBe(expected)
  })

  it('carries over what the source says nothing about while the account stays the same one', async () => {
    const { target, replace } = setUp([standard('OLD', { Name: 'N. Testveld', BIC: 'AAAANL2A' })])

    await replace(
      standard('OLD', { Name: 'N. Testveld', BIC: 'AAAANL2A' }),
      standard('OLD', { BIC: 'BBBBNL2A' }),
    )

    expect(target.employees.get(employee)?.bankAccounts.map(({ values }) => values)).toMatchObject([
      { IBAN: 'OLD', Name: 'N. Testveld', BIC: 'BBBBNL2A' },
    ])
  })

  it('does not carry details of the old account over to another one', async () => {
    const { target, replace } = setUp([standard('OLD', { BIC: 'AAAANL2A' })])

    await replace(standard('OLD', { BIC: 'AAAANL2A' }), standard('NEW'))

    expect(target.employees.get(employee)?.bankAccounts.map(({ values }) => values.BIC)).toEqual([''])
  })
})
