import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { toFinding } from '../findings.js'

/**
 * Says once that payroll's names and birth date stay where a rule found the pair, because the configuration
 * says so.
 */
export const toKeptFinding = (subject: SourceEmployeeId): Finding => ({
  ...toFinding('identity-first-contact', subject, 'personalInfo'),
  severity: 'info',
  message:
    'A rule connected this person, and AlexisHR has another name or birth date than Nmbrs; those of Nmbrs are kept, as holds.identityFirstContact says',
  remedy: `Nothing to do; both sides: nmbrs-sync explain ${subject} --show-values`,
})
