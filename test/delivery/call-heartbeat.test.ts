import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, describe, expect, it } from '@jest/globals'

import { callHeartbeat } from '../../src/delivery/call-heartbeat.js'

let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => server?.close(resolve))
})

const startServer = async (answer: RequestListener): Promise<string> => {
  server = createServer(answer)
  const opened = server
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(opened.address() as AddressInfo).port}/ping/a-secret?key=another-secret`
}

describe('the heartbeat address', () => {
  it('is called as it stands, and its status is what counts', async () => {
    const asked: unknown[] = []
    const url = await startServer((request, response) => {
      asked.push([request.method, request.url])
      response.writeHead(200).write('a body without end')
    })

    expect(await callHeartbeat(url)).toBe(200)
    expect(asked).toEqual([['GET', '/ping/a-secret?key=another-secret']])
  })

  it.each<{ what: string; answer: RequestListener; code: string }>([
    {
      what: 'refuses',
      answer: (_request, response) => response.writeHead(404).end('a-secret'),
      code: 'status-404',
    },
    {
      what: 'sends elsewhere',
      answer: (_request, response) => response.writeHead(302, { location: 'https://other.example/' }).end(),
      code: 'status-302',
    },
    { what: 'is silent', answer: () => undefined, code: 'timeout' },
  ])('that $what is said without a word of the address', async ({ answer, code }) => {
    const url = await startServer(answer)

    const error = await callHeartbeat(url, 200).catch((caught: unknown) => caught as Error)

    expect(error).toMatchObject({ name: 'DeliveryError', code })
    expect(String(error) + JSON.stringify(error)).not.toMatch(/secret|127\.0\.0\.1/)
  })
})
