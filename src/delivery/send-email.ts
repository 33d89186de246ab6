import { createTransport } from 'nodemailer'

import { strictTls } from '../http/keep-alive-agents.js'
import { DeliveryError } from './delivery-error.js'

/** The mail server, and who writes. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte. Otherwise STARTTLS, which the server must offer unless it is this machine. */
  secure: boolean
  /** `undefined`: the server takes mail without a login. */
  login: { username: string; password: string } | undefined
  from: string
  isLoopback: boolean
  /** The key of the configuration that describes it, for messages: `notices.email`. */
  setting: string
  /** How long the server may stay silent, in milliseconds. */
  timeoutMs?: number
}

export interface Email {
  to: readonly string[]
  subject: string
  text: string
  html?: string
  attachments?: readonly { filename: string; content: string; contentType: string }[]
  /** The same for every attempt, so that a mail program can tell a repeat: `<id@host>`. */
  messageId?: string
}

const usualTimeoutMs = 20_000

/** Sends one e-mail, once, to everybody in it. Gives for how many the server took it. Throws `DeliveryError`. */
export const sendEmail = async (server: MailServer, { to, attachments, ...mail }: Email): Promise<string> => {
  const transport = createTransport(toTransportOptions(server))
  try {
    const { accepted, rejected } = await transport.sendMail({
      from: server.from,
      to: [...to],
      ...mail,
      ...(attachments !== undefined && { attachments: attachments.map((one) => ({ ...one })) }),
      // No holiday reply is to come back (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return toSummary(accepted.length, rejected.length)
  } catch (error) {
    throw toDeliveryError(error, server.setting)
  } finally {
    transport.close()
  }
}

const toTransportOptions = (server: MailServer) => {
  const { host, port, secure, login, isLoopback, timeoutMs = usualTimeoutMs } = server
  return {
    host,
    port,
    secure,
    // Passwords and texts do not leave this machine in the clear.
    requireTLS: !secure && !isLoopback,
    ignoreTLS: isLoopback && !secure,
    ...(login !== undefined && { auth: { user: login.username, pass: login.password } }),
    tls: { ...strictTls },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const toSummary = (accepted: number, rejected: number): string =>
  rejected === 0
    ? `accepted for ${accepted} of ${accepted} recipients`
    : `accepted for ${accepted} of ${accepted + rejected} recipients; the server refused the others`

/**
 * What nodemailer's codes mean, and what to check of the server's settings. Its messages may quote addresses and the server's words, so
 * they are not passed on.
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

const toDeliveryError = (error: unknown, setting: string): DeliveryError => {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number }
  const known = responseCode === 530 ? meanings.ENOAUTH : meanings[code]
  const meaning =
    known ?? (responseCode === undefined ? notConnected : toRefusal(responseCode, code === 'EENVELOPE'))
  const message = `${meaning.message}; check ${setting}.${meaning.check}`
  const passes = meaning.passes || isTemporary(responseCode)
  return new DeliveryError(
    meaning.code,
    message,
    passes,
    undefined,
    isSurelyRefused(error) ? 'no' : 'unknown',
  )
}

/** Codes of what ends before the text goes out. */
const neverSent = new Set(['EAUTH', 'ENOAUTH', 'ETLS', 'EDNS', 'EENVELOPE'])

/** Whether the server surely did not take it: it said so, or the text never went out. */
const isSurelyRefused = (error: unknown): boolean => {
  const {
    code = '',
    command,
    responseCode,
  } = error as {
    code?: string
    command?: string
    responseCode?: number
  }
  return neverSent.has(code) || command === 'CONN' || (responseCode !== undefined && responseCode >= 400)
}

/** Answers from 400 to 499 are for now, from 500 on for good (RFC 5321, section 4.2.1). */
const isTemporary = (responseCode: number | undefined): boolean =>
  responseCode !== undefined && responseCode >= 400 && responseCode < 500

const toRefusal = (responseCode: number, isEnvelope: boolean): Meaning => ({
  code: `smtp-${responseCode}`,
  message: `the mail server refuses ${isEnvelope ? 'the sender or every recipient' : 'the message'} (${responseCode})`,
  check: 'from and the recipients',
  passes: isTemporary(responseCode),
})
