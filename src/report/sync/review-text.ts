import type { NamedLinkReview } from '../../run/plan/link-reviews.js'
import type { FieldName } from '../../domain/sections.js'
import type { Look } from '../kit/look.js'
import { toFieldWord } from '../kit/words.js'

const identityFields: ReadonlySet<FieldName> = new Set(['FirstName', 'LastName', 'Birthday'])

/** The links to look at as text, each with what was written and the two commands that answer. */
export const buildReviewText = (
  reviews: readonly NamedLinkReview[],
  { paint, showNames }: Pick<Look, 'paint' | 'showNames'>,
): string => {
  if (reviews.length === 0) return 'No link waits for a review.\n'
  const lines = reviews.flatMap(({ sourceId, targetId, displayName, fields, writtenAt }) => {
    const name = showNames && displayName !== '' ? `${paint.bold(displayName)}  ` : ''
    const written = fields.filter((field) => identityFields.has(field)).map((field) => toFieldWord(field))
    return [
      `  ${name}${sourceId}  Nmbrs ${targetId}`,
      `    written at first contact on ${writtenAt.slice(0, 10)}: ${written.join(', ')}`,
      `    one person: nmbrs-sync match ${sourceId} ${targetId}; two people: nmbrs-sync disconnect ${sourceId}`,
    ]
  })
  return `${[
    paint.bold(`Links to review (${reviews.length})`),
    'A rule connected these people in an earlier version, which then wrote their names or birth date to Nmbrs.',
    'Compare each with what payroll has on paper, such as the contract and the BSN.',
    ...lines,
  ].join('\n')}\n`
}

/** The line that leads from the worklist to the links to review; nothing when there is none. */
export const toReviewHint = ({ length }: { length: number }): string =>
  length === 0
    ? ''
    : `Links of an earlier version to review: ${length}. See them: nmbrs-sync worklist --review\n`

/** The document of `worklist --review --json`. */
export const toReviewJson = (reviews: readonly NamedLinkReview[]): unknown => ({
  reviews: reviews.map(({ sourceId, companyId, targetId, fields, writtenAt }) => ({
    subject: sourceId,
    companyId,
    targetId,
    fields,
    writtenAt,
  })),
})
