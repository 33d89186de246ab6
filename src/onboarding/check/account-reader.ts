import type { PayrollPeriod } from '../../domain/pay/payroll-period.js'
import type { CallName } from '../calls/call-name.js'
import type { ProbeAnswer } from './prober.js'

/**
 * Something looked up in the account: what it says, or the call that did not give it and what that one
 * answered.
 */
export type Reading<Value> =
  | { status: 'read'; value: Value }
  | { status: 'unread'; call: CallName; answer: Exclude<ProbeAnswer, { answer: 'accepted' }> }

export interface AccountCompany {
  id: string
  /** Letter for letter, blanks at both ends included. */
  name: string
}

/** The debtor (client) that a company belongs to, and the tags on it. */
export interface TaggedDebtor {
  debtorId: string
  tags: readonly string[]
}

/** A debtor with its tags and the companies of it that the account sees. */
export interface DebtorOfAccount extends TaggedDebtor {
  name: string
  companyIds: readonly string[]
}

/** An employee who carries a number. For comparing in memory and for the user's own screen only. */
export interface NumberedEmployee {
  displayName: string
}

/** Looks things up in the account. Every trouble of a remote is a reading; a rejection is a bug. */
export interface AccountReader {
  readCompanies(): Promise<Reading<readonly AccountCompany[]>>
  readCurrentPeriod(companyId: string): Promise<Reading<PayrollPeriod>>
  /** What stands before `.nmbrs` in the address of the environment; empty when Nmbrs does not say. */
  readDomain(): Promise<Reading<string>>
  readDebtorTags(companyId: string): Promise<Reading<TaggedDebtor>>
  /** Every debtor that the account sees. */
  readDebtors(): Promise<Reading<readonly DebtorOfAccount[]>>
  /** Everyone in the company with this employee number; numbers are not unique. */
  findEmployees(companyId: string, employeeNumber: string): Promise<Reading<readonly NumberedEmployee[]>>
}

/** What was looked up for a check. Left out: no one needed it. */
export interface AccountReadings {
  companies?: Reading<readonly AccountCompany[]>
  period?: Reading<PayrollPeriod>
  domain?: Reading<string>
  debtor?: Reading<TaggedDebtor>
  /** By the employee number that was looked for. */
  employees?: ReadonlyMap<string, Reading<readonly NumberedEmployee[]>>
}
