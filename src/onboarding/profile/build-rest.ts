import { findNearest } from '../../yaml/nearest.js'
import type { KeyPath } from '../../yaml/key-path.js'
import type { Remark } from '../../yaml/describe-issues.js'
import type { CallAccess } from '../calls/call-name.js'
import { findEndpoint, knownEndpoints, knownScopes } from '../calls/rest-endpoints.js'
import type { ProfileCall, ProfileRest } from './profile.js'
import type { RawRest } from './profile-schema.js'

type Note = (path: KeyPath, remark: Remark) => void
type RawEndpoint = NonNullable<RawRest['endpoints']['read']>[number]

/** Makes the part about REST of what the file says. Everything wrong is noted; what is wrong is left out. */
export const buildRest = (raw: RawRest, note: Note): ProfileRest => {
  const scopes = buildScopes(raw.scopes, note)
  const endpoints = buildEndpoints(raw, note)
  if (scopes.length === raw.scopes.length) noteUncovered({ scopes, endpoints }, note)
  return { scopes, endpoints, complete: raw.complete ?? true }
}

/** Anyone who consents to these scopes must not find out from a refusal that one is missing. */
const noteUncovered = (
  { scopes, endpoints }: Pick<ProfileRest, 'scopes' | 'endpoints'>,
  note: Note,
): void => {
  for (const { call, scopes: opening = [] } of endpoints)
    if (opening.length > 0 && !opening.some((scope) => scopes.includes(scope)))
      note(['scopes'], { expected: `also ${opening.join(' or ')}, which opens ${call}` })
}

const buildScopes = (raw: RawRest['scopes'], note: Note): string[] => {
  const scopes: string[] = []
  for (const [index, given] of raw.entries()) {
    const say = (remark: Remark): void => {
      note(['scopes', index], remark)
    }
    const scope = typeof given === 'string' ? given : given.scope
    const isKnown = knownScopes.includes(scope)
    if (typeof given === 'string' && !isKnown)
      say({ expected: 'a scope of Nmbrs', suggestion: findNearest(scope, knownScopes) })
    else if (typeof given !== 'string' && isKnown)
      say({ expected: `the name alone; ${scope} is a known scope` })
    else if (!/^[a-z][a-z_]*(?:\.[a-z_]+)*$/.test(scope)) say({ expected: 'small letters and points' })
    else if (scopes.includes(scope)) say({ expected: `each scope once; ${scope} is there already` })
    else scopes.push(scope)
  }
  return scopes
}

const buildEndpoints = (raw: RawRest, note: Note): ProfileCall[] => {
  const endpoints = new Map<string, ProfileCall>()
  for (const access of ['read', 'write'] as const)
    for (const [index, given] of (raw.endpoints[access] ?? []).entries()) {
      const say = (remark: Remark): void => {
        note(['endpoints', access, index], remark)
      }
      const endpoint = buildEndpoint(given, access, say)
      if (endpoint === undefined) continue
      if (endpoints.has(endpoint.call))
        say({ expected: `each endpoint once; ${endpoint.call} is there already` })
      endpoints.set(endpoint.call, endpoint)
    }
  return [...endpoints.values()]
}

const buildEndpoint = (
  given: RawEndpoint,
  access: CallAccess,
  note: (remark: Remark) => void,
): ProfileCall | undefined => {
  const name = typeof given === 'string' ? given : given.endpoint
  const known = findEndpoint(name)
  if (known === undefined) {
    if (typeof given !== 'string') return buildNewEndpoint(name, access, note)
    const suggestion = findNearest(
      name,
      knownEndpoints.filter((one) => one.access === access).map(({ endpoint }) => endpoint),
    )
    note({ expected: 'an endpoint of the REST API: method and path', suggestion })
    return undefined
  }
  const { endpoint, scopes } = known
  if (typeof given !== 'string') note({ expected: `method and path alone; ${endpoint} is known` })
  else if (known.access !== access) note(toWrongPlace(endpoint, access))
  return { service: 'REST', call: endpoint, access, publishedAs: undefined, verified: true, scopes }
}

const toWrongPlace = (endpoint: string, access: CallAccess): Remark => ({
  expected: `an endpoint that ${access === 'read' ? 'only reads' : 'writes'}; ${endpoint} belongs under ${access === 'read' ? 'write' : 'read'}`,
})

const newEndpointPattern = /^(?:GET|POST|PUT|PATCH|DELETE) \/api(?:\/(?:[A-Za-z0-9_-]+|\{[A-Za-z]+\}))+$/

const buildNewEndpoint = (
  call: string,
  access: CallAccess,
  note: (remark: Remark) => void,
): ProfileCall | undefined => {
  if (!newEndpointPattern.test(call)) {
    note({ expected: 'a method and a path under /api/, such as GET /api/companies/{companyId}/employees' })
    return undefined
  }
  if (call.startsWith('GET ') !== (access === 'read')) {
    note(toWrongPlace(call, access))
    return undefined
  }
  return { service: 'REST', call, access, publishedAs: undefined, verified: false, scopes: [] }
}
