import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { Agent, request as requestHttps, type AgentOptions, type RequestOptions } from 'node:https'
import { isIPv6, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

import { goesThroughProxy, readProxy, type Destination } from './find-proxy.js'
import { ProxyError } from './proxy-error.js'

type Done = (error: Error | null, socket: Duplex) => void

/**
 * Node's agent for TLS, whose new connections go through the proxy that the environment names for their host,
 * if it names one. The proxy only passes bytes on: TLS is between this program and the host, with the host's
 * own certificate. What the proxy answers never counts as the host's answer, and a request without a
 * connection surely has not left.
 */
export class ProxyingAgent extends Agent {
  readonly #asking = new Set<ClientRequest>()
  readonly #connectTimeoutMs: number

  constructor({ connectTimeoutMs, ...options }: AgentOptions & { connectTimeoutMs: number }) {
    super(options)
    this.#connectTimeoutMs = connectTimeoutMs
  }

  override createConnection(options: RequestOptions, done: Done): Duplex | null | undefined {
    const destination = { host: options.host ?? 'localhost', port: options.port ?? 443 }
    if (!goesThroughProxy(destination)) return super.createConnection(options, done)
    this.#openTunnel(destination)
      .then((socket) => super.createConnection({ ...options, socket } as RequestOptions))
      .then(
        (secured) => {
          if (secured) done(null, secured)
        },
        // Node's type has a socket beside the error, which Node does not give either.
        (error: unknown) => {
          ;(done as (error: unknown) => void)(error)
        },
      )
    return undefined
  }

  override destroy(): void {
    for (const request of this.#asking) request.destroy()
    super.destroy()
  }

  /** Asks the proxy for a connection. Throws `ProxyError`. */
  async #openTunnel(destination: Destination): Promise<Socket> {
    const request = ask(readProxy(), destination)
    return new Promise((resolve, reject) => {
      this.#asking.add(request)
      const timer = setTimeout(() => request.destroy(new ProxyError('ETIMEDOUT')), this.#connectTimeoutMs)
      request.once('close', () => {
        clearTimeout(timer)
        this.#asking.delete(request)
        reject(new ProxyError('closed'))
      })
      request.once('connect', (answer: IncomingMessage, socket: Socket) => {
        if (answer.statusCode === 200) resolve(socket)
        else {
          socket.destroy()
          reject(new ProxyError(toReason(answer)))
        }
      })
      request.once('error', (error: NodeJS.ErrnoException) => {
        reject(error instanceof ProxyError ? error : new ProxyError(error.code ?? 'failed'))
      })
      request.end()
    })
  }
}

/** Its status, and whether it names ways to log in without the one that this program has. */
const toReason = ({ statusCode, headers }: IncomingMessage): string => {
  const offered = headers['proxy-authenticate']
  const isOther = statusCode === 407 && offered !== undefined && !/\bbasic\b/i.test(offered)
  return isOther ? '407_NO_BASIC' : String(statusCode)
}

const ask = (proxy: URL, { host, port }: Destination): ClientRequest => {
  const isSecure = proxy.protocol === 'https:'
  const authority = `${isIPv6(host) ? `[${host}]` : host}:${port}`
  return (isSecure ? requestHttps : requestHttp)({
    method: 'CONNECT',
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (isSecure ? 443 : 80),
    path: authority,
    headers: { host: authority, 'user-agent': 'nmbrs-sync', ...toLogin(proxy) },
    agent: false,
    rejectUnauthorized: true,
  })
}

/**
 * The login stands in the address, each part encoded (RFC 3986, section 3.2.1), and goes as Basic (RFC 7617).
 */
const toLogin = ({ username, password }: URL): Record<string, string> => {
  if (username === '' && password === '') return {}
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` }
}
