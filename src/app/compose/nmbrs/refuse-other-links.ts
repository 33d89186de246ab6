import type { ConnectionConfig } from '../../../config/config.js'
import { ConfigError } from '../../../domain/errors.js'
import type { TargetEmployeeId } from '../../../domain/ids.js'
import type { LinkStore } from '../../../run/store.js'

/** Over SOAP an employee has a number, over REST a GUID, and neither is known to the other (Nmbrs REST contract, section 11). */
const isSoapId = (id: TargetEmployeeId): boolean => /^\d+$/.test(id)

/**
 * Refuses a connection whose people were connected over the other transport: their ids mean nothing on this one, so everybody would be looked
 * for anew, and whoever was connected by hand could be created a second time. Throws `ConfigError`.
 */
export const refuseOtherLinks = async (
  { name, nmbrs }: ConnectionConfig,
  links: Pick<LinkStore, 'readLinks'>,
): Promise<void> => {
  // Whoever has no block for REST never was on it.
  if (nmbrs.rest === undefined) return
  const isOther = (id: TargetEmployeeId): boolean => isSoapId(id) === (nmbrs.api === 'rest')
  const others = (await links.readLinks()).filter(
    (link) => link.status === 'connected' && isOther(link.targetId),
  )
  if (others.length === 0) return
  const [here, there] = nmbrs.api === 'rest' ? ['REST', 'SOAP'] : ['SOAP', 'REST']
  throw new ConfigError(
    `The connection ${name} has people who were connected over ${there} (${others.length}). Over ${here} Nmbrs does not know their ids, and this version cannot take them along yet. Set api: ${there.toLowerCase()} again; to try ${here}, use a connection of another name`,
  )
}
