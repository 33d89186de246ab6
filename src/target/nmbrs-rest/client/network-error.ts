import type { RemoteError } from '../../../domain/errors.js'
import type { HttpFailure } from '../../../http/http-failure.js'
import { noteOverrun } from '../../common/failed-call.js'
import { findUnusedProxyRemedy } from '../../../http/proxy/find-proxy.js'
import { findConnectError } from '../../connect-error.js'
import { createRestError } from './rest-error.js'

/** What no usable answer means for a call. What never left surely did not happen. */
export const toNetworkError = ({ reason, left }: HttpFailure, operation: string): RemoteError => {
  switch (reason.kind) {
    case 'closed':
      return createRestError('closed', operation, { carried: left ? 'unknown' : 'no' })
    case 'timeout': {
      const error = left ? createRestError('timeout', operation) : toUnreachable(operation)
      if (reason.overrun === true) noteOverrun(error)
      return error
    }
    case 'unreachable': {
      const known = findConnectError(reason.code, operation)
      if (known !== undefined) return known
      return left
        ? createRestError('connection-lost', operation, { status: reason.code })
        : toUnreachable(operation, reason.code)
    }
    case 'too-large':
      return createRestError('answer-too-large', operation)
    case 'not-json':
    case 'not-utf8':
    case 'truncated':
      return createRestError(reason.kind, operation)
    case 'status':
    case 'redirect':
      return createRestError('http-failed', operation, { status: String(reason.status) })
  }
}

const toUnreachable = (operation: string, status?: string): RemoteError => {
  const remedy = findUnusedProxyRemedy()
  return createRestError('unreachable', operation, {
    ...(status !== undefined && { status }),
    ...(remedy !== undefined && { remedy }),
  })
}
