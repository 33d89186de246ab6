import { sql } from 'kysely'
import type { ConnectionContext } from '../sqlite/context.js'
import { prepareWrite, query, type Bind } from '../sqlite/prepare.js'

interface Old {
  connectionId: number
  before: string
}

/**
 * Answered work about a login that other work came after. The latest about each person stays, and the
 * latest of which someone was told, of links and of all else: they say what not to ask again.
 */
const prepareOldOrders = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<Old>) =>
    query
      .deleteFrom('access_order')
      .where('answered_at', '<', bind('before'))
      .where(
        'portal_id',
        'in',
        query.selectFrom('access_portal').select('id').where('connection_id', '=', bind('connectionId')),
      )
      .where(
        sql<boolean>`id NOT IN (
          SELECT max(id) FROM access_order AS latest GROUP BY latest.portal_id, latest.subject, latest.kind = 'resend')`,
      )
      .where(
        sql<boolean>`id NOT IN (
          SELECT max(id) FROM access_order AS told WHERE told.state <> 'wanted'
            GROUP BY told.portal_id, told.subject, told.kind = 'resend')`,
      )
      // A list without an answer, or with a refusal, may have led to a login of that user name all the same.
      .where((row) => row.or([row('user_name', 'is', null), row('state', 'not in', ['expired', 'refused'])])),
  )

/** Hand-overs of which nothing is left. */
const emptyHandOvers = (bind: Bind<Old>) =>
  query
    .selectFrom('access_hand_over')
    .innerJoin('access_portal', 'access_portal.id', 'access_hand_over.portal_id')
    .select('access_hand_over.id')
    .where('connection_id', '=', bind('connectionId'))
    .where('ended_at', '<', bind('before'))
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM access_order WHERE access_order.hand_over_id = access_hand_over.id)`,
    )

const prepareOldDeliveries = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<Old>) =>
    query.deleteFrom('access_delivery').where('hand_over_id', 'in', emptyHandOvers(bind)),
  )

const prepareOldHandOvers = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<Old>) =>
    query.deleteFrom('access_hand_over').where('id', 'in', emptyHandOvers(bind)),
  )

/**
 * Gives the function that lets old work about logins go, inside a transaction. Logins, open work and the
 * latest about each person stay.
 */
export const createAccessPurger = (context: ConnectionContext): ((before: string) => void) => {
  const { connectionId } = context
  const steps = [prepareOldOrders(context), prepareOldDeliveries(context), prepareOldHandOvers(context)]
  return (before) => {
    for (const step of steps) step({ connectionId, before })
  }
}
