import type { ConnectionConfig } from '../../config/config.js'
import { findMapped, leaveOut, sayPlace } from '../../mapping/leave-out.js'
import type { Mapping } from '../../mapping/mapping.js'

export interface CarriedMapping {
  mapping: Mapping
  /** The mapped fields that the transport has no place for. */
  notCarried: readonly string[]
}

/** What of a mapping the transport of a connection carries, and the mapped fields that it does not. */
export const toCarried = async (
  { nmbrs }: Pick<ConnectionConfig, 'nmbrs'>,
  whole: Mapping,
): Promise<CarriedMapping> => {
  if (nmbrs.api === 'soap') return { mapping: whole, notCarried: [] }
  const { notCarriedOverRest } = await import('../../target/nmbrs-rest/not-carried.js')
  return {
    mapping: leaveOut(whole, notCarriedOverRest),
    notCarried: findMapped(whole, notCarriedOverRest).map(sayPlace),
  }
}
