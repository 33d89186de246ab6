import type { AccessBook, LetterWay } from '../../access/access-book.js'
import type { AccessSubject } from '../../domain/ids.js'
import { prepareAll, prepareWrite, query, readNow, type Bind } from '../sqlite/prepare.js'
import type { PortalContext } from './context.js'

const prepareRead = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<{ portalId: number }>) =>
    query
      .selectFrom('access_letter')
      .select(['subject', 'way', 'at'])
      .where('portal_id', '=', bind('portalId'))
      .orderBy('subject'),
  )

interface LetterValues {
  portalId: number
  subject: AccessSubject
  way: LetterWay
  at: string
}

const prepareReplace = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<LetterValues>) =>
    query.replaceInto('access_letter').values({
      portal_id: bind('portalId'),
      subject: bind('subject'),
      way: bind('way'),
      at: bind('at'),
    }),
  )

const prepareDelete = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<{ portalId: number; subject: AccessSubject }>) =>
    query
      .deleteFrom('access_letter')
      .where('portal_id', '=', bind('portalId'))
      .where('subject', '=', bind('subject')),
  )

/** To whom login data was sent. What was in the letters is kept nowhere. */
export const createLetterStore = (
  context: PortalContext,
): Pick<AccessBook, 'readLetters' | 'noteLetter' | 'forgetLetter'> => {
  const { portal, portalId, queue } = context
  const read = prepareRead(context)
  const replace = prepareReplace(context)
  const remove = prepareDelete(context)
  const readSent = () =>
    new Map(read({ portalId }).map(({ subject, way, at }) => [subject, { way, at }] as const))
  return {
    readLetters: () => readNow(readSent),
    noteLetter: (subject, way, since) =>
      queue.run(() => {
        const known = readSent().get(subject)
        if (known !== undefined && known.at > since) return false
        replace({ portalId, subject, way, at: context.nowText() })
        context.note({ kind: 'login-data-sent', subject, code: way, detail: portal })
        return true
      }),
    forgetLetter: (subject) =>
      queue.run(() => {
        const known = readSent().get(subject)
        if (known === undefined) return
        remove({ portalId, subject })
        context.note({ kind: 'login-data-not-sent', subject, code: known.way, detail: portal })
      }),
  }
}
