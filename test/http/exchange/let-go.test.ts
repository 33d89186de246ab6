import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

import { describe, expect, it } from '@jest/globals'

import { createExchange, type Exchange } from '../../../src/http/exchange/exchange.js'

const finished = 'http.client.response.finish'

/** An exchange with a server that answers with a large body, and every answer as Node saw it. */
const withAnswers = async (
  test: (exchange: Exchange, url: string, answers: readonly IncomingMessage[]) => Promise<void>,
): Promise<void> => {
  const server = createServer((_, response) => response.end('x'.repeat(300_000)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const exchange = createExchange()
  const answers: IncomingMessage[] = []
  const note = (message: unknown): void =>
    void answers.push((message as { response: IncomingMessage }).response)
  subscribe(finished, note)
  try {
    const { port } = server.address() as AddressInfo
    await test(exchange, `http://127.0.0.1:${port}/`, answers)
  } finally {
    unsubscribe(finished, note)
    exchange.close()
    server.close()
    server.closeAllConnections()
  }
}

describe('an exchange', () => {
  it('gives the whole answer, and nobody listens to it with its pieces in hand any more', async () => {
    await withAnswers(async (exchange, url, answers) => {
      for (let turn = 0; turn < 3; turn += 1) {
        const { bytes } = await exchange.send({ method: 'GET', url, headers: {} })
        expect(bytes).toHaveLength(300_000)
      }

      expect(answers).toHaveLength(3)
      expect(answers.map((answer) => [answer.listenerCount('data'), answer.listenerCount('end')])).toEqual([
        [0, 0],
        [0, 0],
        [0, 0],
      ])
      // The connection is kept all the same.
      expect(new Set(answers.map(({ socket }) => socket)).size).toBe(1)
    })
  })
})
