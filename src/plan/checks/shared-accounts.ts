import type { DesiredEmployee } from '../../domain/employee.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { findDesired } from '../../domain/packed/packed-people.js'
import { unpackValues } from '../../domain/packed/packed-values.js'
import type { Values } from '../../domain/values.js'
import { isSameBank, toAccountKeys } from '../account/account-keys.js'

/** Who else of the company has this account in the source, in the order of the ids. */
export type FindSharers = (subject: SourceEmployeeId, account: Values) => readonly SourceEmployeeId[]

/** Someone whose account has a key, and the bank that makes the key theirs. */
interface Holder {
  subject: SourceEmployeeId
  bank: string
}

/**
 * Looks up people of one company by their account in the source, whether or not anything changes for them.
 * The accounts are gone through once, when the first is asked for.
 */
export const createFindSharers = (people: readonly DesiredEmployee[]): FindSharers => {
  let holders: ReadonlyMap<string, readonly Holder[]> | undefined
  return (subject, account) => {
    const { keys, bank } = toAccountKeys(account)
    if (keys.length === 0) return []
    const index = (holders ??= indexAccounts(people))
    const found = keys
      .flatMap((key) => index.get(key) ?? [])
      .filter((holder) => isSameBank(holder.bank, bank))
    return [...new Set(found.map((holder) => holder.subject))].filter((id) => id !== subject).sort()
  }
}

const indexAccounts = (people: readonly DesiredEmployee[]): Map<string, Holder[]> => {
  const holders = new Map<string, Holder[]>()
  for (const person of people) {
    const { sourceId: subject } = person
    const account = findDesired(person, 'bankAccount')
    if (account === undefined) continue
    const { keys, bank } = toAccountKeys(unpackValues('bankAccount', account))
    for (const key of keys) {
      const known = holders.get(key)
      if (known === undefined) holders.set(key, [{ subject, bank }])
      else known.push({ subject, bank })
    }
  }
  return holders
}
