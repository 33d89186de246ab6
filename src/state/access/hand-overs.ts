import type { AccessBook, NewPlace, OpenHandOver, OrderPlace } from '../../access/access-book.js'
import { nameBatch } from '../../access/work/batch-name.js'
import {
  isDelivered,
  mayHaveArrived,
  nextDelivery,
  nextWork,
  type DeliveryEvent,
} from '../../access/hand-over-machine.js'
import { InternalError } from '../../domain/errors.js'
import { spellShortId } from '../../domain/text/short-id.js'
import type { PortalContext } from './context.js'
import {
  prepareAddHandOver,
  prepareDeliveries,
  prepareEndHandOver,
  prepareHandOverByKey,
  prepareIsKeyTaken,
  prepareOpenHandOvers,
  prepareUnanswered,
  prepareWriteDelivery,
  type HandOverRow,
} from './hand-over-statements.js'
import {
  prepareDropOrder,
  prepareOpenOrder,
  prepareOrdersOfHandOver,
  preparePlaceOrder,
  prepareSetOrder,
  prepareUnplaceOrder,
  type OrderRow,
} from './order-statements.js'
import { createRequestSettler } from './requests.js'
import { readNow } from '../sqlite/prepare.js'

type Deliveries = OpenHandOver['deliveries']

const createReader = (context: PortalContext) => {
  const readOrders = prepareOrdersOfHandOver(context)
  const readDeliveries = prepareDeliveries(context)
  const deliveriesOf = (handOver: number): Deliveries =>
    Object.fromEntries(readDeliveries({ handOver }).map(({ channel, state }) => [channel, state]))
  /** Of work that is being handed over, or was and has no answer yet. */
  const openOrdersOf = (handOver: number): OrderRow[] =>
    readOrders({ handOver }).filter(({ state }) => state === 'wanted' || state === 'handed-over')
  return {
    deliveriesOf,
    openOrdersOf,
    toOpen: (
      { id, key, begun_at: begunAt }: HandOverRow,
      isMeant: (row: OrderRow) => boolean = () => true,
    ): OpenHandOver => ({
      key,
      begunAt,
      places: openOrdersOf(id).filter(isMeant).map(toPlace),
      deliveries: deliveriesOf(id),
    }),
  }
}

type Reader = ReturnType<typeof createReader>

const toPlace = ({ subject, work, batch, deletion }: OrderRow): OrderPlace => {
  if (batch === null) throw new InternalError('work of a hand-over has no batch')
  return { subject, work, batch, deletion }
}

/** Gives the function that puts a new hand-over on record inside a transaction. */
const createBeginner = (context: PortalContext, digest: AccessBook['digest']) => {
  const { portalId } = context
  const isTaken = prepareIsKeyTaken(context)
  const add = prepareAddHandOver(context)
  const writeDelivery = prepareWriteDelivery(context)
  const findOpen = prepareOpenOrder(context)
  const place = preparePlaceOrder(context)

  /** A key that no hand-over has or ever had. */
  const findFreeKey = (what: string): string => {
    for (let attempt = 1; ; attempt += 1) {
      const key = spellShortId(digest('work', `hand-over ${attempt} ${what}`))
      if (isTaken({ key }) === undefined) return key
    }
  }

  return (places: readonly NewPlace[], channels: readonly string[]): string => {
    const at = context.nowText()
    const key = findFreeKey(`${at} ${places.map(({ work }) => work).join(' ')}`)
    const handOver = add({ portalId, key, at }).rowId
    for (const channel of channels) writeDelivery({ handOver, channel, state: 'waiting', at })
    for (const { subject, work, batch, deletion } of places) {
      const order = findOpen({ portalId, subject })
      if (order?.state !== 'wanted' || order.work !== work || order.hand_over_id !== null)
        throw new InternalError('work is handed over that is not wanted so, or is under way already')
      place({
        id: order.id,
        handOver,
        batch: nameBatch(key, batch),
        deletion: deletion === null ? null : nameBatch(key, deletion),
      })
    }
    return key
  }
}

/** Gives the function that says, inside a transaction, that those who do the work were told of it. */
const createArrival = (
  context: PortalContext,
): ((handOver: HandOverRow, orders: readonly OrderRow[]) => void) => {
  const { portal } = context
  const set = prepareSetOrder(context)
  const settleRequests = createRequestSettler(context)
  return ({ key }, orders) => {
    for (const { id, subject, kind } of orders.filter(({ state }) => state === 'wanted')) {
      set({ id, state: 'handed-over', handedOverAt: context.nowText(), answeredAt: null })
      settleRequests(subject, kind)
      context.note({ kind: 'login-work-handed-over', subject, code: kind, detail: portal, reference: key })
    }
  }
}

/** Gives the function that takes wanted work out of a hand-over, inside a transaction. */
const createGiveUp = (context: PortalContext, { deliveriesOf }: Reader) => {
  const { portal } = context
  const set = prepareSetOrder(context)
  const unplace = prepareUnplaceOrder(context)
  const drop = prepareDropOrder(context)
  const settleRequests = createRequestSettler(context)
  return (handOver: HandOverRow, orders: readonly OrderRow[]): void => {
    const inDoubt = mayHaveArrived(deliveriesOf(handOver.id))
    for (const { id, subject, kind, state } of orders.filter((row) => row.state === 'wanted')) {
      const next = nextWork({ kind, state, inDoubt }, 'given-up')
      if (next === 'forgotten') drop({ id })
      if (next !== 'expired') continue
      set({ id, state: next, handedOverAt: handOver.begun_at, answeredAt: context.nowText() })
      // Anyone who confirms a batch means the list that arrived in the end, and this is not on it.
      unplace({ id })
      // One word serves one hand-over, and this may have been it.
      settleRequests(subject, kind)
      const note = { subject, code: kind, detail: portal, reference: handOver.key }
      context.note({ kind: 'login-work-given-up', ...note })
    }
  }
}

/** Gives the function that notes, inside a transaction, what happens to a delivery. */
const createDeliveryNoter = (context: PortalContext, reader: Reader) => {
  const writeDelivery = prepareWriteDelivery(context)
  const end = prepareEndHandOver(context)
  const arrive = createArrival(context)
  return (row: HandOverRow, channel: string, event: DeliveryEvent): void => {
    const at = context.nowText()
    const before = reader.deliveriesOf(row.id)[channel] ?? 'waiting'
    writeDelivery({ handOver: row.id, channel, state: nextDelivery(before, event), at })
    if (event !== 'arrived') return
    arrive(row, reader.openOrdersOf(row.id))
    if (isDelivered(reader.deliveriesOf(row.id))) end({ id: row.id, at })
  }
}

/** Gives the function that finds a hand-over that was begun. */
const createFinder = (context: PortalContext): ((key: string) => HandOverRow) => {
  const { portalId } = context
  const find = prepareHandOverByKey(context)
  return (key) => {
    const row = find({ portalId, key })
    if (row === undefined) throw new InternalError('a hand-over was begun and is not there')
    return row
  }
}

type HandOverStore = Pick<
  AccessBook,
  | 'readOpenHandOvers'
  | 'readUnanswered'
  | 'beginHandOver'
  | 'beginDelivery'
  | 'endDelivery'
  | 'giveUp'
  | 'closeHandOver'
>

/** Hand-overs of one portal: an intent before each delivery, and its outcome after it. */
export const createHandOverStore = (context: PortalContext, digest: AccessBook['digest']): HandOverStore => {
  const { portalId, queue } = context
  const reader = createReader(context)
  const readUnanswered = prepareUnanswered(context)
  const readOpen = prepareOpenHandOvers(context)
  const getByKey = createFinder(context)
  const end = prepareEndHandOver(context)
  const begin = createBeginner(context, digest)
  const noteDelivery = createDeliveryNoter(context, reader)
  const giveUp = createGiveUp(context, reader)

  return {
    readUnanswered: () =>
      readNow(() =>
        readUnanswered({ portalId }).map((row) => reader.toOpen(row, ({ state }) => state === 'handed-over')),
      ),
    readOpenHandOvers: () => readNow(() => readOpen({ portalId }).map((row) => reader.toOpen(row))),
    beginHandOver: async (places, channels) =>
      reader.toOpen(getByKey(await queue.run(() => begin(places, channels)))),
    beginDelivery: (key, channel) =>
      queue.run(() => {
        noteDelivery(getByKey(key), channel, 'tried')
      }),
    endDelivery: (key, channel, end) =>
      queue.run(() => {
        noteDelivery(getByKey(key), channel, end)
      }),
    giveUp: (key, subjects) =>
      queue.run(() => {
        const row = getByKey(key)
        const wanted = new Set(subjects)
        giveUp(
          row,
          reader.openOrdersOf(row.id).filter(({ subject }) => wanted.has(subject)),
        )
      }),
    closeHandOver: (key) =>
      queue.run(() => {
        const row = getByKey(key)
        giveUp(row, reader.openOrdersOf(row.id))
        end({ id: row.id, at: context.nowText() })
      }),
  }
}
