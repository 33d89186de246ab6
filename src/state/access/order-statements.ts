import { sql } from 'kysely'
import type { AccessOrder, AccessState, WorkKind } from '../../access/work/order.js'
import type { Digest } from '../../domain/digest.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { PortalContext } from './context.js'
import { factColumns, toFacts, type FactColumns } from './facts.js'
import { prepareAll, prepareFirst, prepareWrite, query, type Bind } from '../sqlite/prepare.js'

interface OfPortal {
  portalId: number
}

interface OfPerson extends OfPortal {
  subject: AccessSubject
}

interface OfOrder {
  id: number
}

const columns = [
  'id',
  'subject',
  'kind',
  'state',
  'work',
  'ends_login',
  'hand_over_id',
  'batch',
  'deletion',
  'wanted_at',
  'handed_over_at',
  'answered_at',
  ...factColumns,
] as const

const selectOrders = () => query.selectFrom('access_order').select(columns)

/**
 * Work that is no link: where a login stands is never said by a link, which would hide what no one answered
 * before it.
 */
const isNoLink = sql<boolean>`kind <> 'resend'`
const isLink = sql<boolean>`kind = 'resend'`

const prepareLatestPage = ({ sqlite }: PortalContext, isMeant: typeof isLink) =>
  prepareAll(sqlite, (bind: Bind<OfPortal & { after: string; limit: number }>) =>
    selectOrders()
      .where(
        sql<boolean>`id IN (
          SELECT max(id) FROM access_order
          WHERE portal_id = ${bind('portalId')} AND subject > ${bind('after')} AND ${isMeant}
          GROUP BY subject ORDER BY subject LIMIT ${bind('limit')})`,
      )
      .orderBy('subject'),
  )

/** The latest work about each person that is no link, in the order of the people, after a person. */
export const prepareOrderPage = (context: PortalContext) => prepareLatestPage(context, isNoLink)

/** The latest link of each person, in the order of the people, after a person. */
export const prepareLinkPage = (context: PortalContext) => prepareLatestPage(context, isLink)

const prepareLatestOf = ({ sqlite }: PortalContext, isMeant: typeof isLink) =>
  prepareFirst(sqlite, (bind: Bind<OfPerson>) =>
    selectOrders()
      .where('portal_id', '=', bind('portalId'))
      .where('subject', '=', bind('subject'))
      .where(isMeant)
      .orderBy('id', 'desc')
      .limit(1),
  )

/** The latest work about one person that is no link. */
export const prepareLatestOrder = (context: PortalContext) => prepareLatestOf(context, isNoLink)

/** The latest link of one person. */
export const prepareLatestLink = (context: PortalContext) => prepareLatestOf(context, isLink)

/**
 * The work about one person that is wanted or in someone's hands, links included; there is never a second.
 */
export const prepareOpenOrder = ({ sqlite }: PortalContext) =>
  prepareFirst(sqlite, (bind: Bind<OfPerson>) =>
    selectOrders()
      .where('portal_id', '=', bind('portalId'))
      .where('subject', '=', bind('subject'))
      .where('state', 'in', ['wanted', 'handed-over']),
  )

export type OrderRow = NonNullable<ReturnType<ReturnType<typeof prepareLatestOrder>>>

/**
 * Of people whose latest work is only wanted: the work before it of which someone was told, or may have been.
 */
export const prepareOrdersBefore = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<OfPortal>) =>
    selectOrders().where(
      sql<boolean>`id IN (
        SELECT max(id) FROM access_order
        WHERE portal_id = ${bind('portalId')} AND state <> 'wanted' AND ${isNoLink} AND subject IN (
          SELECT subject FROM access_order WHERE portal_id = ${bind('portalId')} AND state = 'wanted' AND ${isNoLink})
        GROUP BY subject)`,
    ),
  )

/** User names that lists promised and that no one confirmed. */
export const preparePromisedNames = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<OfPortal>) =>
    query
      .selectFrom('access_order')
      .select(['subject', 'user_name'])
      .distinct()
      .where('portal_id', '=', bind('portalId'))
      .where('state', 'in', ['expired', 'refused'])
      .where(isNoLink)
      .where('user_name', 'is not', null),
  )

/** Work that is wanted and that no hand-over has. */
export const prepareIdleOrders = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<OfPortal>) =>
    selectOrders()
      .where('portal_id', '=', bind('portalId'))
      .where('state', '=', 'wanted')
      .where('hand_over_id', 'is', null)
      .orderBy('subject'),
  )

/** Work that was handed over before a moment and has no answer. */
export const prepareSilentOrders = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<OfPortal & { before: string }>) =>
    selectOrders()
      .where('portal_id', '=', bind('portalId'))
      .where('state', '=', 'handed-over')
      .where('handed_over_at', '<', bind('before'))
      .orderBy('subject'),
  )

/** Work of a hand-over, in the order of the people. */
export const prepareOrdersOfHandOver = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<{ handOver: number }>) =>
    selectOrders().where('hand_over_id', '=', bind('handOver')).orderBy('subject'),
  )

/** Work of a batch, or whose deletion is in it. */
export const prepareOrdersOfBatch = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<OfPortal & { batch: string }>) =>
    selectOrders()
      .where('portal_id', '=', bind('portalId'))
      .where((row) => row.or([row('batch', '=', bind('batch')), row('deletion', '=', bind('batch'))]))
      .orderBy('subject')
      .orderBy('id'),
  )

type NewValues = OfPerson & FactColumns & { kind: WorkKind; work: Digest; ends: number; at: string }

export const prepareAddOrder = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<NewValues>) =>
    query.insertInto('access_order').values({
      portal_id: bind('portalId'),
      subject: bind('subject'),
      kind: bind('kind'),
      state: sql`'wanted'`,
      work: bind('work'),
      ends_login: bind('ends'),
      template: bind('template'),
      permissions: bind('permissions'),
      email_kind: bind('email_kind'),
      email: bind('email'),
      user_name: bind('user_name'),
      language: bind('language'),
      level: bind('level'),
      wanted_at: bind('at'),
    }),
  )

/** Forgets work that no one was told of. */
export const prepareDropOrder = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<OfOrder>) =>
    query.deleteFrom('access_order').where('id', '=', bind('id')).where('state', '=', 'wanted'),
  )

interface PlaceValues extends OfOrder {
  handOver: number
  batch: string
  deletion: string | null
}

export const preparePlaceOrder = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<PlaceValues>) =>
    query
      .updateTable('access_order')
      .set({ hand_over_id: bind('handOver'), batch: bind('batch'), deletion: bind('deletion') })
      .where('id', '=', bind('id')),
  )

/** Takes work out of its hand-over and batch. */
export const prepareUnplaceOrder = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<OfOrder>) =>
    query
      .updateTable('access_order')
      .set({ hand_over_id: null, batch: null, deletion: null })
      .where('id', '=', bind('id')),
  )

interface StateValues extends OfOrder {
  state: AccessState
  handedOverAt: string | null
  answeredAt: string | null
}

export const prepareSetOrder = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<StateValues>) =>
    query
      .updateTable('access_order')
      .set({
        state: bind('state'),
        handed_over_at: bind('handedOverAt'),
        answered_at: bind('answeredAt'),
      })
      .where('id', '=', bind('id')),
  )

/**
 * The latest work about each person, where that is a new login that was confirmed and of which they were not
 * told.
 */
export const prepareUntoldOrders = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<OfPortal & { since: string }>) =>
    selectOrders()
      .where(
        sql<boolean>`id IN (
          SELECT max(id) FROM access_order WHERE portal_id = ${bind('portalId')} AND ${isNoLink} GROUP BY subject)`,
      )
      .where('state', '=', 'confirmed')
      .where('kind', 'in', ['create', 'replace'])
      .where('told_at', 'is', null)
      .where('answered_at', '>=', bind('since'))
      .orderBy('subject'),
  )

export const prepareTold = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<OfPerson & { work: Digest; at: string }>) =>
    query
      .updateTable('access_order')
      .set({ told_at: bind('at') })
      .where('portal_id', '=', bind('portalId'))
      .where('subject', '=', bind('subject'))
      .where('work', '=', bind('work'))
      .where('state', '=', 'confirmed')
      .where('told_at', 'is', null),
  )

export const prepareUntold = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<OfPerson & { work: Digest }>) =>
    query
      .updateTable('access_order')
      .set({ told_at: null })
      .where('portal_id', '=', bind('portalId'))
      .where('subject', '=', bind('subject'))
      .where('work', '=', bind('work'))
      .where('state', '=', 'confirmed'),
  )

export const toOrder = (row: OrderRow): AccessOrder => ({
  kind: row.kind,
  state: row.state,
  work: row.work,
  result: row.ends_login === 1 ? null : toFacts(row),
  // Work that is being handed over has its place already, and may not have arrived.
  batch: row.state === 'wanted' ? null : row.batch,
  wantedAt: row.wanted_at,
  handedOverAt: row.handed_over_at,
  answeredAt: row.answered_at,
})
