import type { Severity } from './severity.js'
import type { Wording } from '../language/catalogue.js'

/**
 * Everything that is said of one finding code. In `message` and `remedy` `{id}` stands for the person,
 * `{field}` for the field, `{section}` for the section and `{hold}` for the held change; every other name is
 * a fact that has to be given to say it. Neither ever holds a personal value.
 */
export interface FindingEntry {
  severity: Severity
  /** Nothing is wrong: a change or a connection waits until someone decides, or until its day comes. */
  waits?: true
  /** In a few words, as lists and reasons of changes say it. */
  short: Wording
  /** The row of `docs/findings.md`, as Markdown. */
  guide: { says: string; remedy: string }
  /** What is wrong. */
  message: Wording
  /** What to do, ending in the next command or screen. */
  remedy: Wording
  /** The same code where there is something else to say; what is left out is said as above. */
  cases?: Readonly<Record<string, FindingCase>>
}

export interface FindingCase {
  severity?: Severity
  message?: Wording
  remedy?: Wording
}
