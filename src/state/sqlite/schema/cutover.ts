import type { Generated } from 'kysely'
import type { AddressKind } from '../../../domain/addresses/address-book.js'
import type { RunId, SourceEmployeeId } from '../../../domain/ids.js'
import type { FieldName, Section } from '../../../domain/sections.js'

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

/** Nmbrs over REST, and the way there from SOAP. */
export interface CutoverTables {
  consent: ConsentTable
  address: AddressTable
  shadow_read: ShadowReadTable
  shadow_difference: ShadowDifferenceTable
}
