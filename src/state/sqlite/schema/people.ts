import type { Generated } from 'kysely'
import type { Digest } from '../../../domain/digest.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../../domain/ids.js'
import type { Link, LinkOrigin } from '../../../domain/link.js'
import type { MappedSection } from '../../../domain/sections.js'
import type { StoredKind } from '../../../domain/service.js'

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

interface LinkReviewTable {
  connection_id: number
  company_id: TargetCompanyId
  subject: SourceEmployeeId
  target_id: TargetEmployeeId
  fields: number
  written_at: string
  told_at: string | null
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

interface PersonSealTable {
  connection_id: number
  company_id: TargetCompanyId
  subject: SourceEmployeeId
  seal: Digest
  has_account: 0 | 1
}

interface BankLookTable {
  connection_id: number
  company_id: TargetCompanyId
  subject: SourceEmployeeId
  at: string
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

/** Who is connected to whom, and what is known of each person. */
export interface PeopleTables {
  link: LinkTable
  link_history: LinkHistoryTable
  link_review: LinkReviewTable
  baseline: BaselineTable
  person_seal: PersonSealTable
  bank_look: BankLookTable
  account: AccountTable
  employee_kind: EmployeeKindTable
  kind_read: KindReadTable
}
