import type { DesiredEmployee } from '../../domain/employee.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { findDesired } from '../../domain/packed-people.js'
import { unpackValues } from '../../domain/packed-values.js'
import type { Values } from '../../domain/values.js'
import type { PolicyOf } from '../field-policy.js'

/** Who else of the company has this account in the source, in the order of the ids. */
export type FindSharers = (subject: SourceEmployeeId, account: Values) => readonly SourceEmployeeId[]

/**
 * Looks up people of one company by their account in the source, whether or not anything changes for them. The accounts are gone
 * through once, when the first is asked for.
 */
export const createFindSharers = (people: readonly DesiredEmployee[], policyOf: PolicyOf): FindSharers => {
  let holders: ReadonlyMap<string, readonly SourceEmployeeId[]> | undefined
  return (subject, account) => {
    const key = toAccountKey(account, policyOf)
    if (key === undefined) return []
    holders ??= indexAccounts(people, policyOf)
    return (holders.get(key) ?? []).filter((holder) => holder !== subject)
  }
}

const indexAccounts = (
  people: readonly DesiredEmployee[],
  policyOf: PolicyOf,
): Map<string, SourceEmployeeId[]> => {
  const holders = new Map<string, SourceEmployeeId[]>()
  for (const person of people) {
    const { sourceId } = person
    const account = findDesired(person, 'bankAccount')
    const key = account && toAccountKey(unpackValues('bankAccount', account), policyOf)
    if (key === undefined) continue
    const known = holders.get(key)
    if (known === undefined) holders.set(key, [sourceId])
    else known.push(sourceId)
  }
  for (const ids of holders.values()) ids.sort()
  return holders
}

/** What tells an account from others: its IBAN, or its number where it has none. */
const toAccountKey = ({ IBAN, Number: number }: Values, policyOf: PolicyOf): string | undefined => {
  const iban = policyOf('bankAccount', 'IBAN').normalise(IBAN ?? '')
  if (iban !== '') return iban
  const plain = policyOf('bankAccount', 'Number').normalise(number ?? '')
  return plain === '' ? undefined : `number ${plain}`
}
