import type { PortalName } from '../../access/logins/login.js'
import type { AuditFacts } from '../../domain/audit/audit.js'
import { InternalError } from '../../domain/errors.js'
import { appendAudit } from '../audit/writer.js'
import type { ConnectionContext } from '../sqlite/context.js'
import { prepareFirst, prepareWrite, query, type Bind } from '../sqlite/prepare.js'

/** The part of the context that one portal adds. */
export interface PortalContext extends ConnectionContext {
  portal: PortalName
  portalId: number
  /**
   * Adds an entry about this portal to the audit chain; inside `queue.run`. No run of the sync is part of it.
   */
  note: (facts: AuditFacts) => void
}

interface PortalKey {
  connectionId: number
  portal: PortalName
}

const prepareFindPortal = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<PortalKey>) =>
    query
      .selectFrom('access_portal')
      .select('id')
      .where('connection_id', '=', bind('connectionId'))
      .where('portal', '=', bind('portal')),
  )

const prepareAddPortal = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<PortalKey>) =>
    query
      .insertInto('access_portal')
      .values({ connection_id: bind('connectionId'), portal: bind('portal') })
      .onConflict((on) => on.doNothing()),
  )

/** The number of a portal in the state file; a new one gets a new number. */
const ensurePortal = async (context: ConnectionContext, portal: PortalName): Promise<number> => {
  const key = { connectionId: context.connectionId, portal }
  const find = prepareFindPortal(context)
  const known = find(key)
  if (known !== undefined) return known.id
  const add = prepareAddPortal(context)
  await context.queue.run(() => add(key))
  const added = find(key)
  if (added === undefined) throw new InternalError('a portal was stored and is not there')
  return added.id
}

export const openPortalContext = async (
  context: ConnectionContext,
  portal: PortalName,
): Promise<PortalContext> => ({
  ...context,
  portal,
  portalId: await ensurePortal(context, portal),
  note: (facts) => {
    appendAudit(context, { runId: null, ...facts })
  },
})
