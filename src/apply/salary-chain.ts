import type { Change } from '../domain/change.js'
import { fieldsIn, type Values } from '../domain/values.js'

/**
 * Follows the salaries of one person through a run. One that builds on another, which did not get into the
 * target, must not be sent: the days between the two would be paid wrongly, and payroll would see a raise
 * that no one gave.
 */
export interface SalaryChain {
  /** Whether the change replaces a salary that was to be written before it and was not. */
  isBroken(change: Change): boolean
  noteWritten(change: Change): void
  /** Says that the change had its turn; unless it was noted as written it is not in the target. */
  noteTurn(change: Change): void
}

export const createSalaryChain = (): SalaryChain => {
  const written = new Set<Change>()
  const lost: Values[] = []
  return {
    isBroken: (change) =>
      change.kind === 'update' &&
      change.section === 'salary' &&
      lost.some((values) => isSame(values, change.before)),
    noteWritten: (change) => written.add(change),
    noteTurn: (change) => {
      if (change.kind === 'update' && change.section === 'salary' && !written.has(change))
        lost.push(change.after)
    },
  }
}

const isSame = (left: Values, right: Values): boolean =>
  fieldsIn(left).length === fieldsIn(right).length &&
  fieldsIn(left).every((field) => left[field] === right[field])
