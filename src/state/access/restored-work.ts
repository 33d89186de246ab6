import type { Act } from '../../domain/audit/act.js'
import Database from 'better-sqlite3'
import type { AuditFacts } from '../../domain/audit/audit.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { StateContext } from '../sqlite/context.js'

/**
 * Work about one login of which someone may have been told, and of which the backup cannot know what became.
 */
interface WorkInDoubt {
  connection: string
  portal: string
  subject: AccessSubject
  kind: string
}

interface FormerOrder extends WorkInDoubt {
  work: string
  ends_login: number
  template: string | null
  permissions: string | null
  email_kind: string | null
  email: string | null
  user_name: string | null
  language: string | null
  level: string | null
  wanted_at: string
  told_at: string
}

/** The latest work about each person, and the latest link, of which someone was told, or may have been. */
const toldOrders = `
SELECT connection.name AS connection, access_portal.portal, o.subject, o.kind, o.work, o.ends_login, o.template, o.permissions,
    o.email_kind, o.email, o.user_name, o.language, o.level, o.wanted_at, coalesce(o.handed_over_at, o.wanted_at) AS told_at
  FROM access_order AS o
  JOIN access_portal ON access_portal.id = o.portal_id
  JOIN connection ON connection.id = access_portal.connection_id
  WHERE o.id IN (
    SELECT max(id) FROM access_order WHERE state <> 'wanted' OR hand_over_id IN (
      SELECT hand_over_id FROM access_delivery WHERE state IN ('begun', 'unknown', 'arrived'))
    GROUP BY portal_id, subject, kind = 'resend')`

/** Reads what the former state file knows of handed-over work; nothing, when it cannot be read. */
const readFormer = (path: string): readonly FormerOrder[] => {
  let former: Database.Database | undefined
  try {
    former = new Database(path, { readonly: true, fileMustExist: true })
    return former.prepare<[], FormerOrder>(toldOrders).all()
  } catch {
    return []
  } finally {
    former?.close()
  }
}

/**
 * For a file that a backup was put into: gives the function that, inside a transaction, puts in doubt what
 * was being handed over when the backup was made, and what the former file handed over since. A person is
 * asked about each before it can be handed over. Gives for how many.
 */
export const createRestoreDoubt = (
  { sqlite, audit, nowText }: Pick<StateContext, 'sqlite' | 'audit' | 'nowText'>,
  act: Act,
  former: string | null,
): (() => number) => {
  const handedOver = former === null ? [] : readFormer(former)
  return () => {
    const at = nowText()
    const open = doubtOpenWork(sqlite, at)
    const asked = new Set(open.map(toName))
    const missed = handedOver.filter((order) => !asked.has(toName(order)) && !isKnown(sqlite, order))
    for (const order of missed) addInDoubt(sqlite, order, at)
    const works = [...open, ...missed]
    for (const work of works) audit(act, work.connection, toDoubtNote(work))
    return works.length
  }
}

const toName = ({ connection, portal, subject }: WorkInDoubt): string =>
  JSON.stringify([connection, portal, subject])

/** What a note about such work says. */
const toDoubtNote = ({ subject, kind, portal }: WorkInDoubt): AuditFacts => ({
  kind: 'login-work-given-up',
  subject,
  code: kind,
  detail: portal,
})

const openWork = `state = 'wanted' AND hand_over_id IN (SELECT id FROM access_hand_over WHERE ended_at IS NULL)`

/** What was being handed over when the backup was made: it may have arrived since, by whichever way. */
const doubtOpenWork = (sqlite: Database.Database, at: string): WorkInDoubt[] => {
  const found = sqlite
    .prepare<[], WorkInDoubt>(
      `SELECT connection.name AS connection, access_portal.portal, access_order.subject, access_order.kind FROM access_order
         JOIN access_portal ON access_portal.id = access_order.portal_id
         JOIN connection ON connection.id = access_portal.connection_id
         WHERE access_order.${openWork}`,
    )
    .all()
  // One word serves one hand-over, and this may have been it.
  sqlite.exec(`DELETE FROM access_request WHERE EXISTS (
    SELECT 1 FROM access_order WHERE ${openWork} AND access_order.portal_id = access_request.portal_id
      AND access_order.subject = access_request.subject AND (access_order.kind = 'resend') = (access_request.ask = 'resend'))`)
  sqlite
    .prepare(
      `UPDATE access_order SET state = 'expired', handed_over_at = wanted_at, answered_at = ?,
         hand_over_id = NULL, batch = NULL, deletion = NULL WHERE ${openWork}`,
    )
    .run(at)
  sqlite.exec(
    `UPDATE access_delivery SET state = 'unknown' WHERE state <> 'arrived'
       AND hand_over_id IN (SELECT id FROM access_hand_over WHERE ended_at IS NULL)`,
  )
  sqlite.prepare('UPDATE access_hand_over SET ended_at = ? WHERE ended_at IS NULL').run(at)
  return found
}

/** Whether the backup has the same work as work of which someone was told. */
const isKnown = (
  sqlite: Database.Database,
  { connection, portal, subject, work, told_at }: FormerOrder,
): boolean =>
  sqlite
    .prepare(
      `SELECT 1 FROM access_order JOIN access_portal ON access_portal.id = access_order.portal_id
         JOIN connection ON connection.id = access_portal.connection_id
         WHERE connection.name = ? AND portal = ? AND subject = ? AND work = ? AND state <> 'wanted'
           AND coalesce(handed_over_at, wanted_at) >= ?`,
    )
    .get(connection, portal, subject, work, told_at) !== undefined

const ensurePortal = (sqlite: Database.Database, { connection, portal }: FormerOrder): number => {
  sqlite.prepare('INSERT OR IGNORE INTO connection (name) VALUES (?)').run(connection)
  sqlite
    .prepare(
      'INSERT OR IGNORE INTO access_portal (connection_id, portal) SELECT id, ? FROM connection WHERE name = ?',
    )
    .run(portal, connection)
  const found = sqlite
    .prepare<[string, string], number>(
      `SELECT access_portal.id FROM access_portal JOIN connection ON connection.id = access_portal.connection_id
         WHERE connection.name = ? AND portal = ?`,
    )
    .pluck()
    .get(connection, portal)
  return Number(found)
}

/** Adds work that the former file handed over, in place of what the backup has under way about the person. */
const addInDoubt = (sqlite: Database.Database, order: FormerOrder, at: string): void => {
  const own = { ...order, at, portalId: ensurePortal(sqlite, order) }
  sqlite
    .prepare(
      `DELETE FROM access_order WHERE portal_id = @portalId AND subject = @subject AND state = 'wanted'`,
    )
    .run(own)
  sqlite
    .prepare(
      `UPDATE access_order SET state = 'expired', answered_at = @at
         WHERE portal_id = @portalId AND subject = @subject AND state = 'handed-over'
           AND (kind = 'resend') = (@kind = 'resend')`,
    )
    .run(own)
  sqlite
    .prepare(
      `DELETE FROM access_request WHERE portal_id = @portalId AND subject = @subject AND (ask = 'resend') = (@kind = 'resend')`,
    )
    .run(own)
  sqlite
    .prepare(
      `INSERT INTO access_order (portal_id, subject, kind, state, work, ends_login, template, permissions, email_kind, email,
           user_name, language, level, wanted_at, handed_over_at, answered_at)
         VALUES (@portalId, @subject, @kind, 'expired', @work, @ends_login, @template, @permissions, @email_kind, @email,
           @user_name, @language, @level, @wanted_at, @told_at, @at)`,
    )
    .run(own)
}
