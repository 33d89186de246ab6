import { toDayInZone } from '../../domain/date/plain-date.js'
import { createAddressBook, toBothIds, type AddressBook } from '../../domain/addresses/address-book.js'
import { toTargetEmployeeId, type SourceEmployeeId, type TargetEmployeeId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import type { KnownPerson } from '../../domain/people/known-person.js'
import type { SourceEmployee } from '../../source/port.js'
import type { RunDeps } from '../settings.js'
import type { Store } from '../store/store.js'

/** What people are looked up with: AlexisHR, and what is kept of their links. */
export interface LookUpDeps extends Pick<RunDeps, 'source' | 'now'> {
  settings: {
    companies: readonly Pick<RunDeps['settings']['companies'][number], 'sourceId'>[]
    timeZone: string
  }
  store: { links: Pick<Store['links'], 'readLinks'>; addresses: Pick<Store['addresses'], 'readAddresses'> }
}

const paths = {
  firstName: 'employee.firstName',
  lastName: 'employee.lastName',
  employeeNumber: 'employee.employeeNumber',
} as const

/**
 * Everyone whom AlexisHR has in the companies of the connection, also those who left, and everyone who has a
 * link, wherever they are now: a name must find anyone who may be ordered about. Nothing of it is kept.
 * Throws as `Source.readSnapshot`.
 */
export const readPeople = async ({ source, settings, store, now }: LookUpDeps): Promise<KnownPerson[]> => {
  const book = createAddressBook(await store.addresses.readAddresses())
  const links = indexLinks(await store.links.readLinks(), book)
  const companies = new Set(settings.companies.map(({ sourceId }) => sourceId))
  const query = {
    paths: new Set(Object.values(paths)),
    activeOnly: false,
    today: toDayInZone(now(), settings.timeZone),
    allCompensations: false,
  }
  const { employees } = await source.readSnapshot(query, (employee) =>
    companies.has(employee.companyId) || links.has(employee.id)
      ? toKnownPerson(employee, links.get(employee.id) ?? [])
      : undefined,
  )
  return employees.filter((person) => person !== undefined)
}

/** Target employees by person, by each id that is known; of someone who was disconnected none. */
const indexLinks = (
  links: readonly Link[],
  book: AddressBook,
): ReadonlyMap<SourceEmployeeId, readonly TargetEmployeeId[]> => {
  const targets = new Map<SourceEmployeeId, TargetEmployeeId[]>()
  for (const link of links) {
    const before = targets.get(link.sourceId) ?? []
    targets.set(
      link.sourceId,
      link.status === 'connected' ? [...before, ...idsOf(link.targetId, book)] : before,
    )
  }
  return targets
}

/** The key of an employee, and the ids over both transports. */
export const idsOf = (key: TargetEmployeeId, book: AddressBook): readonly TargetEmployeeId[] => {
  const { soapId, restId } = toBothIds(book, 'employee', key)
  const ids = [key, soapId, restId].filter((id) => id !== null)
  return [...new Set(ids)].map(toTargetEmployeeId)
}

const toKnownPerson = (
  { id, values }: SourceEmployee,
  targetIds: readonly TargetEmployeeId[],
): KnownPerson => ({
  id,
  name: [values[paths.firstName], values[paths.lastName]].filter((part) => part !== undefined).join(' '),
  employeeNumber: values[paths.employeeNumber],
  targetIds,
})
