import type { SourceEmployeeId } from '../../domain/ids.js'
import { parseCalendarDay, toDayInZone } from '../../domain/date/plain-date.js'
import type { RunDeps } from '../settings.js'
import type { LastScope } from '../store/runs.js'

/** Where the last day stands, the first that is there counts (AlexisHR contract, sections 5.1 and 5.5). */
const endPaths = ['employee.endDate', 'employment.effectiveEndDate', 'employment.endDate']

/**
 * How many people left by their own date since the last sync: they are inactive now, and their last day has
 * passed. Of connected people also a day before that sync counts, because leaving is often entered late;
 * those who had left by then are known by number. Reads the source once more, with those who are inactive.
 * Throws as `readSnapshot`.
 */
export const countLeavers = async (
  { source, store, settings, now }: Pick<RunDeps, 'source' | 'store' | 'settings' | 'now'>,
  last: LastScope,
): Promise<number> => {
  if (!settings.scope.active) return 0
  const { timeZone } = settings
  const today = toDayInZone(now(), timeZone)
  const from = toDayInZone(Date.parse(last.startedAt), timeZone)
  const companies = new Set(settings.companies.map(({ sourceId }) => sourceId))
  const pilot = new Set(settings.scope.employees)
  const links = await store.links.readLinks()
  const connected = new Set(
    links.flatMap(({ status, sourceId }) => (status === 'connected' ? [sourceId] : [])),
  )
  // Sets, because a reading that begins again gives people twice.
  const left = new Set<SourceEmployeeId>()
  const lately = new Set<SourceEmployeeId>()
  const query = { paths: new Set(endPaths), activeOnly: false, today, allCompensations: false }
  await source.readSnapshot(query, ({ id, companyId, active, values }) => {
    const said = endPaths.map((path) => values[path]).find((text) => text !== undefined)
    const end = said === undefined ? undefined : parseCalendarDay(said, timeZone)
    const isMeant = companies.has(companyId) && (pilot.size === 0 || pilot.has(id))
    if (!isMeant || active || end === undefined || end > today) return
    if (connected.has(id)) left.add(id)
    if (end >= from) lately.add(id)
  })
  const others = [...lately].filter((id) => !connected.has(id)).length
  return others + Math.max(lately.size - others, left.size - last.outOfScope)
}
