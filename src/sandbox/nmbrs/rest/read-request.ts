import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { RestRequest } from './rest-request.js'

/** A request with its body. A header that came twice counts as absent. */
export const readRequest = async (request: IncomingMessage, url: URL): Promise<RestRequest> => ({
  method: request.method ?? 'GET',
  path: url.pathname,
  query: url.searchParams,
  headers: Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : undefined,
    ]),
  ),
  body: await text(request),
})
