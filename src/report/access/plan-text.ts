import { reasonCatalogue } from '../../access/reason-texts.js'
import type { AccessReason } from '../../access/reasons.js'
import { toConsultantWords } from '../../access/request/consultant.js'
import { toDayOfInstant } from '../../domain/date/plain-date.js'
import type { AccessSubject } from '../../domain/ids.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import { toEmployeeWords } from '../kit/employee-words.js'
import { joinParts } from '../kit/join-parts.js'
import type { Look } from '../kit/look.js'
import { layOutTable } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { planTexts } from './texts/plan-texts.js'
import { wordTexts } from './texts/word-texts.js'
import type { LoginPersonView } from './view/login-view.js'
import {
  loginGroups,
  type AccessPlanView,
  type PlannedBatchView,
  type PlannedLoginView,
  type WithoutLoginView,
} from './view/plan-view.js'
import { selectionWords, toBatchWords, toNameWords } from './words.js'

/** More of a kind than fits a screen are counted; `--json` has them all. */
const mostShown = 20

/** What is to be done in one portal, what waits and for what, and who gets no login and why. */
export const buildAccessPlanText = (view: AccessPlanView, look: Look): string =>
  joinParts([
    [look.paint.bold(`${view.title}  ${view.portal}`), toCountsSentence(view, look)],
    ...view.batches.map((batch, index) => buildBatchLines(batch, index + 1, look)),
    buildGroupLines('held', view, look, toWaitingLines),
    buildWithoutLines(view, look),
    buildGroupLines('left-active', view, look, toLeftLines),
    buildGroupLines('in-hand', view, look, toInHandLines),
    [view.listed === 'whole' ? '' : planTexts[look.language].listed[view.listed]],
  ])

const toCountsSentence = ({ counts, unreadable }: AccessPlanView, { language }: Look): string => {
  const texts = planTexts[language]
  const parts = loginGroups.flatMap((name) =>
    counts[name] === 0 ? [] : [fillCount(counts[name], texts.groups[name])],
  )
  const unread = unreadable === 0 ? '' : ` ${fillCount(unreadable, texts.unread)}`
  const people = fillCount(counts.people, commonTexts[language].people)
  return `${texts.counts(people, parts.length === 0 ? texts.nobody : parts.join(', '))}${unread}`
}

/** Name where names may be shown, ids always. */
const toSubjectWords = (person: LoginPersonView, look: Look): string => {
  const { showNames, paint } = look
  const { subject, targetId, name, employeeNumber } = person
  const target = targetId === null ? '' : `, ${toEmployeeWords(targetId, employeeNumber, look)}`
  const ids = `${subject}${target}`
  return showNames && name !== undefined ? `${toNameWords(person)}  ${paint.dim(ids)}` : ids
}

const listSome = <Value>(
  values: readonly Value[],
  { language }: Look,
  toLine: (value: Value) => string,
): string[] => [...values.slice(0, mostShown).map(toLine), ...toMoreLine(values.length, language)]

const toMoreLine = (count: number, language: Language): string[] =>
  count > mostShown ? [`  ${wordTexts[language].moreInDocument(count - mostShown)}`] : []

const buildBatchLines = (batch: PlannedBatchView, number: number, look: Look): string[] => {
  const { people, notes } = batch
  const { language } = look
  return [
    look.paint.bold(`${number}. ${toBatchWords(batch, language)}; ${toTickWords(batch, language)}`),
    ...listSome(
      people,
      look,
      ({ person, because }) => `  ${toSubjectWords(person, look)}${toWhy(because, language)}`,
    ),
    ...notes.map((note) => `  ${wordTexts[language].note(reasonCatalogue[language][note].message)}`),
  ]
}

const toTickWords = ({ hasTicks, selection, people }: PlannedBatchView, language: Language): string => {
  const count = fillCount(people.length, commonTexts[language].people)
  if (!hasTicks) return count
  return selection === 'by-name'
    ? wordTexts[language].tickByName(count)
    : planTexts[language].tickFilter(selectionWords[selection], people.length)
}

/** A new login needs no reason; anything else does. */
const toWhy = (because: readonly AccessReason[], language: Language): string => {
  const reasons = because.filter((reason) => reason !== 'new-login')
  return reasons.length === 0 ? '' : `: ${joinMessages(reasons, language)}`
}

const joinMessages = (reasons: readonly AccessReason[], language: Language): string =>
  reasons.map((reason) => reasonCatalogue[language][reason].message).join('; ')

type TitledGroup = 'held' | 'without' | 'left-active' | 'in-hand'

const toTitle = (group: TitledGroup, { counts }: AccessPlanView, { paint, language }: Look): string =>
  paint.bold(`${planTexts[language].titles[group]} (${counts[group]})`)

/** The people of a group under its title; nothing where no one is in it. */
const buildGroupLines = (
  group: TitledGroup,
  view: AccessPlanView,
  look: Look,
  toLines: (people: readonly PlannedLoginView[], look: Look) => string[],
): string[] => {
  const people = view.people.filter((one) => one.group === group)
  return people.length === 0 ? [] : [toTitle(group, view, look), ...toLines(people, look)]
}

const toWaitingLines = (people: readonly PlannedLoginView[], look: Look): string[] =>
  listSome(people, look, (one) => toHeldLines(one, look).join('\n'))

const toHeldLines = ({ person, kind, because, holds }: PlannedLoginView, look: Look): string[] => {
  if (kind === 'none') return []
  const { language } = look
  const reasons = reasonCatalogue[language]
  return [
    `  ${toSubjectWords(person, look)}`,
    `    ${wordTexts[language].work[kind]}: ${joinMessages(because, language)}`,
    ...holds.map((hold) => `    ${planTexts[language].waits(reasons[hold].message)}`),
    ...holds
      .slice(0, 1)
      .map((hold) => `    ${commonTexts[language].next(withId(reasons[hold].remedy, person.subject))}`),
  ]
}

/** The command of a remedy with the id of the person it is about. */
export const withId = (remedy: string, subject: AccessSubject): string => remedy.replace(/\bID\b/g, subject)

const mostListedByReason = 5

const buildWithoutLines = (view: AccessPlanView, look: Look): string[] =>
  view.without.length === 0
    ? []
    : [toTitle('without', view, look), ...view.without.flatMap((one) => toReasonLines(one, look))]

const toReasonLines = ({ reason, people }: WithoutLoginView, look: Look): string[] => {
  const { language } = look
  const { message, remedy } = reasonCatalogue[language][reason]
  return [
    `  ${fillCount(people.length, commonTexts[language].people)}: ${message}`,
    ...people
      .slice(0, mostListedByReason)
      .map(
        ({ person, consultant }) =>
          `    ${toSubjectWords(person, look)}${consultant === undefined ? '' : `: ${toConsultantWords(consultant)}`}`,
      ),
    ...(people.length > mostListedByReason
      ? [`    ${wordTexts[language].more(people.length - mostListedByReason)}`]
      : []),
    `    ${commonTexts[language].next(remedy)}`,
  ]
}

const toLeftLines = (people: readonly PlannedLoginView[], look: Look): string[] => [
  ...listSome(people, look, ({ person }) => `  ${toSubjectWords(person, look)}`),
  `  ${reasonCatalogue[look.language]['left-login-active'].remedy}`,
]

const toInHandLines = (people: readonly PlannedLoginView[], look: Look): string[] => {
  const { language, width } = look
  const rows = people
    .slice(0, mostShown)
    .map(({ person, order, notes }) => [
      toSubjectWords(person, look),
      order === null ? '' : wordTexts[language].work[order.kind],
      [
        planTexts[language].since(toHandedOverDay(order?.handedOverAt, look)),
        ...notes
          .filter((note) => note !== 'login-kept')
          .map((note) => reasonCatalogue[language][note].message),
      ].join('; '),
    ])
  return [
    ...layOutTable(rows, { width, indent: 2 }),
    ...toMoreLine(people.length, language),
    `  ${reasonCatalogue[language]['handed-over'].remedy}`,
  ]
}

const toHandedOverDay = (handedOverAt: string | null | undefined, { timeZone }: Look): string =>
  handedOverAt == null ? '?' : toDayOfInstant(handedOverAt, timeZone)
