import { AuthError, RemoteError, type Carried } from '../../../domain/errors.js'
import { lastingRefusals, type LastingRefusal } from '../../../domain/hold/refusal-codes.js'

/** What a SOAP fault says, whichever SOAP version it is written in. */
export interface Fault {
  /** `soap:Server`, `soap:Client` or, in SOAP 1.2, `soap:Receiver`, `soap:Sender`. */
  origin: string
  /** For finding the number in. May hold personal values, so it is never shown. */
  text: string
}

interface FaultMeaning {
  /** Our stable code. */
  code: string
  /** What happened, for a person. */
  title: string
  remedy: string
  retry: 'never' | 'once'
  carried: Carried
}

const refused = (code: string, title: string, remedy: string): FaultMeaning => ({
  code,
  title,
  remedy,
  retry: 'never',
  carried: 'no',
})

const noRight = (title: string): FaultMeaning =>
  refused('right-missing', title, 'Have the call switched on for the API user in Nmbrs; then run doctor')

/** The same write gets the same answer again. Says what the code says unless the number says it better. */
const lasting = (code: LastingRefusal, remedy: string, title: string = lastingRefusals[code]): FaultMeaning =>
  refused(code, title, remedy)

const badValue = (code: LastingRefusal, title?: string): FaultMeaning =>
  lasting(code, 'Correct the value in AlexisHR or the mapping; the next run sends it', title)

const notUsed = (title: string): FaultMeaning =>
  lasting('refused', 'This call should not get this answer; report it with the call and the number', title)

/** Every published number and what it means here (Nmbrs contract, section 4). */
export const faultMeanings: Readonly<Record<string, FaultMeaning>> = {
  1001: refused(
    'credentials-refused',
    'user name, token or domain is wrong',
    'Correct the Nmbrs user name, token and domain; then run doctor',
  ),
  1002: noRight('the account template does not allow this call'),
  1003: noRight('the data lie outside the tags or filters of the account'),
  1004: refused(
    'subscription-disabled',
    'the account is disabled or has no valid subscription',
    'Have Visma Nmbrs enable the subscription',
  ),
  1006: {
    code: 'login-failed',
    title: 'the login failed for a reason that often passes',
    remedy: 'Run again; if it stays, check the account in Nmbrs',
    retry: 'once',
    carried: 'no',
  },
  2001: badValue('hour-component-refused'),
  2002: badValue('wage-component-refused'),
  2003: noRight('no access to this employee, or no such employee'),
  2004: noRight('no access to this company, or no such company'),
  2006: badValue('period-refused'),
  2009: noRight('no access to this debtor, or no such debtor'),
  2011: lasting('period-protected', 'Have payroll decide; a past period can be allowed for one run'),
  2012: lasting('tax-declaration-sent', 'Have payroll make this change in Nmbrs'),
  2013: lasting('trial-refused', 'Use an account with a subscription'),
  2014: badValue('iban-refused'),
  2015: badValue('bank-number-refused'),
  2016: badValue('bank-type-refused'),
  2017: notUsed('invalid labour agreement'),
  2018: notUsed('invalid leave'),
  2019: notUsed('status of a background task not available'),
  2020: notUsed('status of a background task not available'),
  2021: notUsed('invalid result of a background task'),
  2022: notUsed('invalid leave type'),
  2028: badValue('dates-refused', 'the start lies after the end'),
  2029: badValue('dates-refused', 'the time spans overlap'),
  2030: badValue('values-refused'),
  2032: badValue('iban-required'),
  2033: notUsed('tax type or tax form missing or invalid (Sweden only)'),
  2034: notUsed('tax type or tax form missing or invalid (Sweden only)'),
  2035: notUsed('tax type or tax form missing or invalid (Sweden only)'),
  2036: notUsed('tax type or tax form missing or invalid (Sweden only)'),
  2037: notUsed('invalid cost center'),
  2038: notUsed('invalid cost center code'),
  2039: notUsed('cost center code exists already'),
  2040: notUsed('file extension missing'),
  2041: notUsed('file too large'),
  2042: notUsed('user exists in several environments'),
  2043: notUsed('unknown domain'),
  2044: notUsed('invalid webhook address'),
  2045: notUsed('empty webhook name'),
  2046: notUsed('webhook not found'),
  2047: notUsed('invalid document type'),
  9999: {
    code: 'remote-failed',
    title: 'Nmbrs failed for a reason it does not name',
    remedy: 'Run again; if it stays, look the record up in Nmbrs or ask Visma',
    retry: 'once',
    carried: 'unknown',
  },
}

/** A number that is not published: it may be a refusal or a failure half-way. */
const unpublished: FaultMeaning = {
  code: 'refused',
  title: 'Nmbrs refused for a reason that is not published',
  remedy: 'Look the record up in Nmbrs; report the call and the number',
  retry: 'never',
  carried: 'unknown',
}

const withoutNumber: Readonly<Record<'caller' | 'server', FaultMeaning>> = {
  caller: refused(
    'request-refused',
    'Nmbrs could not read the request',
    'This is a fault of this program or a change of the Nmbrs contract; report the call',
  ),
  server: {
    code: 'remote-failed',
    title: 'Nmbrs failed without giving a number',
    remedy: 'Run again; if it stays, look the record up in Nmbrs or ask Visma',
    retry: 'once',
    carried: 'unknown',
  },
}

/** Faults that may pass are tried once more, not again and again: Nmbrs did answer. */
const repeatedOnce: ReadonlySet<string> = new Set(
  [...Object.values(faultMeanings), withoutNumber.server]
    .filter(({ retry }) => retry === 'once')
    .map(({ code }) => code),
)

/** Whether an error with this code comes from a fault that is worth one more try. */
export const isWorthOneRepeat = (code: string): boolean => repeatedOnce.has(code)

/** Login and subscription: nothing else will work either, so the run stops. */
const stopsTheRun: ReadonlySet<string> = new Set(['1001', '1004'])

/** The number stands behind an arrow: `… ---> 1002: …` (Nmbrs contract, section 4). */
const findNumber = (text: string): string | undefined => /---> ?(\d{4}):/.exec(text)?.[1]

/** `soap:Client`, `Sender` and their kin: the request was at fault, so it was never carried out. */
const isCallersFault = (origin: string): boolean => /(?:^|:)(?:Client|Sender)\b/.test(origin.trim())

const meaningOf = (number: string | undefined, origin: string): FaultMeaning => {
  if (number !== undefined) return faultMeanings[number] ?? unpublished
  return isCallersFault(origin) ? withoutNumber.caller : withoutNumber.server
}

/** The error a fault stands for. Nothing of the fault's own text is in it but the number. */
export const toFaultError = (fault: Fault, operation: string): AuthError | RemoteError => {
  const number = findNumber(fault.text)
  const meaning = meaningOf(number, fault.origin)
  const message = `Nmbrs ${operation}: ${meaning.title}${number === undefined ? '' : ` (fault ${number})`}`
  if (number !== undefined && stopsTheRun.has(number))
    return new AuthError(message, 'nmbrs', meaning.code, meaning.remedy)
  return new RemoteError(message, {
    remote: 'nmbrs',
    operation,
    code: meaning.code,
    ...(number !== undefined && { status: number }),
    retryable: meaning.retry !== 'never',
    carried: meaning.carried,
    remedy: meaning.remedy,
  })
}

/** Nmbrs' own number of the fault an error stands for; `undefined` when there was none. */
export const findFaultNumber = (error: AuthError | RemoteError): string | undefined => {
  if (error instanceof RemoteError)
    return /^\d{4}$/.test(error.facts.status ?? '') ? error.facts.status : undefined
  return Object.keys(faultMeanings).find((number) => faultMeanings[number]?.code === error.code)
}
