import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { SMTPServer } from 'smtp-server'

import { createAccessEmailChannel } from '../../../src/app/access/channels/email-channel.js'
import { createAccessWebhookChannel } from '../../../src/app/access/channels/webhook-channel.js'
import { aHandOver } from './a-hand-over.js'

const secret = 'a secret of a test, long enough'

describe('work by webhook', () => {
  let server: Server
  let received: { headers: IncomingMessage['headers']; body: string }[]
  let answer: (response: ServerResponse) => void
  let url: string

  beforeEach(async () => {
    received = []
    answer = (response) => response.writeHead(202).end()
    server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
        answer(response)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/logins`
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  const channelOf = (includeContact: boolean, nowMs = Date.UTC(2026, 10, 22)) =>
    createAccessWebhookChannel({
      url,
      secret,
      now: () => nowMs,
      timeoutMs: 1_500,
      includeContact,
      setting: 'access.portals.nmbrs-ess.delivery.webhook',
    })

  it('is signed JSON with the batches and the ids of their people, and with nobody’s name or address', async () => {
    expect(await channelOf(false).send(aHandOver())).toBe('answered with status 202')

    const [{ headers, body }] = received as [(typeof received)[number]]
    const timestamp = String(headers['x-nmbrs-sync-timestamp'])
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
    expect(headers['x-nmbrs-sync-signature']).toBe(`v1=${signature}`)
    expect(JSON.parse(body)).toMatchObject({
      formatVersion: 1,
      version: 1,
      key: 'K7QM2X',
      connection: 'acme',
      portal: 'nmbrs-ess',
      batches: [
        { key: 'K7QM2X-1', step: 'delete', people: [{ subject: '502', targetId: '9502' }] },
        { key: 'K7QM2X-2', step: 'add', after: ['K7QM2X-1'], template: 'Employee login', language: 'NL' },
      ],
    })
    expect(body).not.toMatch(/Noor|Femke|tulp\.example|digest/)
  })

  it('has names and addresses only when that was asked for', async () => {
    await channelOf(true).send(aHandOver())

    expect(JSON.parse(received[0]!.body)).toMatchObject({
      batches: [
        {},
        { people: [{ contact: { name: '=Noor & <Daan>', email: 'noor@tulp.example', userName: null } }, {}] },
      ],
    })
  })

  it('has the same delivery id at each attempt, so that a receiver can tell a repeat', async () => {
    await channelOf(false).send(aHandOver())
    await channelOf(true, Date.UTC(2026, 10, 23)).send(aHandOver())
    await channelOf(false).send({ ...aHandOver(), key: 'K7QM2Y' })

    const [first, again, other] = received.map(({ headers }) => headers['x-nmbrs-sync-delivery'])
    expect(first).toMatch(/^[\da-f]{32}$/)
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  it.each([
    { what: 'refuses it', status: 422, carried: 'no' },
    { what: 'sends us elsewhere', status: 301, carried: 'no' },
    { what: 'fails', status: 500, carried: 'unknown' },
  ])('that the receiver $what ($status) may have arrived: $carried', async ({ status, carried }) => {
    answer = (response) => response.writeHead(status, { location: '/elsewhere' }).end()

    await expect(channelOf(false).send(aHandOver())).rejects.toMatchObject({ carried })
  })

  it('that gets no answer may have arrived', async () => {
    answer = () => undefined

    await expect(channelOf(false).send(aHandOver())).rejects.toMatchObject({
      code: 'timeout',
      carried: 'unknown',
    })
  })

  it('that reaches nobody did not arrive, and the message names the setting', async () => {
    server.close()
    server.closeAllConnections()

    await expect(channelOf(false).send(aHandOver())).rejects.toMatchObject({
      carried: 'no',
      message: expect.stringContaining('access.portals.nmbrs-ess.delivery.webhook.url') as unknown as string,
    })
  })
})

describe('work by e-mail', () => {
  let smtp: SMTPServer
  let mails: string[]
  let refusal: Error | null
  let port: number

  beforeEach(async () => {
    mails = []
    refusal = null
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        const pieces: Buffer[] = []
        stream.on('data', (piece: Buffer) => pieces.push(piece))
        stream.on('end', () => {
          if (refusal === null) mails.push(Buffer.concat(pieces).toString())
          done(refusal)
        })
      },
    })
    smtp.on('error', () => undefined)
    await new Promise<void>((resolve) =>
      smtp.listen(0, '127.0.0.1', () => {
        resolve()
      }),
    )
    port = (smtp.server.address() as AddressInfo).port
  })
  afterEach(async () => {
    await new Promise<void>((resolve) => {
      smtp.close(() => {
        resolve()
      })
    })
  })

  const send = (): Promise<string> =>
    createAccessEmailChannel({
      host: '127.0.0.1',
      port,
      secure: false,
      login: undefined,
      from: 'nmbrs-sync@acme.example',
      to: ['beheer@acme.example'],
      isLoopback: true,
      setting: 'access.portals.nmbrs-ess.delivery.email',
      timeoutMs: 2_000,
    }).send(aHandOver())

  const headerOf = (mail: string, name: string): string =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(mail)?.[1]?.replaceAll(/\r\n\s+/g, ' ') ?? ''

  it('goes to the administrators with a page and a file for each batch; the subject names nobody', async () => {
    expect(await send()).toBe('accepted for 1 of 1 recipients')

    const [mail] = mails as [string]
    expect(headerOf(mail, 'Subject')).toBe(
      'nmbrs-sync acme: Visma Nmbrs employee login (ESS), logins of 2 people to do (K7QM2X)',
    )
    expect(mail).toMatch(/filename="?K7QM2X-1\.csv/)
    expect(mail).toMatch(/filename="?K7QM2X-2\.csv/)
    expect(mail).toContain('Auto-Submitted: auto-generated')
  })

  it('has the same message id when it is sent again', async () => {
    await send()
    await send()

    const [first, again] = mails.map((mail) => headerOf(mail, 'Message-ID'))
    expect(first).toMatch(/^<[\da-f]{32}@nmbrs-sync\.invalid>$/)
    expect(again).toBe(first)
  })

  it('that the server refuses did not arrive, and the message names the setting', async () => {
    refusal = Object.assign(new Error('refused'), { responseCode: 552 })

    await expect(send()).rejects.toMatchObject({
      code: 'smtp-552',
      carried: 'no',
      message: expect.stringContaining('access.portals.nmbrs-ess.delivery.email') as unknown as string,
    })
  })
})
