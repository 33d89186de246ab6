import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

import { createExchange, type Exchange } from '../../../src/http/exchange/exchange.js'
import { HttpFailure } from '../../../src/http/http-failure.js'

let server: Server
let exchange: Exchange
let seen: { method: string | undefined; type: string | undefined; body: string }[]

beforeEach(() => {
  seen = []
  server = createServer()
  exchange = createExchange({ timeoutMs: 1_500, connectTimeoutMs: 1_500 })
})

afterEach(async () => {
  exchange.close()
  if (!server.listening) return
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

const serve = async (listener: RequestListener): Promise<string> => {
  server.on('request', listener)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const note = async (request: IncomingMessage): Promise<void> => {
  const { method, headers } = request
  seen.push({ method, type: headers['content-type'], body: await text(request) })
}

const aPost = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"é":1}' } as const
const atOnce = (send: () => void): void => {
  send()
}

const failureOf = async (sending: Promise<unknown>): Promise<HttpFailure> => {
  const error: unknown = await sending.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(HttpFailure)
  return error as HttpFailure
}

describe('a single request', () => {
  it('carries its body whole, by whichever way it leaves', async () => {
    const url = await serve((request, response) => void note(request).then(() => response.end('fine')))

    await exchange.send({ ...aPost, url })
    const { status, bytes } = await exchange.send({ ...aPost, url, leave: atOnce })

    expect([status, Buffer.from(bytes).toString()]).toEqual([200, 'fine'])
    expect(seen).toEqual(Array(2).fill({ method: 'POST', type: 'application/json', body: '{"é":1}' }))
    expect(exchange.count()).toBe(2)
  })

  it.each([[200], [204], [302], [400], [401], [429], [500], [503]])(
    'gives an answer of status %p with its headers, and follows nothing',
    async (status) => {
      const url = await serve((_, response) =>
        response.writeHead(status, { location: '/x', 'retry-after': '7' }).end(),
      )

      const answer = await exchange.send({ ...aPost, url })

      expect([answer.status, answer.header('retry-after'), answer.bytes.length]).toEqual([status, '7', 0])
    },
  )

  it('takes an answer that refuses and breaks off for a refusal', async () => {
    const url = await serve((_, response) => {
      response.writeHead(401, { 'content-length': '100' }).write('{"ti')
      setTimeout(() => response.destroy(), 20)
    })

    expect((await exchange.send({ ...aPost, url })).status).toBe(401)
  })

  it('says that an answer broke off', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"ti')
      setTimeout(() => response.destroy(), 20)
    })

    expect(await failureOf(exchange.send({ ...aPost, url, leave: atOnce }))).toMatchObject({
      reason: { kind: 'truncated' },
      left: true,
    })
  })
})

describe('a request that must not leave unnoticed', () => {
  it('does not leave when it is refused at the last moment, and says why', async () => {
    const url = await serve((request, response) => void note(request).then(() => response.end()))
    const refusal = new TypeError('not any more')

    const sending = exchange.send({
      ...aPost,
      url,
      leave: () => {
        throw refusal
      },
    })

    await expect(sending).rejects.toBe(refusal)
    expect(seen).toEqual([])
  })

  it('has not left when no connection came about', async () => {
    const url = await serve(() => undefined)
    server.close()
    let asked = 0

    const failure = await failureOf(exchange.send({ ...aPost, url, leave: () => (asked += 1) }))

    expect([failure.reason, failure.left, asked]).toEqual([
      { kind: 'unreachable', code: 'ECONNREFUSED' },
      false,
      0,
    ])
  })

  it('may have happened when the connection broke, and when nothing came back', async () => {
    let silent = false
    const url = await serve((request) => {
      if (!silent) request.socket.destroy()
    })

    const broken = await failureOf(exchange.send({ ...aPost, url, leave: atOnce }))
    silent = true
    const unanswered = await failureOf(exchange.send({ ...aPost, url, leave: atOnce }))

    expect([broken.reason.kind, broken.left]).toEqual(['unreachable', true])
    expect([unanswered.reason.kind, unanswered.left]).toEqual(['timeout', true])
  })

  it('is not sent when the exchange is closed', async () => {
    const url = await serve((request, response) => void note(request).then(() => response.end()))
    exchange.close()

    expect(await failureOf(exchange.send({ ...aPost, url, leave: atOnce }))).toMatchObject({
      reason: { kind: 'closed' },
      left: false,
    })
    expect(seen).toEqual([])
  })
})
