import { toDayInZone } from '../../domain/date/plain-date.js'
import { ConfigError } from '../../domain/errors.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { TargetListEntry } from '../../target/port.js'
import { refuseEmptySource } from '../read/refuse-empty-source.js'
import type { RunDeps } from '../settings.js'
import type { KeptOfPerson } from '../store/forgetting.js'

/**
 * Why someone should not be forgotten yet. `in-target`: payroll still has them. `company-not-read`: no one
 * could look there. `creation-open`: a creation got no answer. `login-active`: a portal still has a login.
 */
export type ForgetObstacle =
  | { code: 'in-target' | 'company-not-read'; companyId: TargetCompanyId; targetId: TargetEmployeeId }
  | { code: 'creation-open' | 'login-active' }

export interface Forgettable {
  kept: KeptOfPerson
  obstacles: readonly ForgetObstacle[]
}

/**
 * Looks on both sides whether someone was erased there. Throws `ConfigError` for someone of whom nothing is
 * kept, and for someone whom the source still has, or may have: the next sync would meet them again. Throws
 * as the readings do; a reading that failed says nothing of anyone.
 */
export const checkForgettable = async (deps: RunDeps, subject: SourceEmployeeId): Promise<Forgettable> => {
  const kept = await deps.store.forgetting.readKept(subject)
  if (Object.values(kept.counts).every((count) => count === 0))
    throw new ConfigError(`Nothing is kept of ${subject}. See who is known: nmbrs-sync status --all`)
  await refuseInSource(deps, subject)
  const obstacles: ForgetObstacle[] = [...(await findInTarget(deps, kept))]
  if (kept.hasOpenCreation) obstacles.push({ code: 'creation-open' })
  if (kept.hasActiveLogin) obstacles.push({ code: 'login-active' })
  return { kept, obstacles }
}

const refuseInSource = async (
  { source, settings, now }: RunDeps,
  subject: SourceEmployeeId,
): Promise<void> => {
  const today = toDayInZone(now(), settings.timeZone)
  const query = { paths: new Set<string>(), activeOnly: false, today, allCompensations: false }
  const { employees, unreadable } = await source.readSnapshot(query, ({ id }) => id)
  refuseEmptySource(employees.length + unreadable.length)
  if (employees.includes(subject))
    throw new ConfigError(
      `AlexisHR still has ${subject}, so the next sync would meet them again. Erase them there first; to leave them out: nmbrs-sync ignore ${subject} --reason TEXT`,
    )
  if (unreadable.some(({ id }) => id === undefined || id === subject))
    throw new ConfigError(
      `AlexisHR has a record that cannot be read and may be that of ${subject}, so nothing was forgotten. See which: nmbrs-sync plan`,
    )
}

/** An empty list proves nothing: it may be the account that lost its rights. */
const findInTarget = async (
  { target, settings }: RunDeps,
  { targets }: KeptOfPerson,
): Promise<readonly ForgetObstacle[]> => {
  const lists = new Map<TargetCompanyId, readonly TargetListEntry[]>()
  for (const { targetId } of settings.companies)
    if (targets.some(({ companyId }) => companyId === targetId))
      lists.set(targetId, await target.readEmployeeList(targetId))
  return targets.flatMap(({ companyId, targetId }): ForgetObstacle[] => {
    const list = lists.get(companyId) ?? []
    if (list.length === 0) return [{ code: 'company-not-read', companyId, targetId }]
    return list.some(({ id }) => id === targetId) ? [{ code: 'in-target', companyId, targetId }] : []
  })
}
