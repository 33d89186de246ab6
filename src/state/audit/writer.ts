import { randomBytes } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { AuditFacts } from '../../domain/audit/audit.js'
import { hashEntry, markReason, toAuditKey } from './hash.js'
import { formatFields, toChainedTexts, type AuditRow } from './row.js'
import type { AuditEnd } from './audit-end.js'
import type { AuditWriter, ConnectionContext } from '../sqlite/context.js'
import type { Phrases } from '../sqlite/phrases.js'
import { prepareWrite, query, type Bind } from '../sqlite/prepare.js'

const prepareReason = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<{ entry: number; text: string; salt: string | null }>) =>
    query.insertInto('audit_reason').values({
      entry: bind('entry'),
      text: bind('text'),
      salt: bind('salt'),
      gone: null,
    }),
  )

const prepareAppend = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<Omit<AuditRow, 'seal'>>) =>
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
      salt: bind('salt'),
      seal: null,
    }),
  )

/** The text as the database gives it back: half of a surrogate pair becomes a replacement character there. */
export const asStored = <Text extends string>(text: Text): Text =>
  /\p{Surrogate}/u.test(text) ? (Buffer.from(text).toString() as Text) : text

const orNull = <Text extends string>(text: Text | null | undefined): Text | null =>
  text === null || text === undefined ? null : asStored(text)

export interface WriterParts {
  sqlite: Database.Database
  phrases: Phrases
  nowText: () => string
  /** The key of the state. */
  key: Buffer
  end: AuditEnd
  newSalt: () => string | null
}

export const randomSalt = (): string => randomBytes(12).toString('base64url')

export const createAuditWriter = ({
  sqlite,
  phrases,
  nowText,
  key,
  end,
  newSalt,
}: WriterParts): AuditWriter => {
  const append = prepareAppend(sqlite)
  const addReason = prepareReason(sqlite)
  const auditKey = toAuditKey(key)

  return ({ actor, runId }, connection, facts) => {
    // Another process may have added entries meanwhile, so the end is never remembered.
    const last = end.get()
    const fields = formatFields(facts.fields ?? null)
    const number = last.number + 1
    const text = orNull(facts.reason)
    const salt = text === null ? null : newSalt()
    const mark = text === null || salt === null ? null : markReason(auditKey, salt, text)
    const row = {
      at: nowText(),
      actor,
      connection,
      run_id: orNull(runId),
      kind: facts.kind,
      company_id: orNull(facts.companyId),
      subject: orNull(facts.subject),
      target_id: orNull(facts.targetId),
      section: facts.section ?? null,
      operation: facts.operation ?? null,
      code: orNull(facts.code),
      detail: orNull(facts.detail),
      reason: text,
      reason_mark: mark,
      reference: orNull(facts.reference),
      salt: newSalt(),
    }
    const hash = hashEntry(auditKey, last.hash, number, toChainedTexts(row, fields))
    const { reason_mark: reason, ...told } = row
    append({ ...told, reason, number, hash, fields: fields === null ? null : phrases.ensureId(fields) })
    if (text !== null) addReason({ entry: number, text, salt })
    end.move({ number, hash })
    return number
  }
}

/**
 * Adds an entry about this connection to the audit chain, in the transaction of what it records: call it
 * inside `queue.run`. Who acts in which run, when, and the connection are filled in. Gives the number of the
 * entry.
 */
export const appendAudit = (context: ConnectionContext, facts: AuditFacts): number => {
  const { audit, connection, act } = context
  return audit(facts.runId === undefined ? act : { ...act, runId: facts.runId }, connection, facts)
}
