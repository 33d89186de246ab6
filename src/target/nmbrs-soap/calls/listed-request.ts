import { createCallError } from '../wire/call-error.js'
import type { ReadCall } from '../read-calls/find-read-call.js'
import { buildReadRequest, type Account } from './read-request.js'
import type { SoapRequest } from './transport.js'
import { toXml, type XmlElement } from '../wire/xml/xml-element.js'

/**
 * The message of a call that no WSDL here describes: its arguments in their order and nothing else. Throws
 * `RemoteError` (`value-not-sendable`) for a text XML cannot carry.
 */
export const buildListedRequest = (
  call: ReadCall,
  args: readonly XmlElement[],
  account: Account,
): SoapRequest => {
  const refuse = (field: string): never => {
    throw createCallError('value-not-sendable', call.call, { field })
  }
  return buildReadRequest(call, toXml(args, refuse), account)
}
