import { AuthError, RemoteError } from '../../domain/errors.js'
import type { TargetCompanyId } from '../../domain/ids.js'
import type { ProbeSubjects } from '../../onboarding/check/prober.js'
import type { CallRight } from '../port.js'
import { createAsker, type Asker } from './account/ask-once.js'
import { fillParameters } from './account/subjects/fill-parameters.js'
import { findSubjects } from './account/subjects/find-subjects.js'
import type { NmbrsClient } from './calls/client.js'
import { operationNames, shapeOf, type OperationName } from './wire/operations.js'
import { getReadCall } from './read-calls/find-read-call.js'

/**
 * Tries every reading call of the sync on this company, with one of its employees, and says what came of it.
 * Writing calls are named and never tried. Throws `AuthError` only: without a login there is nothing to say
 * about rights.
 */
export const checkRights = async (
  client: NmbrsClient,
  companyId: TargetCompanyId,
): Promise<readonly CallRight[]> => {
  const asker = createAsker(client, { probed: new Set(), maxLookUps: Infinity })
  const reads = operationNames
    .filter((operation) => shapeOf(operation).effect === 'read')
    .map((operation) => getReadCall(shapeOf(operation).service, operation))
  const subjects = await findSubjects(asker, companyId, reads, undefined)
  return Promise.all(operationNames.map((operation) => checkRight(asker, operation, subjects)))
}

const checkRight = async (
  asker: Asker,
  operation: OperationName,
  subjects: ProbeSubjects,
): Promise<CallRight> => {
  const { service, effect } = shapeOf(operation)
  if (effect === 'write')
    return { operation, status: 'not-tested', detail: 'writes, so it is never tried on a live account' }
  const readCall = getReadCall(service, operation)
  const filled = fillParameters(readCall.parameters, subjects)
  if ('missing' in filled)
    return { operation, status: 'not-tested', detail: `needs ${filled.missing.name}, and none could be read` }
  try {
    await asker.ask(readCall, filled.args)
    return { operation, status: 'active', detail: '' }
  } catch (error) {
    return toRight(operation, error)
  }
}

const toRight = (operation: OperationName, error: unknown): CallRight => {
  if (error instanceof AuthError || !(error instanceof RemoteError)) throw error
  const { code, status } = error.facts
  if (code !== 'right-missing') return { operation, status: 'error', detail: error.message }
  // 1002: switched off in the template; 1003 and the rest: data the account may not see (Nmbrs contract,
  // section 4).
  return { operation, status: status === '1002' ? 'inactive' : 'no-access', detail: error.message }
}
