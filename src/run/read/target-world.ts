import type { TargetEmployee } from '../../domain/employee.js'
import type { TargetEmployeeId } from '../../domain/ids.js'
import type { StoredKind } from '../../domain/service.js'

/** The employees of a company, as far as they were read. */
export interface TargetWorld {
  targets: Map<TargetEmployeeId, TargetEmployee>
  /** Whether everyone the target knows is among them. */
  complete: boolean
  /** Everyone whom the list of employees named, when it was read. */
  listed?: ReadonlySet<TargetEmployeeId>
  /** Those who are not simply on the payroll, when the lists by type were read in this run. */
  kinds?: ReadonlyMap<TargetEmployeeId, StoredKind> | undefined
  /** The lists by type were read before this run. */
  wasRead?: boolean
}
