import type { AccessBook } from '../../access/access-book.js'
import type { KnownAccess } from '../../access/work/order.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { PortalContext } from './context.js'
import { prepareLoginPage, toKnownLogin, type LoginRow } from './login-statements.js'
import {
  prepareLinkPage,
  prepareOrderPage,
  prepareOrdersBefore,
  preparePromisedNames,
  toOrder,
  type OrderRow,
} from './order-statements.js'
import { readInChunks } from '../sqlite/chunks.js'
import { prepareFirst, query, type Bind } from '../sqlite/prepare.js'

const prepareListed = ({ sqlite }: PortalContext) =>
  prepareFirst(sqlite, (bind: Bind<{ portalId: number }>) =>
    query.selectFrom('access_portal').select('listed_at').where('id', '=', bind('portalId')),
  )

/** What is known of everyone: logins and the latest work about them. */
export const createAccessReader = (context: PortalContext): Pick<AccessBook, 'readKnown' | 'findListed'> => {
  const { portalId } = context
  const readLogins = prepareLoginPage(context)
  const readOrders = prepareOrderPage(context)
  const readLinks = prepareLinkPage(context)
  const readBefore = prepareOrdersBefore(context)
  const readNames = preparePromisedNames(context)
  const findListed = prepareListed(context)

  /** What earlier work says, besides the latest. */
  const addEarlier = (known: Map<AccessSubject, KnownAccess>): void => {
    for (const row of readBefore({ portalId })) {
      const own = known.get(row.subject)
      if (own !== undefined) known.set(row.subject, { ...own, before: toOrder(row) })
    }
    for (const { subject, user_name: name } of readNames({ portalId })) {
      const own = known.get(subject)
      if (own === undefined || name === null) continue
      known.set(subject, { ...own, userNames: [...(own.userNames ?? []), name] })
    }
  }

  return {
    async readKnown() {
      const known = new Map<AccessSubject, KnownAccess>()
      await readInChunks(
        (last: LoginRow | undefined, limit) => readLogins({ portalId, after: last?.subject ?? '', limit }),
        (row) => known.set(row.subject, { subject: row.subject, login: toKnownLogin(row), order: null }),
      )
      await readInChunks(
        (last: OrderRow | undefined, limit) => readOrders({ portalId, after: last?.subject ?? '', limit }),
        (row) => {
          const { subject } = row
          const login = known.get(subject)?.login ?? null
          known.set(subject, { subject, login, order: toOrder(row) })
        },
      )
      await readInChunks(
        (last: OrderRow | undefined, limit) => readLinks({ portalId, after: last?.subject ?? '', limit }),
        (row) => {
          const { subject } = row
          const own = known.get(subject) ?? { subject, login: null, order: null }
          known.set(subject, { ...own, link: toOrder(row) })
        },
      )
      addEarlier(known)
      return [...known.values()]
    },
    findListed: () => Promise.resolve(findListed({ portalId })?.listed_at ?? undefined),
  }
}
