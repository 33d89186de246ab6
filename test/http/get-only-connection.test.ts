import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'

import {
  createGetOnlyClient,
  type GetOnlyClient,
  type GetOnlyClientOptions,
} from '../../src/http/get-only-client.js'
import { HttpFailure } from '../../src/http/http-failure.js'

let waits: number[]
let clients: GetOnlyClient[]

const aClient = (options: Partial<GetOnlyClientOptions> & { baseUrl: string }): GetOnlyClient => {
  const sleep = (ms: number): Promise<void> => {
    waits.push(ms)
    return Promise.resolve()
  }
  const client = createGetOnlyClient({
    token: 'secret-token-4711',
    retry: { retries: 3, baseDelayMs: 100, sleep, random: () => 0 },
    ...options,
  })
  clients.push(client)
  return client
}

const failureOf = async (reading: Promise<unknown>): Promise<HttpFailure> => {
  const error: unknown = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(HttpFailure)
  return error as HttpFailure
}

beforeEach(() => {
  waits = []
  clients = []
})

afterEach(() => {
  for (const client of clients) client.close()
})

const stop = async (server: Server): Promise<void> => {
  server.closeAllConnections()
  await promisify(server.close.bind(server))()
}

describe('over a real connection', () => {
  let server: Server

  beforeEach(() => {
    server = createServer()
  })

  afterEach(async () => {
    if (server.listening) await stop(server)
  })

  const serve = async (listener: RequestListener): Promise<string> => {
    server.on('request', listener)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  }

  it('reads again after a connection that broke before the answer', async () => {
    let asked = 0
    const baseUrl = await serve((request, response) => {
      asked += 1
      if (asked === 1) request.socket.destroy()
      else response.end('{"fine":true}')
    })

    const answer = await aClient({ baseUrl }).get('/a')

    expect(answer).toEqual({ fine: true })
    expect(waits).toEqual([50])
  })

  it('gives up on a server that is not there', async () => {
    const baseUrl = await serve(() => undefined)
    await stop(server)

    const failure = await failureOf(aClient({ baseUrl }).get('/a'))

    expect(failure.reason).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' })
    expect(waits).toHaveLength(3)
  })

  it('gives up on a server that stays silent', async () => {
    const baseUrl = await serve(() => undefined)

    const failure = await failureOf(aClient({ baseUrl, timeoutMs: 30 }).get('/a'))

    expect(failure.reason).toEqual({ kind: 'timeout' })
    expect(waits).toEqual([50, 100, 200])
  })

  it('gives up on a server that trickles past the deadline', async () => {
    const baseUrl = await serve((_request, response) => {
      const trickle = setInterval(() => response.write(' '), 10)
      response.on('close', () => {
        clearInterval(trickle)
      })
    })

    const failure = await failureOf(aClient({ baseUrl, timeoutMs: 1000, deadlineMs: 60 }).get('/a'))

    expect(failure.reason).toEqual({ kind: 'timeout', overrun: true })
    // It would take as long again.
    expect(waits).toEqual([])
  })

  it('says that an answer broke off when the connection ends halfway', async () => {
    const baseUrl = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' })
      response.write('{"status":"ok"', () => {
        response.destroy()
      })
    })

    const failure = await failureOf(aClient({ baseUrl }).get('/a'))

    expect(failure.reason).toEqual({ kind: 'truncated' })
    expect(waits).toHaveLength(3)
  })

  it('refuses an answer over the size limit', async () => {
    const baseUrl = await serve((_request, response) => response.end(JSON.stringify('x'.repeat(5000))))

    const failure = await failureOf(aClient({ baseUrl, maxBytes: 1000 }).get('/a'))

    expect(failure.reason).toEqual({ kind: 'too-large' })
  })

  it('refuses an endless answer over the size limit', async () => {
    const baseUrl = await serve((_request, response) => {
      const flood = setInterval(() => response.write('x'.repeat(500)), 1)
      response.on('close', () => {
        clearInterval(flood)
      })
    })

    const failure = await failureOf(aClient({ baseUrl, maxBytes: 1000 }).get('/a'))

    expect(failure.reason).toEqual({ kind: 'too-large' })
  })

  it('uses one connection for reads that follow each other', async () => {
    const connections = new Set<unknown>()
    const baseUrl = await serve((request, response) => {
      connections.add(request.socket)
      response.end('{}')
    })
    const client = aClient({ baseUrl })

    for (const path of ['/a', '/b', '/c']) await client.get(path)

    expect(connections.size).toBe(1)
  })

  it('lets an answer take longer than connecting may, on a new connection and on a kept one', async () => {
    const baseUrl = await serve((_request, response) => {
      setTimeout(() => response.end('{}'), 60)
    })
    const client = aClient({ baseUrl, connectTimeoutMs: 20, timeoutMs: 5000 })

    for (const path of ['/a', '/b']) await client.get(path)

    expect(client.requestCount()).toBe(2)
  })

  it('ends a read under way when it is closed, and reads nothing more', async () => {
    const client: { current?: GetOnlyClient } = {}
    const baseUrl = await serve(() => client.current?.close())
    client.current = aClient({ baseUrl })

    const failure = await failureOf(client.current.get('/a'))

    expect(failure.reason).toEqual({ kind: 'closed' })
    await expect(client.current.get('/a')).rejects.toThrow('read through a closed client')
  })

  it('breaks off the wait before a repeat when it is closed', async () => {
    const baseUrl = await serve((_request, response) => response.writeHead(500).end())
    const client = aClient({
      baseUrl,
      retry: { baseDelayMs: 60_000 },
      onRetry: () =>
        setImmediate(() => {
          client.close()
        }),
    })

    const failure = await failureOf(client.get('/a'))

    expect(failure.reason).toEqual({ kind: 'closed' })
  })
})
