import { isAddressOf } from '../../domain/addresses/typed-id.js'
import { ConfigError } from '../../domain/errors.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import { findCompany } from '../find-company.js'
import type { RunDeps } from '../settings.js'

type Deps = Pick<RunDeps, 'source' | 'store' | 'settings' | 'addresses'>

/**
 * A pair is only ended by the word that ends it. The same pair may be said again when it waits for a review.
 * Someone who moved to another company of the connection keeps the pair of the former one, which payroll
 * still has to end, and may have one in the new company. Throws `ConfigError`.
 */
export const refuseWhenConnected = async (
  deps: Deps,
  { sourceId, targetId: wanted }: { sourceId: SourceEmployeeId; targetId: TargetEmployeeId | undefined },
  today: string,
): Promise<void> => {
  const { store } = deps
  const pairs = (await store.links.readLinks()).filter(
    (link) => link.status === 'connected' && link.sourceId === sourceId,
  )
  if (pairs.length === 0) return
  const here = await findCompanyNow(deps, sourceId, today)
  const pair = pairs.find(({ companyId }) => here === undefined || companyId === here)
  if (pair?.status !== 'connected') return
  const isReviewed =
    pair.targetId === wanted && (await store.links.readLinkReviews()).some((one) => one.sourceId === sourceId)
  if (isReviewed || isAddressOf(deps.addresses, pair, wanted)) return
  throw new ConfigError(
    `Employee ${sourceId} is connected to Nmbrs employee ${pair.targetId}. End that first: nmbrs-sync disconnect ${sourceId}`,
  )
}

/**
 * The company of the target that someone belongs to now; `undefined` for someone who is in no company of the
 * connection.
 */
export const findCompanyNow = async (
  deps: Deps,
  sourceId: SourceEmployeeId,
  today: string,
): Promise<TargetCompanyId | undefined> => {
  try {
    return (await findCompany(deps, sourceId, undefined, today)).targetId
  } catch (error) {
    if (error instanceof ConfigError) return undefined
    throw error
  }
}
