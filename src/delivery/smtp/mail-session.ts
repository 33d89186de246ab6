import type { Readable } from 'node:stream'

import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

import { dropControls, toOneLine } from '../../domain/text/drop-controls.js'
import { strictTls } from '../../http/exchange/keep-alive-agents.js'
import type { Email, MailServer } from '../email.js'
import { DeliveryError } from '../delivery-error.js'
import { toMailError } from './smtp-errors.js'

/** One connection to a mail server, made when it is needed and made again when it broke. */
export interface MailSession {
  /**
   * Sends one e-mail, once, to everyone in it. Gives for how many the server took it. Throws `DeliveryError`.
   */
  send(email: Email): Promise<string>
  close(): void
}

/** How long the server may stay silent. */
const usualTimeoutMs = 20_000
/** How long everything about one message may take, however busy the server seems with it. */
const usualDeadlineMs = 60_000

export const openMailSession = (server: MailServer): MailSession => {
  let open: SMTPConnection | undefined
  const close = (): void => {
    open?.close()
    open = undefined
  }
  const converse = async (message: Readable, envelope: Envelope): Promise<string> => {
    if (open === undefined || open.destroyed) {
      open = new SMTPConnection(toConnectionOptions(server))
      // An error between two messages, or after the last one, concerns no one.
      open.on('error', () => undefined)
      await connect(open, server)
    }
    const connection = open
    const { accepted, rejected } = await step<Sent>(connection, (done) => {
      connection.send(envelope, message, done)
    })
    return toSummary(accepted.length, rejected.length)
  }
  return {
    send: async (email) => {
      refuseAddresses(email, server.setting)
      const mail = compose(server, email)
      const message = mail.createReadStream()
      // The end of a message goes out with its last line: a server that saw it may have taken it.
      let wasSent = false
      message.once('end', () => (wasSent = true))
      try {
        return await before(server.deadlineMs ?? usualDeadlineMs, converse(message, mail.getEnvelope()))
      } catch (error) {
        // What came half-way is not gone on with: the next message gets a connection of its own.
        close()
        throw toMailError(error, server.setting, wasSent)
      } finally {
        message.destroy()
      }
    },
    close,
  }
}

/** One plain address, with nothing in it that a mail program would read as a second one or as a header. */
const plainAddress = /^[^\s<>()[\]\\,;:"@\p{C}]+@[^\s<>()[\]\\,;:"@\p{C}]+\.[^\s<>()[\]\\,;:"@\p{C}.]+$/u

/**
 * Addresses are checked where they are read, and once more here: a message must not go to someone no one
 * named.
 */
const refuseAddresses = ({ to }: Email, setting: string): void => {
  if (to.length > 0 && to.every((address) => plainAddress.test(address))) return
  throw new DeliveryError(
    'address-invalid',
    `an address is not one plain e-mail address, so nothing was sent; check the addresses of ${setting}, or of the person in AlexisHR`,
    false,
    undefined,
    'no',
  )
}

type Envelope = ReturnType<ReturnType<typeof compose>['getEnvelope']>
type Sent = { accepted: readonly unknown[]; rejected: readonly unknown[] }

const connect = async (connection: SMTPConnection, { login }: MailServer): Promise<void> => {
  await step(connection, (done) => {
    connection.connect(done)
  })
  if (login === undefined || !connection.allowsAuth) return
  const { username: user, password: pass } = login
  await step(connection, (done) => {
    connection.login({ user, credentials: { user, pass } }, done)
  })
}

type Done<Result> = (error?: Error | null, result?: Result) => void

/** One step of a conversation. Its error comes to the step or, when the connection breaks, as an event. */
const step = <Result = unknown>(
  connection: SMTPConnection,
  start: (done: Done<Result>) => void,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const settle = (error: Error | null | undefined, result?: Result): void => {
      connection.off('error', settle)
      connection.off('end', onEnd)
      if (error) reject(error)
      else resolve(result as Result)
    }
    const onEnd = (): void => {
      settle(new Error('the connection ended'))
    }
    connection.on('error', settle)
    connection.on('end', onEnd)
    start(settle)
  })

/** Gives what `work` gives, or throws as a server that does not answer would. */
const before = async <Result>(deadlineMs: number, work: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error('too late'), { code: 'ETIMEDOUT' }))
    }, deadlineMs)
  })
  // What is given up ends later, with an error that no one waits for.
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const compose = ({ from }: MailServer, { to, attachments, subject, text, html, ...mail }: Email) =>
  new MailComposer({
    from,
    to: [...to],
    ...mail,
    // What people typed in HR stands in these: nothing in it is to steer the program that shows it.
    subject: toOneLine(subject),
    text: dropControls(text),
    ...(html !== undefined && { html: dropControls(html) }),
    ...(attachments !== undefined && {
      attachments: attachments.map((one) => ({ ...one, content: dropControls(one.content) })),
    }),
    // No holiday reply is to come back (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()

const toConnectionOptions = ({ host, port, secure, isLoopback, timeoutMs = usualTimeoutMs }: MailServer) => ({
  host,
  port,
  secure,
  // Passwords and texts do not leave this machine in the clear.
  requireTLS: !secure && !isLoopback,
  ignoreTLS: isLoopback && !secure,
  tls: { ...strictTls },
  connectionTimeout: timeoutMs,
  greetingTimeout: timeoutMs,
  dnsTimeout: timeoutMs,
  socketTimeout: timeoutMs,
  // A server that does not close its side keeps no one waiting.
  socketCloseTimeout: 0,
})

const toSummary = (accepted: number, rejected: number): string =>
  rejected === 0
    ? `accepted for ${accepted} of ${accepted} recipients`
    : `accepted for ${accepted} of ${accepted + rejected} recipients; the server refused the others`
