import type { TargetEmployee } from '../../domain/employee.js'
import { matchAttributes, type MatchAttribute } from '../../domain/link.js'
import { proves, type BothSides } from '../match/likeness/evidence.js'
import { compareAttribute } from '../match/likeness/compare-attributes.js'
import { buildTargetPopulation, type AccountDigests } from '../match/people.js'
import { lookupsOf, type Member, type Population } from '../match/population.js'
import { toTargetCompanyId, type TargetEmployeeId } from '../../domain/ids.js'

/** Why a link has no id over the other transport that can be relied on. */
export type UnmatchedReason =
  /** The converter does not know the employee, and no one over the other transport is alike in two things. */
  | 'not-found'
  /** Several could be this employee. */
  | 'ambiguous'
  /** Something that both transports show differs. */
  | 'contradicts'
  /** Fewer than two things agree. */
  | 'too-little'
  /** The personal info of the employee could not be read over one of the transports. */
  | 'not-readable'
  /** The employee is not in the company over the transport of the link. */
  | 'gone'
  /** Someone else has the same id. */
  | 'taken'
  /** The company itself has no id over the other transport. */
  | 'company-unknown'
  /** The person is not in AlexisHR, which is what employees are compared with without SOAP. */
  | 'not-in-source'

/** Everyone of a company over one transport. */
export type Side = ReadonlyMap<TargetEmployeeId, TargetEmployee>

const noAccounts: AccountDigests = { toDigests: () => [], ofTarget: () => [] }

/** Those of a side who are known well enough to be compared. */
export const toSidePopulation = (side: Side): Population<TargetEmployeeId> =>
  buildTargetPopulation({ companyId: toTargetCompanyId(''), targets: side }, noAccounts)

/** Whether two records of payroll, one over each transport, are one employee's. */
export const judgeIds = (
  over: Member,
  other: Member,
  sides: BothSides,
): 'same' | Extract<UnmatchedReason, 'contradicts' | 'too-little'> => {
  const having = (isSo: (attribute: MatchAttribute) => boolean): number => matchAttributes.filter(isSo).length
  const differs = having((attribute) => compareAttribute(over.keys, other.keys, attribute) === 'differs')
  if (differs > 0) return 'contradicts'
  return having((attribute) => proves(attribute, over.keys, other.keys, sides)) >= 2 ? 'same' : 'too-little'
}

/** The employees of the other side who are this one by what they are like. */
export const findSame = (
  over: Member,
  sides: { sources: Population; targets: Population<TargetEmployeeId> },
): TargetEmployeeId[] => {
  const lookups = matchAttributes.filter((attribute) => attribute !== 'firstName').flatMap(lookupsOf)
  const near = new Set(lookups.flatMap((lookup) => [...sides.targets.find(lookup, over.keys)]))
  return [...near].filter((other) => judgeIds(over, other, sides) === 'same').map(({ id }) => id)
}
