import type { DesiredEmployee, DesiredSalary } from '../../domain/employee.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import {
  hasSalaryHistory,
  mapOtherSalaries,
  salaryPaths,
  toUnplaceable,
  type Compensated,
} from '../../mapping/map-salaries.js'
import type { Mapping } from '../../mapping/mapping.js'
import type { SalaryHistory } from '../../plan/sections/salary-history.js'
import type { Source, SourceCompensation, SourceEmployee } from '../../source/port.js'

/** What the source gave when it was asked for everything of some people. */
type Answer = Awaited<ReturnType<Source['readCompensations']>>

/**
 * The salaries besides the current ones. They are mapped when someone asks for them, which on most days is
 * seldom.
 */
export interface SalaryHistories extends SalaryHistory {
  /**
   * Keeps of a person what later questions need: for most people nothing. Someone who is read again takes
   * their own place.
   */
  note: (employee: SourceEmployee) => void
  /** Says whether what was noted is all there is. */
  finish: (isComplete: boolean) => void
  /** Takes in what the source gave for these people. */
  add: (asked: readonly DesiredEmployee[], answer: Answer) => void
}

/** What is kept of one person. */
interface Kept extends Compensated {
  others: readonly SourceCompensation[] | 'unreadable'
  /** The source was asked for all their compensations. */
  isWhole: boolean
}

interface HistoryRules {
  mapping: Mapping
  timeZone: string
  today: string
}

export const createSalaryHistories = (rules: HistoryRules): SalaryHistories => {
  const { mapping } = rules
  const paths = salaryPaths(mapping)
  const kept = new Map<SourceEmployeeId, Kept>()
  let isAllKnown = !hasSalaryHistory(mapping)
  const map = (id: SourceEmployeeId, isWanted: IsWanted): readonly DesiredSalary[] => {
    const one = kept.get(id)
    return one === undefined ? [] : mapKept(one, isWanted, rules)
  }
  return {
    isMapped: hasSalaryHistory(mapping),
    note: (employee) => {
      const one = toKept(employee, paths)
      if (one === undefined) kept.delete(employee.id)
      else kept.set(employee.id, one)
    },
    finish: (isComplete) => {
      isAllKnown ||= isComplete
    },
    add: (asked, answer) => {
      for (const person of asked)
        kept.set(person.sourceId, toWhole(person, kept.get(person.sourceId), answer))
    },
    later: (id) => map(id, isLater),
    asRead: (id) => (isAllKnown || kept.get(id)?.isWhole === true ? sayOthers(kept.get(id)) : undefined),
    earlier: (id) => (isAllKnown || kept.get(id)?.isWhole === true ? map(id, isEarlier) : undefined),
  }
}

const sayOthers = (one: Kept | undefined): string =>
  one === undefined || one.others.length === 0 ? '' : JSON.stringify(one.others)

const toKept = (employee: SourceEmployee, paths: readonly string[]): Kept | undefined => {
  const { id, companyId, compensationDay, otherCompensations: others = [] } = employee
  const filled = paths.flatMap((path) => {
    const value = employee.values[path]
    return value === undefined ? [] : [[path, value] as const]
  })
  if (others.length === 0 && filled.length === 0) return undefined
  return { id, companyId, compensationDay, values: Object.fromEntries(filled), others, isWhole: false }
}

/**
 * A list in which the current compensation is missing is not this person's whole history, no matter what it
 * is. Someone without a current one may have none at all.
 */
const toWhole = (
  { sourceId: id, sourceCompanyId: companyId, sections }: DesiredEmployee,
  noted: Kept | undefined,
  answer: Answer,
): Kept => {
  const compensationDay = sections.salary?.Start
  const rows = answer.get(id) ?? []
  const isWhole =
    rows !== 'unreadable' &&
    (compensationDay === undefined || rows.some(({ effectiveDay }) => effectiveDay === compensationDay))
  return {
    id,
    companyId,
    compensationDay,
    values: noted?.values ?? {},
    others: isWhole ? rows : 'unreadable',
    isWhole: true,
  }
}

type IsWanted = (compensation: SourceCompensation, person: Compensated, today: string) => boolean

/**
 * What starts between the current one and today is left out: which one is current is for the source to say.
 */
const isLater: IsWanted = ({ effectiveDay }, { compensationDay = '' }, today) =>
  effectiveDay > today && effectiveDay > compensationDay

const isEarlier: IsWanted = ({ effectiveDay }, { compensationDay = '' }) => effectiveDay < compensationDay

const mapKept = (
  { others, ...person }: Kept,
  isWanted: IsWanted,
  { mapping, timeZone, today }: HistoryRules,
): readonly DesiredSalary[] => {
  if (others === 'unreadable') return isWanted === isEarlier ? [toUnplaceable(person)] : []
  const wanted = others.filter((one) => isWanted(one, person, today))
  return wanted.length === 0 ? [] : mapOtherSalaries(person, wanted, mapping, { timeZone })
}
