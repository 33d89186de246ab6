import type { Finding } from '../../domain/finding.js'
import type { FindingFacts, FindingName } from '../../domain/findings/finding-name.js'
import { tellFinding } from '../../domain/findings/to-finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { sectionTexts } from '../../domain/language/section-texts.js'
import { fieldNamesOf, isWholeSection, type FieldName, type MappedSection } from '../../domain/sections.js'
import type { SourceIssue, SourcePath } from '../../source/port.js'
import type { RowResult } from './map-row.js'

/** Makes findings about one person. None of them holds a value, only names of fields. */
export type PersonFindings = ReturnType<typeof findingsAbout>

const paths = (from: readonly string[]): string => from.join(' or ')

/**
 * The findings that mapping one person can lead to. `salaryHeld` says what a finding about a compensation
 * holds: all of the salary, or that one compensation and what follows it.
 */
export const findingsAbout = (subject: SourceEmployeeId, salaryHeld = 'the salary is not sent') => {
  const heldBy = (section: MappedSection): string => {
    if (section === 'salary') return salaryHeld
    const isWhole = isWholeSection(section) && fieldNamesOf(section).length > 1
    return isWhole ? `the ${sectionTexts[section].en.inSentence} is not sent` : 'it is not sent'
  }

  return {
    salaryHeld,

    tell: <Name extends FindingName>(
      name: Name,
      section: MappedSection,
      field: FieldName | undefined,
      facts: FindingFacts<Name>,
    ): Finding => tellFinding(name, { subject, section, field }, facts),

    unusable: ({ row, path, why }: Extract<RowResult, { kind: 'unusable' }>): Finding => {
      const { section, field } = row
      return tellFinding(why.name, { subject, section, field }, { ...why.facts, path, held: heldBy(section) })
    },

    missing: ({ row, paths: from }: Extract<RowResult, { kind: 'empty' }>): Finding => {
      const { section, field } = row
      return tellFinding('required-field-missing', { subject, section, field }, { path: paths(from) })
    },

    /** A warning: whether something would be sent is for the plan to say. */
    unsure: ({ row }: RowResult, path: SourcePath): Finding =>
      tellFinding('date-time-unclear/value', { subject, section: row.section, field: row.field }, { path }),

    fromSource: ({ code, section, holds, problems = [] }: SourceIssue): Finding => {
      const place = { subject, section, severity: holds ? 'error' : 'warning' } as const
      if (code === 'date-time-unclear') return tellFinding('date-time-unclear/row', place, {})
      if (problems.length === 0) return tellFinding(code, place, {})
      return tellFinding('source-value-unreadable/named', place, { problems: problems.join('; ') })
    },
  }
}
