import { InternalError } from '../../../domain/errors.js'
import type { RestCall } from '../client/rest-call.js'
import type { Calls } from '../operations.js'

/** Companies that are there to be tried on (Nmbrs REST contract, section 14). */
export const isForTrials = (name: string): boolean => name.startsWith('extdev-')

/**
 * Lets no write through but the creation of employees in one company, and those on employees who were created
 * here. Throws `InternalError`.
 */
export const guardWrites = (client: Calls, companyId: string, own: ReadonlySet<string>): Calls => ({
  quiet: client.quiet,
  read: (call) => client.read(call),
  write: (call) =>
    isAllowed(call, companyId, own)
      ? client.write(call)
      : Promise.reject(new InternalError('the rehearsal was about to write to someone it did not create')),
})

const isAllowed = ({ method, path }: RestCall, companyId: string, own: ReadonlySet<string>): boolean => {
  if (path === `/api/companies/${encodeURIComponent(companyId)}/employees`) return method === 'POST'
  const id = /^\/api\/employees\/([^/]+)\/[^?]+$/.exec(path)?.[1]
  return id !== undefined && own.has(decodeURIComponent(id))
}
