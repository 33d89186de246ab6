import type { AccessBook, NewOrder } from '../../access/access-book.js'
import type { AuditFacts } from '../../domain/audit/audit.js'
import type { PortalContext } from './context.js'
import { areSameFacts, toFactColumns } from './facts.js'
import { createAgainSettler } from './requests.js'
import {
  prepareAddOrder,
  prepareDropOrder,
  prepareIdleOrders,
  prepareOpenOrder,
  prepareSetOrder,
  prepareSilentOrders,
  prepareTold,
  prepareUntold,
  prepareUntoldOrders,
  type OrderRow,
} from './order-statements.js'
import { readNow } from '../sqlite/prepare.js'

/** What an entry about an answer says. */
export const toAnswerNote = (
  { portal }: PortalContext,
  { subject, kind }: Pick<OrderRow, 'subject' | 'kind'>,
  answer: string,
): AuditFacts => ({ kind: 'login-work-answered', subject, code: answer, detail: `${portal} ${kind}` })

/**
 * Whether work is under way in a way that planning must not touch: someone was told of it, or is being told.
 */
const isUnderWay = (row: OrderRow): boolean =>
  row.state === 'handed-over' || (row.state === 'wanted' && row.hand_over_id !== null)

/** Gives the function that puts one wanted piece of work on record inside a transaction. */
const createWanter = (context: PortalContext): ((wanted: NewOrder) => void) => {
  const { portalId } = context
  const findOpen = prepareOpenOrder(context)
  const add = prepareAddOrder(context)
  const drop = prepareDropOrder(context)
  return ({ subject, kind, work, result }) => {
    const open = findOpen({ portalId, subject })
    if (open !== undefined && isUnderWay(open)) return
    const facts = toFactColumns(result)
    if (open !== undefined) {
      if (open.work === work && areSameFacts(open, facts)) return
      drop({ id: open.id })
    }
    const ends = result === null ? 1 : 0
    add({ portalId, subject, kind, work, ends, ...facts, at: context.nowText() })
  }
}

/** Work from being wanted to being too late. */
export const createOrderStore = (
  context: PortalContext,
): Pick<AccessBook, 'noteWanted' | 'expireOrders' | 'readUntold' | 'noteTold' | 'noteUntold'> => {
  const { portalId, queue } = context
  const want = createWanter(context)
  const readIdle = prepareIdleOrders(context)
  const drop = prepareDropOrder(context)
  const readSilent = prepareSilentOrders(context)
  const set = prepareSetOrder(context)
  const settleAgain = createAgainSettler(context)
  const readUntold = prepareUntoldOrders(context)
  const claimTold = prepareTold(context)
  const forgetTold = prepareUntold(context)

  return {
    noteWanted: (wanted) =>
      queue.run(() => {
        const subjects = new Set(wanted.map(({ subject }) => subject))
        for (const { id, subject } of readIdle({ portalId })) if (!subjects.has(subject)) drop({ id })
        for (const one of wanted) want(one)
      }),
    expireOrders: (handedOverBefore) =>
      queue.run(() => {
        const silent = readSilent({ portalId, before: handedOverBefore })
        for (const row of silent) {
          set({
            id: row.id,
            state: 'expired',
            handedOverAt: row.handed_over_at,
            answeredAt: context.nowText(),
          })
          // A link is no answer to what was asked again.
          if (row.kind !== 'resend') settleAgain(row.subject)
          context.note(toAnswerNote(context, row, 'expired'))
        }
        return silent.map(({ subject }) => subject)
      }),
    readUntold: (since) =>
      readNow(() =>
        readUntold({ portalId, since }).map(({ subject, kind, work, answered_at: answeredAt }) => ({
          subject,
          kind,
          work,
          answeredAt: answeredAt ?? since,
        })),
      ),
    noteTold: (subject, work) =>
      queue.run(() => {
        return claimTold({ portalId, subject, work, at: context.nowText() }).changes > 0
      }),
    noteUntold: (subject, work) =>
      queue.run(() => {
        forgetTold({ portalId, subject, work })
      }),
  }
}
