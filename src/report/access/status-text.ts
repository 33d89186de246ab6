import type { AccessAction } from '../../access/work/action.js'
import { latestWork, type AccessOrder, type KnownAccess } from '../../access/work/order.js'
import type { AccessPerson } from '../../access/person.js'
import { reasonCatalogue } from '../../access/reason-texts.js'
import type { SentLetter } from '../../access/letters/letter-due.js'
import type { AccessReason } from '../../access/reasons.js'
import type { AccessSubject } from '../../domain/ids.js'
import { maskName, type DocumentValues } from './plan-json.js'
import { toDayOfInstant } from '../../domain/date/plain-date.js'
import { statusTexts } from './texts/status-texts.js'
import { wordTexts } from './texts/word-texts.js'
import { toLoginWords, toNameWords } from './words.js'
import { toEmployeeWords } from '../kit/employee-words.js'
import type { Look } from '../kit/look.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable, type Cell } from '../kit/table.js'

/** Which people are shown: with a login, without one, those who left and still have one, or all of these. */
export type AccessTab = 'with' | 'without' | 'left' | 'all'

/** Where everyone stands in one portal. Names are for the user's own screen. */
export interface AccessStatusView {
  title: string
  portal: string
  actions: readonly AccessAction[]
  people: ReadonlyMap<AccessSubject, AccessPerson>
  known: ReadonlyMap<AccessSubject, KnownAccess>
  /** To whom login data was sent last, and whose is still to be sent. */
  letters?: ReadonlyMap<AccessSubject, SentLetter>
  lettersDue?: ReadonlySet<AccessSubject>
}

type Part = Exclude<AccessTab, 'all'>

const parts: readonly Part[] = ['with', 'without', 'left']

/** The people of a tab with what is known of their logins, and the counts of everyone under it. */
export const buildAccessStatusText = (view: AccessStatusView, tab: AccessTab, look: Look): string => {
  const shown = parts.filter((part) => tab === 'all' || tab === part)
  const { titles } = statusTexts[look.language]
  return joinParts([
    [look.paint.bold(`${view.title}  ${view.portal}`)],
    ...shown.map((part) => buildPart(part, view, look)),
    [`${parts.map((part) => `${subjectsOf(part, view).length} ${titles[part].toLowerCase()}`).join(', ')}.`],
  ])
}

/** How many people are on each tab. */
export const countTabs = (view: AccessStatusView): Readonly<Record<Part, number>> => ({
  with: subjectsOf('with', view).length,
  without: subjectsOf('without', view).length,
  left: subjectsOf('left', view).length,
})

const partOf = ({ subject, because }: AccessAction, { known }: AccessStatusView): Part | undefined => {
  const login = known.get(subject)?.login
  if (because.includes('left-login-active')) return 'left'
  if (login?.active === true) return 'with'
  // Anyone who left without a login, or is not in service or connected, is no one a login is missing for.
  return because.some((reason) => nobodyMisses.has(reason)) ? undefined : 'without'
}

const nobodyMisses: ReadonlySet<AccessReason> = new Set(['left-no-login', 'not-in-source'])

const subjectsOf = (part: Part, view: AccessStatusView): AccessAction[] =>
  view.actions.filter((action) => partOf(action, view) === part)

const buildPart = (part: Part, view: AccessStatusView, look: Look): string[] => {
  const actions = subjectsOf(part, view)
  return [
    look.paint.bold(`${statusTexts[look.language].titles[part]} (${actions.length})`),
    ...layOutTable(
      actions.map((action) => toRow(action, view, look)),
      { width: look.width, indent: 2 },
    ),
  ]
}

const toRow = (action: AccessAction, view: AccessStatusView, look: Look): Cell[] => {
  const { people, known } = view
  const { language } = look
  const person = people.get(action.subject)
  const login = known.get(action.subject)?.login ?? null
  return [
    ...(look.showNames ? [person === undefined ? '' : toNameWords(person)] : []),
    action.subject,
    person?.kind === 'employee' && person.targetId !== null
      ? toEmployeeWords(person.targetId, person.employeeNumber, look)
      : '',
    login === null
      ? ''
      : `${toLoginWords(login, language)}${login.active ? '' : ` (${statusTexts[language].switchedOff})`}`,
    [toStanding(action, known.get(action.subject), look), toLetterWords(action.subject, view, look)]
      .filter((part) => part !== '')
      .join('; '),
  ]
}

/** Whether someone was told how to log in, in a portal that leaves that to an administrator. */
const toLetterWords = (
  subject: AccessSubject,
  { letters, lettersDue }: AccessStatusView,
  { language, timeZone }: Look,
): string => {
  const texts = statusTexts[language]
  if (lettersDue?.has(subject) === true) return texts.loginDataDue
  const letter = letters?.get(subject)
  return letter === undefined ? '' : texts.loginDataSent(toDayOfInstant(letter.at, timeZone))
}

/** What is under way, or why nothing is. */
export const toStanding = (action: AccessAction, known: KnownAccess | undefined, look: Look): string => {
  const { language } = look
  const texts = statusTexts[language]
  const { work } = wordTexts[language]
  const reasons = reasonCatalogue[language]
  if (action.kind !== 'none') {
    const [hold] = action.holds
    return hold === undefined
      ? texts.toHandOver(work[action.kind])
      : texts.held(work[action.kind], reasons[hold].message)
  }
  const order = known === undefined ? null : latestWork(known)
  if (order !== null && action.because.includes('handed-over')) {
    const standing = toHandedOverWords(order, look)
    return action.notes.includes('overdue') ? texts.late(standing) : standing
  }
  const [reason] = action.because
  return reason === undefined ? '' : reasons[reason].message
}

const toHandedOverWords = (
  { kind, handedOverAt, batch }: AccessOrder,
  { language, timeZone }: Look,
): string => {
  const texts = statusTexts[language]
  const work = wordTexts[language].work[kind]
  const day = handedOverAt === null ? '' : toDayOfInstant(handedOverAt, timeZone)
  return batch === null ? texts.handedOver(work, day) : texts.handedOverIn(work, day, batch)
}

/** The tab as a document: ids and codes; names only masked. */
export const toAccessStatusJson = (
  view: AccessStatusView,
  tab: AccessTab,
  values: DocumentValues,
): unknown => ({
  portal: view.portal,
  tab,
  people: view.actions.flatMap((action) => {
    const part = partOf(action, view)
    if (part === undefined || (tab !== 'all' && tab !== part)) return []
    const known = view.known.get(action.subject)
    const login = known?.login ?? null
    const order = known === undefined ? null : latestWork(known)
    const person = view.people.get(action.subject)
    return [
      {
        subject: action.subject,
        targetId: person?.kind === 'employee' ? person.targetId : null,
        tab: part,
        login: login && {
          template: login.template,
          emailKind: login.email?.kind ?? null,
          language: login.language,
          level: login.level,
          active: login.active,
          origin: login.origin,
          since: login.since,
        },
        work: order && {
          kind: order.kind,
          state: order.state,
          batch: order.batch,
          wantedAt: order.wantedAt,
          handedOverAt: order.handedOverAt,
          answeredAt: order.answeredAt,
        },
        loginData: {
          sent: view.letters?.get(action.subject) ?? null,
          due: view.lettersDue?.has(action.subject) ?? false,
        },
        reasons: action.because,
        holds: action.kind === 'none' ? [] : action.holds,
        notes: action.notes,
        ...(values === 'none' || person === undefined ? {} : { name: maskName(person.displayName) }),
      },
    ]
  }),
})
