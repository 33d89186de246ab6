import type { ConnectionConfig } from '../../config/config.js'
import { findSoapEnds, saySoapEnd } from '../../domain/addresses/soap-end.js'
import { warn, type Found } from './run-check.js'

/** How long a connection can stay on SOAP, once the end is near. Says nothing of one that is on REST. */
export const checkSoapEnd = (connection: ConnectionConfig, today: string): readonly Found[] =>
  findSoapEnds([connection], today).map((end) =>
    warn('Nmbrs SOAP', saySoapEnd(end), `nmbrs-sync cutover status --connection ${connection.name}`),
  )
