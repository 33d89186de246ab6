import type { DesiredEmployee } from '../domain/employee.js'
import { AbortError, ConfigError } from '../domain/errors.js'
import type { Finding } from '../domain/finding.js'
import { toSourceEmployeeId, type SourceEmployeeId } from '../domain/ids.js'
import { packPerson } from '../domain/packed-people.js'
import { mapEmployee } from '../mapping/map-employee.js'
import { checkPopulation } from '../mapping/map-population.js'
import { pathsUsedBy } from '../mapping/source-paths.js'
import type { SourceQuery, UnreadableRecord } from '../source/port.js'
import type { RunDeps } from './settings.js'

/** The source as this connection sees it: everybody in its companies, mapped. */
export interface SourceWorld {
  /** Everybody in the configured companies. */
  people: readonly DesiredEmployee[]
  /** Those of them that the scope takes in. */
  inScope: ReadonlySet<SourceEmployeeId>
  /** People the source gave, whatever company they are in. */
  readCount: number
  findings: readonly Finding[]
}

/**
 * Reads and maps the source. Throws `AbortError` when it is empty: nobody at all is a fault of the reading or of the account, never a reason
 * to do something.
 */
export const readSourceWorld = async (
  deps: Pick<RunDeps, 'source' | 'mapping' | 'settings' | 'onProgress'>,
  today: string,
): Promise<SourceWorld> => {
  const { source, mapping, settings, onProgress } = deps
  const query: SourceQuery = {
    paths: pathsUsedBy(mapping),
    activeOnly: settings.scope.active,
    today,
    onProgress: (read, total) => {
      onProgress({ type: 'source-read', read, total })
    },
  }
  const companies = new Set(settings.companies.map(({ sourceId }) => sourceId))
  // Mapped as they come in: what the source said is let go with its page, and what it means is kept small.
  const snapshot = await source.readSnapshot(query, (employee) =>
    companies.has(employee.companyId) ? packPerson(mapEmployee(employee, mapping, settings)) : undefined,
  )
  const readCount = snapshot.employees.length + snapshot.unreadable.length
  if (readCount === 0) {
    throw new AbortError(
      'AlexisHR gave no employees at all',
      'source-empty',
      'Check the scope in the configuration and the token: nmbrs-sync doctor',
    )
  }
  const mapped = snapshot.employees.filter((person) => person !== undefined)
  const people = checkPopulation(mapped, ({ sourceCompanyId }) => sourceCompanyId)
  const pilot = new Set(settings.scope.employees)
  return {
    people,
    inScope: new Set(
      people.map(({ sourceId }) => sourceId).filter((id) => pilot.size === 0 || pilot.has(id)),
    ),
    readCount,
    findings: snapshot.unreadable.map(toUnreadableFinding),
  }
}

const toUnreadableFinding = ({ id, problems }: UnreadableRecord): Finding => ({
  code: 'source-record-unreadable',
  severity: 'error',
  subject: id ?? toSourceEmployeeId('unknown'),
  message: `The AlexisHR record could not be read (${problems.join('; ')}); nothing is written for this person`,
  remedy: 'Correct the record in AlexisHR, or report it with its id; the next run reads it again',
})

/** The people to plan for: everybody in scope, or those asked for. Throws `ConfigError` naming an id that is not in scope. */
export const selectPeople = (
  world: SourceWorld,
  asked: readonly SourceEmployeeId[],
): ReadonlySet<SourceEmployeeId> => {
  if (asked.length === 0) return world.inScope
  const strangers = asked.filter((id) => !world.inScope.has(id))
  if (strangers.length > 0) {
    throw new ConfigError(
      `Not among the employees in scope: ${strangers.join(', ')}. See who is: nmbrs-sync status --all`,
    )
  }
  return new Set(asked)
}
