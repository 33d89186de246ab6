import type { CallName } from './call-name.js'
import { knownCalls } from './catalogue.js'
import { knownEndpoints } from './rest-endpoints.js'

/** Every known call that only reads, of one transport. */
export const findKnownReads = (api: 'soap' | 'rest'): readonly CallName[] =>
  api === 'soap'
    ? knownCalls.flatMap(({ service, call, access }) => (access === 'read' ? [{ service, call }] : []))
    : knownEndpoints.flatMap(({ endpoint, access }) =>
        access === 'read' ? [{ service: 'REST' as const, call: endpoint }] : [],
      )
