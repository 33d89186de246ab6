import type { IntentId } from '../apply/journal.js'
import type { ChangeReport } from '../domain/change.js'
import type { DesiredEmployee } from '../domain/employee.js'
import { wasRead } from '../plan/checks/was-read.js'
import type { PlannedCompany } from './plan-company.js'
import type { SourceWorld } from './read-source.js'
import type { OpenIntent } from './store.js'

/** A run when its plans are carried out. */
interface IntentInput {
  source: Pick<SourceWorld, 'people'>
  companies: readonly PlannedCompany[]
  openIntents: readonly OpenIntent[]
  reports: readonly ChangeReport[]
}

/**
 * What earlier runs left open and this one has looked at: its person is connected and both sides of the section were read. Whatever could not be
 * read or decided tonight stays open. So does a bank replacement until its person's bank account is settled, because it names the account that is
 * still to be ended.
 */
export const findSettledIntents = ({
  source,
  companies,
  openIntents,
  reports,
}: IntentInput): readonly IntentId[] => {
  if (openIntents.length === 0) return []
  const unsettled = new Set(reports.filter(isUnsettledAccount).map(({ subject }) => subject))
  const planned = new Map(companies.map((one) => [one.company.targetId, one]))
  const people = new Map(source.people.map((person) => [person.sourceId, person]))
  return openIntents
    .filter((intent) => {
      const company = planned.get(intent.companyId)
      if (company === undefined) return false
      if (intent.section === 'bankAccount' && unsettled.has(intent.subject)) return false
      return wasLookedAt(intent, people.get(intent.subject), company)
    })
    .map(({ id }) => id)
}

const isUnsettledAccount = ({ section, outcome }: ChangeReport): boolean =>
  section === 'bankAccount' && outcome !== 'applied' && outcome !== 'unchanged'

const wasLookedAt = (
  { kind, subject, section, replaces }: OpenIntent,
  person: DesiredEmployee | undefined,
  { plan, target, bankAccounts }: PlannedCompany,
): boolean => {
  const planned = plan.people.find((one) => one.subject === subject)
  if (planned?.pairing !== 'connected' || planned.targetId === null || person === undefined) return false
  if (kind === 'create' || section === 'employee') return true
  if (person.heldSections.has(section)) return false
  if (section !== 'bankAccount') return wasRead(section, target.targets.get(planned.targetId), planned)
  const accounts = bankAccounts.get(planned.targetId)
  // Of an account that the source does not have there is nothing to see, unless one is still to be ended.
  if (accounts === undefined) return replaces.length === 0 && person.sections.bankAccount === undefined
  return accounts !== 'unreadable'
}
