import type { Digest } from '../../../domain/digest.js'
import type { HoldReason, HoldWord } from '../../../domain/hold/hold.js'
import type { HoldId, SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../../domain/ids.js'
import type { MappedSection } from '../../../domain/sections.js'
import type { ConnectionContext } from '../../sqlite/context.js'
import { prepareAll, prepareFirst, prepareWrite, query, type Bind } from '../../sqlite/prepare.js'

// The statements of holds and of what was said about them.

interface HoldKey {
  connectionId: number
  id: HoldId
}

interface HoldValues extends HoldKey {
  companyId: TargetCompanyId
  subject: SourceEmployeeId
  targetId: TargetEmployeeId | null
  section: MappedSection
  fields: number
  reason: HoldReason
  digest: Digest
  at: string
}

const columns = [
  'id',
  'company_id',
  'subject',
  'target_id',
  'section',
  'fields',
  'reason',
  'digest',
  'opened_at',
  'sending_at',
  'sending_seal',
  'closed_how',
  'closed_at',
] as const

/** Adds a hold unless an open one stands for the same change. */
export const prepareOpenHold = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<HoldValues>) =>
    query.insertInto('hold').values({
      id: bind('id'),
      connection_id: bind('connectionId'),
      company_id: bind('companyId'),
      subject: bind('subject'),
      target_id: bind('targetId'),
      section: bind('section'),
      fields: bind('fields'),
      reason: bind('reason'),
      digest: bind('digest'),
      opened_at: bind('at'),
    }),
  )

export const prepareHoldById = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<HoldKey>) =>
    query
      .selectFrom('hold')
      .select(columns)
      .where('connection_id', '=', bind('connectionId'))
      .where('id', '=', bind('id')),
  )

/** Whether any connection has a hold of this id. */
export const prepareIsTaken = ({ sqlite }: ConnectionContext) =>
  prepareFirst(sqlite, (bind: Bind<{ id: HoldId }>) =>
    query.selectFrom('hold').select('id').where('id', '=', bind('id')),
  )

export const prepareOpenHolds = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ connectionId: number }>) =>
    query
      .selectFrom('hold')
      .select(columns)
      .where('connection_id', '=', bind('connectionId'))
      .where('closed_at', 'is', null)
      .orderBy('opened_at')
      .orderBy('id'),
  )

export const prepareOpenHoldsOf = ({ sqlite }: ConnectionContext) =>
  prepareAll(
    sqlite,
    (
      bind: Bind<{
        connectionId: number
        companyId: TargetCompanyId
        subject: SourceEmployeeId
        section: MappedSection
      }>,
    ) =>
      query
        .selectFrom('hold')
        .select(columns)
        .where('connection_id', '=', bind('connectionId'))
        .where('company_id', '=', bind('companyId'))
        .where('subject', '=', bind('subject'))
        .where('section', '=', bind('section'))
        .where('closed_at', 'is', null)
        .orderBy('opened_at')
        .orderBy('id'),
  )

export const prepareHoldHistory = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ connectionId: number }>) =>
    query
      .selectFrom('hold')
      .select(columns)
      .where('connection_id', '=', bind('connectionId'))
      .orderBy('opened_at', 'desc')
      .orderBy('id'),
  )

export const prepareWords = ({ sqlite }: ConnectionContext) =>
  prepareAll(sqlite, (bind: Bind<{ id: HoldId }>) =>
    query
      .selectFrom('hold_word')
      .select(['word', 'actor', 'reason', 'at', 'entry', 'seal'])
      .where('hold_id', '=', bind('id'))
      .orderBy('id'),
  )

export const prepareAddWord = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<HoldWord & { id: HoldId; entry: number; seal: Digest }>) =>
    query.insertInto('hold_word').values({
      hold_id: bind('id'),
      word: bind('word'),
      actor: bind('actor'),
      reason: bind('reason'),
      at: bind('at'),
      entry: bind('entry'),
      seal: bind('seal'),
    }),
  )

/** Notes when a write took the release, or, with `null`, that the write surely was not made. */
export const prepareSending = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<HoldKey & { at: string | null; seal: Digest | null }>) =>
    query
      .updateTable('hold')
      .set({ sending_at: bind('at'), sending_seal: bind('seal') })
      .where('connection_id', '=', bind('connectionId'))
      .where('id', '=', bind('id'))
      .where('closed_at', 'is', null),
  )

export const prepareCloseHold = ({ sqlite }: ConnectionContext) =>
  prepareWrite(sqlite, (bind: Bind<HoldKey & { how: 'used' | 'superseded'; at: string }>) =>
    query
      .updateTable('hold')
      .set({ closed_how: bind('how'), closed_at: bind('at'), sending_at: null, sending_seal: null })
      .where('connection_id', '=', bind('connectionId'))
      .where('id', '=', bind('id'))
      .where('closed_at', 'is', null),
  )

/** A word as it is stored. */
export type WordRow = ReturnType<ReturnType<typeof prepareWords>>[number]

/** The leading columns of the row of a hold, as it is stored. */
export type HoldRow = NonNullable<ReturnType<ReturnType<typeof prepareHoldById>>>
