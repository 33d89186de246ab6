import stringify from 'safe-stable-stringify'

import { settledFieldsIn, type Baselines } from '../../domain/baseline.js'
import type { SourceEmployeeId, TargetRecordId } from '../../domain/ids.js'
import type { FieldName } from '../../domain/sections.js'
import type { LostCreation } from '../../plan/match/pairing.js'
import type { OpenIntent } from '../store/intents.js'

// What planning looks at of writes of earlier runs whose end is not known.

/** Creations that got no answer. */
export const toLostCreations = (intents: readonly OpenIntent[]): LostCreation[] =>
  intents.filter(({ kind }) => kind === 'create').map(({ id, subject }) => ({ intentId: id, subject }))

/**
 * What creations sent, by person. Nothing of a person for whom creations of different values were sent: which
 * of them happened is not known.
 */
export const collectSent = (intents: readonly OpenIntent[]): Map<SourceEmployeeId, Baselines> => {
  const sent = new Map<SourceEmployeeId, Baselines>()
  for (const intent of intents.filter(({ kind }) => kind === 'create')) {
    const known = sent.get(intent.subject)
    const ours = intent.sent ?? {}
    sent.set(intent.subject, known === undefined || stringify(known) === stringify(ours) ? ours : {})
  }
  return sent
}

/** The parts of an address that earlier writes were to empty. */
export const collectEmptied = (
  intents: readonly OpenIntent[],
): Map<SourceEmployeeId, readonly FieldName[]> => {
  const emptied = new Map<SourceEmployeeId, readonly FieldName[]>()
  for (const { subject, section, sent } of intents) {
    if (section !== 'address' || sent?.address === undefined) continue
    const parts = settledFieldsIn(sent.address)
    emptied.set(subject, [...(emptied.get(subject) ?? []), ...parts])
  }
  return emptied
}

/** Bank accounts that earlier replacements were to end. */
export const collectLeftovers = (intents: readonly OpenIntent[]): Map<SourceEmployeeId, TargetRecordId[]> => {
  const leftovers = new Map<SourceEmployeeId, TargetRecordId[]>()
  for (const { subject, section, replaces } of intents) {
    if (section !== 'bankAccount' || replaces.length === 0) continue
    leftovers.set(subject, [...(leftovers.get(subject) ?? []), ...replaces])
  }
  return leftovers
}
