import type { SourceEmployeeId } from '../../domain/ids.js'
import type { ConnectedLink } from '../../domain/link.js'
import { createFindStanding } from '../keep-person.js'
import type { RunDeps } from '../settings.js'

/**
 * The link to leave out when someone says `ignore` of a connected person: theirs, where the source has them
 * out of service, in another company or not at all; `undefined` for someone who works on where they are
 * connected, because a pair is only ended by the word that ends it.
 */
export const findLeaver = async (
  { source, store, settings }: Pick<RunDeps, 'source' | 'store' | 'settings'>,
  sourceId: SourceEmployeeId,
  today: string,
): Promise<ConnectedLink | undefined> => {
  const links = (await store.links.readLinks()).filter((link) => link.status === 'connected')
  const ours = links.filter((link) => link.sourceId === sourceId)
  if (ours.length === 0) return undefined
  const findStanding = createFindStanding(today)
  const query = { paths: new Set<string>(), activeOnly: false, today, allCompensations: false }
  const { employees, unreadable } = await source.readSnapshot(query, (employee) => ({
    id: employee.id,
    companyId: employee.companyId,
    service: findStanding(employee),
  }))
  if (unreadable.some(({ id }) => id === undefined || id === sourceId)) return undefined
  const person = employees.find(({ id }) => id === sourceId)
  const inPilot = settings.scope.employees.length === 0 || settings.scope.employees.includes(sourceId)
  const targetOf = settings.companies.find((pair) => pair.sourceId === person?.companyId)?.targetId
  return ours.find(
    ({ companyId }) =>
      person === undefined || person.service.state === 'after' || !inPilot || companyId !== targetOf,
  )
}
