import { isAboutService } from '../../../domain/finding.js'
import type { Link } from '../../../domain/link.js'
import type { RunFailure } from '../../../domain/run/run-failure.js'
import type { Status, StatusPerson } from '../../../run/by-hand/read-status.js'
import { buildCandidateLines } from '../links/candidate-lines.js'
import { toPeopleSentence } from '../../kit/count-words.js'
import { toEmployeeWords } from '../../kit/employee-words.js'
import type { Look } from '../../kit/look.js'
import type { ShownProgress } from '../../onboarding/progress-text.js'
import { toProgressWords } from '../../onboarding/progress-words.js'
import { indexNames, toPersonHeading, type FindName } from '../../kit/person-label.js'
import { joinParts } from '../../kit/join-parts.js'
import { layOutTable } from '../../kit/table.js'
import { commonTexts } from '../../kit/texts/common-texts.js'
import { sectionTexts } from '../../kit/texts/field-texts.js'
import { toLinkWords, toOriginWords, toReasonWords } from '../../kit/words.js'
import { sayTo } from '../../translate/say-to.js'
import { statusTexts } from '../texts/status-texts.js'
import type { Language } from '../../../domain/language/language.js'

/** What `status` shows: who is not connected, who is, or everyone. */
export type StatusTab = 'not-connected' | 'connected' | 'all'

export interface StatusInput {
  connection: string
  status: Status
  /** The stored links of the connection. */
  links: readonly Link[]
  tab: StatusTab
  /** Consumers of the account that have said nothing for long. */
  reminders?: readonly ShownProgress[]
}

/** The tab as text, with the counts of everyone under it. */
export const buildStatusText = (input: StatusInput, look: Look): string => {
  const { status, tab } = input
  const findLink = indexLinks(input.links)
  const apart = status.people.filter((person) => person.tab === 'not-connected')
  const connected = status.people.filter((person) => person.tab === 'connected')
  const names = indexNames(status.people)
  const waiting = connected.filter(hasSomethingWaiting).length
  const texts = statusTexts[look.language]
  return joinParts([
    ...(status.failure === null ? [] : [toFailureLines(status.failure, look)]),
    ...(tab === 'connected'
      ? []
      : [
          titled(texts.notConnected, apart.length, look),
          ...apart.map((one) => toApartLines(one, findLink(one), names, look)),
        ]),
    ...(tab === 'not-connected'
      ? []
      : [titled(texts.connected, connected.length, look), buildConnectedLines(connected, findLink, look)]),
    [
      toPeopleSentence(status.counts, look.language),
      tab === 'not-connected' && waiting > 0 ? texts.somethingWaits(waiting) : '',
    ],
    toReminderLines(input, look),
  ])
}

/** Consumers that were to answer by now. */
const toReminderLines = ({ reminders = [] }: StatusInput, { language, paint }: Look): string[] =>
  reminders.map(
    ({ companyId, standing }) =>
      `${paint.yellow(`${standing.consumer} (${standing.profile} ${companyId})`)}  ${toProgressWords(standing, language)}`,
  )

/** What a run would stop over, before all else. */
export const toFailureLines = ({ message, remedy }: RunFailure, look: Look): string[] => [
  `${look.paint.red(statusTexts[look.language].wouldStop)}  ${sayTo(message, look)}`,
  ...(remedy === undefined ? [] : [commonTexts[look.language].next(sayTo(remedy, look))]),
]

/** The people of a tab. */
export const peopleOfTab = ({ status, tab }: StatusInput): StatusPerson[] =>
  status.people.filter((person) => tab === 'all' || person.tab === tab)

export type FindLink = (person: Pick<StatusPerson, 'subject' | 'companyId'>) => Link | undefined

/** Finds the stored link of a person in his company. */
export const indexLinks = (links: readonly Link[]): FindLink => {
  const byKey = new Map(links.map((link) => [`${link.sourceId} ${link.companyId}`, link]))
  return ({ subject, companyId }) => byKey.get(`${subject} ${companyId}`)
}

const titled = (title: string, count: number, { paint }: Look): string[] => [
  paint.bold(`${title} (${count})`),
]

const hasSomethingWaiting = (person: StatusPerson): boolean =>
  person.planned.length + person.held.length > 0 ||
  person.pairing !== 'connected' ||
  findServiceCodes(person).length > 0

/** What is said of the person's service. */
const findServiceCodes = ({ findings }: StatusPerson): string[] => [
  ...new Set(findings.map(({ code }) => code).filter(isAboutService)),
]

const toApartLines = (
  person: StatusPerson,
  link: Link | undefined,
  findName: FindName,
  look: Look,
): string[] => {
  const { missing, findings, candidates } = person
  const { language } = look
  const remedies = new Set(findings.filter(({ severity }) => severity !== 'info').map(({ remedy }) => remedy))
  return [
    toPersonHeading(person, findName, look),
    `  ${toStanding(person, link, language)}`,
    ...(missing.length === 0 ? [] : [`  ${statusTexts[language].missing(missing.join(', '))}`]),
    ...toHeldLines(person, language),
    ...buildCandidateLines(candidates, look, 2),
    ...[...remedies].map((remedy) => `  ${commonTexts[language].next(sayTo(remedy, look))}`),
  ]
}

/** A word by hand says more than where the pairing stands. */
const toStanding = ({ pairing, held }: StatusPerson, link: Link | undefined, language: Language): string => {
  const words = commonTexts[language].pairing
  if (pairing === 'create')
    return held.some(({ section }) => section === 'employee')
      ? statusTexts[language].creationHeld
      : words.create
  const isByHand = link?.status === 'disconnected' || (link?.status === 'ignored' && pairing === 'ignored')
  return isByHand ? toLinkWords(link, language) : words[pairing]
}

/** What waits for a held creation is held with it; saying so once is enough. */
const toHeldLines = ({ held }: StatusPerson, language: Language): string[] =>
  held.filter(({ reason }) => reason !== 'depends-on-failed').map((one) => `  ${toHeldText(one, language)}`)

const toHeldText = ({ section, reason, hold }: StatusPerson['held'][number], language: Language): string => {
  const record = hold === undefined ? '' : `, hold ${hold}`
  return statusTexts[language].held(
    `${sectionTexts[language][section]} (${toReasonWords(reason, language)}${record})`,
  )
}

const buildConnectedLines = (people: readonly StatusPerson[], findLink: FindLink, look: Look): string[] =>
  layOutTable(
    people.map((person) => [
      ...(look.showNames ? [person.displayName] : []),
      person.subject,
      person.targetId === null ? '' : toEmployeeWords(person.targetId, person.employeeNumber, look),
      toOrigin(findLink(person), look.language),
      toWaiting(person, look.language),
    ]),
    { width: look.width, indent: 2 },
  )

const toOrigin = (link: Link | undefined, language: Language): string =>
  link?.status === 'connected' ? toOriginWords(link.origin, language) : statusTexts[language].newMatch

/** What a sync would do with a connected person, and what stands in its way. */
const toWaiting = (person: StatusPerson, language: Language): string => {
  const texts = statusTexts[language]
  const { pairing, missing, planned, held, toDo } = person
  const parts = [
    pairing === 'connected' ? '' : commonTexts[language].pairing[pairing],
    ...findServiceCodes(person).map((code) => toReasonWords(code, language)),
    missing.length === 0 ? '' : texts.missing(missing.join(', ')),
    planned.length === 0
      ? ''
      : texts.waiting(planned.map((section) => sectionTexts[language][section]).join(', ')),
    ...held.map((one) => toHeldText(one, language)),
  ].filter((part) => part !== '')
  const byHand = toDo.map((code) => texts.byHand(toReasonWords(code, language)))
  return [...(parts.length === 0 ? [texts.inStep] : parts), ...byHand].join('; ')
}
