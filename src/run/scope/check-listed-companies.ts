import { RemoteError } from '../../domain/errors.js'
import type { Finding } from '../../domain/finding.js'
import { tellFinding } from '../../domain/findings/to-finding.js'
import { toSourceEmployeeId } from '../../domain/ids.js'
import { checkCompanies } from '../read/read-target.js'
import type { RunDeps } from '../settings.js'

/**
 * Holds the configured companies of the target against its own list. Gives a warning where the account may
 * not read that list: it says nothing then, neither for nor against. Throws `AbortError` for a company that
 * is not there or has another name.
 */
export const checkListedCompanies = async ({
  target,
  settings,
}: Pick<RunDeps, 'target' | 'settings'>): Promise<readonly Finding[]> => {
  try {
    await checkCompanies(target, settings.companies, (index) => `${settings.key}.companies[${index}]`)
    return []
  } catch (error) {
    if (error instanceof RemoteError && error.facts.code === 'right-missing') return [toUnreadable(error)]
    throw error
  }
}

/** Which call is forbidden, and what opens it, the error says: over REST it names the scope. */
const toUnreadable = ({ message, facts }: RemoteError): Finding => {
  const place = { subject: toSourceEmployeeId('unknown') }
  return tellFinding('companies-unreadable/target', place, { cause: message, remedy: facts.remedy })
}
