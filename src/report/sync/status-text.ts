import { isAboutService } from '../../domain/finding.js'
import type { Link } from '../../domain/link.js'
import type { RunFailure } from '../../domain/run-failure.js'
import type { Status, StatusPerson } from '../../run/read-status.js'
import { buildCandidateLines } from './candidate-lines.js'
import { toPeopleSentence } from '../kit/count-words.js'
import type { Look } from '../kit/look.js'
import { indexNames, toPersonHeading, type FindName } from '../kit/person-label.js'
import { joinParts } from '../kit/join-parts.js'
import { layOutTable } from '../kit/table.js'
import { pairingWords, sectionWords, toLinkWords, toOriginWords, toReasonWords } from '../kit/words.js'

/** What `status` shows: who is not connected, who is, or everybody. */
export type StatusTab = 'not-connected' | 'connected' | 'all'

export interface StatusInput {
  connection: string
  status: Status
  /** The stored links of the connection. */
  links: readonly Link[]
  tab: StatusTab
}

/** The tab as text, with the counts of everybody under it. */
export const buildStatusText = (input: StatusInput, look: Look): string => {
  const { status, tab } = input
  const findLink = indexLinks(input.links)
  const apart = status.people.filter((person) => person.tab === 'not-connected')
  const connected = status.people.filter((person) => person.tab === 'connected')
  const names = indexNames(status.people)
  const waiting = connected.filter(hasSomethingWaiting).length
  return joinParts([
    ...(status.failure === null ? [] : [toFailureLines(status.failure, look)]),
    ...(tab === 'connected'
      ? []
      : [
          titled('Not connected', apart.length, look),
          ...apart.map((one) => toApartLines(one, findLink(one), names, look)),
        ]),
    ...(tab === 'not-connected'
      ? []
      : [titled('Connected', connected.length, look), buildConnectedLines(connected, findLink, look)]),
    [
      toPeopleSentence(status.counts),
      tab === 'not-connected' && waiting > 0
        ? `Something waits or is held for ${waiting} of the connected: nmbrs-sync status --connected`
        : '',
    ],
  ])
}

/** What a run would stop over, before all else. */
export const toFailureLines = ({ message, remedy }: RunFailure, { paint }: Look): string[] => [
  `${paint.red('a sync would stop')}  ${message}`,
  ...(remedy === undefined ? [] : [`Next: ${remedy}`]),
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
  const remedies = new Set(findings.filter(({ severity }) => severity !== 'info').map(({ remedy }) => remedy))
  return [
    toPersonHeading(person, findName, look),
    `  ${toStanding(person, link)}`,
    ...(missing.length === 0 ? [] : [`  missing: ${missing.join(', ')}`]),
    ...toHeldLines(person),
    ...buildCandidateLines(candidates, look, 2),
    ...[...remedies].map((remedy) => `  Next: ${remedy}`),
  ]
}

/** A word by hand says more than where the pairing stands. */
const toStanding = ({ pairing, held }: StatusPerson, link: Link | undefined): string => {
  if (pairing === 'create')
    return held.some(({ section }) => section === 'employee')
      ? 'new, but creating this employee is held'
      : pairingWords.create
  const isByHand = link?.status === 'disconnected' || (link?.status === 'ignored' && pairing === 'ignored')
  return isByHand ? toLinkWords(link) : pairingWords[pairing]
}

/** What waits for a held creation is held with it; saying so once is enough. */
const toHeldLines = ({ held }: StatusPerson): string[] =>
  held.filter(({ reason }) => reason !== 'depends-on-failed').map((one) => `  ${toHeldText(one)}`)

const toHeldText = ({ section, reason, hold }: StatusPerson['held'][number]): string => {
  const record = hold === undefined ? '' : `, hold ${hold}`
  return `held: ${sectionWords[section]} (${toReasonWords(reason)}${record})`
}

const buildConnectedLines = (people: readonly StatusPerson[], findLink: FindLink, look: Look): string[] =>
  layOutTable(
    people.map((person) => [
      ...(look.showNames ? [person.displayName] : []),
      person.subject,
      person.targetId === null ? '' : `Nmbrs ${person.targetId}`,
      toOrigin(findLink(person)),
      toWaiting(person),
    ]),
    { width: look.width, indent: 2 },
  )

const toOrigin = (link: Link | undefined): string =>
  link?.status === 'connected' ? toOriginWords(link.origin) : 'new match, kept by the next sync'

/** What a sync would do with a connected person, and what stands in its way. */
const toWaiting = (person: StatusPerson): string => {
  const { pairing, missing, planned, held, toDo } = person
  const parts = [
    pairing === 'connected' ? '' : pairingWords[pairing],
    ...findServiceCodes(person).map(toReasonWords),
    missing.length === 0 ? '' : `missing: ${missing.join(', ')}`,
    planned.length === 0 ? '' : `waiting: ${planned.map((section) => sectionWords[section]).join(', ')}`,
    ...held.map(toHeldText),
  ].filter((part) => part !== '')
  const byHand = toDo.map((code) => `by hand in Nmbrs: ${toReasonWords(code)}`)
  return [...(parts.length === 0 ? ['in step'] : parts), ...byHand].join('; ')
}
