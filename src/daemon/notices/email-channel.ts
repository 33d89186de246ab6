import { createTransport } from 'nodemailer'

import { DeliveryError, type Channel } from './channel.js'
import { toNoticeHtml } from './notice-html.js'
import { toNoticeText, toSubjectLine } from './notice-text.js'

export interface EmailOptions {
  host: string
  port: number
  /** TLS from the first byte. Otherwise STARTTLS, which the server must offer unless it is this machine. */
  secure: boolean
  /** `undefined`: the server takes mail without a login. */
  login: { username: string; password: string } | undefined
  from: string
  to: readonly string[]
  /** Times are shown on its clocks. */
  timeZone: string
  isLoopback: boolean
  /** How long the server may stay silent, in milliseconds. */
  timeoutMs?: number
}

const usualTimeoutMs = 20_000

/** Sends notices as e-mail, to everybody in one message. */
export const createEmailChannel = (options: EmailOptions): Channel => {
  const transport = createTransport(toTransportOptions(options))
  return {
    name: 'email',
    send: async (notice) => {
      try {
        const { accepted, rejected } = await transport.sendMail({
          from: options.from,
          to: [...options.to],
          subject: toSubjectLine(notice),
          text: toNoticeText(notice, options.timeZone),
          html: toNoticeHtml(notice, options.timeZone),
          // No holiday reply is to come back (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return toSummary(accepted.length, rejected.length)
      } catch (error) {
        throw toDeliveryError(error)
      } finally {
        transport.close()
      }
    },
  }
}

const toTransportOptions = (options: EmailOptions) => {
  const { host, port, secure, login, isLoopback, timeoutMs = usualTimeoutMs } = options
  return {
    host,
    port,
    secure,
    // Passwords and texts do not leave this machine in the clear.
    requireTLS: !secure && !isLoopback,
    ignoreTLS: isLoopback && !secure,
    ...(login !== undefined && { auth: { user: login.username, pass: login.password } }),
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

/** What nodemailer's codes mean. Its messages may quote addresses and the server's words, so they are not passed on. */
const meanings: Readonly<Record<string, { code: string; message: string; passes: boolean }>> = {
  EAUTH: {
    code: 'login-refused',
    message: 'the mail server refuses the login; check notices.email.username and password',
    passes: false,
  },
  ENOAUTH: {
    code: 'login-refused',
    message: 'the mail server wants a login; set notices.email.username and password',
    passes: false,
  },
  ETLS: {
    code: 'tls-failed',
    message:
      'no secure connection to the mail server came about; check notices.email.host, port and secure (true for port 465, false for 587)',
    passes: false,
  },
  EDNS: {
    code: 'unreachable',
    message: 'the mail server is not known by its name; check notices.email.host',
    passes: true,
  },
  ETIMEDOUT: { code: 'timeout', message: 'the mail server did not answer in time', passes: true },
}

const notConnected = {
  code: 'unreachable',
  message:
    'no connection to the mail server came about, or its certificate is not trusted; check notices.email.host, port and secure',
  passes: true,
}

const toDeliveryError = (error: unknown): DeliveryError => {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number }
  const meaning = responseCode === 530 ? meanings.ENOAUTH : meanings[code]
  if (meaning === undefined && responseCode !== undefined) return toRefusal(responseCode, code)
  const { code: ours, message, passes } = meaning ?? notConnected
  return new DeliveryError(ours, message, passes || isTemporary(responseCode))
}

/** Answers from 400 to 499 are for now, from 500 on for good (RFC 5321, section 4.2.1). */
const isTemporary = (responseCode: number | undefined): boolean =>
  responseCode !== undefined && responseCode >= 400 && responseCode < 500

const toRefusal = (responseCode: number, code: string): DeliveryError => {
  const what = code === 'EENVELOPE' ? 'the sender or every recipient' : 'the message'
  return new DeliveryError(
    `smtp-${responseCode}`,
    `the mail server refuses ${what} (${responseCode}); check notices.email.from and to`,
    isTemporary(responseCode),
  )
}
