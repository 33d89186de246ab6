import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { runInNewContext } from 'node:vm'

import { describe, expect, it } from '@jest/globals'

import { postWebhook } from '../../src/delivery/post-webhook.js'
import { signStandard, toDeliveryId } from '../../src/delivery/sign-webhook.js'

type Headers = Record<string, string | string[] | undefined>
type IsGenuine = (headers: Headers, body: string, secret: string) => boolean

/** The receiver's function as docs/notices.md shows it. */
const readDocumented = (): IsGenuine => {
  const blocks = readFileSync('docs/notices.md', 'utf8').matchAll(/```js\n(.*?)```/gs)
  const code = [...blocks]
    .map(([, block = '']) => block)
    .find((block) => block.includes("headers['webhook-id']"))
  const script = `${code?.replace(/^import .*$/gm, '') ?? ''}\nisGenuine`
  return runInNewContext(script, { createHmac, timingSafeEqual, Buffer, Date }) as IsGenuine
}

const key = Buffer.alloc(32, 7).toString('base64')
const secret = `whsec_${key}`

/** Posts one message as it leaves at a moment, and gives what came in. */
const post = async (
  body: string,
  { now = Date.now(), used = secret } = {},
): Promise<{ headers: Headers; body: string }> => {
  const arrived: { headers: Headers; body: string }[] = []
  const server = createServer((request, response) => {
    void text(request).then((came) => {
      arrived.push({ headers: request.headers, body: came })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const message = { body, deliveryId: toDeliveryId(body), setting: 'notices.webhook' }
  await postWebhook({ url, secret: used, now: () => now }, message)
  server.closeAllConnections()
  server.close()
  return arrived[0] ?? { headers: {}, body: '' }
}

describe('a signature of Standard Webhooks', () => {
  it('is that of the published example', () => {
    // Standard Webhooks 1.0.0, the example of its libraries.
    const content = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: '1614265330',
      body: '{"test": 2432232314}',
    }

    expect(signStandard('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', content)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    )
  })

  it.each([
    ['a text of another form', 'a-plain-secret-of-some-length'],
    ['no base64 after the mark', 'whsec_not base64 at all!'],
  ])('takes the bytes of a secret that is %s', (_, other) => {
    const content = { id: 'a', timestamp: '1', body: '{}' }
    const inLibrary = `whsec_${Buffer.from(other).toString('base64')}`

    expect(signStandard(other, content)).toBe(signStandard(inLibrary, content))
  })
})

describe('a webhook that arrives', () => {
  const isGenuine = readDocumented()

  it('passes the check of the documents, and the earlier one is there too', async () => {
    const { headers, body } = await post('{"né":"1"}')

    expect(isGenuine(headers, body, secret)).toBe(true)
    expect(headers['x-nmbrs-sync-signature']).toMatch(/^v1=[\da-f]{64}$/)
    expect(headers['webhook-id']).toBe(headers['x-nmbrs-sync-delivery'])
    expect(headers['webhook-timestamp']).toBe(headers['x-nmbrs-sync-timestamp'])
  })

  it.each<[string, (came: { headers: Headers; body: string }) => { headers: Headers; body: string }]>([
    ['another body', (came) => ({ ...came, body: `${came.body} ` })],
    ['another id', (came) => ({ ...came, headers: { ...came.headers, 'webhook-id': 'other' } })],
    [
      'another timestamp',
      (came) => ({
        ...came,
        headers: { ...came.headers, 'webhook-timestamp': `${Number(came.headers['webhook-timestamp']) + 1}` },
      }),
    ],
    ['no signature', (came) => ({ ...came, headers: { ...came.headers, 'webhook-signature': undefined } })],
  ])('does not pass with %s', async (_, change) => {
    const { headers, body } = change(await post('{}'))

    expect(isGenuine(headers, body, secret)).toBe(false)
  })

  it('does not pass long after, nor with the secret of someone else', async () => {
    const old = await post('{}', { now: Date.now() - 3_600_000 })
    const others = await post('{}', { used: `whsec_${Buffer.alloc(32, 8).toString('base64')}` })

    expect(isGenuine(old.headers, old.body, secret)).toBe(false)
    expect(isGenuine(others.headers, others.body, secret)).toBe(false)
  })

  it('has the same id at each attempt, and a signature of its own', async () => {
    const first = await post('{}', { now: 1_700_000_000_000 })
    const second = await post('{}', { now: 1_700_000_060_000 })

    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id'])
    expect(second.headers['webhook-signature']).not.toBe(first.headers['webhook-signature'])
  })
})
