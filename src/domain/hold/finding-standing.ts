import { holdReasons } from './hold.js'
import type { Finding, FindingCode, Severity } from '../finding.js'

/** What a finding is for its reader: `held` waits for a decision, `error` is something to correct. */
export type FindingStanding = 'error' | 'held' | 'warning' | 'info'

/** In which order findings are shown. */
export const findingStandings: readonly FindingStanding[] = ['error', 'held', 'warning', 'info']

/** Nothing is wrong: a change or a connection waits until someone decides, or until its day comes. */
const waitingCodes: ReadonlySet<string> = new Set<FindingCode>([
  ...holdReasons,
  'match-ambiguous',
  'match-possible-duplicate',
  'match-target-taken',
  'match-contradicts',
  'match-target-unread',
  'create-unresolved',
  'creation-unchecked',
  'before-current-period',
  'address-next-period',
  'salary-after-end',
  'not-supported',
  'threshold-exceeded',
  'same-field-changed',
])

/**
 * The severity of a document says whether a change is kept back; a screen also says whether something is
 * wrong, or only waits.
 */
export const toFindingStanding = ({
  code,
  severity,
  hold,
}: Pick<Finding, 'hold'> & { code: string; severity: Severity }): FindingStanding =>
  hold !== undefined || (severity === 'error' && waitingCodes.has(code)) ? 'held' : severity
