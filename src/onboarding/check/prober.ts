import type { PayrollPeriod } from '../../domain/pay/payroll-period.js'
import type { CallName } from '../calls/call-name.js'
import type { FailureReason, NotTestedReason } from './call-result.js'

/**
 * The real things of the account that a call is tried with. What could not be found is left out. Ids are
 * opaque.
 */
export interface ProbeSubjects {
  companyId?: string
  employeeId?: string
  /** The kind of employee that lists are asked for. */
  employeeTypeId?: string
  debtorId?: string
  /** The payroll run that a report is asked for, and the year it belongs to. */
  run?: { id: string; year: number }
  period?: PayrollPeriod
}

/**
 * What came back from one try.
 * - `accepted`: the call was carried out.
 * - `refused`: Nmbrs answered with a fault that has a number.
 * - `not-asked`: nothing was sent.
 * - `lost`: no answer that says something about rights.
 */
export type ProbeAnswer =
  | { answer: 'accepted' }
  | { answer: 'refused'; code: string }
  | { answer: 'not-asked'; reason: NotTestedReason }
  | { answer: 'lost'; reason: FailureReason; code: string | null }

/** Finds something real to try calls with. */
export interface SubjectFinder {
  /**
   * What these calls need, of this company; without one, what can be found without it. What no one needs is
   * not looked for. Every trouble of a remote leaves a subject out; a rejection is a bug.
   */
  findSubjects(companyId: string | undefined, calls: readonly CallName[]): Promise<ProbeSubjects>
}

/** Tries calls on a live account, with the least data and without ever writing. */
export interface CallProber {
  /**
   * Tries one call. A write is `not-asked`, no matter who asks. Every trouble of a remote is an answer; a
   * rejection is a bug.
   */
  probe(call: CallName, subjects: ProbeSubjects): Promise<ProbeAnswer>
}

/** The answers of a check, by `toCallKey`. A call without an answer was not reached. */
export type ProbeAnswers = ReadonlyMap<string, ProbeAnswer>
