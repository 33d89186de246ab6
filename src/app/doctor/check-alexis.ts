import type { ConnectionConfig } from '../../config/config.js'
import { countOf } from '../../report/kit/count-words.js'
import { AuthError } from '../../domain/errors.js'
import type { Source, SourceCompany } from '../../source/port.js'
import { fail, ok, runCheck, warn, type Found } from './run-check.js'

/** Whether the login works, and AlexisHR knows the configured companies. */
export const checkAlexis = (
  connection: ConnectionConfig,
  source: Source,
  /** The place of the connection in the configuration. */
  key: string,
): Promise<readonly Found[]> =>
  runCheck('AlexisHR', async () => {
    const companies = await readListed(source)
    if (companies === 'forbidden') {
      const detail = 'the token may not read the list of companies, so the configured ones are not compared'
      return [
        ok('AlexisHR', `${connection.alexis.baseUrl} answers`),
        warn('AlexisHR company', detail, `compare ${key}.companies[].alexisCompanyId by hand`),
      ]
    }
    const seen = new Map(companies.map(({ id, name }) => [id, name]))
    return [
      ok(
        'AlexisHR',
        `${connection.alexis.baseUrl} answers, ${countOf(companies.length, 'company', 'companies')}`,
      ),
      ...connection.companies.map(({ sourceId }, index) => {
        const name = seen.get(sourceId)
        return name === undefined
          ? fail(
              'AlexisHR company',
              `there is no company ${sourceId}; there is: ${companies.map(({ id }) => id).join(', ')}`,
              `correct ${key}.companies[${index}].alexisCompanyId in the configuration`,
            )
          : ok('AlexisHR company', `${sourceId} ${name}`)
      }),
    ]
  })

/**
 * A token that may read people but not this list is one that a sync can work with. Throws where it may not
 * read people either.
 */
const readListed = async (source: Source): Promise<readonly SourceCompany[] | 'forbidden'> => {
  try {
    return await source.readCompanies()
  } catch (error) {
    if (!(error instanceof AuthError) || error.code !== 'forbidden') throw error
    // No path is asked for and nothing is kept; which day it is makes no difference.
    const query = { paths: new Set<string>(), activeOnly: true, today: '2000-01-01', allCompensations: false }
    await source.readSnapshot(query, () => undefined)
    return 'forbidden'
  }
}
