import { AuthError, RemoteError } from '../../domain/errors.js'
import type { TargetEmployeeId } from '../../domain/ids.js'
import { withKind } from '../../domain/packed/packed-people.js'
import type { StoredKind } from '../../domain/service.js'
import type { TargetListEntry } from '../../target/port.js'
import type { TargetWorld } from '../read/target-world.js'
import type { CompanyPair, RunDeps } from '../settings.js'
import type { StoredKinds } from '../store/kinds.js'

const msPerDay = 24 * 60 * 60 * 1000
/** The lists by type cost a call each, so they are read apart once in so many days. */
const daysBetween = 7

/** Those of the list who are not simply on the payroll. */
export const toKinds = (list: readonly TargetListEntry[]): ReadonlyMap<TargetEmployeeId, StoredKind> =>
  new Map(
    list.flatMap(({ id, kind }) => (kind === undefined || kind === 'payroll' ? [] : [[id, kind] as const])),
  )

/**
 * A company's employees with the kind that each is: as the list says that was read in this run, else as it
 * was last known. With `refresh` a list that is too old is read for it; one that cannot be read leaves what
 * was known.
 */
export const addKinds = async (
  deps: RunDeps,
  company: CompanyPair,
  target: TargetWorld,
  { refresh }: { refresh: boolean },
): Promise<TargetWorld> => {
  if (deps.target.capabilities.has('employee.kinds')) return { ...target, wasRead: true }
  const stored = await deps.store.kinds.readKinds(company.targetId)
  const fresh =
    target.kinds ?? (refresh && isDue(stored, deps.now()) ? await readKinds(deps, company) : undefined)
  const wasRead = stored.readAt !== undefined
  const known = fresh ?? stored.kinds
  if (known.size === 0) return { ...target, wasRead, ...(fresh === undefined ? {} : { kinds: fresh }) }
  const targets = new Map(target.targets)
  for (const [id, kind] of known) {
    const employee = targets.get(id)
    if (employee !== undefined) targets.set(id, withKind(employee, kind))
  }
  return { ...target, targets, wasRead, ...(fresh === undefined ? {} : { kinds: fresh }) }
}

const isDue = ({ readAt }: StoredKinds, now: number): boolean =>
  readAt === undefined || !(Math.abs(now - Date.parse(readAt)) < daysBetween * msPerDay)

const readKinds = async (
  { target, log }: RunDeps,
  { targetId }: CompanyPair,
): Promise<TargetWorld['kinds']> => {
  try {
    return toKinds(await target.readEmployeeList(targetId))
  } catch (error) {
    if (error instanceof AuthError || !(error instanceof RemoteError)) throw error
    const { code, operation } = error.facts
    log.warn('the kinds of employee are not readable', { company: targetId, code, operation })
    return undefined
  }
}
