import { Temporal } from 'temporal-polyfill'

import type { AccessOrder } from './order.js'
import type { AccessPolicy } from '../policy/policy.js'
import type { Portal } from '../portal/portal.js'

const hoursSince = (from: string, now: string): number =>
  Temporal.Instant.from(now).since(Temporal.Instant.from(from)).total('hours')

/**
 * Whether handed-over work should have had an answer by now; `now` is ISO 8601. Portals that promise no time
 * are never overdue.
 */
export const isOverdue = (order: AccessOrder, portal: Portal, now: string): boolean =>
  order.state === 'handed-over' &&
  order.handedOverAt !== null &&
  portal.answer.withinHours !== undefined &&
  hoursSince(order.handedOverAt, now) > portal.answer.withinHours

/** Whether handed-over work waited so long for an answer that it counts as expired; `now` is ISO 8601. */
export const isExpired = (
  order: AccessOrder,
  portal: Portal,
  policy: Pick<AccessPolicy, 'expireDays'>,
  now: string,
): boolean =>
  order.state === 'handed-over' &&
  order.handedOverAt !== null &&
  hoursSince(order.handedOverAt, now) > (policy.expireDays ?? portal.answer.expireDays) * 24
