import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'

import { answerApi } from './answer-api.js'
import { answerControl } from './answer-control.js'
import { ApiError } from './api-error.js'
import { createFaultQueue, type FaultQueue, type FaultTaker } from './faults.js'
import type { AlexisData } from './records.js'
import { sendJson } from './send-json.js'
import { strikeFaults } from './strike-faults.js'
import { type AlexisSwitches, defaultSwitches } from './switches.js'

export interface AlexisSandboxOptions {
  data: AlexisData
  token?: string
  /** 0, the default, takes any free port. */
  port?: number
  switches?: Partial<AlexisSwitches>
  /** The zone of `local-midnight` dates. */
  timeZone?: string
}

/** A request to the API. Anything but GET is a write that must never happen. */
export interface AlexisRequest {
  method: string
  /** With the query, decoded: `/v1/employee?limit=500`. */
  path: string
}

/** A fake AlexisHR on this machine only. Everything but the token can be changed while it runs. */
export interface AlexisSandbox {
  baseUrl: string
  /** Where a person or a script can change people, switches and faults. */
  controlUrl: string
  token: string
  data: AlexisData
  switches: AlexisSwitches
  faults: FaultQueue
  requests: AlexisRequest[]
  close(): Promise<void>
}

interface World {
  token: string
  timeZone: string
  data: AlexisData
  switches: AlexisSwitches
  faults: FaultTaker
  requests: AlexisRequest[]
}

export const startAlexisSandbox = async (options: AlexisSandboxOptions): Promise<AlexisSandbox> => {
  const world: World = {
    token: options.token ?? 'alexis-sandbox-token',
    timeZone: options.timeZone ?? 'Europe/Amsterdam',
    data: options.data,
    switches: { ...defaultSwitches, ...options.switches },
    faults: createFaultQueue(),
    requests: [],
  }
  const server = createServer((request, response) => {
    void handle(request, response, world)
  })
  await once(server.listen(options.port ?? 0, '127.0.0.1'), 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...world,
    baseUrl: `${origin}/v1`,
    controlUrl: `${origin}/_sandbox`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const handle = async (request: IncomingMessage, response: ServerResponse, world: World): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [root = '', ...rest] = url.pathname.split('/').filter((part) => part !== '')
  const path = rest.join('/')
  try {
    if (root === '_sandbox') await handleControl(request, response, path, world)
    else if (root === 'v1') await handleApi(request, response, { url, path }, world)
    else throw new ApiError(404, `Cannot ${request.method ?? ''} ${url.pathname}`)
  } catch (error) {
    if (error instanceof ApiError) sendJson(response, error.status, error.toBody())
    else sendJson(response, 500, { statusCode: 500, message: 'Internal server error' })
  }
}

const handleControl = async (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  world: World,
): Promise<void> => {
  const { method = 'GET' } = request
  sendJson(response, 200, answerControl({ method, path, body: await readBody(request) }, world))
}

/** A web page of another site can send plain text here, but not JSON. */
const readBody = async (request: IncomingMessage): Promise<unknown> => {
  const body = await text(request)
  if (body === '') return undefined
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new ApiError(400, 'send application/json')
  }
  try {
    const value: unknown = JSON.parse(body)
    return value
  } catch {
    throw new ApiError(400, 'the body is not JSON')
  }
}

const handleApi = async (
  request: IncomingMessage,
  response: ServerResponse,
  { url, path }: { url: URL; path: string },
  world: World,
): Promise<void> => {
  const { method = 'GET' } = request
  world.requests.push({ method, path: decodeURIComponent(`${url.pathname}${url.search}`) })
  if (world.switches.latencyMs > 0) await wait(world.switches.latencyMs)
  const after = await strikeFaults(world.faults.take(path.split('/')[0] ?? ''), response, world.data)
  if (after === 'answered') return
  if (request.headers.authorization !== `Bearer ${world.token}`) throw new ApiError(401, 'Unauthorized')
  if (method !== 'GET') throw new ApiError(404, `Cannot ${method} ${url.pathname}`)
  const body = answerApi(path, url.searchParams, { ...world, turn: world.requests.length })
  sendJson(response, 200, body, after === 'truncated')
}
