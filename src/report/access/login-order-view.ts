import type { AccessSubject } from '../../domain/ids.js'
import type { Look } from '../kit/look.js'
import { layOutTable } from '../kit/table.js'
import { toHeadWords, toKnownWords, toPersonWords, toRuleWords } from './explain-text.js'
import { toStandingWords } from './status-text.js'
import type { LoginExplanationView } from './view/explain-view.js'
import { explainTexts } from './texts/explain-texts.js'
import { wordTexts } from './texts/word-texts.js'

/** More than fit on a screen are counted. */
const mostShown = 20

/**
 * Whom an order about logins is about: by name, with the login that the rules give, the one that is known,
 * and what is under way.
 */
export const buildLoginOrderView = (
  people: readonly (LoginExplanationView | AccessSubject)[],
  look: Look,
): string => {
  const left = people.length - mostShown
  const lines = people
    .slice(0, mostShown)
    .flatMap((one) => (typeof one === 'string' ? [one] : toLines(one, look)))
  const more = left > 0 ? [`  ${wordTexts[look.language].moreInDocument(left)}`] : []
  return [...lines, ...more].map((line) => `${line}\n`).join('')
}

const toLines = (one: LoginExplanationView, look: Look): string[] => {
  const { language, paint, width } = look
  const { rows: names } = explainTexts[language]
  const rows = [
    [names.person, toPersonWords(one, language)],
    [names.rule, toRuleWords(one, language)],
    [names.knownLogin, toKnownWords(one, look)],
    [names.now, toStandingWords(one.standing, look)],
  ]
  return [paint.bold(toHeadWords(one.person, look)), ...layOutTable(rows, { width, indent: 2 })]
}
