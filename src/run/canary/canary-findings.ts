import type { Finding } from '../../domain/finding.js'
import { tellFinding } from '../../domain/findings/to-finding.js'
import type { CanaryFlaw } from '../../domain/run/canary.js'

/**
 * What was not right about one of the first people of a run, by the name of the field and without its value.
 */
export const toCanaryFinding = (flaw: CanaryFlaw): Finding => {
  const { subject, section, field } = flaw
  return tellFinding(toName(flaw), { subject, section, field }, {})
}

const toName = ({ problem, field }: CanaryFlaw) => {
  if (problem === 'not-read' || problem === 'not-written') return `canary-failed/${problem}` as const
  return field === undefined ? 'canary-failed/section' : 'canary-failed'
}

/** Which kinds of write and which fields were not right: `bankAccount.IBAN`. */
export const toPlaces = (flaws: readonly CanaryFlaw[]): string =>
  [
    ...new Set(flaws.map(({ section, field }) => (field === undefined ? section : `${section}.${field}`))),
  ].join(', ')
