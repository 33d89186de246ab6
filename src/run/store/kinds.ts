import type { TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { StoredKind } from '../../domain/service.js'

/** Employees who are not simply on the payroll, by what the lists by type said. */
export interface StoredKinds {
  kinds: ReadonlyMap<TargetEmployeeId, StoredKind>
  /** ISO 8601 in UTC. */
  readAt: string | undefined
}

/** What kind of employee each one is in payroll. */
export interface KindStore {
  /**
   * What kind of employee each one was when the lists by type were last read, and when that was; `undefined`
   * when never.
   */
  readKinds(companyId: TargetCompanyId): Promise<StoredKinds>
  /** Takes the place of what was stored of the company. */
  writeKinds(companyId: TargetCompanyId, kinds: StoredKinds['kinds']): Promise<void>
}
