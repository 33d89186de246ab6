import { DeliveryError } from '../delivery-error.js'

/**
 * What nodemailer's codes mean, and what to check of the server's settings. Its messages may quote addresses
 * and the server's words, so they are not passed on.
 */
const meanings: Readonly<Record<string, Meaning>> = {
  EAUTH: {
    code: 'login-refused',
    message: 'the mail server refuses the login',
    check: 'username and password',
    passes: false,
  },
  ENOAUTH: {
    code: 'login-refused',
    message: 'the mail server wants a login',
    check: 'username and password',
    passes: false,
  },
  ETLS: {
    code: 'tls-failed',
    message: 'no secure connection to the mail server came about',
    check: 'host, port and secure (true for port 465, false for 587)',
    passes: false,
  },
  EDNS: {
    code: 'unreachable',
    message: 'the mail server is not known by its name',
    check: 'host',
    passes: true,
  },
  ETIMEDOUT: {
    code: 'timeout',
    message: 'the mail server did not answer in time',
    check: 'host and port',
    passes: true,
  },
}

interface Meaning {
  code: string
  message: string
  check: string
  passes: boolean
}

const notConnected: Meaning = {
  code: 'unreachable',
  message: 'no connection to the mail server came about, or its certificate is not trusted',
  check: 'host, port and secure',
  passes: true,
}

const brokenOff: Meaning = {
  code: 'broken-off',
  message: 'the connection to the mail server broke after the message was sent and before its answer',
  check: 'host and port',
  passes: true,
}

/** What an error of a conversation means. `wasSent`: the whole message had left by then. */
export const toMailError = (error: unknown, setting: string, wasSent: boolean): DeliveryError => {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number }
  const meaning = toMeaning(code, responseCode, wasSent)
  const message = `${meaning.message}; check ${setting}.${meaning.check}`
  const passes = meaning.passes || isTemporary(responseCode)
  // An answer from 400 on says itself that the message was not taken; without one, what had left may have
  // arrived.
  const carried = wasSent && !isRefusal(responseCode) ? 'unknown' : 'no'
  return new DeliveryError(meaning.code, message, passes, undefined, carried)
}

const toMeaning = (code: string, responseCode: number | undefined, wasSent: boolean): Meaning => {
  const known = responseCode === 530 ? meanings.ENOAUTH : meanings[code]
  if (known !== undefined) return known
  if (responseCode !== undefined) return toRefusal(responseCode, code === 'EENVELOPE')
  return wasSent ? brokenOff : notConnected
}

const isRefusal = (responseCode: number | undefined): boolean =>
  responseCode !== undefined && responseCode >= 400

/** Answers from 400 to 499 are for now, from 500 on for good (RFC 5321, section 4.2.1). */
const isTemporary = (responseCode: number | undefined): boolean =>
  responseCode !== undefined && responseCode >= 400 && responseCode < 500

const toRefusal = (responseCode: number, isEnvelope: boolean): Meaning => ({
  code: `smtp-${responseCode}`,
  message: `the mail server refuses ${isEnvelope ? 'the sender or every recipient' : 'the message'} (${responseCode})`,
  check: 'from and the recipients',
  passes: isTemporary(responseCode),
})
