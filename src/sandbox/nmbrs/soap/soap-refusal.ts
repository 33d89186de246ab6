import { escapeText } from './xml/escape-xml.js'

/**
 * Titles as the service words them; those it does not publish are worded after their meaning (Nmbrs contract,
 * section 4).
 */
const titles: Readonly<Record<number, string>> = {
  1001: 'Invalid Authentication',
  1002: 'Unauthorized access',
  1003: 'Unauthorized access',
  1004: 'Disabled, no valid subscription',
  2003: 'Unauthorized access',
  2004: 'Unauthorized access',
  2006: 'Invalid Period',
  2009: 'Unauthorized access',
  2011: 'Protected mode',
  2012: 'Wage tax declaration already sent',
  2014: 'Invalid bank account IBAN',
  2015: 'Invalid bank account number',
  2016: 'Invalid bank account type',
  2030: 'Invalid set of values',
  2032: 'Bank account IBAN is required',
  9999: 'Unkown',
}

/** A call that is answered with a SOAP fault. Nothing was carried out. */
export class SoapRefusal extends Error {
  override readonly name = 'SoapRefusal'
  constructor(
    readonly faultCode: 'soap:Server' | 'soap:Client' | 'soap:VersionMismatch',
    message: string,
    readonly code?: number,
  ) {
    super(message)
  }
}

/** A refusal by the service itself: `Server was unable to process request. ---> 2011: …`. */
export const refuse = (code: number): SoapRefusal => {
  const title = titles[code] ?? 'Error'
  return new SoapRefusal('soap:Server', `Server was unable to process request. ---> ${code}: ${title}`, code)
}

/** A request that the framework could not turn into arguments. The service never saw it. */
export const refuseUnreadable = (place: { line: number; column: number }, reason: string): SoapRefusal =>
  new SoapRefusal(
    'soap:Client',
    `Server was unable to read request. ---> There is an error in XML document (${place.line}, ${place.column}). ---> ${reason}`,
  )

export const refuseUnknownAction = (action: string): SoapRefusal =>
  new SoapRefusal('soap:Client', `Server did not recognize the value of HTTP Header SOAPAction: ${action}.`)

export const refuseMissingAction = (): SoapRefusal =>
  new SoapRefusal(
    'soap:Client',
    'Unable to handle request without a valid action parameter. Please supply a valid soap action.',
  )

export const envelopeNamespace = 'http://schemas.xmlsoap.org/soap/envelope/'

export const envelopeOpening =
  `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${envelopeNamespace}" ` +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>'
export const envelopeClosing = '</soap:Body></soap:Envelope>'

/** The whole envelope of a fault. */
export const writeFaultEnvelope = (refusal: SoapRefusal): string =>
  `${envelopeOpening}<soap:Fault><faultcode>${refusal.faultCode}</faultcode>` +
  `<faultstring>${escapeText(refusal.message)}</faultstring><detail /></soap:Fault>${envelopeClosing}`
