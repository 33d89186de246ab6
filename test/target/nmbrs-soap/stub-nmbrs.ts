import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { silentLog } from '../../../src/domain/log.js'
import { createPacedQueue } from '../../../src/http/paced-queue.js'
import type { Target } from '../../../src/target/port.js'
import { createNmbrsSoapTarget, type NmbrsSoapOptions } from '../../../src/target/nmbrs-soap/target.js'

import { noFence } from '../../support/no-fence.js'

export interface StubRequest {
  operation: string
  path: string
  headers: IncomingMessage['headers']
  xml: string
}

export interface RawAnswer {
  status?: number
  headers?: Record<string, string>
  body?: string | Buffer
  /** Sends only what is in `body`, then cuts the connection. */
  cut?: boolean
  /** Never answers. */
  silent?: boolean
  /** Sends a blank now and then, after the head of an answer, and never comes to an end. */
  drips?: boolean
}

/**
 * The content of the result element, or a whole answer. Several are given one after the other; the last one
 * stays.
 */
export type Answer = string | RawAnswer
export type Answers = Record<string, Answer | readonly Answer[]>

export interface StubNmbrs {
  url: string
  requests: StubRequest[]
  answers: Answers
  requestsOf(operation: string): StubRequest[]
  /** Connections opened so far. */
  connections(): number
  close(): Promise<void>
}

const namespaceIn = (path: string): string =>
  `https://api.nmbrs.nl/soap/v3/${/(\w+)\.asmx$/.exec(path)?.[1] ?? ''}`

export const envelope = (body: string): string =>
  '<?xml version="1.0" encoding="utf-8"?>\r\n' +
  '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<soap:Body>${body}</soap:Body></soap:Envelope>`

export const responseBody = (operation: string, result: string, namespace = 'urn:test'): string =>
  result === ''
    ? `<${operation}Response xmlns="${namespace}" />`
    : `<${operation}Response xmlns="${namespace}"><${operation}Result>${result}</${operation}Result></${operation}Response>`

export const fault = (text: string, code = 'soap:Server'): RawAnswer => ({
  status: 500,
  body: envelope(
    `<soap:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring><detail /></soap:Fault>`,
  ),
})

export const numberedFault = (number: number): RawAnswer =>
  fault(`Server was unable to process request. ---&gt; ${number}: Somebody Secret`)

/**
 * A server that records what it is sent and answers with what the test laid out. An operation without an
 * answer fails.
 */
export const startStub = async (answers: Answers = {}): Promise<StubNmbrs> => {
  const requests: StubRequest[] = []
  const stub = { answers }
  const server = createServer((request, response) => {
    void record(request).then((recorded) => {
      requests.push(recorded)
      const nth = requests.filter(({ operation }) => operation === recorded.operation).length - 1
      reply(recorded, response, pick(stub.answers[recorded.operation], nth))
    })
  })
  let connections = 0
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(stub, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    requestsOf: (operation: string) => requests.filter((request) => request.operation === operation),
    connections: () => connections,
    close: () => closeServer(server),
  })
}

const pick = (answer: Answers[string] | undefined, nth: number): Answer => {
  if (answer === undefined) return { status: 599, body: '' }
  return Array.isArray(answer)
    ? ((answer[Math.min(nth, answer.length - 1)] as Answer | undefined) ?? '')
    : (answer as Answer)
}

const record = async (request: IncomingMessage): Promise<StubRequest> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const action = String(request.headers.soapaction)
  return {
    operation: /(\w+)"$/.exec(action)?.[1] ?? '',
    path: request.url ?? '',
    headers: request.headers,
    xml: Buffer.concat(chunks).toString('utf8'),
  }
}

const reply = (request: StubRequest, response: ServerResponse, answer: Answer): void => {
  if (typeof answer === 'string') {
    response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' })
    response.end(envelope(responseBody(request.operation, answer, namespaceIn(request.path))))
    return
  }
  if (answer.silent === true) return
  response.writeHead(answer.status ?? 200, { 'content-type': 'text/xml; charset=utf-8', ...answer.headers })
  if (answer.drips === true) {
    response.write('<?xml version="1.0"?>')
    const drip = setInterval(() => response.write(' '), 10)
    response.on('close', () => {
      clearInterval(drip)
    })
    return
  }
  if (answer.cut !== true) {
    response.end(answer.body ?? '')
    return
  }
  response.write(answer.body ?? '', () => response.destroy())
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => {
      resolve()
    })
  })

/** A target on the stub that does not wait: fast pace, no pauses between repeats. */
export const createStubTarget = (
  stub: Pick<StubNmbrs, 'url'>,
  options: Partial<NmbrsSoapOptions> = {},
): Promise<Target> =>
  createNmbrsSoapTarget({
    host: stub.url,
    username: 'api@example.test',
    token: 'SECRET-TOKEN',
    domain: 'acme',
    maxCallsPerSecond: 1000,
    fence: noFence,
    log: silentLog,
    queue: createPacedQueue({ callsPerSecond: 1000 }),
    retry: { sleep: () => Promise.resolve(), random: () => 0 },
    ...options,
  })

/** `<Name>text</Name>` for each entry, in the order given; `null` is nil. */
export const fields = (values: Readonly<Record<string, string | null>>): string =>
  Object.entries(values)
    .map(([name, text]) => (text === null ? `<${name} xsi:nil="true" />` : `<${name}>${text}</${name}>`))
    .join('')
