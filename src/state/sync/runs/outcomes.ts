import type { ChangeReport, Outcome } from '../../../domain/change.js'
import type { IntentId, SourceEmployeeId, TargetEmployeeId } from '../../../domain/ids.js'
import type { Section } from '../../../domain/sections.js'
import type { StateContext } from '../../sqlite/context.js'
import { prepareWrite, query, type Bind } from '../../sqlite/prepare.js'

interface OutcomeValues {
  runNumber: number
  /** `null` for a change that was never written. */
  intentId: IntentId | null
  subject: SourceEmployeeId
  targetId: TargetEmployeeId | null
  kind: ChangeReport['kind']
  section: Section
  fields: number
  outcome: Outcome
  reason: string | null
}

/** The statement that stores what became of one change. */
export const prepareOutcome = ({ sqlite }: StateContext): ((values: OutcomeValues) => unknown) =>
  prepareWrite(sqlite, (bind: Bind<OutcomeValues>) =>
    query.insertInto('outcome').values({
      run_number: bind('runNumber'),
      intent_id: bind('intentId'),
      subject: bind('subject'),
      target_id: bind('targetId'),
      kind: bind('kind'),
      section: bind('section'),
      fields: bind('fields'),
      outcome: bind('outcome'),
      reason: bind('reason'),
    }),
  )
