import type { NewIntent } from '../../../apply/journal.js'
import type {
  HoldId,
  IntentId,
  SourceEmployeeId,
  TargetCompanyId,
  TargetEmployeeId,
} from '../../../domain/ids.js'
import type { Section } from '../../../domain/sections.js'
import type { IntentJournal } from '../../../run/store/intents.js'
import type { StateContext } from '../../sqlite/context.js'
import { prepareAll, prepareFirst, prepareWrite, query, type Bind } from '../../sqlite/prepare.js'

// The intent table's statements. An intent belongs to a connection through its run.

export interface IntentKey {
  connectionId: number
  id: IntentId
}

interface IntentValues {
  runNumber: number
  subject: SourceEmployeeId
  companyId: TargetCompanyId
  targetId: TargetEmployeeId | null
  kind: NewIntent['kind']
  section: Section
  fields: number
  replaces: string | null
  holdId: HoldId | null
  sent: string | null
  at: string
}

export const prepareOpen = ({ sqlite }: StateContext) =>
  prepareWrite(sqlite, (bind: Bind<IntentValues>) =>
    query.insertInto('intent').values({
      run_number: bind('runNumber'),
      subject: bind('subject'),
      company_id: bind('companyId'),
      target_id: bind('targetId'),
      kind: bind('kind'),
      section: bind('section'),
      fields: bind('fields'),
      replaces: bind('replaces'),
      hold_id: bind('holdId'),
      sent: bind('sent'),
      opened_at: bind('at'),
    }),
  )

/** One intent, with the number of its outcome when it has one. */
export const prepareFind = ({ sqlite }: StateContext) =>
  prepareFirst(sqlite, (bind: Bind<IntentKey>) =>
    query
      .selectFrom('intent')
      .innerJoin('run', 'run.number', 'intent.run_number')
      .leftJoin('outcome', 'outcome.intent_id', 'intent.id')
      .select(['intent.run_number', 'intent.subject', 'intent.company_id', 'intent.target_id', 'intent.kind'])
      .select(['intent.section', 'intent.fields', 'intent.replaces', 'intent.sent', 'intent.settled'])
      .select('intent.hold_id')
      .select('run.id as run_id')
      .select('outcome.id as outcome_id')
      .where('run.connection_id', '=', bind('connectionId'))
      .where('intent.id', '=', bind('id')),
  )

export type IntentRow = NonNullable<ReturnType<ReturnType<typeof prepareFind>>>

export const prepareReplaces = ({ sqlite }: StateContext) =>
  prepareWrite(sqlite, (bind: Bind<{ id: IntentId; replaces: string }>) =>
    query
      .updateTable('intent')
      .set({ replaces: bind('replaces') })
      .where('id', '=', bind('id')),
  )

export type Settled = 'answered' | Parameters<IntentJournal['resolveIntents']>[1]

export const prepareSettle = ({ sqlite }: StateContext) =>
  prepareWrite(sqlite, (bind: Bind<IntentKey & { settled: Settled; at: string }>) =>
    query
      .updateTable('intent')
      .set({ settled: bind('settled'), settled_at: bind('at') })
      .where('id', '=', bind('id'))
      .where('settled', 'is', null)
      .where(
        'run_number',
        'in',
        query.selectFrom('run').select('number').where('connection_id', '=', bind('connectionId')),
      ),
  )

/** The bank accounts that a person's open writes still have to end. */
export const prepareUnsettledReplaces = ({ sqlite }: StateContext) =>
  prepareAll(
    sqlite,
    (bind: Bind<{ connectionId: number; companyId: TargetCompanyId; subject: SourceEmployeeId }>) =>
      query
        .selectFrom('intent')
        .innerJoin('run', 'run.number', 'intent.run_number')
        .select('replaces')
        .where('run.connection_id', '=', bind('connectionId'))
        .where('company_id', '=', bind('companyId'))
        .where('subject', '=', bind('subject'))
        .where('settled', 'is', null)
        .orderBy('intent.id'),
  )

export const prepareUnsettled = ({ sqlite }: StateContext) =>
  prepareAll(sqlite, (bind: Bind<{ connectionId: number }>) =>
    query
      .selectFrom('intent')
      .innerJoin('run', 'run.number', 'intent.run_number')
      .select(['intent.id', 'subject', 'company_id', 'target_id', 'kind', 'section', 'replaces', 'sent'])
      .where('run.connection_id', '=', bind('connectionId'))
      .where('settled', 'is', null)
      .orderBy('intent.id'),
  )
