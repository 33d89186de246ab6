import { sql } from 'kysely'
import type { AuditFacts } from '../../../domain/audit/audit.js'
import { ConfigError, findErrorCode } from '../../../domain/errors.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../../domain/ids.js'
import type { Link } from '../../../domain/link.js'
import type { LinkStore } from '../../../run/store/links.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { appendAudit } from '../../audit/writer.js'
import { noFacts, toFacts, toLink, type LinkFacts, type LinkRow } from './link-row.js'
import { prepareAll, prepareFirst, prepareWrite, query, type Bind } from '../../sqlite/prepare.js'
import { readInChunks } from '../../sqlite/chunks.js'

interface LinkKey {
  connectionId: number
  companyId: TargetCompanyId
  sourceId: SourceEmployeeId
}

type LinkValues = LinkKey & LinkFacts & { status: Link['status']; at: string }

/**
 * Leaves a link that is already stored alone, so that `changed_at` and the history tell real changes only.
 */
const isChanged = sql<boolean>`(link.status, link.target_id, link.origin, link.reason, link.until, link.seen)
  IS NOT (excluded.status, excluded.target_id, excluded.origin, excluded.reason, excluded.until, excluded.seen)`

const prepareUpsert = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<LinkValues>) =>
    query
      .insertInto('link')
      .values({
        connection_id: bind('connectionId'),
        company_id: bind('companyId'),
        source_id: bind('sourceId'),
        status: bind('status'),
        target_id: bind('targetId'),
        origin: bind('origin'),
        reason: bind('reason'),
        until: bind('until'),
        seen: bind('seen'),
        created_at: bind('at'),
        changed_at: bind('at'),
      })
      .onConflict((on) =>
        on
          .columns(['connection_id', 'company_id', 'source_id'])
          .doUpdateSet({
            status: (row) => row.ref('excluded.status'),
            target_id: (row) => row.ref('excluded.target_id'),
            origin: (row) => row.ref('excluded.origin'),
            reason: (row) => row.ref('excluded.reason'),
            until: (row) => row.ref('excluded.until'),
            seen: (row) => row.ref('excluded.seen'),
            changed_at: (row) => row.ref('excluded.changed_at'),
          })
          .where(isChanged),
      ),
  )

const prepareHistory = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<Omit<LinkValues, 'status'> & { status: Link['status'] | 'deleted' }>) =>
    query.insertInto('link_history').values({
      connection_id: bind('connectionId'),
      company_id: bind('companyId'),
      source_id: bind('sourceId'),
      status: bind('status'),
      target_id: bind('targetId'),
      origin: bind('origin'),
      reason: bind('reason'),
      until: bind('until'),
      at: bind('at'),
    }),
  )

const prepareFindTaken = ({ sqlite }: ConnectionContext) =>
  prepareFirst(
    sqlite,
    (bind: Bind<{ connectionId: number; companyId: TargetCompanyId; targetId: TargetEmployeeId }>) =>
      query
        .selectFrom('link')
        .select('source_id')
        .where('connection_id', '=', bind('connectionId'))
        .where('company_id', '=', bind('companyId'))
        .where('target_id', '=', bind('targetId'))
        .where('status', '=', 'connected'),
  )

const toTaken = (
  link: { companyId: string; targetId: string },
  holder: string,
  wanted: string,
): ConfigError =>
  new ConfigError(
    `employee ${link.targetId} of company ${link.companyId} in Nmbrs is already connected to ${holder} in AlexisHR, ` +
      `so they cannot be connected to ${wanted}. If that is the wrong pair, run "nmbrs-sync disconnect ${holder}" first.`,
  )

const toLinkNote = (link: Link, said: string | undefined): AuditFacts => {
  const { targetId, origin, reason, until } = toFacts(link)
  const { status: code, companyId, sourceId: subject } = link
  return {
    kind: 'link-changed',
    companyId,
    subject,
    targetId,
    code,
    detail: origin ?? until,
    reason: said ?? reason,
  }
}

/**
 * Gives the function that stores one link, with its history, inside a transaction. Throws `ConfigError` when
 * the target employee is connected to someone else.
 */
export const createLinkWriter = (context: ConnectionContext): ((link: Link, reason?: string) => void) => {
  const upsert = prepareUpsert(context)
  const addHistory = prepareHistory(context)
  const findTaken = prepareFindTaken(context)
  const { connectionId } = context

  const upsertOrExplain = (link: Link, values: LinkValues): number => {
    try {
      return upsert(values).changes
    } catch (error) {
      if (findErrorCode(error) !== 'SQLITE_CONSTRAINT_UNIQUE' || link.status !== 'connected') throw error
      const holder = findTaken({ connectionId, companyId: link.companyId, targetId: link.targetId })
      throw holder === undefined ? error : toTaken(link, holder.source_id, link.sourceId)
    }
  }

  return (link, reason) => {
    const { status, sourceId, companyId } = link
    const values = { connectionId, companyId, sourceId, status, ...toFacts(link), at: context.nowText() }
    if (upsertOrExplain(link, values) === 0) return
    addHistory(values)
    appendAudit(context, toLinkNote(link, reason))
  }
}

const prepareDelete = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<LinkKey>) =>
    query
      .deleteFrom('link')
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where('source_id', '=', bind('sourceId')),
  )

const prepareFindStatus = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<LinkKey>) =>
    query
      .selectFrom('link')
      .select('status')
      .where('connection_id', '=', bind('connectionId'))
      .where('company_id', '=', bind('companyId'))
      .where('source_id', '=', bind('sourceId')),
  )

/**
 * Gives the function that takes a mark away inside a transaction. Throws `ConfigError` for a connected pair.
 */
const createLinkEraser = (context: ConnectionContext): ((key: LinkKey) => void) => {
  const findStatus = prepareFindStatus(context)
  const erase = prepareDelete(context)
  const addHistory = prepareHistory(context)
  return (key) => {
    const status = findStatus(key)?.status
    if (status === undefined) return
    if (status === 'connected') {
      throw new ConfigError(
        `${key.sourceId} is connected. Run "nmbrs-sync disconnect ${key.sourceId}" first.`,
      )
    }
    erase(key)
    addHistory({ ...key, ...noFacts, status: 'deleted', at: context.nowText() })
    appendAudit(context, {
      kind: 'link-forgotten',
      companyId: key.companyId,
      subject: key.sourceId,
      code: status,
    })
  }
}

const preparePage = ({ sqlite }: ConnectionContext) =>
  prepareAll(
    sqlite,
    (bind: Bind<{ connectionId: number; companyId: string; sourceId: string; limit: number }>) =>
      query
        .selectFrom('link')
        .select(['company_id', 'source_id', 'status', 'target_id', 'origin', 'reason', 'until', 'seen'])
        .where('connection_id', '=', bind('connectionId'))
        .where(sql<boolean>`(company_id, source_id) > (${bind('companyId')}, ${bind('sourceId')})`)
        .orderBy('company_id')
        .orderBy('source_id')
        .limit(bind('limit')),
  )

/** Links that free a target employee go before links that take one, so that one list can hand them over. */
const freeingFirst = (links: readonly Link[]): readonly Link[] => [
  ...links.filter((link) => link.status !== 'connected'),
  ...links.filter((link) => link.status === 'connected'),
]

/** Gives the same text for equal texts: a few companies and rules stand in every link. */
const createSharing = (): (<Text extends string | null>(text: Text) => Text) => {
  const known = new Map<string | null, string | null>()
  return <Text extends string | null>(text: Text): Text => {
    if (!known.has(text)) known.set(text, text)
    return known.get(text) as Text // what was put in for an equal text
  }
}

/**
 * The links of one connection. The reason of an ignored person is the user's own text and is kept as typed.
 */
export const createLinkStore = (
  context: ConnectionContext,
  write: (link: Link, reason?: string) => void,
): Pick<LinkStore, 'readLinks' | 'writeLink' | 'writeLinks' | 'deleteLink'> => {
  const readPage = preparePage(context)
  const erase = createLinkEraser(context)
  const { connectionId, queue } = context

  return {
    async readLinks() {
      const links: Link[] = []
      const share = createSharing()
      await readInChunks(
        (last: LinkRow | undefined, limit) =>
          readPage({
            connectionId,
            companyId: last?.company_id ?? '',
            sourceId: last?.source_id ?? '',
            limit,
          }),
        (row) => links.push(toLink({ ...row, company_id: share(row.company_id), origin: share(row.origin) })),
      )
      return links
    },
    writeLink: (link, reason) =>
      queue.run(() => {
        write(link, reason)
      }),
    writeLinks: (links) =>
      queue.run(() => {
        for (const link of freeingFirst(links)) write(link)
      }),
    deleteLink: (sourceId, companyId) =>
      queue.run(() => {
        erase({ connectionId, companyId, sourceId })
      }),
  }
}
