import type { DesiredEmployee } from '../domain/employee.js'
import type { SourceCompanyId } from '../domain/ids.js'
import { packPerson } from '../domain/packed/packed-people.js'
import { packTexts, unpackTexts } from '../domain/packed/packed-texts.js'
import { sayStanding, standInSource, type SourceStanding } from '../domain/service.js'
import { UnmappedPerson, type PersonMapper, type ReadPerson } from '../domain/unmapped-person.js'
import { mapEmployee, mapEmployeeNumber, mapEmployeeSection } from '../mapping/map-employee.js'
import type { Mapping } from '../mapping/mapping.js'
import { incidentalPathsOf, pathsOf, pathsUsedBy } from '../mapping/source-paths.js'
import type { SourceEmployee, SourcePath } from '../source/port.js'

/**
 * Gives the function that says what is kept of a person who was read. He is kept small, and mapped when
 * someone looks; at once when the source itself doubts something about them, because then there is something
 * to say.
 */
export const createKeepPerson = (
  mapping: Mapping,
  settings: { timeZone: string },
  today: string,
): ((employee: SourceEmployee) => DesiredEmployee) => {
  const paths = [...pathsUsedBy(mapping), ...incidentalPathsOf(mapping)]
  const pathsIn = new Map(
    [...mapping.sections].map((section) => [
      section,
      pathsOf(mapping.rows.filter((row) => row.section === section)),
    ]),
  )
  const mapper: PersonMapper = {
    mapWhole: ({ service, ...person }) => {
      const mapped = mapEmployee({ ...fromRead(person, paths), issues: [] }, mapping, settings)
      return packPerson({ ...mapped, service })
    },
    mapOne: (person, section) =>
      mapEmployeeSection(section, fromRead(person, paths, pathsIn.get(section)), mapping, settings),
  }
  const findStanding = createFindStanding(today)
  const share = createSharing()
  return (employee) => {
    const service = findStanding(employee)
    // A salary that is still to start means something else on another day, so that no seal may cover it.
    const isAhead = (employee.compensationDay ?? '') > today
    if (employee.issues.length > 0 || employee.odd !== undefined || isAhead)
      return packPerson({ ...mapEmployee(employee, mapping, settings), service })
    const { id, companyId } = employee
    const employeeNumber = mapEmployeeNumber(employee, mapping, settings)
    const read = toRead(employee, paths)
    return new UnmappedPerson(
      { sourceId: id, sourceCompanyId: share(companyId), employeeNumber, read, service },
      mapper,
    )
  }
}

/**
 * Tens of thousands of people work for a handful of companies, and each record brings the company's id as a
 * text of its own.
 */
const createSharing = (): ((companyId: SourceCompanyId) => SourceCompanyId) => {
  const known = new Map<SourceCompanyId, SourceCompanyId>()
  return (companyId) => {
    const shared = known.get(companyId) ?? companyId
    known.set(companyId, shared)
    return shared
  }
}

/** Says where people stand in service. Many started on the same day; they then share one record of it. */
export const createFindStanding = (
  today: string,
): ((employee: Pick<SourceEmployee, 'active' | 'service'>) => SourceStanding) => {
  const known = new Map<string, SourceStanding>()
  return ({ active, service }) => {
    const standing = standInSource(service ?? { active }, today)
    const key = sayStanding(standing)
    const shared = known.get(key) ?? standing
    known.set(key, shared)
    return shared
  }
}

type Paths = readonly SourcePath[]

const toRead = ({ compensationDay, values }: SourceEmployee, paths: Paths): string =>
  packTexts([compensationDay, ...paths.map((path) => values[path])])

const fromRead = (
  { sourceId: id, sourceCompanyId: companyId, read }: ReadPerson,
  paths: Paths,
  wanted?: ReadonlySet<SourcePath>,
): Pick<SourceEmployee, 'id' | 'companyId' | 'values' | 'compensationDay'> => {
  const [compensationDay, ...texts] = unpackTexts(read)
  const values: Record<SourcePath, string> = {}
  for (const [at, path] of paths.entries()) {
    const text = texts[at]
    if (text !== undefined && wanted?.has(path) !== false) values[path] = text
  }
  return { id, companyId, values, ...(compensationDay !== undefined && { compensationDay }) }
}
