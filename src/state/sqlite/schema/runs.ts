import type { Generated } from 'kysely'
import type { Outcome } from '../../../domain/change.js'
import type { Digest } from '../../../domain/digest.js'
import type { FindingCode } from '../../../domain/finding.js'
import type { Severity } from '../../../domain/findings/severity.js'
import type { HoldReason, HoldWord } from '../../../domain/hold/hold.js'
import type { LastingRefusal } from '../../../domain/hold/refusal-codes.js'
import type {
  HoldId,
  RunId,
  SourceEmployeeId,
  TargetCompanyId,
  TargetEmployeeId,
} from '../../../domain/ids.js'
import type { PayrollTaskCode } from '../../../domain/pay/payroll-task.js'
import type { CanaryKind } from '../../../domain/run/canary.js'
import type { RunMode, RunResult, RunTrigger } from '../../../domain/run/run.js'
import type { FieldName, MappedSection, Section } from '../../../domain/sections.js'

type ChangeKind = 'create' | 'update' | 'end'

interface RunTable {
  number: Generated<number>
  id: RunId
  connection_id: number
  mode: RunMode
  trigger: RunTrigger
  started_at: string
  finished_at: string | null
  result: RunResult | null
  people: string | null
  calls: string | null
  error: string | null
  failure_code: string | null
  /** 0 or 1. */
  whole: number
}

interface IntentTable {
  id: Generated<number>
  run_number: number
  subject: SourceEmployeeId
  company_id: TargetCompanyId
  target_id: TargetEmployeeId | null
  kind: ChangeKind
  section: Section
  fields: number
  replaces: string | null
  opened_at: string
  settled: 'answered' | 'found-applied' | 'found-not-applied' | 'superseded' | null
  settled_at: string | null
  hold_id: HoldId | null
  /** What a creation sent, as digests by section and field. */
  sent: string | null
}

interface OutcomeTable {
  id: Generated<number>
  run_number: number
  intent_id: number | null
  subject: SourceEmployeeId
  target_id: TargetEmployeeId | null
  kind: ChangeKind
  section: Section
  fields: number
  outcome: Outcome
  reason: string | null
}

interface FindingTable {
  id: Generated<number>
  run_number: number
  code: FindingCode
  severity: Severity
  subject: SourceEmployeeId
  section: Section | null
  field: FieldName | null
  message: number
  remedy: number
}

interface HoldTable {
  id: HoldId
  connection_id: number
  company_id: TargetCompanyId
  subject: SourceEmployeeId
  target_id: TargetEmployeeId | null
  section: MappedSection
  fields: number
  reason: HoldReason
  digest: Digest
  opened_at: string
  sending_at: string | null
  sending_seal: Digest | null
  closed_how: 'used' | 'superseded' | null
  closed_at: string | null
}

interface HoldWordTable {
  id: Generated<number>
  hold_id: HoldId
  word: HoldWord['word']
  actor: string
  reason: string
  at: string
  entry: number | null
  seal: Digest | null
}

interface RefusalTable {
  connection_id: number
  company_id: TargetCompanyId
  subject: SourceEmployeeId
  section: Section
  digest: Digest
  code: LastingRefusal
  at: string
}

interface PayrollTaskTable {
  connection_id: number
  company_id: TargetCompanyId
  subject: SourceEmployeeId
  target_id: TargetEmployeeId
  code: PayrollTaskCode
  opened_at: string
  done_at: string | null
}

interface CanaryProofTable {
  connection_id: number
  kind: CanaryKind
  circumstances: string
  at: string
}

interface CanaryFlawTable {
  id: Generated<number>
  connection_id: number
  circumstances: string
  subject: SourceEmployeeId
  kind: CanaryKind
  section: Section
  field: FieldName | null
  at: string
}

/** Runs, their writes and what became of them, and what waits for a person. */
export interface RunTables {
  run: RunTable
  intent: IntentTable
  outcome: OutcomeTable
  finding: FindingTable
  hold: HoldTable
  hold_word: HoldWordTable
  refusal: RefusalTable
  payroll_task: PayrollTaskTable
  canary_proof: CanaryProofTable
  canary_flaw: CanaryFlawTable
}
