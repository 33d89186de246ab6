import { toConsultantWords, type Consultant } from './consultant.js'
import { toContactWords } from './build-request.js'
import type { PortalHelp, RequestLanguage } from './help-schema.js'

/** Who runs the payroll of a person's company. */
export type PayrollBy = { runs: 'own' } | { runs: 'vendor'; consultant: Consultant | undefined }

/**
 * What a person can do when something does not work, as pairs of a question and its answer. Where the vendor
 * runs the payroll, the consultant is named.
 */
export const toAnswers = (
  { answers }: PortalHelp,
  payroll: PayrollBy,
  language: RequestLanguage,
): readonly (readonly [string, string])[] =>
  answers.map(({ when, answer, outsourced }) => {
    if (payroll.runs === 'own' || outsourced === undefined) return [when[language], answer[language]]
    const { consultant } = payroll
    const named = consultant === undefined ? '' : ` (${toConsultantWords(consultant)})`
    return [when[language], `${outsourced[language]}${named}`]
  })

/** Whom to ask, one line each. */
export const toContacts = ({ contacts }: PortalHelp, language: RequestLanguage): readonly string[] =>
  contacts.map((contact) => `${contact.for[language]}: ${toContactWords(contact, language)}`)
