import type { Severity } from '../domain/finding.js'

/**
 * The words of the findings that planning makes. `{id}` stands for the person, `{field}` for the field,
 * `{section}` for the section.
 */
export interface Wording {
  severity: Severity
  message: string
  remedy: string
}
