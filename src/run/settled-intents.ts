import type { IntentId } from '../domain/ids.js'
import type { ChangeReport } from '../domain/change.js'
import type { DesiredEmployee } from '../domain/employee.js'
import { settledFieldsIn } from '../domain/baseline.js'
import { wasRead } from '../plan/checks/was-read.js'
import type { PlannedCompany } from './plan/plan-company.js'
import type { SourceWorld } from './read/read-source.js'
import type { OpenIntent } from './store/intents.js'

/** A run when its plans are carried out. */
interface IntentInput {
  source: Pick<SourceWorld, 'people'>
  companies: readonly PlannedCompany[]
  openIntents: readonly OpenIntent[]
  reports: readonly ChangeReport[]
}

/**
 * What earlier runs left open and this one has looked at: its person is connected and both sides of the
 * section were read. Everything that could not be read or decided tonight stays open. So does a bank
 * replacement until the account that it was to end is seen gone, because nothing else names that account.
 */
export const findSettledIntents = ({
  source,
  companies,
  openIntents,
  reports,
}: IntentInput): readonly IntentId[] => {
  if (openIntents.length === 0) return []
  const accounts = reports.filter(({ section }) => section === 'bankAccount')
  const written = new Set(accounts.filter(isWritten).map(({ subject }) => subject))
  const unsettled = new Set(accounts.filter((one) => !isWritten(one)).map(({ subject }) => subject))
  const moved = new Set(
    reports.filter((one) => one.section === 'address' && isWritten(one)).map(({ subject }) => subject),
  )
  const planned = new Map(companies.map((one) => [one.company.targetId, one]))
  const people = new Map(source.people.map((person) => [person.sourceId, person]))
  return openIntents
    .filter((intent) => {
      const company = planned.get(intent.companyId)
      if (company === undefined) return false
      const person = people.get(intent.subject)
      if (intent.replaces.length > 0) return written.has(intent.subject) || sawGone(intent, person, company)
      if (intent.section === 'bankAccount' && unsettled.has(intent.subject)) return false
      if (!moved.has(intent.subject) && keepsOldParts(intent, person, company)) return false
      return wasLookedAt(intent, person, company)
    })
    .map(({ id }) => id)
}

const isWritten = ({ outcome }: ChangeReport): boolean => outcome === 'applied' || outcome === 'unchanged'

/** Where the source's account cannot be used no one can say yet what became of the write itself. */
const sawGone = (
  { subject }: OpenIntent,
  person: DesiredEmployee | undefined,
  { plan }: PlannedCompany,
): boolean => {
  const planned = plan.people.find((one) => one.subject === subject)
  const isUsable = person?.heldSections.has('bankAccount') === false
  return isUsable && planned?.pairing === 'connected' && !planned.leavesAccount
}

/**
 * A part of the old address that the write was to empty still stands, and nothing else remembers it. A newer
 * write has its own record.
 */
const keepsOldParts = (
  { subject, section, sent }: OpenIntent,
  person: DesiredEmployee | undefined,
  { plan, target }: PlannedCompany,
): boolean => {
  if (section !== 'address' || sent?.address === undefined) return false
  const targetId = plan.people.find((one) => one.subject === subject)?.targetId
  const held = targetId == null ? undefined : target.targets.get(targetId)?.address
  return settledFieldsIn(sent.address).some(
    (part) => person?.sections.address?.[part] === undefined && (held?.[part] ?? '') !== '',
  )
}

const wasLookedAt = (
  { kind, subject, section }: OpenIntent,
  person: DesiredEmployee | undefined,
  { plan, target, bankAccounts }: PlannedCompany,
): boolean => {
  const planned = plan.people.find((one) => one.subject === subject)
  if (planned?.pairing !== 'connected' || planned.targetId === null || person === undefined) return false
  if (kind === 'create' || section === 'employee') return true
  if (person.heldSections.has(section)) return false
  if (section !== 'bankAccount') return wasRead(section, target.targets.get(planned.targetId), planned)
  const accounts = bankAccounts.get(planned.targetId)
  // Of an account that the source does not have there is nothing to see.
  if (accounts === undefined) return person.sections.bankAccount === undefined
  return accounts !== 'unreadable'
}
