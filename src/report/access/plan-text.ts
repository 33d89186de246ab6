import type { AccessAction, AccessWork, NoAction } from '../../access/work/action.js'
import type { Batch } from '../../access/work/batch.js'
import type { AccessPerson } from '../../access/person.js'
import type { AccessPolicy } from '../../access/policy/policy.js'
import { reasonTexts } from '../../access/reason-texts.js'
import type { AccessReason } from '../../access/reasons.js'
import { toConsultantWords } from '../../access/request/consultant.js'
import type { AccessSubject } from '../../domain/ids.js'
import { groupOf, selectionWords, toBatchWords, toNameWords, workWords, type ActionGroup } from './words.js'
import { countOf } from '../kit/count-words.js'
import type { Look } from '../kit/look.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable } from '../kit/table.js'

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
    [look.paint.bold(`${view.title}  ${view.portal}`), toCountsSentence(groups, view)],
    ...view.batches.map((batch, index) => buildBatchLines(batch, index + 1, view, look)),
    buildWaitingLines(groups.get('held') ?? [], view, look),
    buildReasonLines('Nothing to hand over, with a reason', groups.get('without') ?? [], view, look),
    buildPeopleLines('Left, login active', groups.get('left-active') ?? [], view, look),
    buildInHandLines(groups.get('in-hand') ?? [], view, look),
    [listSentences[view.listed]],
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

const groupWords: readonly (readonly [ActionGroup, string])[] = [
  ['ready', 'to hand over'],
  ['held', 'held for a word'],
  ['in-hand', 'in somebody’s hands'],
  ['as-wanted', 'as it should be'],
  ['left-active', 'left with an active login'],
  ['without', 'with nothing to hand over'],
]

const toCountsSentence = (
  groups: ReadonlyMap<ActionGroup, readonly AccessAction[]>,
  { actions, unreadable }: AccessPlanView,
): string => {
  const parts = groupWords.flatMap(([name, words]) => {
    const count = groups.get(name)?.length ?? 0
    return count === 0 ? [] : [`${count} ${words}`]
  })
  const unread =
    unreadable === 0
      ? ''
      : ` ${countOf(unreadable, 'record', 'records')} could not be read; nothing is planned for them.`
  const counts = parts.length === 0 ? 'nobody.' : `${parts.join(', ')}.`
  return `${countOf(actions.length, 'person', 'people')}: ${counts}${unread}`
}

const listSentences: Readonly<Record<AccessPlanView['listed'], string>> = {
  whole: '',
  part: 'A list of the portal was imported, and nobody said that it is the whole one, so somebody may have a login that it does not have: nmbrs-sync access import FILE --whole',
  never:
    'The list of the portal was never imported, so somebody may have a login already: nmbrs-sync access import FILE --whole',
}

/** Name where names may be shown, ids always. */
export const toSubjectWords = (
  subject: AccessSubject,
  people: AccessPlanView['people'],
  { showNames, paint }: Look,
): string => {
  const person = people.get(subject)
  const target = person?.kind === 'employee' && person.targetId !== null ? `, Nmbrs ${person.targetId}` : ''
  const ids = `${subject}${target}`
  return showNames && person !== undefined ? `${toNameWords(person)}  ${paint.dim(ids)}` : ids
}

const listSome = <Value>(values: readonly Value[], toLine: (value: Value) => string): string[] => {
  const more = values.length - mostShown
  return [
    ...values.slice(0, mostShown).map(toLine),
    ...(more > 0 ? [`  … and ${more} more; --json has them all`] : []),
  ]
}

const buildBatchLines = (batch: Batch, number: number, view: AccessPlanView, look: Look): string[] => {
  const { people } = batch
  const tick = toTickWords(batch)
  const notes = new Set(people.flatMap(({ work }) => work.notes))
  return [
    look.paint.bold(`${number}. ${toBatchWords(batch)}; ${tick}`),
    ...listSome(
      people,
      ({ subject, work }) => `  ${toSubjectWords(subject, view.people, look)}${toWhy(work)}`,
    ),
    ...[...notes].map((note) => `  Note: ${reasonTexts[note].message}`),
  ]
}

/** Only the screen for several people has boxes to tick. */
const toTickWords = ({ step, way, selection, people }: Batch): string => {
  const count = countOf(people.length, 'person', 'people')
  if (way !== 'bulk' || (step === 'add' && people.length === 1)) return count
  return selection === 'by-name'
    ? `tick ${count} by name`
    : `tick: ${selectionWords[selection]} (${people.length})`
}

/** A new login needs no reason; anything else does. */
const toWhy = ({ because }: AccessWork): string => {
  const reasons = because.filter((reason) => reason !== 'new-login')
  return reasons.length === 0 ? '' : `: ${reasons.map((reason) => reasonTexts[reason].message).join('; ')}`
}

const buildWaitingLines = (actions: readonly AccessAction[], view: AccessPlanView, look: Look): string[] => {
  if (actions.length === 0) return []
  return [
    look.paint.bold(`Held (${actions.length})`),
    ...listSome(actions, (action) => toHeldLines(action, view, look).join('\n')),
  ]
}

const toHeldLines = (action: AccessAction, view: AccessPlanView, look: Look): string[] => {
  if (action.kind === 'none') return []
  const { kind, subject, because, holds } = action
  return [
    `  ${toSubjectWords(subject, view.people, look)}`,
    `    ${workWords[kind]}: ${because.map((reason) => reasonTexts[reason].message).join('; ')}`,
    ...holds.map((hold) => `    waits: ${reasonTexts[hold].message}`),
    ...holds.slice(0, 1).map((hold) => `    Next: ${withId(reasonTexts[hold].remedy, subject)}`),
  ]
}

/** The command of a remedy with the id of the person it is about. */
export const withId = (remedy: string, subject: AccessSubject): string => remedy.replace(/\bID\b/g, subject)

const isNone = (action: AccessAction): action is NoAction => action.kind === 'none'

const buildReasonLines = (
  title: string,
  actions: readonly AccessAction[],
  view: AccessPlanView,
  look: Look,
): string[] => {
  const byReason = new Map<AccessReason, AccessSubject[]>()
  for (const { because, subject } of actions.filter(isNone)) {
    const [reason = 'no-login-wanted'] = because
    byReason.set(reason, [...(byReason.get(reason) ?? []), subject])
  }
  if (byReason.size === 0) return []
  return [
    look.paint.bold(`${title} (${actions.length})`),
    ...[...byReason].flatMap(([reason, subjects]) => [
      `  ${countOf(subjects.length, 'person', 'people')}: ${reasonTexts[reason].message}`,
      ...listSome(
        subjects.slice(0, mostListedByReason),
        (subject) =>
          `    ${toSubjectWords(subject, view.people, look)}${toConsultant(reason, subject, view)}`,
      ),
      ...(subjects.length > mostListedByReason
        ? [`    … and ${subjects.length - mostListedByReason} more`]
        : []),
      `    Next: ${reasonTexts[reason].remedy}`,
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

const buildPeopleLines = (
  title: string,
  actions: readonly AccessAction[],
  view: AccessPlanView,
  look: Look,
): string[] =>
  actions.length === 0
    ? []
    : [
        look.paint.bold(`${title} (${actions.length})`),
        ...listSome(actions, ({ subject }) => `  ${toSubjectWords(subject, view.people, look)}`),
        `  ${reasonTexts['left-login-active'].remedy}`,
      ]

const buildInHandLines = (actions: readonly AccessAction[], view: AccessPlanView, look: Look): string[] => {
  if (actions.length === 0) return []
  const rows = actions
    .filter(isNone)
    .slice(0, mostShown)
    .map((action) => [
      toSubjectWords(action.subject, view.people, look),
      action.order === null ? '' : workWords[action.order.kind],
      [
        `since ${action.order?.handedOverAt?.slice(0, 10) ?? '?'}`,
        ...action.notes.filter((note) => note !== 'login-kept').map((note) => reasonTexts[note].message),
      ].join('; '),
    ])
  return [
    look.paint.bold(`In somebody’s hands (${actions.length})`),
    ...layOutTable(rows, { width: look.width, indent: 2 }),
    ...(actions.length > mostShown
      ? [`  … and ${actions.length - mostShown} more; --json has them all`]
      : []),
    `  ${reasonTexts['handed-over'].remedy}`,
  ]
}
