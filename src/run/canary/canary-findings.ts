import type { Finding } from '../../domain/finding.js'
import type { CanaryFlaw } from '../../domain/run/canary.js'
import { sectionNames } from '../../domain/sections.js'

/**
 * What was not right about one of the first people of a run, by the name of the field and without its value.
 */
export const toCanaryFinding = (flaw: CanaryFlaw): Finding => {
  const { subject, section, field } = flaw
  return {
    code: 'canary-failed',
    severity: 'error',
    subject,
    section,
    ...(field === undefined ? {} : { field }),
    message: toMessage(flaw),
    remedy: `Compare both sides: nmbrs-sync explain ${subject} --show-values`,
  }
}

const toMessage = ({ problem, section, field }: CanaryFlaw): string => {
  const name = sectionNames[section]
  if (problem === 'not-read')
    return `This person was written first, and the ${name} could not be read back, so no one else was written`
  if (problem === 'not-written')
    return `This person was to be written first, and the ${name} did not go through, so no one else was written`
  return field === undefined
    ? `This person was written first, and the ${name} reads back differently, so no one else was written`
    : `This person was written first, and ${field} reads back differently, so no one else was written`
}

/** Which kinds of write and which fields were not right: `bankAccount.IBAN`. */
export const toPlaces = (flaws: readonly CanaryFlaw[]): string =>
  [
    ...new Set(flaws.map(({ section, field }) => (field === undefined ? section : `${section}.${field}`))),
  ].join(', ')
