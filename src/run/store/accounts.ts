import type { Digest } from '../../domain/digest.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'

/** Account digests by company and employee. */
export type StoredAccounts = ReadonlyMap<TargetCompanyId, ReadonlyMap<TargetEmployeeId, readonly Digest[]>>

/** What was seen of bank accounts, as digests. */
export interface AccountStore {
  /** When each person's bank account was last looked at, ISO 8601; absent when never. */
  readBankLooks(companyId: TargetCompanyId): Promise<ReadonlyMap<SourceEmployeeId, string>>
  writeBankLooks(companyId: TargetCompanyId, subjects: readonly SourceEmployeeId[], at: string): Promise<void>
  /**
   * Digests of the bank accounts that employees of the target were known to hold, comparable within the
   * connection.
   */
  readAccounts(): Promise<StoredAccounts>
  /** Sets what these employees hold. */
  writeAccounts(
    companyId: TargetCompanyId,
    accounts: ReadonlyMap<TargetEmployeeId, readonly Digest[]>,
  ): Promise<void>
}
