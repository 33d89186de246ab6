import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isIP, type AddressInfo } from 'node:net'

import { ConfigError } from '../domain/errors.js'
import { frameDocument } from '../domain/text/document-frame.js'
import type { Readiness } from './readiness.js'

/** What the endpoint tells and takes. */
export interface EndpointOptions {
  host: string
  /** 0 takes a free one. */
  port: number
  /** Names it may be asked under, beside IP addresses and localhost. */
  hosts?: readonly string[]
  readReadiness: () => Readiness
  readMetrics: () => Promise<{ contentType: string; text: string }>
  /**
   * Asks for runs now; `undefined` for all. Gives the connections that will run, or `undefined` when there is
   * no such one.
   */
  runNow: (connection: string | undefined) => readonly string[] | undefined
  /** Who does not know it cannot ask for a run. */
  token: string
}

export interface Endpoint {
  /** `http://127.0.0.1:9464` */
  url: string
  close: () => Promise<void>
}

/** What is answered: a document, or text of a kind of its own. */
interface Answer {
  status: number
  contentType: string
  body: string
  headers?: Readonly<Record<string, string>>
}

type Route = (request: IncomingMessage, url: URL) => Answer | Promise<Answer>

/** Starts to answer. Throws `ConfigError` when the address cannot be had. */
export const openEndpoint = async (options: EndpointOptions): Promise<Endpoint> => {
  const routes = createRoutes(options)
  const server = createServer((request, response) => {
    answer(request, routes, options.hosts ?? [])
      .catch(() => problem(503, 'This is not known now'))
      .then((found) => {
        send(response, request, found)
      }, ignore)
  })
  // No one needs long to ask a short question.
  server.requestTimeout = 10_000
  server.headersTimeout = 5000
  server.maxHeadersCount = 50
  await listen(server, options)
  return { url: toUrl(server.address() as AddressInfo), close: () => close(server) }
}

const ignore = (): void => undefined

const toUrl = ({ family, address, port }: AddressInfo): string => {
  const host = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address
  return `http://${family === 'IPv6' ? `[${host}]` : host}:${port}`
}

const listen = (server: Server, { host, port }: EndpointOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(toListenError(error, host, port))
    })
    server.listen(port, host, resolve)
  })

const toListenError = (error: NodeJS.ErrnoException, host: string, port: number): ConfigError => {
  const address = `${host} port ${port}`
  const next = 'Set daemon.host and daemon.port, or daemon.http: false'
  const why =
    error.code === 'EADDRINUSE'
      ? 'another program, perhaps another daemon, has it'
      : `the system says ${error.code ?? error.name}`
  return new ConfigError(`The daemon cannot listen on ${address}: ${why}. ${next}`, [], { cause: error })
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })

const createRoutes = (options: EndpointOptions): ReadonlyMap<string, ReadonlyMap<string, Route>> => {
  const { readReadiness, readMetrics } = options
  const reading = (route: Route): ReadonlyMap<string, Route> =>
    new Map([
      ['GET', route],
      ['HEAD', route],
    ])
  return new Map([
    ['/healthz', reading(() => json(200, { alive: true }))],
    [
      '/readyz',
      reading(() => {
        const readiness = readReadiness()
        return json(readiness.ready ? 200 : 503, readiness)
      }),
    ],
    [
      '/metrics',
      reading(async () => {
        const { contentType, text } = await readMetrics()
        return { status: 200, contentType, body: text }
      }),
    ],
    ['/run', new Map([['POST', (request: IncomingMessage, url: URL) => askForRun(options, request, url)]])],
  ])
}

const askForRun = ({ token, runNow }: EndpointOptions, request: IncomingMessage, url: URL): Answer => {
  if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`))
    return problem(401, 'Only who may read the state folder may ask for a run', {
      'www-authenticate': 'Bearer',
    })
  const connections = runNow(url.searchParams.get('connection') ?? undefined)
  return connections === undefined ? problem(404, 'There is no such connection') : json(202, { connections })
}

const isSame = (given: string, expected: string): boolean => {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Whether a request names this machine as probes and people do. A page of the web that was made to point its
 * own name here says that name, and must not read how the connections stand.
 */
const isOurHost = (given: string, hosts: readonly string[]): boolean => {
  const name = (/^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(given.trim())?.slice(1).find(Boolean) ?? '')
    .toLowerCase()
    .replace(/\.$/, '')
  return isIP(name) > 0 || name === 'localhost' || hosts.some((host) => host.toLowerCase() === name)
}

const findUrl = (text: string): URL | undefined => {
  // What is asked for is only ever compared, so the host of the address may be any.
  const base = 'http://daemon'
  return URL.canParse(text, base) ? new URL(text, base) : undefined
}

const answer = async (
  request: IncomingMessage,
  routes: ReturnType<typeof createRoutes>,
  hosts: readonly string[],
): Promise<Answer> => {
  const { host } = request.headers
  // Only HTTP/1.0, which no browser speaks, comes without one.
  if (host !== undefined && !isOurHost(host, hosts))
    return problem(421, 'Ask by IP address, as localhost, or by a name in daemon.hosts')
  const url = findUrl(request.url ?? '/')
  if (url === undefined) return problem(400, 'This is not an address')
  const methods = routes.get(url.pathname)
  if (methods === undefined) return problem(404, `There is: ${[...routes.keys()].join(', ')}`)
  const route = methods.get(request.method ?? '')
  if (route === undefined) return problem(405, 'Not that method', { allow: [...methods.keys()].join(', ') })
  return route(request, url)
}

const json = (status: number, document: unknown): Answer => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: `${JSON.stringify(frameDocument(document))}\n`,
})

const problem = (status: number, message: string, headers: Answer['headers'] = {}): Answer => ({
  ...json(status, { error: message }),
  headers,
})

const send = (
  response: ServerResponse,
  { method }: IncomingMessage,
  { status, contentType, body, headers }: Answer,
): void => {
  const length = Buffer.byteLength(body)
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(method === 'HEAD' ? undefined : body)
}
