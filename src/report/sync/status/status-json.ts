import { toJsonFailure, toJsonFinding } from '../run-json.js'
import { indexLinks, peopleOfTab, type StatusInput } from './status-text.js'

/** The document of `status --json`: ids and codes, no names. */
export const toStatusJson = (input: StatusInput): object => {
  const findLink = indexLinks(input.links)
  return {
    connection: input.connection,
    tab: input.tab,
    failure: toJsonFailure(input.status.failure),
    people: input.status.counts,
    reminders: (input.reminders ?? []).map(({ companyId, standing }) => ({ companyId, ...standing })),
    employees: peopleOfTab(input).map((person) => {
      const link = findLink(person)
      return {
        subject: person.subject,
        companyId: person.companyId,
        tab: person.tab,
        pairing: person.pairing,
        targetId: person.targetId,
        origin: link?.status === 'connected' ? link.origin : null,
        missing: person.missing,
        planned: person.planned,
        held: person.held.map(({ section, reason, hold }) => ({ section, reason, hold: hold ?? null })),
        candidates: person.candidates.map(({ targetId, score, agrees, differs }) => ({
          targetId,
          score,
          agrees,
          differs,
        })),
        findings: person.findings.map(toJsonFinding),
        toDo: person.toDo,
      }
    }),
  }
}
