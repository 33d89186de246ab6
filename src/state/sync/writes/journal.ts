import type { IntentClosing, Journal, NewIntent } from '../../../apply/journal.js'
import type { AuditFacts } from '../../../domain/audit/audit.js'
import { sectionsIn, type Baselines } from '../../../domain/baseline.js'
import { InternalError } from '../../../domain/errors.js'
import type {
  HoldId,
  IntentId,
  SourceEmployeeId,
  TargetCompanyId,
  TargetEmployeeId,
  TargetRecordId,
} from '../../../domain/ids.js'
import type { Refusal } from '../../../domain/hold/lasting-refusal.js'
import type { Link } from '../../../domain/link.js'
import type { PayrollTask } from '../../../domain/pay/payroll-task.js'
import type { Section } from '../../../domain/sections.js'
import type { IntentJournal, OpenIntent } from '../../../run/store/intents.js'
import type { SettledSection } from '../../../run/store/baselines.js'
import { appendAudit } from '../../audit/writer.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import {
  prepareFind,
  prepareOpen,
  prepareReplaces,
  prepareSettle,
  prepareUnsettled,
  type IntentRow,
  type Settled,
} from './intent-statements.js'
import { formatFieldNames, parseFieldNames } from '../../sqlite/field-names.js'
import { prepareOutcome } from '../runs/outcomes.js'
import { toSettledElsewhere } from '../../sqlite/lease/lease-errors.js'
import { readNow } from '../../sqlite/prepare.js'
import { createRunNumbers } from '../runs/runs.js'

const formatReplaces = (ids: readonly TargetRecordId[]): string | null =>
  ids.length === 0 ? null : JSON.stringify(ids)

// Written by formatReplaces and nothing else.
export const parseReplaces = (text: string | null): TargetRecordId[] =>
  text === null ? [] : (JSON.parse(text) as TargetRecordId[])

/** Gives the function that records an intent inside a transaction. */
const createOpener = (context: ConnectionContext): ((intent: NewIntent) => IntentId) => {
  const open = prepareOpen(context)
  const getRunNumber = createRunNumbers(context)
  return (intent) => {
    const { runId, subject, companyId, targetId, kind, section, fields, replaces = [], hold, sent } = intent
    const { rowId: id } = open({
      runNumber: getRunNumber(runId),
      subject,
      companyId,
      targetId,
      kind,
      section,
      fields: context.phrases.ensureId(formatFieldNames(fields)),
      replaces: formatReplaces(replaces),
      holdId: hold ?? null,
      sent: sent === undefined ? null : JSON.stringify(sent),
      at: context.nowText(),
    })
    const about = { runId, subject, companyId, targetId, operation: kind, section, fields }
    appendAudit(context, { kind: 'write-begun', ...about, reference: String(id) })
    return id
  }
}

/** What an entry about an intent says of it. */
const toNote = (context: ConnectionContext, id: IntentId, intent: IntentRow): Omit<AuditFacts, 'kind'> => ({
  companyId: intent.company_id,
  subject: intent.subject,
  targetId: intent.target_id,
  operation: intent.kind,
  section: intent.section,
  fields: parseFieldNames(context.phrases.getText(intent.fields)),
  reference: String(id),
})

/**
 * Gives the function that gives an intent that has no outcome yet. What another run found out about it is a
 * lost lease, no bug.
 */
const createPending = (context: ConnectionContext) => {
  const find = prepareFind(context)
  return (id: IntentId) => {
    const intent = find({ connectionId: context.connectionId, id })
    if (intent === undefined) throw new InternalError(`intent ${id} was never opened`)
    if (intent.settled === 'answered' || intent.outcome_id !== null) {
      throw new InternalError(`intent ${id} has ended before`)
    }
    if (intent.settled !== null) throw toSettledElsewhere()
    return intent
  }
}

/** Gives the function that adds to the records an intent replaces, inside a transaction. */
const createReplacedNoter = (
  context: ConnectionContext,
): ((id: IntentId, replaces: readonly TargetRecordId[]) => void) => {
  const getPending = createPending(context)
  const setReplaces = prepareReplaces(context)
  return (id, replaces) => {
    const intent = getPending(id)
    const all = new Set([...parseReplaces(intent.replaces), ...replaces])
    setReplaces({ id, replaces: JSON.stringify([...all]) })
    for (const detail of replaces) {
      appendAudit(context, {
        ...toNote(context, id, intent),
        kind: 'bank-account-ending',
        fields: null,
        detail,
      })
    }
  }
}

/**
 * Whether nothing is left to find out or to finish. An answer that was lost leaves the intent open: the next
 * run has to look before it writes again. So does a replacement that failed, because the new record may stand
 * beside the old one already.
 */
const isFinished = (
  { outcome, reason }: IntentClosing,
  { replaces, sent }: Pick<IntentRow, 'replaces' | 'sent'>,
): boolean => {
  if (outcome === 'unknown' || (outcome === 'failed' && replaces !== null)) return false
  // Parts of an old address that were to be emptied may stand beside the new one.
  return !(reason === 'write-not-confirmed' && sent !== null)
}

/** Stores rows that belong to a write, inside its transaction. */
export interface Writers {
  writeLink: (link: Link) => void
  writeBaseline: (settled: SettledSection) => void
  /**
   * Says what became of the release that a write used: `used` when it was made, `kept` when it surely was
   * not.
   */
  settleRelease: (id: HoldId, how: 'used' | 'kept') => void
  writeRefusal: (refusal: Refusal) => void
  openTask: (task: Pick<PayrollTask, 'companyId' | 'subject' | 'targetId' | 'code'>) => void
}

/** A release stays with a write of which it is not known whether it was made, for exactly that value. */
const settleRelease = (
  id: HoldId,
  closing: IntentClosing,
  intent: Pick<IntentRow, 'replaces' | 'sent'>,
  writers: Writers,
): void => {
  if (closing.outcome === 'applied' || closing.outcome === 'unchanged') writers.settleRelease(id, 'used')
  else if (isFinished(closing, intent)) writers.settleRelease(id, 'kept')
}

/** Gives the function that puts on record how a write ended, and which bank accounts it ended. */
const createEndRecorder =
  (context: ConnectionContext) =>
  (id: IntentId, intent: IntentRow, { outcome, reason }: IntentClosing): void => {
    const about = { ...toNote(context, id, intent), runId: intent.run_id }
    appendAudit(context, { ...about, kind: 'write-ended', code: outcome, detail: reason })
    if (outcome !== 'applied') return
    for (const detail of parseReplaces(intent.replaces)) {
      appendAudit(context, { ...about, kind: 'bank-account-ended', fields: null, detail })
    }
  }

/** Gives the function that stores how a write ended and what it settled, inside one transaction. */
const createCloser = (
  context: ConnectionContext,
  writers: Writers,
): ((id: IntentId, closing: IntentClosing) => void) => {
  const getPending = createPending(context)
  const settle = prepareSettle(context)
  const addOutcome = prepareOutcome(context)
  const record = createEndRecorder(context)
  const { connectionId } = context

  return (id, closing) => {
    const { outcome, reason, link, baseline, settled = {}, refusal, task } = closing
    const intent = getPending(id)
    const { run_number: runNumber, subject, company_id: companyId, kind, section, fields } = intent
    const targetId = link?.targetId ?? intent.target_id
    addOutcome({ runNumber, intentId: id, subject, targetId, kind, section, fields, outcome, reason })
    record(id, { ...intent, target_id: targetId }, closing)
    if (isFinished(closing, intent)) {
      settle({ connectionId, id, settled: 'answered', at: context.nowText() })
    }
    if (intent.hold_id !== null) settleRelease(intent.hold_id, closing, intent, writers)
    if (link !== undefined) writers.writeLink({ status: 'connected', sourceId: subject, companyId, ...link })
    for (const [section, value] of sectionsIn(settled)) {
      writers.writeBaseline({ subject, companyId, section, baseline: value })
    }
    if (baseline !== undefined) {
      writers.writeBaseline({ subject, companyId, section: baseline.section, baseline: baseline.value })
    }
    if (refusal !== undefined) writers.writeRefusal({ companyId, subject, section, ...refusal })
    if (task !== undefined && targetId !== null)
      writers.openTask({ companyId, subject, targetId, code: task })
  }
}

/** Gives the function that closes an intent whose end was found out by reading, inside a transaction. */
const createSettler = (context: ConnectionContext): ((id: IntentId, settled: Settled) => void) => {
  const find = prepareFind(context)
  const settle = prepareSettle(context)
  const { connectionId } = context
  return (id, settled) => {
    const intent = find({ connectionId, id })
    if (intent === undefined || settle({ connectionId, id, settled, at: context.nowText() }).changes === 0)
      return
    appendAudit(context, { ...toNote(context, id, intent), kind: 'write-settled', code: settled })
  }
}

interface UnsettledRow {
  id: IntentId
  subject: SourceEmployeeId
  company_id: TargetCompanyId
  target_id: TargetEmployeeId | null
  kind: NewIntent['kind']
  section: Section
  replaces: string | null
  sent: string | null
}

// Written by the opener and nothing else.
const parseSent = (text: string | null): Pick<OpenIntent, 'sent'> =>
  text === null ? {} : { sent: JSON.parse(text) as Baselines }

const toOpenIntent = ({
  company_id: companyId,
  target_id: targetId,
  replaces,
  sent,
  ...row
}: UnsettledRow): OpenIntent => ({
  ...row,
  companyId,
  targetId,
  replaces: parseReplaces(replaces),
  ...parseSent(sent),
})

/** The record of writes of one connection. */
export const createJournal = (context: ConnectionContext, writers: Writers): Journal & IntentJournal => {
  const open = createOpener(context)
  const note = createReplacedNoter(context)
  const close = createCloser(context, writers)
  const readUnsettled = prepareUnsettled(context)
  const settle = createSettler(context)
  const { connectionId, queue } = context

  return {
    openIntent: (intent) => queue.run(() => open(intent)),
    noteReplaced: (id, replaces) =>
      queue.run(() => {
        note(id, replaces)
      }),
    closeIntent: (id, closing) =>
      queue.run(() => {
        close(id, closing)
      }),
    readOpenIntents: () => readNow(() => readUnsettled({ connectionId }).map(toOpenIntent)),
    resolveIntents: (ids, how) =>
      queue.run(() => {
        for (const id of ids) settle(id, how)
      }),
  }
}
