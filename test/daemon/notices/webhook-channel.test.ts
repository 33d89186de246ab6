import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { createWebhookChannel } from '../../../src/daemon/notices/webhook-channel.js'
import type { WebhookOptions } from '../../../src/delivery/post-webhook.js'
import { heldNotice } from './a-notice.js'

interface Received {
  method: string | undefined
  headers: IncomingMessage['headers']
  body: string
}

const secret = 'a secret of a test, long enough'
const sentAt = Date.UTC(2026, 10, 22, 1, 5)

let server: Server
let received: Received[]
let answer: (response: ServerResponse) => void
let url: string

beforeEach(async () => {
  received = []
  answer = (response) => response.writeHead(204).end()
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({
        method: request.method,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      })
      answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notices?tenant=acme`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const send = (differs: Partial<WebhookOptions> = {}): Promise<string> =>
  createWebhookChannel({ url, secret, now: () => sentAt, ...differs }, 'en').send(heldNotice)

/** What docs/notices.md shows to receivers. */
const isGenuine = ({ headers, body }: Received, nowSeconds: number): boolean => {
  const timestamp = String(headers['x-nmbrs-sync-timestamp'])
  const expected = Buffer.from(
    `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  )
  const given = Buffer.from(String(headers['x-nmbrs-sync-signature']))
  const isFresh = Math.abs(nowSeconds - Number(timestamp)) < 300
  return isFresh && given.length === expected.length && timingSafeEqual(given, expected)
}

describe('the webhook', () => {
  it('posts the notice as JSON, signed so that the receiver can check it', async () => {
    expect(await send()).toBe('answered with status 204')

    const [request] = received
    expect(request).toMatchObject({
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'nmbrs-sync',
        'x-nmbrs-sync-timestamp': String(sentAt / 1000),
      },
    })
    expect(JSON.parse(request!.body)).toMatchObject({
      formatVersion: 1,
      version: 1,
      kind: 'held',
      connection: 'acme',
    })
    expect(isGenuine(request!, sentAt / 1000 + 5)).toBe(true)
  })

  it.each([
    {
      what: 'the body was changed',
      change: (request: Received) => ({ ...request, body: `${request.body} ` }),
    },
    {
      what: 'the timestamp was changed',
      change: (request: Received) => ({
        ...request,
        headers: { ...request.headers, 'x-nmbrs-sync-timestamp': String(sentAt / 1000 + 1) },
      }),
    },
  ])('does not pass the check when $what', async ({ change }) => {
    await send()

    expect(isGenuine(change(received[0]!), sentAt / 1000)).toBe(false)
  })

  it('does not pass the check long after', async () => {
    await send()

    expect(isGenuine(received[0]!, sentAt / 1000 + 3_600)).toBe(false)
  })

  it('names a delivery the same at each attempt', async () => {
    await send()
    await send({ now: () => sentAt + 60_000 })

    const [first, second] = received.map(({ headers }) => headers)
    expect(first!['x-nmbrs-sync-delivery']).toMatch(/^[\da-f]{32}$/)
    expect(second!['x-nmbrs-sync-delivery']).toBe(first!['x-nmbrs-sync-delivery'])
    expect(second!['x-nmbrs-sync-signature']).not.toBe(first!['x-nmbrs-sync-signature'])
  })

  it.each([
    { status: 500, passes: true },
    { status: 503, passes: true },
    { status: 429, passes: true },
    { status: 400, passes: false },
    { status: 401, passes: false },
    { status: 404, passes: false },
  ])('takes status $status for a failure; may it pass: $passes', async ({ status, passes }) => {
    answer = (response) => response.writeHead(status).end('whatever')

    await expect(send()).rejects.toMatchObject({ name: 'DeliveryError', code: `status-${status}`, passes })
  })

  it('hands on how long it is asked to wait', async () => {
    answer = (response) => response.writeHead(503, { 'retry-after': '17' }).end()

    await expect(send()).rejects.toMatchObject({ retryAfter: '17' })
  })

  it('follows no redirect', async () => {
    answer = (response) => response.writeHead(307, { location: url }).end()

    await expect(send()).rejects.toMatchObject({ code: 'status-307', passes: false })
    expect(received).toHaveLength(1)
  })

  it('gives up on a silent receiver, for now', async () => {
    answer = () => undefined

    await expect(send({ timeoutMs: 100 })).rejects.toMatchObject({ code: 'timeout', passes: true })
  })

  it('gives up, for now, when nobody listens', async () => {
    server.close()
    server.closeAllConnections()

    await expect(send()).rejects.toMatchObject({ code: 'unreachable', passes: true })
  })

  it('tells nothing of the address, the secret or the notice when it fails', async () => {
    answer = (response) => response.writeHead(500).end(secret)

    const error = await send().catch((caught: unknown) => caught as Error)

    expect(JSON.stringify(error) + String(error)).not.toMatch(/127\.0\.0\.1|tenant|secret|run-1/)
  })
})
