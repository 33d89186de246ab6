import type { Finding } from '../finding.js'
import type { Severity } from '../findings/severity.js'
import { findingCatalogue } from '../findings/catalogue.js'
import type { FindingEntry } from '../findings/entry.js'

/** What a finding is for its reader: `held` waits for a decision, `error` is something to correct. */
export type FindingStanding = 'error' | 'held' | 'warning' | 'info'

/** In which order findings are shown. */
export const findingStandings: readonly FindingStanding[] = ['error', 'held', 'warning', 'info']

const entries: Readonly<Record<string, FindingEntry>> = findingCatalogue

const doesWait = (code: string): boolean => Object.hasOwn(entries, code) && entries[code]?.waits === true

/**
 * The severity of a document says whether a change is kept back; a screen also says whether something is
 * wrong, or only waits.
 */
export const toFindingStanding = ({
  code,
  severity,
  hold,
}: Pick<Finding, 'hold'> & { code: string; severity: Severity }): FindingStanding =>
  hold !== undefined || (severity === 'error' && doesWait(code)) ? 'held' : severity
