import type { ServiceName } from '../../../onboarding/calls/call-name.js'
import { buildAuthHeaders, type Credentials } from './auth-headers.js'
import { namespaceOf } from '../wire/operations.js'
import type { SoapRequest } from './transport.js'

/** Where calls go, and as whom. */
export interface Account {
  /** `https://api.nmbrs.nl`; calls go here what the WSDL says. */
  host: string
  credentials: Credentials
}

/** Where a service is called (Nmbrs contract, section 1). */
export const endpointOf = (host: string, service: ServiceName): string =>
  `${host.replace(/\/+$/, '')}/soap/v3/${service}.asmx`

/** The message of a call whose arguments are finished XML, in their order. */
export const buildReadRequest = (
  { service, call }: { service: ServiceName; call: string },
  argumentsXml: string,
  { host, credentials }: Account,
): SoapRequest => {
  const namespace = namespaceOf(service)
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
      `<soap:Body><${call} xmlns="${namespace}">${argumentsXml}</${call}></soap:Body></soap:Envelope>`,
  }
}
