import { AbortError, AuthError } from '../../domain/errors.js'
import type { Finding } from '../../domain/finding.js'
import { tellFinding } from '../../domain/findings/to-finding.js'
import { toSourceEmployeeId, type SourceCompanyId, type SourceEmployeeId } from '../../domain/ids.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import {
  companiesToAskFor,
  findScopeFault,
  pilotToAskFor,
  type ScopeFault,
} from '../../plan/checks/find-scope-fault.js'
import type { SourceWorld } from '../read/read-source.js'
import type { RunDeps } from '../settings.js'

/** What could not be looked at, and whether a scope without anyone was let through. */
export interface ScopeLook {
  findings: readonly Finding[]
  isEmptyOnPurpose: boolean
}

/**
 * Stops a run whose configuration takes in no one, or others than was meant: it would find nothing to do and
 * call that a success. Throws `AbortError` (`scope-unknown`, `scope-empty`) before anything is written or
 * stored; `scope-empty` is what `mayBeEmpty` and an allowance for the run let through.
 */
export const refuseScopeFault = async (
  deps: Pick<RunDeps, 'source' | 'store' | 'settings' | 'now'>,
  source: SourceWorld,
  { mayBeEmpty, command }: { mayBeEmpty: boolean; command: string },
): Promise<ScopeLook> => {
  const { settings, store } = deps
  const companies = settings.companies.map(({ sourceId }) => sourceId)
  const asked = companiesToAskFor(companies, source.companiesRead).length > 0
  const listed = asked ? await readListed(deps) : undefined
  const links = await store.links.readLinks()
  const { inScope, elsewhere, mayBeUnread } = source
  const everLinked = new Set(links.map(({ sourceId }) => sourceId))
  const known = { pilot: settings.scope.employees, inScope, elsewhere, mayBeUnread, everLinked }
  const fault = findScopeFault({
    ...known,
    companies,
    companiesRead: source.companiesRead,
    companiesListed: listed === 'forbidden' ? undefined : listed,
    pilotInactive: await readInactive(deps, pilotToAskFor(known)),
    someUnread: source.findings.length > 0,
    connected: links.flatMap(({ status, sourceId }) => (status === 'connected' ? [sourceId] : [])),
  })
  if (fault !== undefined && !(mayBeEmpty && isAboutEmptiness(fault))) throw toError(fault, settings, command)
  return {
    findings: listed === 'forbidden' ? [toForbiddenFinding()] : [],
    isEmptyOnPurpose: fault !== undefined,
  }
}

/** Those of some people who are inactive. Reads the source once more when there is someone to look for. */
const readInactive = async (
  { source, settings, now }: Pick<RunDeps, 'source' | 'settings' | 'now'>,
  ids: readonly SourceEmployeeId[],
): Promise<ReadonlySet<SourceEmployeeId>> => {
  const found = new Set<SourceEmployeeId>()
  if (ids.length === 0 || !settings.scope.active) return found
  const wanted = new Set(ids)
  const today = toDayInZone(now(), settings.timeZone)
  const query = { paths: new Set<string>(), activeOnly: false, today, allCompensations: false }
  await source.readSnapshot(query, ({ id }) => {
    if (wanted.has(id)) found.add(id)
  })
  return found
}

const isAboutEmptiness = ({ kind }: ScopeFault): boolean =>
  kind === 'nobody-in-scope' || kind === 'links-out-of-scope'

/** A list that the account may not read says nothing, neither for nor against. */
const readListed = async ({
  source,
}: Pick<RunDeps, 'source'>): Promise<ReadonlySet<SourceCompanyId> | 'forbidden'> => {
  try {
    return new Set((await source.readCompanies()).map(({ id }) => id))
  } catch (error) {
    if (error instanceof AuthError && error.code === 'forbidden') return 'forbidden'
    throw error
  }
}

const toError = (
  fault: ScopeFault,
  { connection, key }: RunDeps['settings'],
  command: string,
): AbortError => {
  const at = `connection ${connection}`
  const allow = `If that is right, for one run: ${command}; for every run, in the configuration: ${key}.scope.mayBeEmpty: true`
  switch (fault.kind) {
    case 'company-unknown':
      return new AbortError(
        `AlexisHR has no company ${fault.id}, which ${key}.companies[${fault.index}].alexisCompanyId names`,
        'scope-unknown',
        'Correct it in the configuration; the ids of the companies are shown by: nmbrs-sync doctor',
      )
    case 'pilot-unknown':
      return new AbortError(
        `AlexisHR has no employee with the id ${fault.id}, which ${key}.scope.employees[${fault.index}] names`,
        'scope-unknown',
        'Correct the list in the configuration, or take the id out of it; ids are shown by: nmbrs-sync status --all',
      )
    case 'nobody-in-scope':
      return new AbortError(
        `People were read from AlexisHR, and none of them is in scope of ${at} (${key}.companies and ${key}.scope)`,
        'scope-empty',
        `Look at ${key}.companies[].alexisCompanyId and ${key}.scope in the configuration. ${allow}`,
      )
    case 'links-out-of-scope':
      return new AbortError(
        `None of the ${fault.links} people whom ${at} connected is in its scope any more (${key}.companies and ${key}.scope)`,
        'scope-empty',
        `Look at ${key}.companies[].alexisCompanyId and ${key}.scope.employees in the configuration. ${allow}`,
      )
  }
}

const toForbiddenFinding = (): Finding =>
  tellFinding('companies-unreadable', { subject: toSourceEmployeeId('unknown') }, {})
