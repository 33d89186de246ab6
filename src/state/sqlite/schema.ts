import type { Generated } from 'kysely'
import type { AccessRequest, DeliveryState, LetterWay } from '../../access/access-book.js'
import type { KnownLogin, PortalName } from '../../access/logins/login.js'
import type { Acceptance, AccessState, WorkKind } from '../../access/work/order.js'
import type { SituationKind, Topic } from '../../daemon/notices/situation.js'
import type { AddressKind } from '../../domain/addresses/address-book.js'
import type { Outcome } from '../../domain/change.js'
import type { Digest } from '../../domain/digest.js'
import type { FindingCode, Severity } from '../../domain/finding.js'
import type { HoldReason, HoldWord } from '../../domain/hold/hold.js'
import type {
  AccessSubject,
  HoldId,
  RunId,
  SourceEmployeeId,
  TargetCompanyId,
  TargetEmployeeId,
} from '../../domain/ids.js'
import type { LastingRefusal } from '../../domain/hold/lasting-refusal.js'
import type { Link, LinkOrigin } from '../../domain/link.js'
import type { PayrollTaskCode } from '../../domain/pay/payroll-task.js'
import type { CanaryKind } from '../../domain/run/canary.js'
import type { RunMode, RunResult, RunTrigger } from '../../domain/run/run.js'
import type { FieldName, MappedSection, Section } from '../../domain/sections.js'
import type { StoredKind } from '../../domain/service.js'
import type { FactColumns } from '../access/facts.js'
import type { AuditRow } from '../audit/row.js'

// The tables as the queries see them; the migrations make them. Every statement is prepared when a store is
// asked for, so a name that is in one and not in the other shows at once.

type ChangeKind = 'create' | 'update' | 'end'

interface MetaTable {
  name: string
  value: string
}

interface ConnectionTable {
  id: Generated<number>
  name: string
  purged_syncs: Generated<number>
}

interface PhraseTable {
  id: Generated<number>
  text: string
}

interface LinkColumns<Status> {
  connection_id: number
  company_id: TargetCompanyId
  source_id: SourceEmployeeId
  status: Status
  target_id: TargetEmployeeId | null
  origin: LinkOrigin | null
  reason: string | null
  until: string | null
}

interface LinkTable extends LinkColumns<Link['status']> {
  seen: string | null
  created_at: string
  changed_at: string
}

interface LinkHistoryTable extends LinkColumns<Link['status'] | 'deleted'> {
  id: Generated<number>
  at: string
}

interface PersonSealTable {
  connection_id: number
  company_id: TargetCompanyId
  subject: SourceEmployeeId
  seal: Digest
  has_account: 0 | 1
}

interface BaselineTable {
  connection_id: number
  company_id: TargetCompanyId
  subject: SourceEmployeeId
  section: MappedSection
  seal: Digest | null
  fields: number
  digests: string
  /** Digests with blanks between. */
  known_rows: string | null
}

interface AccountTable {
  connection_id: number
  company_id: TargetCompanyId
  target_id: TargetEmployeeId
  digest: Digest
}

interface EmployeeKindTable {
  connection_id: number
  company_id: TargetCompanyId
  target_id: TargetEmployeeId
  kind: StoredKind
}

interface KindReadTable {
  connection_id: number
  company_id: TargetCompanyId
  at: string
}

interface BankLookTable {
  connection_id: number
  company_id: TargetCompanyId
  subject: SourceEmployeeId
  at: string
}

interface LinkReviewTable {
  connection_id: number
  company_id: TargetCompanyId
  subject: SourceEmployeeId
  target_id: TargetEmployeeId
  fields: number
  written_at: string
  told_at: string | null
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

interface LeaseTable {
  /** What it is of; see `toKeys`. */
  key: string
  token: string
  run_id: RunId
  pid: number
  host: string
  process_space: string
  process_start: string
  since: string
  expires_at: number
  /** Which clock of the machine `expires_tick` is of; empty when none is known. */
  clock: string
  expires_tick: number
}

interface SettingTable {
  connection_id: number
  path: string
  digest: Digest
}

interface NoticeTable {
  connection: string
  topic: Topic
  channel: string
  kind: SituationKind
  signs: string
  since: string
  told_at: string | null
}

interface AccessPortalTable {
  id: Generated<number>
  connection_id: number
  portal: PortalName
  listed_at: string | null
}

interface AccessLoginTable extends FactColumns {
  portal_id: number
  subject: AccessSubject
  /** 0 or 1. */
  active: number
  origin: KnownLogin['origin']
  since: string
}

interface AccessHandOverTable {
  id: Generated<number>
  portal_id: number
  key: string
  begun_at: string
  ended_at: string | null
}

interface AccessDeliveryTable {
  hand_over_id: number
  channel: string
  state: DeliveryState
  at: string
}

interface AccessOrderTable extends FactColumns {
  id: Generated<number>
  portal_id: number
  subject: AccessSubject
  kind: WorkKind
  state: AccessState
  work: Digest
  /** 0 or 1. */
  ends_login: number
  hand_over_id: number | null
  batch: string | null
  deletion: string | null
  wanted_at: string
  handed_over_at: string | null
  answered_at: string | null
  told_at: string | null
}

interface AccessRequestTable {
  portal_id: number
  subject: AccessSubject
  ask: AccessRequest['ask']
  work: Digest | null
  how: Acceptance['how'] | null
  at: string
}

interface AccessLetterTable {
  portal_id: number
  subject: AccessSubject
  way: LetterWay
  at: string
}

interface OnboardingCheckTable {
  connection: string
  company_id: string
  profiles: string
  checked_at: string
  calls: string
}

interface OnboardingProgressTable {
  connection_id: number
  company_id: string
  profile: string
  sent_on: string | null
  confirmed_on: string | null
  exchange_on: string | null
  checked_on: string | null
}

interface ConsentTable {
  connection: string
  app: string
  scopes: string
  sealed: Buffer | null
  consented_at: number
  access_since: number
  access_ends_at: number
  refresh_ends_at: number | null
  generation: number
  refresher: string | null
  refresher_until: number | null
}

interface AddressTable {
  connection_id: number
  kind: AddressKind
  id_key: string
  soap_id: string
  rest_id: string
  verified_at: string
}

interface ShadowReadTable {
  id: Generated<number>
  connection_id: number
  run_id: RunId
  read_at: string
  problem: string | null
  people: number
  differences: number
  not_compared: number
}

interface ShadowDifferenceTable {
  connection_id: number
  source_id: SourceEmployeeId
  section: Section
  field: FieldName
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

export interface Tables {
  meta: MetaTable
  connection: ConnectionTable
  phrase: PhraseTable
  link: LinkTable
  link_history: LinkHistoryTable
  baseline: BaselineTable
  person_seal: PersonSealTable
  bank_look: BankLookTable
  account: AccountTable
  link_review: LinkReviewTable
  refusal: RefusalTable
  payroll_task: PayrollTaskTable
  employee_kind: EmployeeKindTable
  kind_read: KindReadTable
  run: RunTable
  intent: IntentTable
  hold: HoldTable
  hold_word: HoldWordTable
  outcome: OutcomeTable
  finding: FindingTable
  lease: LeaseTable
  audit: AuditRow
  setting: SettingTable
  notice: NoticeTable
  access_portal: AccessPortalTable
  access_login: AccessLoginTable
  access_hand_over: AccessHandOverTable
  access_delivery: AccessDeliveryTable
  access_order: AccessOrderTable
  access_request: AccessRequestTable
  access_letter: AccessLetterTable
  onboarding_check: OnboardingCheckTable
  onboarding_progress: OnboardingProgressTable
  consent: ConsentTable
  address: AddressTable
  shadow_read: ShadowReadTable
  shadow_difference: ShadowDifferenceTable
  canary_proof: CanaryProofTable
  canary_flaw: CanaryFlawTable
}
