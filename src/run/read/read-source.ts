import type { DesiredEmployee } from '../../domain/employee.js'
import { ConfigError } from '../../domain/errors.js'
import type { Finding } from '../../domain/finding.js'
import type { SourceCompanyId, SourceEmployeeId } from '../../domain/ids.js'
import { hasSalaryHistory } from '../../mapping/map-salaries.js'
import { checkPopulation } from '../../mapping/map-population.js'
import { incidentalPathsOf, pathsUsedBy } from '../../mapping/source-paths.js'
import type { SourceQuery, UnreadableRecord } from '../../source/port.js'
import { refuseEmptyRead } from './refuse-empty-source.js'
import { letOthersIn } from '../in-turns.js'
import { createKeepPerson } from '../keep-person.js'
import { toMayBeUnread, toUnreadableFinding } from '../unreadable-records.js'
import { createSalaryHistories, type SalaryHistories } from './salary-histories.js'
import type { RunDeps } from '../settings.js'

/** The source as this connection sees it: everyone in its companies. */
export interface SourceWorld {
  /** Everyone in the configured companies. */
  people: readonly DesiredEmployee[]
  /** Those of them that the scope takes in. */
  inScope: ReadonlySet<SourceEmployeeId>
  /** People the source gave, no matter what company they are in. */
  readCount: number
  /** Companies of which someone was read, configured ones and others. */
  companiesRead: ReadonlySet<SourceCompanyId>
  /** People who were read and belong to none of the configured companies. */
  elsewhere: ReadonlySet<SourceEmployeeId>
  /**
   * Records that could not be read, of configured companies or of no one knows which. One of another company
   * is no one's finding.
   */
  unreadable: readonly UnreadableRecord[]
  /** The salaries besides the current ones. */
  salaries: SalaryHistories
  findings: readonly Finding[]
  /** Whether the record of someone who is not among the people may be one that could not be read. */
  mayBeUnread: (id: SourceEmployeeId) => boolean
}

/**
 * Reads and maps the source. Throws `AbortError` when it is empty: no one at all is a fault of the reading or
 * of the account, never a reason to do something.
 */
export const readSourceWorld = async (
  deps: Pick<RunDeps, 'source' | 'mapping' | 'settings' | 'onProgress'>,
  today: string,
): Promise<SourceWorld> => {
  const { source, mapping, settings, onProgress } = deps
  const query: SourceQuery = {
    paths: pathsUsedBy(mapping),
    incidental: incidentalPathsOf(mapping),
    activeOnly: settings.scope.active,
    today,
    // What starts later has to be known to look ahead; otherwise the current compensations are enough on most
    // days.
    allCompensations: settings.lookAheadDays > 0 && hasSalaryHistory(mapping),
    onProgress: (read, total) => {
      onProgress({ type: 'source-read', read, total })
    },
  }
  const salaries = createSalaryHistories({ mapping, timeZone: settings.timeZone, today })
  const keepPerson = createKeepPerson(mapping, settings, today)
  const companies = new Set(settings.companies.map(({ sourceId }) => sourceId))
  // Kept as they come in: the page itself is let go.
  const companiesRead = new Set<SourceCompanyId>()
  const elsewhere = new Set<SourceEmployeeId>()
  const snapshot = await source.readSnapshot(query, (employee) => {
    companiesRead.add(employee.companyId)
    if (!companies.has(employee.companyId)) {
      elsewhere.add(employee.id)
      return undefined
    }
    salaries.note(employee)
    return keepPerson(employee)
  })
  salaries.finish(snapshot.compensationsComplete)
  const readCount = snapshot.employees.length + snapshot.unreadable.length
  await refuseEmptyRead(source, query, readCount)
  const mapped = snapshot.employees.filter((person) => person !== undefined)
  await letOthersIn()
  const people = checkPopulation(
    mapped,
    ({ sourceCompanyId }) => sourceCompanyId,
    mapping.rowOf('personalInfo', 'EmployeeNumber'),
  )
  await letOthersIn()
  const unreadable = snapshot.unreadable.filter(
    ({ companyId }) => companyId === undefined || companies.has(companyId),
  )
  const pilot = new Set(settings.scope.employees)
  return {
    people,
    inScope: new Set(
      people.map(({ sourceId }) => sourceId).filter((id) => pilot.size === 0 || pilot.has(id)),
    ),
    readCount,
    unreadable,
    companiesRead,
    elsewhere,
    salaries,
    findings: unreadable.map(toUnreadableFinding),
    mayBeUnread: toMayBeUnread(snapshot.unreadable),
  }
}

/**
 * Asks for everything of the people of whom only the current compensation came along. Throws as
 * `readSourceWorld`: a list that cannot be proven complete says nothing of what someone was promised.
 */
export const readSalaryHistories = async (
  { source, mapping, log }: Pick<RunDeps, 'source' | 'mapping' | 'log'>,
  { salaries }: SourceWorld,
  people: readonly DesiredEmployee[],
): Promise<void> => {
  if (people.length === 0) return
  log.info('compensations are read', { people: people.length })
  const asked = new Set(people.map(({ sourceId }) => sourceId))
  salaries.add(people, await source.readCompensations(asked, { paths: pathsUsedBy(mapping) }))
}

/**
 * The people to plan for: everyone in scope, or those asked for whose record could be read. Throws
 * `ConfigError` naming an id that is not in scope.
 */
export const selectPeople = (
  world: SourceWorld,
  asked: readonly SourceEmployeeId[],
): ReadonlySet<SourceEmployeeId> => {
  if (asked.length === 0) return world.inScope
  const unread = new Set(world.findings.map(({ subject }) => subject))
  const strangers = asked.filter((id) => !world.inScope.has(id) && !unread.has(id))
  if (strangers.length > 0) {
    throw new ConfigError(
      `Not among the employees in scope: ${strangers.join(', ')}. See who is: nmbrs-sync status --all`,
    )
  }
  return new Set(asked.filter((id) => world.inScope.has(id)))
}
