import { toJsonFailure, toJsonFinding } from '../run-json.js'
import type { StatusPersonView, StatusView } from '../view/status-view.js'

/** The document of `status --json`: ids and codes, no names. */
export const toStatusJson = (view: StatusView): object => ({
  connection: view.connection,
  tab: view.tab,
  failure: toJsonFailure(view.failure),
  people: view.counts,
  tabs: view.tabs,
  reminders: view.reminders.map(({ companyId, standing }) => ({ companyId, ...standing })),
  employees: view.people.map(toJsonPerson),
})

const toJsonPerson = (one: StatusPersonView): object => ({
  subject: one.person.subject,
  companyId: one.companyId,
  tab: one.tab,
  pairing: one.pairing,
  targetId: one.person.targetId,
  origin: one.origin,
  byHand: toJsonByHand(one),
  missing: one.missing.map(({ path }) => path),
  planned: one.planned,
  held: one.held.map(({ section, reason, hold }) => ({ section, reason, hold: hold ?? null })),
  candidates: one.candidates.map(({ targetId, companyId, score, agrees, differs }) => ({
    targetId,
    // Only where it is not the company of the person.
    ...(companyId === undefined ? {} : { companyId }),
    score,
    agrees,
    differs,
  })),
  findings: one.findings.map(toJsonFinding),
  toDo: one.toDo,
})

/** What someone said about the pairing, where that is why the person is not connected. */
const toJsonByHand = ({ standing }: StatusPersonView): object | null => {
  if (standing.kind !== 'by-hand') return null
  const { link } = standing
  return link.status === 'ignored'
    ? { status: link.status, reason: link.reason, until: link.until ?? null }
    : { status: link.status, formerTargetId: link.formerTargetId }
}
