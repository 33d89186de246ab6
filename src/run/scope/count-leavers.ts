import { parseCalendarDay, toDayInZone } from '../../domain/plain-date.js'
import type { RunDeps } from '../settings.js'

/** Where the last day stands, the first that is there counts (AlexisHR contract, sections 5.1 and 5.5). */
const endPaths = ['employee.endDate', 'employment.effectiveEndDate', 'employment.endDate']

/**
 * How many people left by their own date since a sync (ISO 8601 in UTC): they are inactive now, and their last day lies between
 * that day and today. Reads the source once more, with those who are inactive. Throws as `readSnapshot`.
 */
export const countLeavers = async (
  { source, settings, now }: Pick<RunDeps, 'source' | 'settings' | 'now'>,
  since: string,
): Promise<number> => {
  if (!settings.scope.active) return 0
  const today = toDayInZone(now(), settings.timeZone)
  const from = toDayInZone(Date.parse(since), settings.timeZone)
  const companies = new Set(settings.companies.map(({ sourceId }) => sourceId))
  const pilot = new Set(settings.scope.employees)
  let left = 0
  const query = { paths: new Set(endPaths), activeOnly: false, today, allCompensations: false }
  await source.readSnapshot(query, ({ id, companyId, active, values }) => {
    const said = endPaths.map((path) => values[path]).find((text) => text !== undefined)
    const end = said === undefined ? undefined : parseCalendarDay(said, settings.timeZone)
    const isMeant = companies.has(companyId) && (pilot.size === 0 || pilot.has(id))
    if (isMeant && !active && end !== undefined && end >= from && end <= today) left += 1
  })
  return left
}
