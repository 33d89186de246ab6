import type Database from 'better-sqlite3'
import type { Actor } from '../domain/actor.js'
import type { AuditFacts } from '../domain/audit.js'
import type { RunId } from '../domain/ids.js'
import { hashEntry, noHash, toAuditKey } from './audit-hash.js'
import { formatFields, toChainedTexts, type AuditRow } from './audit-row.js'
import type { ConnectionContext } from './context.js'
import type { Phrases } from './phrases.js'
import { prepareFirst, prepareWrite, query, type Bind } from './prepare.js'

/** Adds one entry to the end of the chain. Only inside a transaction: the entry and what it is about are stored together or not at all. */
export type AuditWriter = (connection: string | null, runId: RunId | null, facts: AuditFacts) => void

const prepareEnd = (sqlite: Database.Database) =>
  prepareFirst(sqlite, () =>
    query.selectFrom('audit').select(['number', 'hash']).orderBy('number', 'desc').limit(1),
  )

const prepareAppend = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<AuditRow>) =>
    query.insertInto('audit').values({
      number: bind('number'),
      at: bind('at'),
      actor: bind('actor'),
      connection: bind('connection'),
      run_id: bind('run_id'),
      kind: bind('kind'),
      company_id: bind('company_id'),
      subject: bind('subject'),
      target_id: bind('target_id'),
      section: bind('section'),
      operation: bind('operation'),
      fields: bind('fields'),
      code: bind('code'),
      detail: bind('detail'),
      reason: bind('reason'),
      reference: bind('reference'),
      hash: bind('hash'),
    }),
  )

/** The text as the database gives it back: half of a surrogate pair becomes a replacement character there. */
const asStored = <Text extends string>(text: Text | null | undefined): Text | null => {
  if (text === null || text === undefined) return null
  return /\p{Surrogate}/u.test(text) ? (Buffer.from(text).toString() as Text) : text
}

interface WriterParts {
  sqlite: Database.Database
  phrases: Phrases
  nowText: () => string
  /** The key of the state. */
  key: Buffer
  actor: Actor
}

export const createAuditWriter = ({ sqlite, phrases, nowText, key, actor }: WriterParts): AuditWriter => {
  const findEnd = prepareEnd(sqlite)
  const append = prepareAppend(sqlite)
  const auditKey = toAuditKey(key)

  return (connection, runId, facts) => {
    // Another process may have added entries meanwhile, so the end is never remembered.
    const end = findEnd({}) ?? { number: 0, hash: noHash }
    const fields = formatFields(facts.fields ?? null)
    const number = end.number + 1
    const row = {
      at: nowText(),
      actor,
      connection,
      run_id: asStored(runId),
      kind: facts.kind,
      company_id: asStored(facts.companyId),
      subject: asStored(facts.subject),
      target_id: asStored(facts.targetId),
      section: facts.section ?? null,
      operation: facts.operation ?? null,
      code: asStored(facts.code),
      detail: asStored(facts.detail),
      reason: asStored(facts.reason),
      reference: asStored(facts.reference),
    }
    append({
      ...row,
      number,
      fields: fields === null ? null : phrases.ensureId(fields),
      hash: hashEntry(auditKey, end.hash, number, toChainedTexts(row, fields)),
    })
  }
}

/**
 * Adds an entry about this connection to the audit chain, in the transaction of what it records: call it inside `queue.run`. Who acts
 * and when, the connection and the run that goes on are filled in.
 */
export const appendAudit = (context: ConnectionContext, facts: AuditFacts): void => {
  const { audit, connection, run } = context
  audit(connection, facts.runId === undefined ? run.current : facts.runId, facts)
}
