import { AbortError, AuthError, RemoteError } from '../../domain/errors.js'
import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { ConnectedLink, Link } from '../../domain/link.js'
import { toPeriodDays } from '../../domain/pay/period-days.js'
import { createServiceLook, type CompanyService, type SourcePlace } from '../../plan/service/find-leavers.js'
import { standOf } from '../../plan/service/standing.js'
import { createFindStanding } from '../keep-person.js'
import { mapInTurns } from '../in-turns.js'
import type { PlannedCompany } from '../plan/plan-company.js'
import type { UnreadableRecord } from '../../source/port.js'
import type { SourceWorld } from '../read/read-source.js'
import { toMayBeUnread, toUnreadableFinding } from '../unreadable-records.js'
import type { RunDeps } from '../settings.js'

/** What was read and planned of a connection. */
export interface ServiceWorld {
  source: SourceWorld
  planned: readonly PlannedCompany[]
  /** Every stored link of the connection, also of companies that are not configured any more. */
  links: readonly Link[]
}

type Places = ReadonlyMap<SourceEmployeeId, SourcePlace>

/**
 * Says of everyone who is connected whether payroll has something to do because of their service. Where the
 * source gives only active people, those whom it did not give are looked for once more among the others, as
 * long as their employment in the target goes on.
 */
export const findService = async (
  deps: RunDeps,
  { source, planned, links: read }: ServiceWorld,
  today: string,
): Promise<Finding[]> => {
  const stored = read.filter((link) => link.status === 'connected')
  const made = planned.flatMap(({ plan }) => plan.newLinks.filter((link) => link.status === 'connected'))
  const links: readonly ConnectedLink[] = [...stored, ...made]
  const companies = planned.map(toCompanyService)
  const people = new Map(source.people.map((person) => [person.sourceId, person]))
  const isHere = (id: SourceEmployeeId): boolean => people.has(id) || source.elsewhere.has(id)
  const goesOn = createGoesOn(companies, today)
  const missing = links.filter(
    (link) => !isHere(link.sourceId) && !source.mayBeUnread(link.sourceId) && goesOn(link),
  )
  const others = await findOthers(deps, missing, today)
  const look = createServiceLook({
    links,
    newLinks: new Set(made.map(({ sourceId }) => sourceId)),
    companies,
    placeOf: (id) => {
      const person = people.get(id)
      if (person !== undefined) return { companyId: person.sourceCompanyId, service: person.service }
      return source.elsewhere.has(id) ? { companyId: 'outside', service: undefined } : others.places.get(id)
    },
    inScope: source.inScope,
    mayBeUnread: (id) => source.mayBeUnread(id) || others.mayBeUnread(id),
    today,
  })
  const found: Finding[] = []
  await mapInTurns(links, (link) => void found.push(...look.of(link)))
  return [...found, ...look.ofSeveral(), ...others.unreadable.map(toWarning)]
}

const toCompanyService = ({ company, target, period }: PlannedCompany): CompanyService => {
  return {
    sourceId: company.sourceId,
    targetId: company.targetId,
    targets: target.targets,
    listed: target.listed,
    // Said to go on too long only where that is so what the company pays by.
    periodStart: toPeriodDays(period)?.earliestFirstDay,
    wasRead: target.wasRead === true,
  }
}

/** Whether nothing says that payroll ended the employment of a link. */
const createGoesOn = (
  companies: readonly CompanyService[],
  today: string,
): ((link: ConnectedLink) => boolean) => {
  const companyOf = new Map(companies.map((company) => [company.targetId, company]))
  return ({ companyId, targetId }) => {
    const target = companyOf.get(companyId)?.targets.get(targetId)
    return target === undefined || standOf(target, today).state !== 'after'
  }
}

/** No more than a warning: they may have left, and then nothing is to be sent. */
const toWarning = (record: UnreadableRecord): Finding => ({
  ...toUnreadableFinding(record),
  severity: 'warning',
})

interface Others {
  places: Places
  /** Records of those who were looked for, of which nothing can be used. */
  unreadable: readonly UnreadableRecord[]
  mayBeUnread: (id: SourceEmployeeId) => boolean
}

const nobody: Others = { places: new Map(), unreadable: [], mayBeUnread: () => false }

/**
 * Where the source has people whom it did not give. A source that cannot say so leaves them missing, which is
 * said of them; a record that cannot be read is not missing.
 */
const findOthers = async (
  { source, settings, log }: RunDeps,
  missing: readonly ConnectedLink[],
  today: string,
): Promise<Others> => {
  if (missing.length === 0 || !settings.scope.active) return nobody
  const wanted = new Set(missing.map(({ sourceId }) => sourceId))
  const findStanding = createFindStanding(today)
  const ours = new Set(settings.companies.map(({ sourceId }) => sourceId))
  const places = new Map<SourceEmployeeId, SourcePlace>()
  const query = { paths: new Set<string>(), activeOnly: false, today, allCompensations: false }
  try {
    const { unreadable } = await source.readSnapshot(query, (employee) => {
      const { id, companyId } = employee
      if (!wanted.has(id)) return
      places.set(id, {
        companyId: ours.has(companyId) ? companyId : 'outside',
        service: findStanding(employee),
      })
    })
    const ofThem = unreadable.filter(
      ({ id, companyId }) =>
        (id === undefined || wanted.has(id)) && (companyId === undefined || ours.has(companyId)),
    )
    return { places, unreadable: ofThem, mayBeUnread: toMayBeUnread(ofThem) }
  } catch (error) {
    if (error instanceof AuthError || !(error instanceof RemoteError || error instanceof AbortError))
      throw error
    log.warn('people who are not active are not readable', { people: wanted.size })
    return nobody
  }
}
