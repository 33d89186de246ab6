import type { SourceEmployeeId, TargetEmployeeId } from '../ids.js'

/**
 * What someone can be found by. Names and numbers are for the user's own screen; they are never stored or
 * logged.
 */
export interface KnownPerson {
  id: SourceEmployeeId
  /** First and last name as the source writes them. */
  name: string
  employeeNumber: string | undefined
  /** The target employees that this person is connected to. */
  targetIds: readonly TargetEmployeeId[]
}
