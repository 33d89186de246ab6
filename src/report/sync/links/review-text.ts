import type { NamedLinkReview } from '../../../run/plan/link-reviews.js'
import { toDayOfInstant } from '../../../domain/date/plain-date.js'
import type { FieldName } from '../../../domain/sections.js'
import type { Look } from '../../kit/look.js'
import type { Language } from '../../../domain/language/language.js'
import { toFieldWord } from '../../kit/words.js'
import { reviewTexts } from '../texts/review-texts.js'

const identityFields: ReadonlySet<FieldName> = new Set(['FirstName', 'LastName', 'Birthday'])

/** The links to look at as text, each with what was written and the two commands that answer. */
export const buildReviewText = (
  reviews: readonly NamedLinkReview[],
  { paint, showNames, language, timeZone }: Look,
): string => {
  const texts = reviewTexts[language]
  if (reviews.length === 0) return `${texts.none}\n`
  const lines = reviews.flatMap(({ sourceId, targetId, displayName, fields, writtenAt }) => {
    const name = showNames && displayName !== '' ? `${paint.bold(displayName)}  ` : ''
    const written = fields
      .filter((field) => identityFields.has(field))
      .map((field) => toFieldWord(field, language))
    return [
      `  ${name}${sourceId}  Nmbrs ${targetId}`,
      `    ${texts.written(toDayOfInstant(writtenAt, timeZone), written.join(', '))}`,
      `    ${texts.decide(sourceId, targetId)}`,
    ]
  })
  return `${[paint.bold(texts.title(reviews.length)), texts.why, texts.compare, ...lines].join('\n')}\n`
}

/** The line that leads from the worklist to the links to review; nothing when there is none. */
export const toReviewHint = (toReview: number, language: Language): string =>
  toReview === 0 ? '' : `${reviewTexts[language].hint(toReview)}\n`

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
