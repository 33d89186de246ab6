import type { DesiredEmployee, TargetEmployee } from '../../domain/employee.js'
import type { TargetEmployeeId } from '../../domain/ids.js'
import type { MatchRule } from '../../domain/link.js'
import { findLookalikes } from './find-candidates.js'
import { agrees, toAttributeKeys } from './match-attributes.js'
import { buildTargetIndex } from './target-index.js'

/** Says which target employees, who came after a plan was made, may be a person whom the plan creates. */
export type FindNewcomers = (
  person: DesiredEmployee['sections'],
  newcomers: readonly TargetEmployee[],
) => readonly TargetEmployeeId[]

/** The same comparison as in planning: whom a rule would link, and who looks alike. */
export const createFindNewcomers =
  (rules: readonly MatchRule[]): FindNewcomers =>
  ({ personalInfo }, newcomers) => {
    if (newcomers.length === 0) return []
    const keys = toAttributeKeys(personalInfo ?? {})
    const index = buildTargetIndex(newcomers)
    const matched = index.all.filter((target) =>
      rules.some(({ attributes }) => attributes.every((attribute) => agrees(keys, target.keys, attribute))),
    )
    const alike = findLookalikes(keys, index, () => true)
    return [...new Set([...matched.map(({ id }) => id), ...alike.map(({ targetId }) => targetId)])].sort()
  }
