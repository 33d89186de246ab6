import type { RestRequest } from '../../../src/sandbox/nmbrs/rest/rest-request.js'
import type { DescribedCall, Parameter } from './description.js'

/** What an HTTP client sends of itself. */
const usualHeaders: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'accept',
  'accept-encoding',
  'user-agent',
  'content-type',
  'content-length',
  'transfer-encoding',
])
/** Nmbrs REST contract, section 3.1. */
const tokenHeaders: ReadonlySet<string> = new Set(['authorization', 'x-subscription-key'])

/** Where a request is not as the description has it: the call and the place, never a value. */
export const findFlaws = (calls: readonly DescribedCall[], request: RestRequest): readonly string[] => {
  const call = calls.find(({ method, path }) => method === request.method && path.test(request.path))
  if (call === undefined) return [`there is no call ${request.method} to such a path`]
  const flaws = [
    ...findPathFlaws(call, request),
    ...findQueryFlaws(call, request),
    ...findHeaderFlaws(call, request),
    ...findBodyFlaws(call, request),
  ]
  return flaws.map((flaw) => `${call.name}: ${flaw}`)
}

const findPathFlaws = ({ path, parameters }: DescribedCall, request: RestRequest): string[] => {
  const groups = path.exec(request.path)?.groups ?? {}
  return parameters
    .filter((parameter) => parameter.in === 'path')
    .filter(({ name, schema }) => !schema.safeParse(groups[name]).success)
    .map(({ name }) => `path/${name}`)
}

const findQueryFlaws = ({ parameters }: DescribedCall, { query }: RestRequest): string[] => {
  const known = new Map(parameters.filter((one) => one.in === 'query').map((one) => [one.name, one]))
  const names = [...query.keys()]
  const missing = [...known.values()].filter(({ name, required }) => required && !names.includes(name))
  const wrong = names.filter((name, index) => {
    const parameter = known.get(name)
    return (
      parameter === undefined || names.indexOf(name) !== index || !takes(parameter, query.get(name) ?? '')
    )
  })
  return [...missing.map(({ name }) => name), ...wrong].map((name) => `query/${name}`)
}

/** A number is written as its digits. */
const takes = ({ schema }: Parameter, text: string): boolean =>
  schema.safeParse(text).success || (/^\d+$/.test(text) && schema.safeParse(Number(text)).success)

const findHeaderFlaws = ({ needsToken, body }: DescribedCall, { headers }: RestRequest): string[] => {
  const allowed = needsToken || body !== undefined ? tokenHeaders : new Set<string>()
  const unknown = Object.keys(headers).filter((name) => !usualHeaders.has(name) && !allowed.has(name))
  const wrong: string[] = []
  if (headers.accept !== 'application/json') wrong.push('accept')
  if (needsToken && !/^Bearer \S+$/.test(headers.authorization ?? '')) wrong.push('authorization')
  if (needsToken && (headers['x-subscription-key'] ?? '') === '') wrong.push('x-subscription-key')
  if ((headers['content-type'] ?? '').split(';')[0] !== (body?.contentType ?? '')) wrong.push('content-type')
  return [...unknown, ...wrong].map((name) => `headers/${name}`)
}

const findBodyFlaws = ({ body: described }: DescribedCall, { body }: RestRequest): string[] => {
  if (described === undefined) return body === '' ? [] : ['body']
  const parsed = described.schema.safeParse(readBody(described.contentType, body))
  return parsed.error?.issues.map(({ path, code }) => ['body', ...path, code].join('/')) ?? []
}

const readBody = (contentType: string, body: string): unknown => {
  if (contentType !== 'application/json') return Object.fromEntries(new URLSearchParams(body))
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
