import type { AccessSubject } from '../../domain/ids.js'
import type { LoginExplanation } from '../../run/access/explain-login.js'
import type { Look } from '../kit/look.js'
import { layOutTable } from '../kit/table.js'
import { toKnownWords, toPersonWords, toRuleWords } from './explain-text.js'
import { toStandingWords } from './status-text.js'
import { findStanding, toLoginPerson } from './view/login-view.js'
import { explainTexts } from './texts/explain-texts.js'
import { wordTexts } from './texts/word-texts.js'
import { toNameWords } from './words.js'

/** More than fit on a screen are counted. */
const mostShown = 20

/**
 * Whom an order about logins is about: by name, with the login that the rules give, the one that is known,
 * and what is under way.
 */
export const buildLoginOrderView = (
  people: readonly (LoginExplanation | AccessSubject)[],
  look: Look,
): string => {
  const left = people.length - mostShown
  const lines = people
    .slice(0, mostShown)
    .flatMap((one) => (typeof one === 'string' ? [one] : toLines(one, look)))
  const more = left > 0 ? [`  ${wordTexts[look.language].moreInDocument(left)}`] : []
  return [...lines, ...more].map((line) => `${line}\n`).join('')
}

const toLines = (one: LoginExplanation, look: Look): string[] => {
  const { language, paint } = look
  const { subject, person, action, known } = one
  const { rows: names, notRead } = explainTexts[language]
  const name =
    look.showNames && person !== undefined
      ? `${toNameWords(toLoginPerson(subject, new Map([[subject, person]])))}  `
      : ''
  const rows = [
    [names.person, person === undefined ? notRead : toPersonWords(person, language)],
    [names.rule, toRuleWords(one, language)],
    [names.knownLogin, toKnownWords(one, look)],
    [names.now, toStandingWords(findStanding(action, known), look)],
  ]
  return [paint.bold(`${name}${subject}`), ...layOutTable(rows, { width: look.width, indent: 2 })]
}
