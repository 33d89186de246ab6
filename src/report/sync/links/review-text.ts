import { toDayOfInstant } from '../../../domain/date/plain-date.js'
import type { Look } from '../../kit/look.js'
import type { Language } from '../../../domain/language/language.js'
import { toFieldWord } from '../../kit/words.js'
import { reviewTexts } from '../texts/review-texts.js'
import type { ReviewsView } from '../view/link-reviews-view.js'

/** The links to look at as text, each with what was written and the two commands that answer. */
export const buildReviewText = (
  { reviews }: ReviewsView,
  { paint, showNames, language, timeZone }: Look,
): string => {
  const texts = reviewTexts[language]
  if (reviews.length === 0) return `${texts.none}\n`
  const lines = reviews.flatMap(({ person, targetId, identity, writtenAt }) => {
    const name = showNames && person.name !== undefined ? `${paint.bold(person.name)}  ` : ''
    const written = identity.map((field) => toFieldWord(field, language))
    return [
      `  ${name}${person.subject}  Nmbrs ${targetId}`,
      `    ${texts.written(toDayOfInstant(writtenAt, timeZone), written.join(', '))}`,
      `    ${texts.decide(person.subject, targetId)}`,
    ]
  })
  return `${[paint.bold(texts.title(reviews.length)), texts.why, texts.compare, ...lines].join('\n')}\n`
}

/** The line that leads from the worklist to the links to review; nothing when there is none. */
export const toReviewHint = (toReview: number, language: Language): string =>
  toReview === 0 ? '' : `${reviewTexts[language].hint(toReview)}\n`

/** The document of `worklist --review --json`. */
export const toReviewJson = ({ reviews }: ReviewsView): unknown => ({
  reviews: reviews.map(({ person, companyId, targetId, fields, writtenAt }) => ({
    subject: person.subject,
    companyId,
    targetId,
    fields,
    writtenAt,
  })),
})
