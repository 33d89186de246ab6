import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { tellFinding } from '../../domain/findings/to-finding.js'

/**
 * Says once that payroll's names and birth date stay where a rule found the pair, because the configuration
 * says so.
 */
export const toKeptFinding = (subject: SourceEmployeeId): Finding =>
  tellFinding('identity-first-contact/kept', { subject, section: 'personalInfo' }, {})
