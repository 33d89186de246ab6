import type { AccessBook, AccessRequest } from '../../access/access-book.js'
import type { AccessRequests, Acceptance, WorkKind } from '../../access/work/order.js'
import type { Digest } from '../../domain/digest.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { PortalContext } from './context.js'
import { prepareAll, prepareWrite, query, readNow, type Bind } from '../sqlite/prepare.js'

interface OfPerson {
  portalId: number
  subject: AccessSubject
}

const prepareRead = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<{ portalId: number }>) =>
    query
      .selectFrom('access_request')
      .select(['subject', 'ask', 'work', 'how', 'at'])
      .where('portal_id', '=', bind('portalId'))
      .orderBy('subject')
      .orderBy('ask'),
  )

type RequestRow = ReturnType<ReturnType<typeof prepareRead>>[number]

interface RequestValues extends OfPerson {
  ask: AccessRequest['ask']
  work: Digest | null
  how: Acceptance['how'] | null
  at: string
}

const prepareReplace = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<RequestValues>) =>
    query.replaceInto('access_request').values({
      portal_id: bind('portalId'),
      subject: bind('subject'),
      ask: bind('ask'),
      work: bind('work'),
      how: bind('how'),
      at: bind('at'),
    }),
  )

const prepareErase = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<OfPerson>) =>
    query
      .deleteFrom('access_request')
      .where('portal_id', '=', bind('portalId'))
      .where('subject', '=', bind('subject')),
  )

const prepareEraseResend = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<OfPerson>) =>
    query
      .deleteFrom('access_request')
      .where('portal_id', '=', bind('portalId'))
      .where('subject', '=', bind('subject'))
      .where('ask', '=', 'resend'),
  )

const prepareEraseOthers = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<OfPerson>) =>
    query
      .deleteFrom('access_request')
      .where('portal_id', '=', bind('portalId'))
      .where('subject', '=', bind('subject'))
      .where('ask', '<>', 'resend'),
  )

const prepareEraseAgain = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<OfPerson>) =>
    query
      .deleteFrom('access_request')
      .where('portal_id', '=', bind('portalId'))
      .where('subject', '=', bind('subject'))
      .where('ask', '=', 'again'),
  )

/**
 * Gives the function that forgets, inside a transaction, that work was asked for again: that was before it
 * expired.
 */
export const createAgainSettler = (context: PortalContext): ((subject: AccessSubject) => void) => {
  const { portalId } = context
  const erase = prepareEraseAgain(context)
  return (subject) => {
    erase({ portalId, subject })
  }
}

/** Gives the function that forgets, inside a transaction, what was asked about work that was handed over. */
export const createRequestSettler = (
  context: PortalContext,
): ((subject: AccessSubject, kind: WorkKind) => void) => {
  const { portalId } = context
  const eraseResend = prepareEraseResend(context)
  const eraseOthers = prepareEraseOthers(context)
  return (subject, kind) => {
    if (kind === 'resend') eraseResend({ portalId, subject })
    else eraseOthers({ portalId, subject })
  }
}

const toRequests = (all: readonly RequestRow[], since: string): AccessRequests => {
  const rows = all.filter(({ at }) => at >= since)
  const subjectsOf = (ask: RequestRow['ask']) =>
    new Set(rows.flatMap((row) => (row.ask === ask ? [row.subject] : [])))
  return {
    individually: subjectsOf('individually'),
    resend: subjectsOf('resend'),
    remove: subjectsOf('remove'),
    userName: subjectsOf('user-name'),
    again: subjectsOf('again'),
    acceptances: rows.flatMap(({ subject, work, how }) =>
      work === null || how === null ? [] : [{ subject, work, how }],
    ),
    tooOld: new Set(all.flatMap(({ at, subject }) => (at < since ? [subject] : []))),
  }
}

/** What people ask for by hand. */
export const createRequestStore = (
  context: PortalContext,
): Pick<AccessBook, 'readRequests' | 'ask' | 'unask' | 'endResend'> => {
  const { portal, portalId, queue } = context
  const read = prepareRead(context)
  const replace = prepareReplace(context)
  const erase = prepareErase(context)
  const eraseResend = prepareEraseResend(context)

  return {
    readRequests: (since = '') => readNow(() => toRequests(read({ portalId }), since)),
    ask: (request, reason) =>
      queue.run(() => {
        const { subject, ask } = request
        const bound = request.ask === 'acceptance' ? request : { work: null, how: null }
        replace({ portalId, subject, ask, work: bound.work, how: bound.how, at: context.nowText() })
        context.note({ kind: 'login-asked', subject, code: bound.how ?? ask, detail: portal, reason })
      }),
    endResend: (subject, why) =>
      queue.run(() => {
        if (eraseResend({ portalId, subject }).changes === 0) return
        context.note({ kind: 'login-unasked', subject, code: why, detail: portal })
      }),
    unask: (subject) =>
      queue.run(() => {
        const gone = erase({ portalId, subject }).changes > 0
        if (gone) context.note({ kind: 'login-unasked', subject, detail: portal })
        return gone
      }),
  }
}
