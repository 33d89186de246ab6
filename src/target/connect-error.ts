import { RemoteError } from '../domain/errors.js'
import { findConnectProblem } from '../http/proxy/connect-problem.js'

/**
 * A certificate that is not trusted, or a proxy that made no connection, as an error of Nmbrs, no matter what
 * carries the calls. Nothing was sent. `undefined` when the code says something else. Has no `cause`: what
 * the HTTP library throws carries the token and what was sent.
 */
export const findConnectError = (networkCode: string, operation: string): RemoteError | undefined => {
  const problem = findConnectProblem(networkCode)
  if (problem === undefined) return undefined
  const { title, code, retryable, remedy } = problem
  const facts = {
    remote: 'nmbrs',
    operation,
    code,
    status: networkCode,
    retryable,
    carried: 'no',
    remedy,
  } as const
  return new RemoteError(`Nmbrs ${operation}: ${title} (${networkCode})`, facts)
}
