import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId, TargetCompanyId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import { toUnreadableFinding } from '../unreadable-records.js'
import type { SourceWorld } from './read-source.js'
import type { RunDeps } from '../settings.js'

/** Someone of a configured company whose record could not be read, as they stand. */
export interface UnreadPerson {
  companyId: TargetCompanyId
  plan: PersonPlan
  link: Link | undefined
}

/**
 * The people whose records could not be read and give at least an id; of one that does not say its company,
 * as far as a link does.
 */
export const listUnreadPeople = (
  { settings }: Pick<RunDeps, 'settings'>,
  { unreadable }: SourceWorld,
  links: readonly Link[],
): readonly UnreadPerson[] =>
  unreadable.flatMap((record) => {
    const { id } = record
    const pilot = settings.scope.employees
    if (id === undefined || (pilot.length > 0 && !pilot.includes(id))) return []
    const own = settings.companies.find(({ sourceId }) => sourceId === record.companyId)
    const link = links.find(
      ({ sourceId, companyId }) => sourceId === id && (own === undefined || companyId === own.targetId),
    )
    const companyId = own?.targetId ?? link?.companyId ?? settings.companies[0]?.targetId
    if (companyId === undefined) return []
    return [{ companyId, link, plan: toPlan(id, link, toUnreadableFinding(record)) }]
  })

const toPlan = (subject: SourceEmployeeId, link: Link | undefined, finding: Finding): PersonPlan => ({
  subject,
  displayName: subject,
  pairing: 'unreadable',
  targetId: link?.status === 'connected' ? link.targetId : null,
  createdByUs: false,
  candidates: [],
  changes: [],
  findings: [finding],
  settled: [],
  decisions: [],
  baselines: {},
  leavesAccount: false,
  desired: {},
})
