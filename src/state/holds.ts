import type { AuditFacts } from '../domain/audit.js'
import type { DigestValue } from '../domain/digest.js'
import { ConfigError } from '../domain/errors.js'
import { spellHoldId } from '../domain/hold-id.js'
import type { Hold, NewHold } from '../domain/hold.js'
import type { HoldId } from '../domain/ids.js'
import type { FieldName } from '../domain/sections.js'
import type { HoldBook } from '../run/store.js'
import { appendAudit } from './audit-writer.js'
import type { ConnectionContext } from './context.js'
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
  prepareWords,
  type HoldRow,
} from './hold-statements.js'
import { formatFieldNames, parseFieldNames } from './outcomes.js'
import { readNow } from './prepare.js'

/** Gives the function that completes the row of a hold with what was said about it. */
export const createHoldReader = (context: ConnectionContext): ((row: HoldRow) => Hold) => {
  const readWords = prepareWords(context)
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
    words: readWords({ id: row.id }),
    sending: row.sending_at !== null,
    closed:
      row.closed_how === null || row.closed_at === null ? null : { how: row.closed_how, at: row.closed_at },
  })
}

/** Gives the function that stores a hold inside a transaction, unless an open one stands for the same change. */
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
const createCloser = (context: ConnectionContext): ((id: HoldId, how: 'used' | 'superseded') => void) => {
  const { connectionId } = context
  const find = prepareHoldById(context)
  const close = prepareCloseHold(context)
  const toHold = createHoldReader(context)
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
): ((id: HoldId, how: 'used' | 'kept') => void) => {
  const { connectionId } = context
  const close = createCloser(context)
  const setSending = prepareSending(context)
  return (id, how) => {
    if (how === 'used') close(id, how)
    else setSending({ connectionId, id, at: null })
  }
}

/** The holds of one connection. The reasons people type are kept as typed. */
export const createHoldStore = (context: ConnectionContext, digest: DigestValue): HoldBook => {
  const { connectionId, queue } = context
  const open = createOpener(context, digest)
  const readOpen = prepareOpenHolds(context)
  const readHistory = prepareHoldHistory(context)
  const toHold = createHoldReader(context)
  const close = createCloser(context)
  const addWord = createWordWriter(context)

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

const createWordWriter = (context: ConnectionContext) => {
  const { connectionId } = context
  const find = prepareHoldById(context)
  const add = prepareAddWord(context)
  const toHold = createHoldReader(context)
  return (id: HoldId, word: Parameters<HoldBook['addHoldWord']>[1]): Hold => {
    const row = find({ connectionId, id })
    if (row === undefined)
      throw new ConfigError(`There is no hold ${id}. See which there are: nmbrs-sync holds`)
    if (row.closed_how !== null) throw new ConfigError(toClosedText(id, row.closed_how))
    add({ id, ...word, at: context.nowText() })
    const hold = toHold(row)
    const kind = word.word === 'release' ? 'hold-released' : 'hold-rejected'
    appendAudit(context, { ...toNote(hold), kind, runId: null, reason: word.reason })
    return hold
  }
}

const toClosedText = (id: HoldId, how: 'used' | 'superseded'): string =>
  how === 'used'
    ? `Hold ${id} is over: its change was sent. See all: nmbrs-sync holds --all`
    : `Hold ${id} is over: its change is not there any more. See what waits now: nmbrs-sync holds`
