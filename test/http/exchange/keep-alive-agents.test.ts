import { describe, expect, it } from '@jest/globals'
import { get } from 'node:http'

import { createKeepAliveAgents } from '../../../src/http/exchange/keep-alive-agents.js'

describe('connecting', () => {
  it('gives up after the time for connecting, however long an answer may take', async () => {
    const agents = createKeepAliveAgents({ connectTimeoutMs: 30 })
    // A name that is never resolved keeps the socket connecting.
    const lookup = (): void => undefined

    const gaveUp = await new Promise<boolean>((resolve) => {
      const request = get('http://name.example.test/', { agent: agents.http, lookup })
      request.on('error', () => undefined)
      request.setTimeout(3_600_000, () => {
        request.destroy()
        resolve(true)
      })
    })
    agents.destroy()

    expect(gaveUp).toBe(true)
  })
})
