import type { AccessBook, Answer, AnswerEnd, AnswerTarget, ImportedList } from '../../access/access-book.js'
import { answerOrder } from '../../access/answer-order.js'
import { mayHaveArrived } from '../../access/hand-over-machine.js'
import { ConfigError } from '../../domain/errors.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { PortalContext } from './context.js'
import { prepareDeliveries, prepareHandOverByKey } from './hand-over-statements.js'
import { createLoginRows, type LoginRows } from './login-statements.js'
import {
  prepareLatestLink,
  prepareLatestOrder,
  prepareOrdersOfBatch,
  prepareOrdersOfHandOver,
  prepareSetOrder,
  toOrder,
  type OrderRow,
} from './order-statements.js'
import { toAnswerNote } from './orders.js'
import { createAgainSettler, createRequestSettler } from './requests.js'
import { prepareWrite, query, type Bind } from '../sqlite/prepare.js'

interface Addressed {
  subject: AccessSubject
  row: OrderRow | undefined
  answer: Answer
}

/** Gives the function that says whether work is in a hand-over that may have arrived. */
const createDoubt = (context: PortalContext) => {
  const readDeliveries = prepareDeliveries(context)
  return ({ hand_over_id: handOver }: Pick<OrderRow, 'hand_over_id'>): boolean =>
    handOver !== null &&
    mayHaveArrived(
      Object.fromEntries(readDeliveries({ handOver }).map(({ channel, state }) => [channel, state])),
    )
}

/** Gives the function that finds the work an answer is about. */
const createAddresser = (context: PortalContext) => {
  const { portal, portalId } = context
  const findLatest = prepareLatestOrder(context)
  const findLink = prepareLatestLink(context)
  const findHandOver = prepareHandOverByKey(context)
  const readOfHandOver = prepareOrdersOfHandOver(context)
  const readOfBatch = prepareOrdersOfBatch(context)
  const isInDoubt = createDoubt(context)

  /** Someone's work counts as long as nothing came after it. */
  const isLatest = ({ id, subject, kind }: OrderRow): boolean =>
    (kind === 'resend' ? findLink : findLatest)({ portalId, subject })?.id === id

  const isOpen = (row: OrderRow): boolean =>
    row.state === 'handed-over' || (row.state === 'wanted' && isInDoubt(row))

  /**
   * The work of one person that an answer is about: what is in someone's hands, else what no one answered,
   * where a link asks less than the login, else what came last.
   */
  const ofPerson = (subject: AccessSubject): OrderRow | undefined => {
    const order = findLatest({ portalId, subject })
    const link = findLink({ portalId, subject })
    if (order === undefined || link === undefined) return order ?? link
    if (isOpen(link)) return link
    if (isOpen(order) || order.state === 'expired') return order
    return link.id > order.id ? link : order
  }

  /**
   * Who is on a list that arrived, or may have, and did not refuse: a word for one person stands against one
   * for all.
   */
  const isMeant = (row: OrderRow): boolean =>
    row.state !== 'refused' && (row.state !== 'wanted' || isInDoubt(row)) && isLatest(row)

  const ofBatch = (batch: string, answer: Answer): Addressed[] => {
    const rows = readOfBatch({ portalId, batch }).filter((row) => row.state !== 'wanted' || isInDoubt(row))
    if (rows.length === 0)
      throw new ConfigError(
        `No batch ${batch} of ${portal} was handed over. See which were: nmbrs-sync access worklist ${portal}`,
      )
    return rows.filter(isMeant).map((row) => ({
      subject: row.subject,
      row,
      answer: answer === 'confirmed' && row.deletion === batch ? 'deletion-confirmed' : answer,
    }))
  }

  const ofHandOver = (key: string, answer: Answer): Addressed[] => {
    const handOver = findHandOver({ portalId, key })
    if (handOver === undefined)
      throw new ConfigError(
        `There is no hand-over ${key} of ${portal}. See which work waits: nmbrs-sync access worklist ${portal}`,
      )
    const rows = readOfHandOver({ handOver: handOver.id }).filter(isMeant)
    return rows.map((row) => ({ subject: row.subject, row, answer }))
  }

  return (target: AnswerTarget, answer: Answer): Addressed[] => {
    if ('batch' in target) return ofBatch(target.batch, answer)
    if ('handOver' in target) return ofHandOver(target.handOver, answer)
    return [...new Set(target.subjects)].map((subject) => ({
      subject,
      row: ofPerson(subject),
      answer,
    }))
  }
}

/**
 * Gives the function that uses up, inside a transaction, what was asked about work before it was answered.
 */
const createAnswerSettler = (context: PortalContext) => {
  const settleRequests = createRequestSettler(context)
  const settleAgain = createAgainSettler(context)
  return ({ subject, kind, state }: OrderRow, answer: Answer): void => {
    // The arrival of this work was not known, so its word is still there; or it is refused once more, with
    // what was asked since.
    if (state === 'wanted' || (state === 'refused' && answer === 'refused')) settleRequests(subject, kind)
    else if (kind === 'resend') return
    // Anyone who asked for it again, or accepted it, did so before it was refused.
    else if (answer === 'refused') settleRequests(subject, kind)
    else if (answer === 'confirmed') settleAgain(subject)
  }
}

/** Gives the function that stores one answer inside a transaction; says whether the work took it. */
const createAnswerWriter = (context: PortalContext, logins: LoginRows) => {
  const set = prepareSetOrder(context)
  const isInDoubt = createDoubt(context)
  const settle = createAnswerSettler(context)
  return (
    row: OrderRow,
    answer: Answer,
    origin: 'confirmed' | 'imported',
    reason: string | null,
  ): boolean => {
    const inDoubt = row.state === 'wanted' && isInDoubt(row)
    const before = { login: logins.find(row.subject), order: toOrder(row), inDoubt }
    const after = answerOrder(before, answer, context.nowText(), origin)
    if (after === undefined) return false
    logins.write(row.subject, after.login)
    const { state, handedOverAt, answeredAt } = after.order
    set({ id: row.id, state, handedOverAt, answeredAt })
    settle(row, answer)
    context.note({ ...toAnswerNote(context, row, answer), reason })
    return true
  }
}

const prepareSetListed = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<{ portalId: number; at: string }>) =>
    query
      .updateTable('access_portal')
      .set({ listed_at: bind('at') })
      .where('id', '=', bind('portalId')),
  )

/** Gives the function that stores, inside a transaction, what a list of the portal settled. */
const createImporter = (
  context: PortalContext,
  logins: LoginRows,
  write: ReturnType<typeof createAnswerWriter>,
) => {
  const { portal, portalId } = context
  const findLatest = prepareLatestOrder(context)
  const setListed = prepareSetListed(context)
  return ({ logins: listed, done, gone, whole, lines, surprises }: ImportedList): void => {
    const since = context.nowText()
    for (const { subject, work } of done) {
      const row = findLatest({ portalId, subject })
      if (row?.work === work) write(row, 'confirmed', 'imported', null)
    }
    // After the answers, because a list says more of a login than was asked for.
    for (const { subject, login } of listed) logins.write(subject, { ...login, origin: 'imported', since })
    for (const subject of gone) logins.write(subject, null)
    if (whole) setListed({ portalId, at: since })
    const code = `lines=${lines} done=${done.length} gone=${gone.length} surprises=${surprises}`
    context.note({ kind: 'logins-imported', code, detail: whole ? `${portal}, the whole list` : portal })
  }
}

/** Answers to work that was handed over, and what a list of the portal says of it. */
export const createAnswerStore = (context: PortalContext): Pick<AccessBook, 'answer' | 'noteImport'> => {
  const { queue } = context
  const logins = createLoginRows(context)
  const address = createAddresser(context)
  const write = createAnswerWriter(context, logins)
  const importList = createImporter(context, logins, write)

  return {
    answer: (target, answer, reason) =>
      queue.run((): AnswerEnd => {
        const answered: AnswerEnd['answered'][number][] = []
        const passed: AnswerEnd['passed'][number][] = []
        for (const one of address(target, answer)) {
          const { subject, row } = one
          if (row !== undefined && write(row, one.answer, 'confirmed', reason))
            answered.push({ subject, kind: row.kind, answer: one.answer })
          else passed.push({ subject, state: row?.state ?? null })
        }
        return { answered, passed }
      }),
    noteImport: (list) =>
      queue.run(() => {
        importList(list)
      }),
  }
}
