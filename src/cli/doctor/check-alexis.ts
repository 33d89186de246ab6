import type { ConnectionConfig } from '../../config/config.js'
import { countOf } from '../../report/count-words.js'
import type { Source } from '../../source/port.js'
import { fail, ok, runCheck, type Found } from './run-check.js'

/** Whether AlexisHR lets us in and knows the configured companies. */
export const checkAlexis = (connection: ConnectionConfig, source: Source): Promise<readonly Found[]> =>
  runCheck('AlexisHR', async () => {
    const companies = await source.readCompanies()
    const seen = new Map(companies.map(({ id, name }) => [id, name]))
    return [
      ok(
        'AlexisHR',
        `${connection.alexis.baseUrl} answers, ${countOf(companies.length, 'company', 'companies')}`,
      ),
      ...connection.companies.map(({ sourceId }) => {
        const name = seen.get(sourceId)
        return name === undefined
          ? fail(
              'AlexisHR company',
              `there is no company ${sourceId}; there is: ${companies.map(({ id }) => id).join(', ')}`,
              'correct companies[].alexisCompanyId in the configuration',
            )
          : ok('AlexisHR company', `${sourceId} ${name}`)
      }),
    ]
  })
