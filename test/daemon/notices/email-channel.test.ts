import { createServer, type AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

import { createEmailChannel, type EmailOptions } from '../../../src/daemon/notices/email-channel.js'
import { heldNotice } from './a-notice.js'

interface Mail {
  from: string | undefined
  to: string[]
  text: string
}

let mails: Mail[]
let logins: string[]
let close: (() => Promise<void>)[]

beforeEach(() => {
  mails = []
  logins = []
  close = []
})
afterEach(async () => {
  for (const end of close) await end()
})

/** A real mail server on this machine, without encryption unless a test says so. Gives its port. */
const startServer = async (options: SMTPServerOptions = {}): Promise<number> => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username = '', password = '' }, _session, done) => {
      logins.push(username)
      if (password === 'right') done(null, { user: username })
      else done(new Error('no'))
    },
    onData: (stream, { envelope }, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? undefined : envelope.mailFrom.address
        mails.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(pieces).toString(),
        })
        done()
      })
    },
    ...options,
  })
  // Connections that a client gives up are no matter of these tests.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      resolve()
    }),
  )
  close.push(
    () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      }),
  )
  return (server.server.address() as AddressInfo).port
}

const send = (port: number, differs: Partial<EmailOptions> = {}): Promise<string> =>
  createEmailChannel({
    host: '127.0.0.1',
    port,
    secure: false,
    login: undefined,
    from: 'nmbrs-sync@acme.example',
    to: ['payroll@acme.example', 'beheer@acme.example'],
    timeZone: 'Europe/Amsterdam',
    language: 'en',
    isLoopback: true,
    timeoutMs: 2_000,
    ...differs,
  }).send(heldNotice)

const refuseWith = (responseCode: number): Error => Object.assign(new Error('refused'), { responseCode })

describe('the e-mail', () => {
  it('goes to everybody, as text and as a page, and wants no automatic reply', async () => {
    const port = await startServer()

    expect(await send(port)).toBe('accepted for 2 of 2 recipients')

    const [mail] = mails
    expect(mail).toMatchObject({
      from: 'nmbrs-sync@acme.example',
      to: ['payroll@acme.example', 'beheer@acme.example'],
    })
    expect(mail!.text).toMatch(/^Subject: nmbrs-sync acme: 2 changes wait, 1 person is blocked\r$/m)
    expect(mail!.text).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(mail!.text).toMatch(/^Content-Type: multipart\/alternative/m)
    expect(mail!.text).toMatch(/^Content-Type: text\/plain/m)
    expect(mail!.text).toMatch(/^Content-Type: text\/html/m)
    expect(mail!.text).toContain('nmbrs-sync runs show run-1')
  })

  it('logs in when it is told how', async () => {
    const port = await startServer({ authOptional: false })

    await send(port, { login: { username: 'api', password: 'right' } })

    expect(logins).toEqual(['api'])
    expect(mails).toHaveLength(1)
  })

  it.each([
    { what: 'the password is wrong', login: { username: 'api', password: 'wrong-password' } },
    { what: 'a login is wanted and none is set', login: undefined },
  ])('is not tried again when $what, and the message names the setting', async ({ login }) => {
    const port = await startServer({ authOptional: false })

    const error = await send(port, { login }).catch((caught: unknown) => caught as Error)

    expect(error).toMatchObject({ name: 'DeliveryError', code: 'login-refused', passes: false })
    expect(String(error)).toContain('notices.email.username')
    expect(String(error)).not.toMatch(/wrong-password|127\.0\.0\.1/)
  })

  it('says when some of the recipients were refused, without naming them', async () => {
    const port = await startServer({
      onRcptTo: ({ address }, _session, done) => {
        done(address.startsWith('beheer') ? refuseWith(550) : null)
      },
    })

    expect(await send(port)).toBe('accepted for 1 of 2 recipients; the server refused the others')
  })

  it.each([
    { responseCode: 550, passes: false },
    { responseCode: 451, passes: true },
  ])(
    'that every recipient refuses with $responseCode may pass later: $passes',
    async ({ responseCode, passes }) => {
      const port = await startServer({
        onRcptTo: (_address, _session, done) => {
          done(refuseWith(responseCode))
        },
      })

      const error = await send(port).catch((caught: unknown) => caught as Error)

      expect(error).toMatchObject({ code: `smtp-${responseCode}`, passes })
      expect(String(error)).not.toContain('acme.example')
    },
  )

  it('is tried again later when the server is down', async () => {
    const port = await startServer()
    await close.pop()!()

    await expect(send(port)).rejects.toMatchObject({ code: 'unreachable', passes: true })
  })

  it('is tried again later when the server does not greet', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    close.push(
      () =>
        new Promise((resolve) =>
          server.close(() => {
            resolve()
          }),
        ),
    )
    const { port } = server.address() as AddressInfo

    await expect(send(port, { timeoutMs: 200 })).rejects.toMatchObject({ code: 'timeout', passes: true })
  })

  it('never goes over the network unencrypted', async () => {
    const port = await startServer()

    const error = await send(port, { isLoopback: false }).catch((caught: unknown) => caught as Error)

    expect(error).toMatchObject({ code: 'tls-failed', passes: false })
    expect(mails).toEqual([])
  })

  it('does not trust a server whose certificate nobody signed', async () => {
    // The server has such a certificate built in, and warns of it.
    const warned = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const port = await startServer({ secure: true })
    warned.mockRestore()

    await expect(send(port, { secure: true })).rejects.toMatchObject({ code: 'unreachable' })
    expect(mails).toEqual([])
  })
})
