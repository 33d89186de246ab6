import type { Digest } from '../../domain/digest.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import { findDesired } from '../../domain/packed/packed-people.js'
import { unpackValues } from '../../domain/packed/packed-values.js'
import type { Values } from '../../domain/values.js'
import type { BankAccountReads, CompanyView, Plan } from '../../plan/build-plan.js'
import { toAccountKeys } from '../../plan/account/account-keys.js'
import type { AccountDigests } from '../../plan/match/people.js'
import type { RunDeps } from '../settings.js'
import type { StoredAccounts } from '../store/accounts.js'

/**
 * Gives the digests of bank accounts by which people of a connection are compared. `stored` is what was known
 * before this run.
 */
export const createAccountDigests = (
  { store }: Pick<RunDeps, 'store'>,
  stored: StoredAccounts,
): AccountDigests => ({
  // Each key of an account has a digest of its own: a number and the IBAN that holds it are one account.
  toDigests: (account: Values) =>
    toAccountKeys(account).keys.map((key) => store.digest('account', 'account', key)),
  ofTarget: (companyId, id) => stored.get(companyId)?.get(id) ?? [],
})

/** The digests with the accounts that were read of one company. */
export const withReads = (
  digests: AccountDigests,
  companyId: TargetCompanyId,
  reads: BankAccountReads,
): AccountDigests => ({
  ...digests,
  ofTarget: (company, id) => {
    const read = company === companyId ? digestRead(digests, reads, id) : undefined
    return read ?? digests.ofTarget(company, id)
  },
})

const digestRead = (
  { toDigests }: AccountDigests,
  reads: BankAccountReads,
  id: TargetEmployeeId,
): readonly Digest[] | undefined => {
  const read = reads.get(id)
  return read === undefined || typeof read === 'string'
    ? undefined
    : [...new Set(read.flatMap(({ values }) => toDigests(values)))]
}

interface SeenAccounts {
  settled: ReadonlyMap<SourceEmployeeId, TargetEmployeeId>
  reads: BankAccountReads
  plan: Pick<Plan, 'people'>
}

/**
 * What is known now of the accounts that the target holds: those that were read, and those that are as they
 * were settled. Of people in whom nothing moved it was stored before, also when their one account was read
 * and is the one that it was.
 */
export const collectAccounts = (
  { people, unmoved }: CompanyView,
  { settled, reads, plan }: SeenAccounts,
  digests: AccountDigests,
): Map<TargetEmployeeId, readonly Digest[]> => {
  const known = new Map<TargetEmployeeId, readonly Digest[]>()
  const stored = new Set<TargetEmployeeId>()
  const planned = new Set(plan.people.map(({ subject }) => subject))
  for (const person of people) {
    const targetId = settled.get(person.sourceId)
    if (targetId === undefined) continue
    if (unmoved.has(person.sourceId)) {
      if (!planned.has(person.sourceId) && reads.get(targetId)?.length === 1) stored.add(targetId)
      continue
    }
    const account = findDesired(person, 'bankAccount')
    if (account !== undefined) known.set(targetId, digests.toDigests(unpackValues('bankAccount', account)))
  }
  for (const id of reads.keys()) {
    const read = stored.has(id) ? undefined : digestRead(digests, reads, id)
    if (read !== undefined) known.set(id, read)
  }
  return known
}
