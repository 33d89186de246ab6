import { createHmac, randomBytes } from 'node:crypto'

import { sql } from 'kysely'
import { ConfigError } from '../../domain/errors.js'
import type { AuditFacts } from '../../domain/audit/audit.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { ForgetBook, ForgetEnd, KeptOfPerson } from '../../run/store/forgetting.js'
import { toRecordBroken } from '../audit/audit-end.js'
import type { ReadAuditRow } from '../audit/row.js'
import { selectEntries } from '../audit/select-entries.js'
import { appendAudit } from '../audit/writer.js'
import type { ConnectionContext } from '../sqlite/context.js'
import { prepareAll, readNow, type Bind } from '../sqlite/prepare.js'
import { compactIfWanted, wantCompact } from './compact.js'
import { findLastNoted, readKnown, waitsNow } from './known-people.js'
import {
  countKept,
  isOfOpenHold,
  leaveOutOfScope,
  reasonRemovals,
  removals,
  selectTargets,
} from './person-rows.js'
import { withoutPerson } from './take-away.js'

type Counted = KeptOfPerson['counts'] & { activeLogins: number; openCreations: number }

interface Target {
  company_id: TargetCompanyId
  target_id: TargetEmployeeId
}

const prepareEntries = (context: ConnectionContext) =>
  prepareAll(context.sqlite, (bind: Bind<{ connection: string; subject: SourceEmployeeId }>) =>
    selectEntries()
      .where('connection', '=', bind('connection'))
      .where(
        sql<boolean>`(subject = ${bind('subject')} OR (subject IS NULL AND kind IN ('id-paired', 'id-unpaired')
          AND code = 'employee' AND target_id IN (SELECT target_id FROM target)))`,
      )
      .orderBy('number'),
  )

const prepareEntry = (context: ConnectionContext) =>
  prepareAll(context.sqlite, (bind: Bind<{ number: number }>) =>
    selectEntries().where('number', '=', bind('number')),
  )

/** No one has the key afterwards, so no one can tell whose pseudonym it is. */
const toPseudonym = (subject: SourceEmployeeId): string =>
  `forgotten-${createHmac('sha256', randomBytes(32)).update(subject).digest('base64url').slice(0, 16)}`

/** What is kept of one person of a connection, and how it is forgotten. */
export const createForgetBook = (context: ConnectionContext): ForgetBook => {
  const { queue } = context
  return {
    readKept: (subject) => readNow(() => readKept(context, subject)),
    forget: async (subject, reason) => {
      const end = await queue.run(() => forgetPerson(context, subject, { runId: null, reason }))
      return { ...end, isCompact: await compactIfWanted(context) }
    },
    forgetReason: async (number) => {
      await queue.run(() => {
        forgetReason(context, number)
      })
      await compactIfWanted(context)
    },
    readKnown: () => readNow(() => readKnown(context)),
    findLastNoted: (subject) => readNow(() => findLastNoted(context, subject)),
    forgetUnlessWaiting: (subject, afterDays) =>
      queue.run(() =>
        waitsNow(context, subject)
          ? undefined
          : forgetPerson(context, subject, { reference: `forgetAfterDays=${afterDays}` }),
      ),
    compact: () => compactIfWanted(context),
  }
}

const readKept = (
  { sqlite, connection: name, connectionId: connection }: ConnectionContext,
  subject: SourceEmployeeId,
): KeptOfPerson => {
  const counted = sqlite.prepare(countKept).get({ connection, name, subject }) as Counted
  const { activeLogins, openCreations, ...counts } = counted
  const targets = sqlite.prepare(selectTargets).all({ connection, subject }) as Target[]
  return {
    counts,
    hasActiveLogin: activeLogins > 0,
    hasOpenCreation: openCreations > 0,
    targets: targets.map(({ company_id, target_id }) => ({ companyId: company_id, targetId: target_id })),
  }
}

const forgetPerson = (
  context: ConnectionContext,
  subject: SourceEmployeeId,
  facts: Pick<AuditFacts, 'runId' | 'reference'> & { reason?: string | undefined },
): ForgetEnd => {
  const { sqlite, connection: name, connectionId: connection } = context
  const pseudonym = toPseudonym(subject)
  sqlite.exec('CREATE TEMP TABLE IF NOT EXISTS target (company_id TEXT, target_id TEXT); DELETE FROM target;')
  sqlite.prepare(`INSERT INTO target ${selectTargets}`).run({ connection, subject })
  const entries = prepareEntries(context)({ connection: name, subject })
  for (const entry of entries) {
    ensureOnRecord(context, entry)
    context.takeAway.leave(withoutPerson(entry, pseudonym))
  }
  sqlite.prepare(leaveOutOfScope).run({ connection, subject })
  for (const text of removals) sqlite.prepare(text).run({ connection, subject })
  if (subject.length >= shortestId) replaceInTexts(context, subject, pseudonym)
  const { reason = null, ...noted } = facts
  const said = { kind: 'person-forgotten', code: `entries=${entries.length}`, detail: pseudonym } as const
  appendAudit(context, { ...said, ...noted, reason })
  wantCompact(context)
  return { pseudonym, entries: entries.length }
}

/**
 * What someone changed by other ways is never made good by a new seal. Throws `AbortError` (`record-broken`).
 */
const ensureOnRecord = (context: ConnectionContext, entry: ReadAuditRow): void => {
  if (!context.isOnRecord(entry)) throw toRecordBroken({ number: entry.number, problem: 'changed' })
}

/**
 * An id of AlexisHR has 24 signs (AlexisHR contract, section 2); something short could stand in a text for
 * something else.
 */
const shortestId = 12

/** Other people's findings can name a person, as those who share an employee number. */
const replaceInTexts = ({ sqlite, phrases }: ConnectionContext, subject: string, pseudonym: string): void => {
  for (const [table, column] of [
    ['phrase', 'text'],
    ['run', 'error'],
  ])
    sqlite
      .prepare(
        `UPDATE ${table} SET ${column} = replace(${column}, @subject, @pseudonym) WHERE instr(${column}, @subject) > 0`,
      )
      .run({ subject, pseudonym })
  phrases.forget()
}

/** Takes a typed reason out of the record, and from what it was typed for. */
const forgetReason = (context: ConnectionContext, number: number): void => {
  const { sqlite, connection } = context
  const [entry] = prepareEntry(context)({ number })
  if (entry?.connection !== connection || entry.reason === null)
    throw new ConfigError(`Entry ${number} of the record has no typed reason. See: nmbrs-sync audit list`)
  const isOpen = sqlite.prepare(isOfOpenHold).pluck().get({ number }) === 1
  if (isOpen)
    throw new ConfigError(
      `What was said in entry ${number} still counts with its reason. Wait until the change was sent, or reject it: nmbrs-sync holds`,
    )
  ensureOnRecord(context, entry)
  context.takeAway.reason(entry)
  for (const text of reasonRemovals)
    sqlite
      .prepare(text)
      .run({ number, connectionId: context.connectionId, subject: entry.subject, reason: entry.reason })
  appendAudit(context, { kind: 'reason-forgotten', runId: null, reference: `${number}` })
  wantCompact(context)
}
