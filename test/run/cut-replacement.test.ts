import { describe, expect, it } from '@jest/globals'

import { RemoteError } from '../../src/domain/errors.js'
import { toSourceEmployeeId } from '../../src/domain/ids.js'
import { defaultHoldSettings } from '../support/hold-builders.js'
import { anIban, apart, sourceValues, withWorld, type World } from '../support/world.js'

const [first, second, third] = [anIban(1), anIban(2), anIban(3)]
const iban = (IBAN: string) => ({ 'employee.bankAccount.iban': IBAN })
const settings = { holds: { ...defaultHoldSettings, bankAccountChange: 'never' as const } }

const accountsOf = ({ target }: World): (string | undefined)[] =>
  ([...target.employees.values()][0]?.bankAccounts ?? []).map(({ values }) => values.IBAN)

/** A replacement whose new account stands, and whose old one could not be ended. */
const cutReplacement = async (world: World): Promise<void> => {
  world.source.set('a1', sourceValues(iban(first)))
  world.source.set(
    'a2',
    sourceValues({
      ...iban(third),
      'employee.employeeNumber': '502',
      'employee.workEmail': '',
      'employee.lastName': 'Ander',
      ...apart(2),
    }),
  )
  await world.run()
  await world.run()
  world.source.edit('a1', iban(second))
  world.target.faults = [{ operation: 'endBankAccount', nth: 1, carried: 'no' }]
  await world.run()
  expect(accountsOf(world)).toEqual([first, second])
}

const refuseReading = ({ target }: World): (() => void) => {
  const read = target.readBankAccounts.bind(target)
  const facts = {
    remote: 'nmbrs' as const,
    operation: 'BankAccount_GetListCurrent',
    code: 'right-missing',
    status: '1002',
    retryable: false,
    carried: 'no' as const,
    remedy: '',
  }
  target.readBankAccounts = () => Promise.reject(new RemoteError('switched off', facts))
  return () => {
    target.readBankAccounts = read
  }
}

interface Trouble {
  begin: (world: World) => (() => void) | undefined
  /** What ends the trouble; the source then has the second account. */
  end?: (world: World) => void
  /** Whom the runs in between are about. */
  employees?: string[]
}

const restore = (world: World): void => {
  world.source.set('a1', sourceValues(iban(second)))
}

const pilot = (world: World, employees: readonly string[]): void => {
  const { settings: now } = world.deps
  world.deps.settings = { ...now, scope: { ...now.scope, employees: employees.map(toSourceEmployeeId) } }
}

const troubles: Record<string, Trouble> = {
  'accounts cannot be read': { begin: refuseReading },
  'the source’s account is invalid': {
    begin: (world) => (world.source.edit('a1', iban('NL00INGB0000000000')), undefined),
    end: restore,
  },
  'the source’s account is empty': {
    begin: (world) => (world.source.edit('a1', iban('')), undefined),
    end: restore,
  },
  'the old account is put back in the source': {
    begin: (world) => (world.source.edit('a1', iban(first)), undefined),
    end: restore,
  },
  'the source has a third account': {
    begin: (world) => (world.source.edit('a1', iban(anIban(4))), undefined),
    end: restore,
  },
  'the person is blocked': {
    begin: (world) => (world.source.edit('a1', { 'employee.firstName': '' }), undefined),
    end: restore,
  },
  'the person has left the scope': {
    begin: (world) => (world.source.employees.delete('a1'), undefined),
    end: restore,
  },
  'the person is not on the pilot list': {
    begin: (world) => (pilot(world, ['a2']), undefined),
    end: (world) => {
      pilot(world, [])
      restore(world)
    },
  },
  'the runs are for another person': { begin: () => undefined, employees: ['a2'] },
}

describe.each(Object.entries(troubles))('a cut replacement of an account while %s', (_what, trouble) => {
  it.each([false, true])('is never forgotten, verifying all: %s', async (verifyAll) => {
    await withWorld(async (world) => {
      await cutReplacement(world)
      const mend = trouble.begin(world)
      const employees = (trouble.employees ?? []).map(toSourceEmployeeId)

      for (let run = 0; run < 3; run += 1) {
        const { document } = await world.run({ verifyAll, employees })
        if (employees.length === 0) expect(document.run.result).toBe('held')
        expect(accountsOf(world)).toEqual([first, second])
      }
      mend?.()
      trouble.end?.(world)
      const { document } = await world.run({ verifyAll })

      expect(document.run.result).toBe('ok')
      expect(accountsOf(world)).toEqual([second])
      expect(await world.deps.store.journal.readOpenIntents()).toEqual([])
    }, settings)
  })
})

describe('a cut replacement', () => {
  it('whose old account payroll ends is over, whatever the source has', async () => {
    await withWorld(async (world) => {
      await cutReplacement(world)
      world.source.edit('a1', iban(''))
      await world.run()
      const held = [...world.target.employees.values()][0]
      if (held !== undefined) held.bankAccounts = held.bankAccounts.slice(1)

      const { document } = await world.run()

      expect(document.run.result).toBe('ok')
      expect(await world.deps.store.journal.readOpenIntents()).toEqual([])
    }, settings)
  })

  it('whose new account payroll ends is over when the source has the old one again', async () => {
    await withWorld(async (world) => {
      await cutReplacement(world)
      world.source.edit('a1', iban(first))
      await world.run()
      const held = [...world.target.employees.values()][0]
      if (held !== undefined) held.bankAccounts = held.bankAccounts.slice(0, 1)

      await world.run()
      const { document } = await world.run()

      expect(document.run.result).toBe('ok')
      expect(accountsOf(world)).toEqual([first])
      expect(await world.deps.store.journal.readOpenIntents()).toEqual([])
    }, settings)
  })
})
