import { foldName } from '../logins/fold-identity.js'
import type { PolicyRule } from './policy.js'

/** The conditions of a rule whose names are on a list somewhere. */
export const listedConditions = ['companies', 'departments', 'offices'] as const
export type ListedCondition = (typeof listedConditions)[number]

/**
 * The names, or the ids of companies, that there are. What is left out was not looked up, so nothing is said
 * about it.
 */
export type ListedNames = Readonly<Partial<Record<ListedCondition, readonly string[]>>>

/** A name in a rule that no one knows. */
export interface UnknownName {
  /** Positions in the configuration. */
  rule: number
  condition: ListedCondition
  position: number
  name: string
}

/** The names in the rules of a portal that are on no list, compared as rules compare names. */
export const findUnknownNames = (
  rules: readonly Pick<PolicyRule, 'when'>[],
  listed: ListedNames,
): readonly UnknownName[] =>
  listedConditions.flatMap((condition) => {
    const names = listed[condition]
    if (names === undefined) return []
    const known = new Set(names.map(foldName))
    return rules.flatMap(({ when }, rule) =>
      (when[condition] ?? []).flatMap((name, position) =>
        known.has(foldName(name)) ? [] : [{ rule, condition, position, name }],
      ),
    )
  })
