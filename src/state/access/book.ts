import type { AccessBook } from '../../access/access-book.js'
import type { DigestAccess, PortalName } from '../../access/logins/login.js'
import type { DigestValue } from '../../domain/digest.js'
import { toSourceEmployeeId } from '../../domain/ids.js'
import { createAnswerStore } from './answers.js'
import { openPortalContext } from './context.js'
import { createHandOverStore } from './hand-overs.js'
import { createAccessReader } from './known.js'
import { createLetterStore } from './letters.js'
import { createOrderStore } from './orders.js'
import { createRequestStore } from './requests.js'
import type { ConnectionContext } from '../sqlite/context.js'

/**
 * Digests of one portal in one connection. In the place where a payroll value has its person stands the
 * portal: equal addresses are to be found equal here, and nowhere else.
 */
const createPortalDigest = (digest: DigestValue, connection: string, portal: PortalName): DigestAccess => {
  const place = toSourceEmployeeId(`logins of ${JSON.stringify([connection, portal])}`)
  return (field, text) => digest(place, field, text)
}

/** What is kept of one portal within one connection. */
export const openAccessBook = async (
  connection: ConnectionContext,
  digestValue: DigestValue,
  portal: PortalName,
): Promise<AccessBook> => {
  const context = await openPortalContext(connection, portal)
  const digest = createPortalDigest(digestValue, connection.connection, portal)
  return {
    portal,
    digest,
    ...createAccessReader(context),
    ...createRequestStore(context),
    ...createOrderStore(context),
    ...createHandOverStore(context, digest),
    ...createAnswerStore(context),
    ...createLetterStore(context),
  }
}
