import type { Finding, FindingCode } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { isWholeSection, sectionNames, type FieldName, type MappedSection } from '../../domain/sections.js'
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
    return isWholeSection(section) ? `the ${sectionNames[section]} is not sent` : 'it is not sent'
  }
  const error = (
    code: FindingCode,
    section: MappedSection,
    field: FieldName | undefined,
    message: string,
    remedy: string,
  ): Finding => ({
    code,
    severity: 'error',
    subject,
    section,
    ...(field === undefined ? {} : { field }),
    message,
    remedy,
  })

  return {
    error,
    salaryHeld,

    unusable: ({ row, path, why }: Extract<RowResult, { kind: 'unusable' }>): Finding => {
      const held = heldBy(row.section)
      const remedy = `${why.remedy} The next sync will pick this up.`
      return error(why.problem, row.section, row.field, `${path} ${why.message}; ${held}`, remedy)
    },

    missing: ({ row, paths: from }: Extract<RowResult, { kind: 'empty' }>): Finding =>
      error(
        'required-field-missing',
        row.section,
        row.field,
        `${paths(from)} is missing in AlexisHR; nothing is sent for this person until it is filled in`,
        'Enter it in AlexisHR. The next sync will pick this up.',
      ),

    /** A warning: whether something would be sent is for the plan to say. */
    unsure: ({ row }: RowResult, path: SourcePath): Finding => ({
      ...error(
        'date-time-unclear',
        row.section,
        row.field,
        `${path} ${issueTexts['date-time-unclear'].message}`,
        issueTexts['date-time-unclear'].remedy,
      ),
      severity: 'warning',
    }),

    fromSource: ({ code, section, holds, problems = [] }: SourceIssue): Finding => {
      const { message, remedy } = issueTexts[code]
      const text = code === 'date-time-unclear' ? `A date of the ${section} ${message}` : message
      const what = problems.length === 0 ? text : `${text} (${problems.join('; ')})`
      return { ...error(code, section, undefined, what, remedy), severity: holds ? 'error' : 'warning' }
    },
  }
}

const issueTexts: Readonly<Record<SourceIssue['code'], { message: string; remedy: string }>> = {
  'compensation-ambiguous': {
    message: 'AlexisHR has two compensations that start on the same day and does not say which one counts',
    remedy: 'Delete the wrong compensation in AlexisHR, or move its start.',
  },
  'source-value-unreadable': {
    message: 'AlexisHR has an employment or compensation of this person that cannot be read',
    remedy: 'Correct it in AlexisHR. The next sync will pick this up.',
  },
  'date-time-unclear': {
    message:
      'has a time that is midnight neither in UTC nor in the time zone of the configuration, so the day is unclear',
    remedy: 'Enter the day again in AlexisHR. The next sync will pick this up.',
  },
  'current-row-mismatch': {
    message: 'The row that AlexisHR calls current is not the one that its dates make current',
    remedy: 'Look at the start and end dates in AlexisHR; what AlexisHR calls current is used.',
  },
  'source-company-mismatch': {
    message:
      'The employee and the current employment or compensation belong to different companies in AlexisHR',
    remedy: 'Correct the company in AlexisHR.',
  },
}
