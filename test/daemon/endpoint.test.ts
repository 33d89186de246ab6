import { connect } from 'node:net'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { openEndpoint, type Endpoint } from '../../src/daemon/endpoint.js'

let endpoint: Endpoint
let failing: boolean

beforeEach(async () => {
  failing = false
  const orFail = <Value>(value: Value): Value => {
    if (failing) throw new Error('broken')
    return value
  }
  endpoint = await openEndpoint({
    host: '127.0.0.1',
    port: 0,
    hosts: ['Sync.Example.com'],
    token: 'token',
    readReadiness: () => orFail({ ready: true } as never),
    readMetrics: () => Promise.resolve(orFail({ contentType: 'text/plain', text: 'up 1' })),
    runNow: () => orFail([]),
  })
})
afterEach(() => endpoint.close())

/**
 * Sends what it is given and gives the status of the answer; 0 when the connection was closed without one.
 */
const ask = (text: string): Promise<number> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(endpoint.url).port), '127.0.0.1')
    let answer = ''
    socket.setTimeout(3000, () => socket.destroy())
    socket.on('data', (piece) => {
      answer += piece.toString('latin1')
      socket.end()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0))
    })
    socket.end(Buffer.from(text, 'latin1'))
  })

const askFor = (path: string, host: string, more = ''): Promise<number> =>
  ask(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`)

describe('the endpoint', () => {
  it.each([
    '127.0.0.1',
    '127.0.0.1:9464',
    '10.1.2.3:9464',
    '[::1]:9464',
    '[::1]',
    '[fd00::12]:80',
    'localhost',
    'LOCALHOST:9464',
    'sync.example.com',
    'sync.example.com.:9464',
  ])('answers a request for %s', async (host) => {
    expect(await askFor('/healthz', host)).toBe(200)
  })

  it.each([
    'evil.example',
    'evil.example:9464',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '0x7f.1',
    'x@localhost',
    '',
  ])('answers nothing to a request for "%s"', async (host) => {
    expect(await askFor('/metrics', host)).toBe(421)
  })

  it.each(['//', 'http://[', '/%', '*', '/healthz?%ff', '\\\\', '//[::', '/run?connection=%00'])(
    'answers the address %s without failing',
    async (path) => {
      const status = await askFor(path, 'localhost')
      expect(status).toBeGreaterThanOrEqual(200)
      expect(status).toBeLessThan(500)
    },
  )

  it.each([
    ['GET', '/healthz', { formatVersion: 1, alive: true }],
    ['GET', '/readyz', { formatVersion: 1, ready: true }],
    ['POST', '/run', { formatVersion: 1, connections: [] }],
    ['GET', '/nothing', { formatVersion: 1, error: 'There is: /healthz, /readyz, /metrics, /run' }],
  ])('gives the version of its form with each document: %s %s', async (method, path, document) => {
    const answer = await fetch(`${endpoint.url}${path}`, {
      method,
      headers: { authorization: 'Bearer token' },
    })

    expect(await answer.json()).toEqual(document)
  })

  it.each(['/readyz', '/metrics'])('says 503 when %s cannot be said', async (path) => {
    failing = true

    expect(await askFor(path, 'localhost')).toBe(503)
  })

  it('never answers 500, whatever is asked', async () => {
    const token = fc.string({
      unit: fc.constantFrom('/', '%', '[', ']', ':', '?', '#', '*', '\\', '.', ' ', 'aZ0@', '\u00e9', '-'),
      maxLength: 20,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'OPTIONS', 'TRACE'),
        token,
        token,
        async (method, path, host) => {
          expect(
            await ask(`${method} /${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
          ).not.toBe(500)
        },
      ),
      { numRuns: 150 },
    )
  })
})
