import type { Generated } from 'kysely'
import type { AccessRequest, DeliveryState, LetterWay } from '../../../access/access-book.js'
import type { KnownLogin, PortalName } from '../../../access/logins/login.js'
import type { Acceptance, AccessState, WorkKind } from '../../../access/work/order.js'
import type { Digest } from '../../../domain/digest.js'
import type { AccessSubject } from '../../../domain/ids.js'
import type { FactColumns } from '../../access/facts.js'

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

/** Self-service logins, by portal. */
export interface AccessTables {
  access_portal: AccessPortalTable
  access_login: AccessLoginTable
  access_hand_over: AccessHandOverTable
  access_delivery: AccessDeliveryTable
  access_order: AccessOrderTable
  access_request: AccessRequestTable
  access_letter: AccessLetterTable
}
