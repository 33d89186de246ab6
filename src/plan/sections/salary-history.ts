import type { DesiredSalary } from '../../domain/employee.js'
import type { SourceEmployeeId } from '../../domain/ids.js'

/** The salaries that the source says besides the current ones, mapped when they are asked for. */
export interface SalaryHistory {
  /**
   * Each compensation stands for a salary. Without that nothing is known of a salary that the source no
   * longer has.
   */
  isMapped: boolean
  /** Those that start after the current one, in order. */
  later: (id: SourceEmployeeId) => readonly DesiredSalary[]
  /** Those that started before it, in order; `undefined` when they are not known. */
  earlier: (id: SourceEmployeeId) => readonly DesiredSalary[] | undefined
  /**
   * All of them as they were read, unmapped: another text where one of them changed. `undefined` when they
   * are not known.
   */
  asRead: (id: SourceEmployeeId) => string | undefined
}
