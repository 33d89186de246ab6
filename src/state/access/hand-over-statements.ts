import type { DeliveryState } from '../../access/access-book.js'
import type { PortalContext } from './context.js'
import { prepareAll, prepareFirst, prepareWrite, query, type Bind } from '../sqlite/prepare.js'

interface OfPortal {
  portalId: number
}

interface OfKey extends OfPortal {
  key: string
}

const columns = ['id', 'key', 'begun_at', 'ended_at'] as const

export const prepareOpenHandOvers = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<OfPortal>) =>
    query
      .selectFrom('access_hand_over')
      .select(columns)
      .where('portal_id', '=', bind('portalId'))
      .where('ended_at', 'is', null)
      .orderBy('id'),
  )

/** Hand-overs with work that has no answer. */
export const prepareUnanswered = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<OfPortal>) =>
    query
      .selectFrom('access_hand_over')
      .select(columns)
      .where('portal_id', '=', bind('portalId'))
      .where(
        'id',
        'in',
        query.selectFrom('access_order').select('hand_over_id').where('state', '=', 'handed-over'),
      )
      .orderBy('id'),
  )

export const prepareHandOverByKey = ({ sqlite }: PortalContext) =>
  prepareFirst(sqlite, (bind: Bind<OfKey>) =>
    query
      .selectFrom('access_hand_over')
      .select(columns)
      .where('portal_id', '=', bind('portalId'))
      .where('key', '=', bind('key')),
  )

export type HandOverRow = NonNullable<ReturnType<ReturnType<typeof prepareHandOverByKey>>>

/** Whether any portal of any connection has a hand-over of this key. */
export const prepareIsKeyTaken = ({ sqlite }: PortalContext) =>
  prepareFirst(sqlite, (bind: Bind<{ key: string }>) =>
    query.selectFrom('access_hand_over').select('id').where('key', '=', bind('key')),
  )

export const prepareAddHandOver = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<OfKey & { at: string }>) =>
    query
      .insertInto('access_hand_over')
      .values({ portal_id: bind('portalId'), key: bind('key'), begun_at: bind('at') }),
  )

export const prepareEndHandOver = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<{ id: number; at: string }>) =>
    query
      .updateTable('access_hand_over')
      .set({ ended_at: bind('at') })
      .where('id', '=', bind('id')),
  )

export const prepareDeliveries = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<{ handOver: number }>) =>
    query
      .selectFrom('access_delivery')
      .select(['channel', 'state'])
      .where('hand_over_id', '=', bind('handOver'))
      .orderBy('channel'),
  )

interface DeliveryValues {
  handOver: number
  channel: string
  state: DeliveryState
  at: string
}

export const prepareWriteDelivery = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<DeliveryValues>) =>
    query.replaceInto('access_delivery').values({
      hand_over_id: bind('handOver'),
      channel: bind('channel'),
      state: bind('state'),
      at: bind('at'),
    }),
  )
