import type { Generated } from 'kysely'
import type { Digest } from '../../../domain/digest.js'
import type { RunId } from '../../../domain/ids.js'
import type { AuditRow } from '../../audit/row.js'

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

interface AuditReasonTable {
  entry: number
  text: string | null
  salt: string | null
  gone: string | null
}

interface SettingTable {
  connection_id: number
  path: string
  digest: Digest
}

/** What the file itself needs, and what is known of whole connections. */
export interface EngineTables {
  meta: MetaTable
  connection: ConnectionTable
  phrase: PhraseTable
  lease: LeaseTable
  audit: AuditRow
  audit_reason: AuditReasonTable
  setting: SettingTable
}
