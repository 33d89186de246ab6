import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { isLoopbackHost } from '../../config/schema/check-url.js'
import { AbortError, findErrorCode } from '../../domain/errors.js'
import { readCameBack, type CameBack } from '../../target/nmbrs-rest/identity/authorize-address.js'

export interface ListenOptions {
  redirectUri: string
  state: string
  /** The page for the browser; no code, address or name is in it. */
  page: (outcome: 'done' | 'refused' | 'not-ours') => string
  interruption: AbortSignal
  /** How long someone may take to log in and consent. */
  timeoutMs?: number
}

const usualTimeoutMs = 10 * 60_000

export const isLoopbackAddress = (redirectUri: string): boolean =>
  isLoopbackHost(new URL(redirectUri).hostname.replace(/^\[|\]$/g, ''))

/** Waits at the redirect address for the browser. */
export interface Listening {
  /**
   * Resolves when the browser came back to this login. Throws `AbortError` when no one did, or the program is
   * to end.
   */
  cameBack: Promise<Exclude<CameBack, { result: 'not-ours' }>>
  close(): Promise<void>
}

/** Throws `AbortError` when the port is taken. */
export const listenForCode = async (options: ListenOptions): Promise<Listening> => {
  const { redirectUri, interruption, timeoutMs = usualTimeoutMs } = options
  const server = createServer()
  await open(server, new URL(redirectUri))
  const cameBack = new Promise<Exclude<CameBack, { result: 'not-ours' }>>((resolve, reject) => {
    const giveUp = (why: string): void => {
      reject(new AbortError(why, 'stopped', 'Run nmbrs-sync auth login again later'))
    }
    const timer = setTimeout(giveUp, timeoutMs, 'no one came back from the login in time')
    interruption.addEventListener('abort', () => {
      giveUp('the login was stopped')
    })
    server.once('close', () => {
      clearTimeout(timer)
    })
    server.on('request', (request, response) => {
      const came = answer(request, response, options)
      if (came !== undefined && came.result !== 'not-ours') resolve(came)
    })
  })
  // Anyone who closes early has stopped to wait.
  cameBack.catch(() => undefined)
  return {
    cameBack,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

const open = (server: Server, { hostname, port }: URL): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    const number = port === '' ? 80 : Number(port)
    server.once('error', (error) => {
      reject(
        new AbortError(
          `the port ${number} of the redirect address cannot be used (${findErrorCode(error) ?? 'unknown'})`,
          'stopped',
          'End what uses it, or run nmbrs-sync auth login --paste',
        ),
      )
    })
    server.listen(number, hostname.replace(/^\[|\]$/g, ''), () => {
      resolve(server.address() as AddressInfo)
    })
  })

/** Nothing of what came stands in the page, and nothing that the page loads learns of the address. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
}

const answer = (
  { method, url = '/', headers: { host } }: IncomingMessage,
  response: ServerResponse,
  { redirectUri, state, page }: ListenOptions,
): CameBack | undefined => {
  const expected = new URL(redirectUri)
  const address = `${expected.origin}${url}`
  // Another name for this machine is how a page of another site would get here.
  const isHere = host === expected.host && URL.canParse(address)
  if (method !== 'GET' || !isHere || new URL(address).pathname !== expected.pathname) {
    response.writeHead(404, headers).end()
    return undefined
  }
  const came = readCameBack(address, redirectUri, state)
  const outcomes = { code: 'done', refused: 'refused', 'not-ours': 'not-ours' } as const
  response.writeHead(came.result === 'not-ours' ? 400 : 200, headers)
  response.end(page(outcomes[came.result]))
  return came
}
