/** What carries the calls to the target. */
export type Transport = 'soap' | 'rest'

/** Over SOAP everything has a number, over REST a GUID (Nmbrs REST contract, sections 4.3 and 11). */
export const transportOf = (id: string): Transport => (/^\d+$/.test(id) ? 'soap' : 'rest')

/** How the transports are called in sentences. */
export const transportNames: Readonly<Record<Transport, string>> = { soap: 'SOAP', rest: 'REST' }
