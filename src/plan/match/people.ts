import type { Digest } from '../../domain/digest.js'
import type { DesiredEmployee, TargetEmployee } from '../../domain/employee.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { Values } from '../../domain/values.js'
import { filledValues } from '../sections/section-plan.js'
import { toPersonKeys } from './person-keys.js'
import { buildPopulation, type Member, type Population } from './population.js'
import { isKnown } from './unread.js'

/** The employees of one company of the target. */
export interface CompanyTargets {
  companyId: TargetCompanyId
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  /** Who of them is connected to a person of the source. */
  findConnected?: () => ReadonlySet<TargetEmployeeId>
}

/** Keyed digests of bank accounts that can be compared between people of a connection. */
export interface AccountDigests {
  /** Of the account that the source has; none when it has no account. */
  toDigests: (account: Values) => readonly Digest[]
  /** Of the accounts that the target is known to hold. */
  ofTarget: (companyId: TargetCompanyId, id: TargetEmployeeId) => readonly Digest[]
}

export const toSourceMember = (
  { sourceId, sections }: Pick<DesiredEmployee, 'sourceId' | 'sections'>,
  accounts: AccountDigests,
): Member<SourceEmployeeId> => {
  const { personalInfo, address, bankAccount = {} } = sections
  return {
    id: sourceId,
    keys: toPersonKeys({ personalInfo, address, accounts: accounts.toDigests(bankAccount) }),
  }
}

/**
 * The person whom an employee is connected to; `undefined` for someone who is connected to no one that the
 * source has.
 */
export type FindHolder = (id: TargetEmployeeId) => Pick<DesiredEmployee, 'sections'> | undefined

/**
 * Employees whose personal info was not read, or is in doubt, are left out: nothing can be said of them. What
 * the target does not have yet of someone connected, such as the birth date of an employee who is half made,
 * is known from the source.
 */
export const buildTargetPopulation = (
  { companyId, targets }: CompanyTargets,
  accounts: AccountDigests,
  findHolder: FindHolder = () => undefined,
): Population<TargetEmployeeId> =>
  buildPopulation(
    [...targets.values()]
      .filter(isKnown)
      .map(({ id, personalInfo = {}, address }): Member<TargetEmployeeId> => {
        const known = personalInfo.Birthday ? personalInfo : completeFrom(personalInfo, findHolder(id))
        const keys = toPersonKeys({
          personalInfo: known,
          address,
          accounts: accounts.ofTarget(companyId, id),
        })
        return { id, keys }
      }),
  )

const completeFrom = (held: Values, holder: ReturnType<FindHolder>): Values => ({
  ...holder?.sections.personalInfo,
  ...filledValues(held),
})
