import { Temporal } from 'temporal-polyfill'

/** The day from which on Nmbrs has no SOAP any more (Nmbrs REST contract, section 1). */
export const soapEndsOn = '2027-03-01'

/** From so many days before on someone is told. */
const tellDays = 120

/** How many days SOAP is still there; 0 when it has ended. `today`: `YYYY-MM-DD`. */
export const toSoapDaysLeft = (today: string): number =>
  Math.max(0, Temporal.PlainDate.from(today).until(soapEndsOn, { largestUnit: 'days' }).days)

/** So many days before the end it is told in a message of its own; 0: once it has ended. */
const steps: readonly number[] = [0, 1, 3, 7, 14, 30, 60, 90]

/**
 * The step that so many days belong to: everything of one step is told once. `undefined`: it is early for a
 * message of its own.
 */
export const toSoapEndStep = (daysLeft: number): number | undefined => steps.find((step) => daysLeft <= step)

/** A connection that is still on SOAP while its end is near. */
export interface SoapEnd {
  connection: string
  daysLeft: number
}

/** The connections that have to change over, as soon as the end is near. */
export const findSoapEnds = (
  connections: readonly { name: string; nmbrs: { api: 'soap' | 'rest' } }[],
  today: string,
): readonly SoapEnd[] => {
  const daysLeft = toSoapDaysLeft(today)
  if (daysLeft > tellDays) return []
  return connections.flatMap(({ name, nmbrs }) =>
    nmbrs.api === 'soap' ? [{ connection: name, daysLeft }] : [],
  )
}

export const saySoapEnd = ({ daysLeft }: Pick<SoapEnd, 'daysLeft'>): string =>
  daysLeft === 0
    ? `Nmbrs ended SOAP on ${soapEndsOn}`
    : `Nmbrs ends SOAP on ${soapEndsOn}, in ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'}`

/** The same of a connection that has not changed over. */
export const sayStillOnSoap = (end: Pick<SoapEnd, 'daysLeft'>): string =>
  `${saySoapEnd(end)}; this connection is still on SOAP`
