import type { AccessAction, AccessWork, NoAction } from '../../access/work/action.js'
import type { Batch } from '../../access/work/batch.js'
import type { AccessPerson } from '../../access/person.js'
import type { AccessPolicy } from '../../access/policy/policy.js'
import { reasonCatalogue } from '../../access/reason-texts.js'
import type { AccessReason } from '../../access/reasons.js'
import { toConsultantWords } from '../../access/request/consultant.js'
import { toDayOfInstant } from '../../domain/date/plain-date.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { Language } from '../../domain/language/language.js'
import { fillCount } from '../../domain/language/count.js'
import { toLoginPerson } from './view/login-view.js'
import { groupOf, selectionWords, toBatchWords, toNameWords, type ActionGroup } from './words.js'
import { toEmployeeWords } from '../kit/employee-words.js'
import type { Look } from '../kit/look.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { planTexts } from './texts/plan-texts.js'
import { wordTexts } from './texts/word-texts.js'

/** One portal as it is shown. Names are for the user's own screen. */
export interface AccessPlanView {
  title: string
  portal: string
  actions: readonly AccessAction[]
  batches: readonly Batch[]
  people: ReadonlyMap<AccessSubject, AccessPerson>
  /** How many records could not be read. */
  unreadable: number
  /** Whether the portal's own list was ever imported: as a whole one, only in part, or never. */
  listed: 'whole' | 'part' | 'never'
  /** The consultants that the configuration names, by company. */
  consultants?: AccessPolicy['consultants']
}

/** More of a kind than fits a screen are counted; `--json` has them all. */
const mostShown = 20

/** What is to be done in one portal, what waits and for what, and who gets no login and why. */
export const buildAccessPlanText = (view: AccessPlanView, look: Look): string => {
  const groups = groupActions(view.actions)
  return joinParts([
    [look.paint.bold(`${view.title}  ${view.portal}`), toCountsSentence(groups, view, look)],
    ...view.batches.map((batch, index) => buildBatchLines(batch, index + 1, view, look)),
    buildWaitingLines(groups.get('held') ?? [], view, look),
    buildReasonLines(groups.get('without') ?? [], view, look),
    buildLeftLines(groups.get('left-active') ?? [], view, look),
    buildInHandLines(groups.get('in-hand') ?? [], view, look),
    [view.listed === 'whole' ? '' : planTexts[look.language].listed[view.listed]],
  ])
}

export const groupActions = (actions: readonly AccessAction[]): ReadonlyMap<ActionGroup, AccessAction[]> => {
  const groups = new Map<ActionGroup, AccessAction[]>()
  for (const action of actions) {
    const name = groupOf(action)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [action])
    else group.push(action)
  }
  return groups
}

/** In the order in which they are counted. */
const countedGroups: readonly ActionGroup[] = [
  'ready',
  'held',
  'in-hand',
  'as-wanted',
  'left-active',
  'without',
]

const toCountsSentence = (
  groups: ReadonlyMap<ActionGroup, readonly AccessAction[]>,
  { actions, unreadable }: AccessPlanView,
  { language }: Look,
): string => {
  const texts = planTexts[language]
  const parts = countedGroups.flatMap((name) => {
    const count = groups.get(name)?.length ?? 0
    return count === 0 ? [] : [fillCount(count, texts.groups[name])]
  })
  const unread = unreadable === 0 ? '' : ` ${fillCount(unreadable, texts.unread)}`
  const people = fillCount(actions.length, commonTexts[language].people)
  return `${texts.counts(people, parts.length === 0 ? texts.nobody : parts.join(', '))}${unread}`
}

/** Name where names may be shown, ids always. */
export const toSubjectWords = (
  subject: AccessSubject,
  people: AccessPlanView['people'],
  look: Look,
): string => {
  const { showNames, paint } = look
  const person = people.get(subject)
  const target =
    person?.kind === 'employee' && person.targetId !== null
      ? `, ${toEmployeeWords(person.targetId, person.employeeNumber, look)}`
      : ''
  const ids = `${subject}${target}`
  return showNames && person !== undefined
    ? `${toNameWords(toLoginPerson(subject, people))}  ${paint.dim(ids)}`
    : ids
}

const listSome = <Value>(
  values: readonly Value[],
  { language }: Look,
  toLine: (value: Value) => string,
): string[] => [...values.slice(0, mostShown).map(toLine), ...toMoreLine(values.length, language)]

const toMoreLine = (count: number, language: Language): string[] =>
  count > mostShown ? [`  ${wordTexts[language].moreInDocument(count - mostShown)}`] : []

const buildBatchLines = (batch: Batch, number: number, view: AccessPlanView, look: Look): string[] => {
  const { people } = batch
  const { language } = look
  const tick = toTickWords(batch, language)
  const notes = new Set(people.flatMap(({ work }) => work.notes))
  return [
    look.paint.bold(`${number}. ${toBatchWords(batch, language)}; ${tick}`),
    ...listSome(
      people,
      look,
      ({ subject, work }) => `  ${toSubjectWords(subject, view.people, look)}${toWhy(work, language)}`,
    ),
    ...[...notes].map((note) => `  ${wordTexts[language].note(reasonCatalogue[language][note].message)}`),
  ]
}

/** Only the screen for several people has boxes to tick. */
const toTickWords = ({ step, way, selection, people }: Batch, language: Language): string => {
  const count = fillCount(people.length, commonTexts[language].people)
  if (way !== 'bulk' || (step === 'add' && people.length === 1)) return count
  return selection === 'by-name'
    ? wordTexts[language].tickByName(count)
    : planTexts[language].tickFilter(selectionWords[selection], people.length)
}

/** A new login needs no reason; anything else does. */
const toWhy = ({ because }: AccessWork, language: Language): string => {
  const reasons = because.filter((reason) => reason !== 'new-login')
  return reasons.length === 0 ? '' : `: ${joinMessages(reasons, language)}`
}

const joinMessages = (reasons: readonly AccessReason[], language: Language): string =>
  reasons.map((reason) => reasonCatalogue[language][reason].message).join('; ')

const buildWaitingLines = (actions: readonly AccessAction[], view: AccessPlanView, look: Look): string[] => {
  if (actions.length === 0) return []
  return [
    toTitle('held', actions, look),
    ...listSome(actions, look, (action) => toHeldLines(action, view, look).join('\n')),
  ]
}

const toTitle = (
  group: 'held' | 'without' | 'left-active' | 'in-hand',
  actions: readonly AccessAction[],
  { paint, language }: Look,
): string => paint.bold(`${planTexts[language].titles[group]} (${actions.length})`)

const toHeldLines = (action: AccessAction, view: AccessPlanView, look: Look): string[] => {
  if (action.kind === 'none') return []
  const { kind, subject, because, holds } = action
  const { language } = look
  const reasons = reasonCatalogue[language]
  return [
    `  ${toSubjectWords(subject, view.people, look)}`,
    `    ${wordTexts[language].work[kind]}: ${joinMessages(because, language)}`,
    ...holds.map((hold) => `    ${planTexts[language].waits(reasons[hold].message)}`),
    ...holds
      .slice(0, 1)
      .map((hold) => `    ${commonTexts[language].next(withId(reasons[hold].remedy, subject))}`),
  ]
}

/** The command of a remedy with the id of the person it is about. */
export const withId = (remedy: string, subject: AccessSubject): string => remedy.replace(/\bID\b/g, subject)

const isNone = (action: AccessAction): action is NoAction => action.kind === 'none'

const buildReasonLines = (actions: readonly AccessAction[], view: AccessPlanView, look: Look): string[] => {
  const byReason = new Map<AccessReason, AccessSubject[]>()
  for (const { because, subject } of actions.filter(isNone)) {
    const [reason = 'no-login-wanted'] = because
    byReason.set(reason, [...(byReason.get(reason) ?? []), subject])
  }
  if (byReason.size === 0) return []
  const { language } = look
  const reasons = reasonCatalogue[language]
  return [
    toTitle('without', actions, look),
    ...[...byReason].flatMap(([reason, subjects]) => [
      `  ${fillCount(subjects.length, commonTexts[language].people)}: ${reasons[reason].message}`,
      ...listSome(
        subjects.slice(0, mostListedByReason),
        look,
        (subject) =>
          `    ${toSubjectWords(subject, view.people, look)}${toConsultant(reason, subject, view)}`,
      ),
      ...(subjects.length > mostListedByReason
        ? [`    ${wordTexts[language].more(subjects.length - mostListedByReason)}`]
        : []),
      `    ${commonTexts[language].next(reasons[reason].remedy)}`,
    ]),
  ]
}

/** Whom to ask, beside the person whose payroll the vendor runs. */
const toConsultant = (
  reason: AccessReason,
  subject: AccessSubject,
  { people, consultants }: AccessPlanView,
): string => {
  const person = people.get(subject)
  if (reason !== 'goes-to-consultant' || person?.kind !== 'requester') return ''
  const consultant = consultants?.get(person.companyId)
  return consultant === undefined ? '' : `: ${toConsultantWords(consultant)}`
}

const mostListedByReason = 5

const buildLeftLines = (actions: readonly AccessAction[], view: AccessPlanView, look: Look): string[] =>
  actions.length === 0
    ? []
    : [
        toTitle('left-active', actions, look),
        ...listSome(actions, look, ({ subject }) => `  ${toSubjectWords(subject, view.people, look)}`),
        `  ${reasonCatalogue[look.language]['left-login-active'].remedy}`,
      ]

const toHandedOverDay = (handedOverAt: string | null | undefined, { timeZone }: Look): string =>
  handedOverAt == null ? '?' : toDayOfInstant(handedOverAt, timeZone)

const buildInHandLines = (actions: readonly AccessAction[], view: AccessPlanView, look: Look): string[] => {
  if (actions.length === 0) return []
  const { language } = look
  const rows = actions
    .filter(isNone)
    .slice(0, mostShown)
    .map((action) => [
      toSubjectWords(action.subject, view.people, look),
      action.order === null ? '' : wordTexts[language].work[action.order.kind],
      [
        planTexts[language].since(toHandedOverDay(action.order?.handedOverAt, look)),
        ...action.notes
          .filter((note) => note !== 'login-kept')
          .map((note) => reasonCatalogue[language][note].message),
      ].join('; '),
    ])
  return [
    toTitle('in-hand', actions, look),
    ...layOutTable(rows, { width: look.width, indent: 2 }),
    ...toMoreLine(actions.length, language),
    `  ${reasonCatalogue[language]['handed-over'].remedy}`,
  ]
}
