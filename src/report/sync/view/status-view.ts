import { isAboutService, type FindingCode } from '../../../domain/finding.js'
import type { TargetCompanyId } from '../../../domain/ids.js'
import type { Link, LinkOrigin } from '../../../domain/link.js'
import type { PeopleCounts } from '../../../domain/run/run.js'
import type { RunFailure } from '../../../domain/run/run-failure.js'
import type { Status, StatusPerson } from '../../../run/by-hand/read-status.js'
import type { StoredRun } from '../../../run/store/runs.js'
import { indexNames } from '../../kit/person-label.js'
import type { ShownProgress } from '../../onboarding/progress-text.js'
import { toPersonView, type PersonView } from '../../people/person-view.js'

/** What `status` shows: who is not connected, who is, or everyone. */
export type StatusTab = 'not-connected' | 'connected' | 'all'

/** Where a person stands: as the pairing says, or as something says that counts for more. */
export type Standing =
  | { kind: 'pairing'; pairing: StatusPerson['pairing'] }
  /** To be created, and the creation waits for someone. */
  | { kind: 'creation-held' }
  /** Someone disconnected or ignored the person. */
  | { kind: 'by-hand'; link: Extract<Link, { status: 'disconnected' | 'ignored' }> }

/** One person of a tab. */
export interface StatusPersonView extends Pick<
  StatusPerson,
  'tab' | 'pairing' | 'missing' | 'planned' | 'held' | 'findings' | 'candidates' | 'toDo'
> {
  person: PersonView
  companyId: TargetCompanyId
  standing: Standing
  /** How the stored link came about; `null` where none is stored that connects. */
  origin: LinkOrigin | null
  /** What is said of the person's service. */
  service: readonly FindingCode[]
  /** Whether a sync, or someone, has something to do about the person. */
  waits: boolean
}

/** All that `status` says of a connection. */
export interface StatusView {
  connection: string
  tab: StatusTab
  /** Why a run would stop before it writes anything. */
  failure: RunFailure | null
  counts: PeopleCounts
  /** How many people are on each tab, and how many of the connected have something waiting. */
  tabs: { notConnected: number; connected: number; waiting: number }
  /** For how many people a sync would send something, and of how many something is held. */
  changes: { toSend: number; held: number }
  /** Consumers of the account that were to answer by now. */
  reminders: readonly ShownProgress[]
  /** When the latest run began, an instant. */
  lastRunAt: string | null
  /** The people of the tab, in the order in which they were read. */
  people: readonly StatusPersonView[]
}

export interface StatusInput {
  connection: string
  status: Status
  /** The stored links of the connection. */
  links: readonly Link[]
  tab: StatusTab
  reminders?: readonly ShownProgress[]
  lastRun?: StoredRun | undefined
}

/** Puts together what `status` says. Pure. */
export const buildStatusView = ({
  connection,
  status,
  links,
  tab,
  reminders = [],
  lastRun,
}: StatusInput): StatusView => {
  const findLink = indexLinks(links)
  const findName = indexNames(status.people)
  const all = status.people.map((one) => toStatusPerson(one, findLink(one), toPersonView(one, findName)))
  const connected = all.filter((one) => one.tab === 'connected')
  const count = (fits: (one: StatusPersonView) => boolean): number => all.filter(fits).length
  return {
    connection,
    tab,
    failure: status.failure,
    counts: status.counts,
    tabs: {
      notConnected: count((one) => one.tab === 'not-connected'),
      connected: connected.length,
      waiting: connected.filter(({ waits }) => waits).length,
    },
    changes: {
      toSend: count(({ planned }) => planned.length > 0),
      held: count(({ held }) => held.length > 0),
    },
    reminders,
    lastRunAt: lastRun?.startedAt ?? null,
    people: all.filter((one) => tab === 'all' || one.tab === tab),
  }
}

type FindLink = (person: Pick<StatusPerson, 'subject' | 'companyId'>) => Link | undefined

/** Finds the stored link of a person in their company. */
const indexLinks = (links: readonly Link[]): FindLink => {
  const byKey = new Map(links.map((link) => [`${link.sourceId} ${link.companyId}`, link]))
  return ({ subject, companyId }) => byKey.get(`${subject} ${companyId}`)
}

const toStatusPerson = (one: StatusPerson, link: Link | undefined, person: PersonView): StatusPersonView => {
  const service = [...new Set(one.findings.map(({ code }) => code).filter(isAboutService))]
  return {
    person,
    companyId: one.companyId,
    tab: one.tab,
    pairing: one.pairing,
    standing: toStanding(one, link),
    origin: link?.status === 'connected' ? link.origin : null,
    missing: one.missing,
    planned: one.planned,
    held: one.held,
    candidates: one.candidates,
    findings: one.findings,
    toDo: one.toDo,
    service,
    waits: one.planned.length + one.held.length + service.length > 0 || one.pairing !== 'connected',
  }
}

/** Of someone who is not connected, a word by hand says more than where the pairing stands. */
const toStanding = ({ tab, pairing, held }: StatusPerson, link: Link | undefined): Standing => {
  if (tab === 'connected') return { kind: 'pairing', pairing }
  if (pairing === 'create' && held.some(({ section }) => section === 'employee'))
    return { kind: 'creation-held' }
  if (pairing !== 'create' && link?.status === 'disconnected') return { kind: 'by-hand', link }
  if (pairing === 'ignored' && link?.status === 'ignored') return { kind: 'by-hand', link }
  return { kind: 'pairing', pairing }
}
