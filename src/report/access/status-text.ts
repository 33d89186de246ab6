import { reasonCatalogue } from '../../access/reason-texts.js'
import { toDayOfInstant } from '../../domain/date/plain-date.js'
import { toEmployeeWords } from '../kit/employee-words.js'
import { joinParts } from '../kit/join-parts.js'
import type { Look } from '../kit/look.js'
import { layOutTable, type Cell } from '../kit/table.js'
import { maskName, type DocumentValues } from './plan-json.js'
import { statusTexts } from './texts/status-texts.js'
import { wordTexts } from './texts/word-texts.js'
import type { LoginStanding, LoginView, LoginWorkView } from './view/login-view.js'
import {
  accessParts,
  type AccessPart,
  type AccessStatusRow,
  type AccessStatusView,
} from './view/status-view.js'
import { toLoginWords, toNameWords } from './words.js'

/** The people of a tab with what is known of their logins, and the counts of everyone under it. */
export const buildAccessStatusText = (view: AccessStatusView, look: Look): string => {
  const { title, portal, tab, counts } = view
  const shown = accessParts.filter((part) => tab === 'all' || tab === part)
  const { titles } = statusTexts[look.language]
  return joinParts([
    [look.paint.bold(`${title}  ${portal}`)],
    ...shown.map((part) => buildPart(part, view, look)),
    [`${accessParts.map((part) => `${counts[part]} ${titles[part].toLowerCase()}`).join(', ')}.`],
  ])
}

const buildPart = (part: AccessPart, { counts, people }: AccessStatusView, look: Look): string[] => [
  look.paint.bold(`${statusTexts[look.language].titles[part]} (${counts[part]})`),
  ...layOutTable(
    people.filter(({ tab }) => tab === part).map((row) => toCells(row, look)),
    { width: look.width, indent: 2 },
  ),
]

const toCells = (row: AccessStatusRow, look: Look): Cell[] => {
  const { person, login, standing, loginData } = row
  return [
    ...(look.showNames ? [toNameWords(person)] : []),
    person.subject,
    person.targetId === null ? '' : toEmployeeWords(person.targetId, person.employeeNumber, look),
    login === null ? '' : toLoginCell(login, look),
    [toStandingWords(standing, look), toLetterWords(loginData, look)]
      .filter((part) => part !== '')
      .join('; '),
  ]
}

const toLoginCell = (login: LoginView, { language }: Look): string =>
  `${toLoginWords(login, language)}${login.active ? '' : ` (${statusTexts[language].switchedOff})`}`

/** Whether someone was told how to log in, in a portal that leaves that to an administrator. */
const toLetterWords = ({ sent, due }: AccessStatusRow['loginData'], { language, timeZone }: Look): string => {
  const texts = statusTexts[language]
  if (due) return texts.loginDataDue
  return sent === null ? '' : texts.loginDataSent(toDayOfInstant(sent.at, timeZone))
}

/** What is under way, or why nothing is. */
export const toStandingWords = (standing: LoginStanding | null, look: Look): string => {
  if (standing === null) return ''
  const texts = statusTexts[look.language]
  const { work } = wordTexts[look.language]
  const reasons = reasonCatalogue[look.language]
  switch (standing.kind) {
    case 'to-hand-over':
      return texts.toHandOver(work[standing.work])
    case 'held':
      return texts.held(work[standing.work], reasons[standing.hold].message)
    case 'handed-over': {
      const words = toHandedOverWords(standing.order, look)
      return standing.isLate ? texts.late(words) : words
    }
    case 'reason':
      return reasons[standing.reason].message
  }
}

const toHandedOverWords = (
  { kind, handedOverAt, batch }: LoginWorkView,
  { language, timeZone }: Look,
): string => {
  const texts = statusTexts[language]
  const work = wordTexts[language].work[kind]
  const day = handedOverAt === null ? '' : toDayOfInstant(handedOverAt, timeZone)
  return batch === null ? texts.handedOver(work, day) : texts.handedOverIn(work, day, batch)
}

/** The tab as a document: ids and codes; names only masked. */
export const toAccessStatusJson = (
  { portal, tab, counts, people }: AccessStatusView,
  values: DocumentValues,
): unknown => ({
  portal,
  tab,
  counts,
  people: people.map(({ person, tab: part, login, work, loginData, reasons, holds, notes }) => ({
    subject: person.subject,
    targetId: person.targetId,
    tab: part,
    ...{ login, work, loginData, reasons, holds, notes },
    ...(values === 'none' || person.name === undefined ? {} : { name: maskName(person.name) }),
  })),
})
