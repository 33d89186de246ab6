import type { AuditFacts } from '../../../domain/audit/audit.js'
import type { DigestValue } from '../../../domain/digest.js'
import { ConfigError } from '../../../domain/errors.js'
import { spellHoldId } from '../../../domain/hold/hold-id.js'
import type { Hold, NewHold } from '../../../domain/hold/hold.js'
import type { HoldId } from '../../../domain/ids.js'
import type { FieldName } from '../../../domain/sections.js'
import type { HoldBook } from '../../../run/store/holds.js'
import { appendAudit, asStored } from '../../audit/writer.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import {
  prepareAddWord,
  prepareCloseHold,
  prepareHoldById,
  prepareHoldHistory,
  prepareIsTaken,
  prepareOpenHold,
  prepareOpenHolds,
  prepareOpenHoldsOf,
  prepareSending,
  type HoldRow,
} from './hold-statements.js'
import { createWordReader, sealSending, sealWord, wordKinds } from './hold-words.js'
import { formatFieldNames, parseFieldNames } from '../../sqlite/field-names.js'
import { readNow } from '../../sqlite/prepare.js'

/** Gives the function that completes the row of a hold with what was said about it. */
export const createHoldReader = (
  context: ConnectionContext,
  digest: DigestValue,
): ((row: HoldRow) => Hold) => {
  const readWords = createWordReader(context, digest)
  return (row) => ({
    id: row.id,
    subject: row.subject,
    companyId: row.company_id,
    targetId: row.target_id,
    section: row.section,
    // The names of a change's fields were stored, and nothing else.
    fields: parseFieldNames(context.phrases.getText(row.fields)) as FieldName[],
    reason: row.reason,
    digest: row.digest,
    openedAt: row.opened_at,
    words: readWords(row),
    sending:
      row.sending_at !== null &&
      row.sending_seal === sealSending(digest, context.connection, row, row.sending_at),
    closed:
      row.closed_how === null || row.closed_at === null ? null : { how: row.closed_how, at: row.closed_at },
  })
}

/**
 * Gives the function that stores a hold inside a transaction, unless an open one stands for the same change.
 */
const createOpener = (context: ConnectionContext, digest: DigestValue): ((wanted: NewHold) => void) => {
  const { connectionId } = context
  const open = prepareOpenHold(context)
  const findOpen = prepareOpenHoldsOf(context)
  const isTaken = prepareIsTaken(context)

  /** An id that no hold has or ever had. */
  const findFreeId = (wanted: NewHold): HoldId => {
    for (let attempt = 1; ; attempt += 1) {
      const id = spellHoldId(digest(wanted.subject, 'hold id', `${wanted.digest} ${attempt}`))
      if (isTaken({ id }) === undefined) return id
    }
  }

  return (wanted) => {
    const { companyId, subject, targetId, section, fields, reason, digest: what } = wanted
    const known = findOpen({ connectionId, companyId, subject, section })
    if (known.some((row) => row.digest === what)) return
    const names = context.phrases.ensureId(formatFieldNames(fields))
    const at = context.nowText()
    const values = { companyId, subject, targetId, section, fields: names, reason, digest: what, at }
    const id = findFreeId(wanted)
    open({ connectionId, id, ...values })
    const about = { companyId, subject, targetId, section, fields }
    appendAudit(context, { ...about, kind: 'hold-opened', operation: 'update', code: reason, reference: id })
  }
}

/** What an entry about a hold says of it. */
const toNote = (hold: Hold): Omit<AuditFacts, 'kind'> => ({
  companyId: hold.companyId,
  subject: hold.subject,
  targetId: hold.targetId,
  operation: 'update',
  section: hold.section,
  fields: hold.fields,
  code: hold.reason,
  reference: hold.id,
})

/** Gives the function that ends a hold inside a transaction. */
const createCloser = (
  context: ConnectionContext,
  digest: DigestValue,
): ((id: HoldId, how: 'used' | 'superseded') => void) => {
  const { connectionId } = context
  const find = prepareHoldById(context)
  const close = prepareCloseHold(context)
  const toHold = createHoldReader(context, digest)
  return (id, how) => {
    const row = find({ connectionId, id })
    if (row === undefined || close({ connectionId, id, how, at: context.nowText() }).changes === 0) return
    const kind = how === 'used' ? 'hold-used' : 'hold-expired'
    appendAudit(context, { ...toNote(toHold(row)), kind, detail: how })
  }
}

/** Gives the function that says, inside a transaction, what became of the release that a write took. */
export const createReleaseSettler = (
  context: ConnectionContext,
  digest: DigestValue,
): ((id: HoldId, how: 'used' | 'kept') => void) => {
  const { connectionId } = context
  const close = createCloser(context, digest)
  const setSending = prepareSending(context)
  return (id, how) => {
    if (how === 'used') close(id, how)
    else setSending({ connectionId, id, at: null, seal: null })
  }
}

/** The holds of one connection. The reasons people type are kept as typed. */
export const createHoldStore = (context: ConnectionContext, digest: DigestValue): HoldBook => {
  const { connectionId, queue } = context
  const open = createOpener(context, digest)
  const readOpen = prepareOpenHolds(context)
  const readHistory = prepareHoldHistory(context)
  const toHold = createHoldReader(context, digest)
  const close = createCloser(context, digest)
  const addWord = createWordWriter(context, digest)

  return {
    readHolds: () => readNow(() => readOpen({ connectionId }).map(toHold)),
    readHoldHistory: () => readNow(() => readHistory({ connectionId }).map(toHold)),
    openHolds: (wanted) =>
      queue.run(() => {
        for (const one of wanted) open(one)
      }),
    closeHolds: (gone) =>
      queue.run(() => {
        for (const { id, how } of gone) close(id, how)
      }),
    addHoldWord: (id, word) => queue.run(() => addWord(id, word)),
  }
}

const createWordWriter = (context: ConnectionContext, digest: DigestValue) => {
  const { connection, connectionId } = context
  const find = prepareHoldById(context)
  const add = prepareAddWord(context)
  const toHold = createHoldReader(context, digest)
  return (id: HoldId, word: Parameters<HoldBook['addHoldWord']>[1]): Hold => {
    const row = find({ connectionId, id })
    if (row === undefined)
      throw new ConfigError(`There is no hold ${id}. See which there are: nmbrs-sync holds`)
    if (row.closed_how !== null) throw new ConfigError(toClosedText(id, row.closed_how))
    const note = { ...toNote(toHold(row)), kind: wordKinds[word.word], runId: null, reason: word.reason }
    const entry = appendAudit(context, { ...note, detail: 'sealed' })
    // As the database gives them back, so that the seal of what was read is the seal of what was said.
    const said = {
      word: word.word,
      actor: asStored(context.act.actor),
      reason: asStored(word.reason),
      at: context.nowText(),
      entry,
    }
    add({ id, ...said, seal: sealWord(digest, connection, row, said) })
    return toHold(row)
  }
}

const toClosedText = (id: HoldId, how: 'used' | 'superseded'): string =>
  how === 'used'
    ? `Hold ${id} is over: its change was sent. See all: nmbrs-sync holds --all`
    : `Hold ${id} is over: its change is not there any more. See what waits now: nmbrs-sync holds`
