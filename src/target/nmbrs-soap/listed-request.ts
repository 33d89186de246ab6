import type { ServiceName } from '../../onboarding/call-name.js'
import { buildAuthHeaders, type Credentials } from './auth-headers.js'
import { createCallError } from './call-error.js'
import { namespaceOf } from './operations.js'
import type { ReadCall } from './read-calls/find-read-call.js'
import type { SoapRequest } from './transport.js'
import { toXml, type XmlElement } from './xml-element.js'

/** Where a service is called (Nmbrs contract, section 1). */
export const endpointOf = (host: string, service: ServiceName): string =>
  `${host.replace(/\/+$/, '')}/soap/v3/${service}.asmx`

/**
 * The message of a call that no WSDL here describes: its arguments in their order and nothing else. Throws `RemoteError`
 * (`value-not-sendable`) for a text XML cannot carry.
 */
export const buildListedRequest = (
  { service, call }: ReadCall,
  args: readonly XmlElement[],
  { host, credentials }: { host: string; credentials: Credentials },
): SoapRequest => {
  const namespace = namespaceOf(service)
  const refuse = (field: string): never => {
    throw createCallError('value-not-sendable', call, { field })
  }
  const headers = buildAuthHeaders(service, credentials)
  const header = call === 'Environment_Get' ? headers.plain : headers.withDomain
  return {
    operation: call,
    url: endpointOf(host, service),
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${namespace}/${call}"` },
    xml:
      '<?xml version="1.0" encoding="utf-8"?>' +
      '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<soap:Header>${header}</soap:Header>` +
      `<soap:Body><${call} xmlns="${namespace}">${toXml(args, refuse)}</${call}></soap:Body></soap:Envelope>`,
  }
}
