import type { TargetEmployee } from '../../domain/employee.js'
import type { Finding } from '../../domain/finding.js'
import type {
  SourceCompanyId,
  SourceEmployeeId,
  TargetCompanyId,
  TargetEmployeeId,
} from '../../domain/ids.js'
import type { ConnectedLink } from '../../domain/link.js'
import { findOffPayroll, isBack, type SourceStanding, type TargetStanding } from '../../domain/service.js'
import { tellFinding, toFinding } from '../../domain/findings/to-finding.js'
import type { PlainFindingCode } from '../../domain/findings/finding-name.js'
import { standOf, toServiceFacts } from './standing.js'

/**
 * What the source says of someone: their company, and where they stand. `outside`: of no company of this
 * connection.
 */
export interface SourcePlace {
  companyId: SourceCompanyId | 'outside'
  service: SourceStanding | undefined
}

/** One company of the connection, as its sides were read. */
export interface CompanyService {
  sourceId: SourceCompanyId
  targetId: TargetCompanyId
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  /** Everyone whom the list of employees names, where it was read. */
  listed: ReadonlySet<TargetEmployeeId> | undefined
  /** First day of the current payroll period; `undefined` where it could not be understood. */
  periodStart: string | undefined
  /** Its service was looked at before, so that what is wrong now is no news of an upgrade. */
  wasRead: boolean
}

/** What decides who is listed. */
export interface LeaversInput {
  links: readonly ConnectedLink[]
  /** Links that this run made. */
  newLinks: ReadonlySet<SourceEmployeeId>
  companies: readonly CompanyService[]
  /** What the source says; `undefined` for someone whom it does not have any more. */
  placeOf: (id: SourceEmployeeId) => SourcePlace | undefined
  inScope: ReadonlySet<SourceEmployeeId>
  /** Whether the record of someone who was not found may be one that could not be read. */
  mayBeUnread: (id: SourceEmployeeId) => boolean
  today: string
}

/**
 * Everyone of whom payroll has to know: who left, vanished, fell out of scope or moved while the target goes
 * on, who is back, who is not on the payroll, and who has more than one running employment. In every run
 * until payroll has settled it. `ofSeveral` is asked last, once every link was looked at.
 */
export const createServiceLook = (
  input: LeaversInput,
): { of: (link: ConnectedLink) => Finding[]; ofSeveral: () => Finding[] } => {
  const companyOf = new Map(input.companies.map((company) => [company.targetId, company]))
  const several = findSeveral(input.links)
  const running = new Map<SourceEmployeeId, ConnectedLink[]>()
  return {
    of: (link) => {
      const company = companyOf.get(link.companyId)
      const target = company?.targets.get(link.targetId)
      const standing = target && standOf(target, input.today)
      if (standing?.state === 'in' && several.has(link.sourceId))
        running.set(link.sourceId, [...(running.get(link.sourceId) ?? []), link])
      return [
        ...toLeaverFinding(link, company, standing, input),
        ...(target === undefined ? [] : toEmployeeFindings(link, target, standing, input)),
      ]
    },
    ofSeveral: () => findPaidTwice(running, companyOf),
  }
}

/** Who has more than one link; nearly no one. */
const findSeveral = (links: readonly ConnectedLink[]): ReadonlySet<SourceEmployeeId> => {
  const seen = new Set<SourceEmployeeId>()
  const several = new Set<SourceEmployeeId>()
  for (const { sourceId } of links) {
    if (seen.has(sourceId)) several.add(sourceId)
    seen.add(sourceId)
  }
  return several
}

const toLeaverFinding = (
  link: ConnectedLink,
  company: CompanyService | undefined,
  standing: TargetStanding | undefined,
  input: LeaversInput,
): Finding[] => {
  const found = findLeaving(link, company, input)
  if (found === undefined) return []
  const isGone = standing === undefined && company?.listed !== undefined && !company.listed.has(link.targetId)
  if (isGone || isSettled(standing)) return []
  const subject = link.sourceId
  if (found.code !== 'left-service' || company === undefined || !paysOn(found.lastDay, company))
    return [toFinding(found.code, subject)]
  return [
    tellFinding('left-service/paying', { subject, severity: company.wasRead ? 'error' : 'warning' }, {}),
  ]
}

/** Payroll gave the employment an end, or the employee is out of service in another way. */
const isSettled = (standing: TargetStanding | undefined): boolean =>
  standing?.state === 'after' || (standing?.state === 'in' && standing.hasEnd)

const paysOn = (lastDay: string | undefined, { periodStart }: CompanyService): boolean =>
  lastDay !== undefined && periodStart !== undefined && periodStart > lastDay

/** How a connected person left; `undefined` for someone who did not, or of whom it is not known. */
const findLeaving = (
  { sourceId }: ConnectedLink,
  company: CompanyService | undefined,
  { placeOf, inScope, mayBeUnread }: LeaversInput,
): { code: PlainFindingCode; lastDay?: string | undefined } | undefined => {
  const place = placeOf(sourceId)
  if (place === undefined) return mayBeUnread(sourceId) ? undefined : { code: 'gone-from-source' }
  const { service } = place
  if (service?.state === 'after') return { code: 'left-service', lastDay: service.lastDay }
  if (company === undefined || place.companyId === 'outside') return { code: 'left-scope' }
  if (place.companyId !== company.sourceId) return { code: 'moved-company' }
  return inScope.has(sourceId) ? undefined : { code: 'left-scope' }
}

/** What the target says of an employee by itself. */
const toEmployeeFindings = (
  { sourceId }: ConnectedLink,
  target: TargetEmployee,
  standing: TargetStanding | undefined,
  { placeOf, newLinks, inScope, today }: LeaversInput,
): Finding[] => {
  if (standing === undefined || !inScope.has(sourceId)) return []
  const findings: Finding[] = []
  const service = placeOf(sourceId)?.service
  if (service !== undefined && isBack(service, standing))
    findings.push({ ...toFinding('rehired', sourceId), severity: 'warning' })
  const off = findOffPayroll(toServiceFacts(target), today)
  if (off !== undefined) {
    const severity = newLinks.has(sourceId) ? 'warning' : 'info'
    findings.push(tellFinding('not-on-payroll', { subject: sourceId, severity }, { off: offWords[off] }))
  }
  if (standing.state === 'in' && standing.running > 1)
    findings.push(toFinding('employments-overlap', sourceId))
  return findings
}

const offWords = {
  applicant: 'an applicant',
  'new-hire': 'a new hire',
  external: 'external',
  deceased: 'deceased',
} as const

const findPaidTwice = (
  running: ReadonlyMap<SourceEmployeeId, readonly ConnectedLink[]>,
  companyOf: ReadonlyMap<TargetCompanyId, CompanyService>,
): Finding[] =>
  [...running].flatMap(([sourceId, links]) => {
    if (links.length < 2) return []
    const wasRead = links.every(({ companyId }) => companyOf.get(companyId)?.wasRead === true)
    const where = links.map(({ companyId, targetId }) => `employee ${targetId} of company ${companyId}`)
    const severity = wasRead ? 'error' : 'warning'
    return [
      tellFinding('paid-twice', { subject: sourceId, severity }, { employments: where.sort().join(', ') }),
    ]
  })
