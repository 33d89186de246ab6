import type { ProbeSubjects } from '../../../onboarding/check/prober.js'
import type { NotTestedReason } from '../../../onboarding/check/call-result.js'
import { findEndpoint } from '../../../onboarding/calls/rest-endpoints.js'
import type { RestCall } from '../client/rest-call.js'
import { restOperations } from '../operations.js'

/** What an endpoint is tried with, by the name in its path. */
const subjectOf = {
  companyId: (subjects: ProbeSubjects) => subjects.companyId,
  debtorId: (subjects: ProbeSubjects) => subjects.debtorId,
  employeeId: (subjects: ProbeSubjects) => subjects.employeeId,
} as const

const missing = { companyId: 'no-company', debtorId: 'no-debtor', employeeId: 'no-employee' } as const

type SubjectName = keyof typeof subjectOf

const isSubject = (name: string): name is SubjectName => Object.hasOwn(subjectOf, name)

/** The name in the path that an endpoint needs something for; `undefined` when it needs nothing. */
export const findSubject = (endpoint: string): string | undefined => /\{(\w+)\}/.exec(endpoint)?.[1]

const noPages: ReadonlySet<string> = new Set(['GET /api/companies/{companyId}/period'])

/**
 * The call that tries an endpoint with the least data, or why there is none. Only what is known and only
 * reads is ever sent.
 */
export const toEndpointCall = (
  endpoint: string,
  subjects: ProbeSubjects,
): { call: RestCall } | { reason: NotTestedReason } => {
  const known = findEndpoint(endpoint)
  if (known === undefined) return { reason: endpoint.startsWith('GET ') ? 'not-described' : 'write-call' }
  if (known.access === 'write') return { reason: 'write-call' }
  const path = known.endpoint.slice('GET '.length)
  const name = findSubject(path)
  if (name !== undefined && !isSubject(name)) return { reason: 'no-subject' }
  const id = name === undefined ? '' : subjectOf[name](subjects)
  if (id === undefined) return { reason: name === undefined ? 'no-subject' : missing[name] }
  return {
    call: {
      operation: nameOf(path),
      method: 'GET',
      path: path.replace(/\{\w+\}/, encodeURIComponent(id)),
      scopes: known.scopes,
      ...(noPages.has(known.endpoint) ? {} : { query: { pageNumber: '1', pageSize: '1' } }),
    },
  }
}

/** By the name that a sync calls it, so that counts and paces go together. */
const nameOf = (path: string): string => {
  const folded = path.replace(/\{\w+\}/, '{id}')
  const own = Object.entries(restOperations).find(
    ([, shape]) => shape.method === 'GET' && shape.path === folded,
  )
  return own?.[0] ?? path
}
