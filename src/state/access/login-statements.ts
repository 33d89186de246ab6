import { sql } from 'kysely'
import type { KnownLogin } from '../../access/logins/login.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { PortalContext } from './context.js'
import { areSameFacts, factColumns, toFactColumns, toFacts, type FactColumns } from './facts.js'
import { prepareAll, prepareFirst, prepareWrite, query, type Bind } from '../sqlite/prepare.js'

interface LoginKey {
  portalId: number
  subject: AccessSubject
}

const columns = ['subject', 'active', 'origin', 'since', ...factColumns] as const

const prepareFind = ({ sqlite }: PortalContext) =>
  prepareFirst(sqlite, (bind: Bind<LoginKey>) =>
    query
      .selectFrom('access_login')
      .select(columns)
      .where('portal_id', '=', bind('portalId'))
      .where('subject', '=', bind('subject')),
  )

export type LoginRow = NonNullable<ReturnType<ReturnType<typeof prepareFind>>>

/** Logins in the order of their people, after a person. */
export const prepareLoginPage = ({ sqlite }: PortalContext) =>
  prepareAll(sqlite, (bind: Bind<{ portalId: number; after: string; limit: number }>) =>
    query
      .selectFrom('access_login')
      .select(columns)
      .where('portal_id', '=', bind('portalId'))
      .where(sql<boolean>`subject > ${bind('after')}`)
      .orderBy('subject')
      .limit(bind('limit')),
  )

type LoginValues = LoginKey & FactColumns & { active: number; origin: KnownLogin['origin']; since: string }

const prepareReplace = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<LoginValues>) =>
    query.replaceInto('access_login').values({
      portal_id: bind('portalId'),
      subject: bind('subject'),
      template: bind('template'),
      permissions: bind('permissions'),
      email_kind: bind('email_kind'),
      email: bind('email'),
      user_name: bind('user_name'),
      language: bind('language'),
      level: bind('level'),
      active: bind('active'),
      origin: bind('origin'),
      since: bind('since'),
    }),
  )

const prepareErase = ({ sqlite }: PortalContext) =>
  prepareWrite(sqlite, (bind: Bind<LoginKey>) =>
    query
      .deleteFrom('access_login')
      .where('portal_id', '=', bind('portalId'))
      .where('subject', '=', bind('subject')),
  )

export const toKnownLogin = (row: LoginRow): KnownLogin => ({
  ...toFacts(row),
  active: row.active === 1,
  origin: row.origin,
  since: row.since,
})

/** Reads and writes single logins; writes inside a transaction only. */
export interface LoginRows {
  find: (subject: AccessSubject) => KnownLogin | null
  /** `null` forgets it. What is known already keeps the moment since when it is. */
  write: (subject: AccessSubject, login: KnownLogin | null) => void
}

export const createLoginRows = (context: PortalContext): LoginRows => {
  const { portalId } = context
  const find = prepareFind(context)
  const replace = prepareReplace(context)
  const erase = prepareErase(context)
  return {
    find: (subject) => {
      const row = find({ portalId, subject })
      return row === undefined ? null : toKnownLogin(row)
    },
    write: (subject, login) => {
      if (login === null) {
        erase({ portalId, subject })
        return
      }
      const facts = toFactColumns(login)
      const active = login.active ? 1 : 0
      const known = find({ portalId, subject })
      if (known?.active === active && areSameFacts(known, facts)) return
      replace({ portalId, subject, ...facts, active, origin: login.origin, since: login.since })
    },
  }
}
