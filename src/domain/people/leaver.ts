import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../ids.js'
import type { Link } from '../link.js'

/** An employee of the target, in their company. */
export interface Place {
  companyId: TargetCompanyId
  targetId: TargetEmployeeId
}

/**
 * What of someone still waits for a person or an answer. What payroll was asked to complete about an
 * employment is no reason to keep them: that employment ended long ago.
 */
export type Waiting = 'hold-open' | 'write-open' | 'login-active' | 'login-work-open'

/** Someone of whom something is kept, as far as it decides whether they can be forgotten. */
export interface KnownPerson {
  subject: SourceEmployeeId
  links: readonly { companyId: TargetCompanyId; status: Link['status']; byHand: boolean }[]
  /** Everyone they ever were in the target, but those who are connected to someone else now. */
  places: readonly Place[]
  waits: readonly Waiting[]
}

/**
 * Why someone who is not in service any more is kept. `in-source`: the next sync would meet them. `left-out`
 * and `by-hand`: a person's word about them would be lost, and the source can bring them back. `unread`: a
 * record that could not be read may be theirs. `no-last-day` and `no-end`: the source or the target does not
 * say when it ended. `in-target`: the employment goes on there. `company-not-read`: no one could look.
 * `too-recent`: the days have not passed.
 */
export type KeptReason =
  | Waiting
  | 'in-source'
  | 'left-out'
  | 'by-hand'
  | 'unread'
  | 'no-last-day'
  | 'no-end'
  | 'in-target'
  | 'company-not-read'
  | 'too-recent'

/** Whether someone who left is to be forgotten, from which day on, and why not. */
export interface Leaver {
  subject: SourceEmployeeId
  /** The last day that is known of them; `undefined` where none is. */
  lastDay: string | undefined
  /** From this day on the days have passed; `undefined` where no day is known. */
  dueOn: string | undefined
  /** Empty: they are due. */
  reasons: readonly KeptReason[]
}

export const isDue = ({ reasons }: Leaver): boolean => reasons.length === 0
