import type { FindingCode } from '../../domain/finding.js'
import type { FactName, FindingName } from '../../domain/findings/finding-name.js'

/**
 * What became of one value: the canonical value (empty text when nothing is left of it), or why it cannot be
 * used. `isUnsure`: it is compared, and not sent.
 */
export type TransformResult = { value: string; isUnsure?: true } | TransformProblem

/** Why a value cannot be used: the finding that says so, and its facts. None of them is the value itself. */
export interface TransformProblem {
  problem: FindingCode
  name: ValueFinding
  facts: Readonly<Record<ValueFact, string | number>>
}

/** Findings about one value, by where it came from and what is not sent because of it. */
export type ValueFinding = {
  [Name in FindingName]: 'path' | 'held' extends FactName<Name> ? Name : never
}[FindingName]

/** What else such a finding says. */
type ValueFact = Exclude<FactName<ValueFinding>, 'path' | 'held'>

type OwnFacts<Name extends ValueFinding> = Readonly<
  Record<Exclude<FactName<Name>, 'path' | 'held'>, string | number>
>

export const problem = <Name extends ValueFinding>(name: Name, facts: OwnFacts<Name>): TransformProblem => {
  const [code] = name.split('/') as [FindingCode]
  return { problem: code, name, facts: { ...noFacts, ...facts } }
}

const noFacts: TransformProblem['facts'] = { count: '', what: '' }
