import { ConfigError } from '../domain/errors.js'
import type { SourceCompanyId, SourceEmployeeId } from '../domain/ids.js'
import type { CompanyPair, RunDeps } from './settings.js'

/**
 * The company that someone in scope belongs to. `known`: what is known of that already. Throws `ConfigError`
 * saying what is not so.
 */
export const findCompany = async (
  { source, settings }: Pick<RunDeps, 'source' | 'settings'>,
  sourceId: SourceEmployeeId,
  known: SourceCompanyId | undefined,
  today: string,
): Promise<CompanyPair> => {
  const companyId = known ?? (await readCompanyOf({ source, settings }, sourceId, today))
  const company = settings.companies.find((pair) => pair.sourceId === companyId)
  if (company !== undefined) return company
  throw new ConfigError(
    `Employee ${sourceId} belongs to AlexisHR company ${companyId}, which is not configured`,
  )
}

const readCompanyOf = async (
  { source, settings }: Pick<RunDeps, 'source' | 'settings'>,
  sourceId: SourceEmployeeId,
  today: string,
): Promise<SourceCompanyId> => {
  const query = {
    paths: new Set<string>(),
    activeOnly: settings.scope.active,
    today,
    allCompensations: false,
  }
  const { employees } = await source.readSnapshot(query, ({ id, companyId }) => ({ id, companyId }))
  const employee = employees.find(({ id }) => id === sourceId)
  if (employee !== undefined) return employee.companyId
  throw new ConfigError(`AlexisHR has no employee ${sourceId} in scope. See who is: nmbrs-sync status --all`)
}
