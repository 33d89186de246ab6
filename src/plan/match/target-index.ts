import type { TargetEmployee } from '../../domain/employee.js'
import type { TargetEmployeeId } from '../../domain/ids.js'
import { matchAttributes, type MatchAttribute } from '../../domain/link.js'
import { toAttributeKeys, type AttributeKeys } from './match-attributes.js'

export interface IndexedTarget {
  id: TargetEmployeeId
  keys: AttributeKeys
}

/** Looks up target employees by one attribute. */
export interface TargetIndex {
  /** In the order of their ids, whatever order they were read in. */
  readonly all: readonly IndexedTarget[]
  withAttribute(attribute: MatchAttribute, keys: AttributeKeys): ReadonlySet<IndexedTarget>
}

/** Builds the look-up. Employees whose personal info was not read are left out: nothing can be said of them. */
export const buildTargetIndex = (employees: Iterable<TargetEmployee>): TargetIndex => {
  const all: IndexedTarget[] = []
  for (const employee of employees) {
    if (employee.personalInfo !== undefined) {
      all.push({ id: employee.id, keys: toAttributeKeys(employee.personalInfo) })
    }
  }
  all.sort((a, b) => (a.id < b.id ? -1 : 1))
  const byAttribute = new Map(matchAttributes.map((attribute) => [attribute, indexBy(all, attribute)]))
  return {
    all,
    withAttribute: (attribute, keys) =>
      new Set(keys[attribute].flatMap((key) => byAttribute.get(attribute)?.get(key) ?? [])),
  }
}

const indexBy = (
  targets: readonly IndexedTarget[],
  attribute: MatchAttribute,
): Map<string, IndexedTarget[]> => {
  const index = new Map<string, IndexedTarget[]>()
  for (const target of targets) {
    for (const key of target.keys[attribute]) {
      const bucket = index.get(key)
      if (bucket === undefined) index.set(key, [target])
      else bucket.push(target)
    }
  }
  return index
}
