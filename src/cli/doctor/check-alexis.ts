import type { ConnectionConfig } from '../../config/config.js'
import { countOf } from '../../report/count-words.js'
import type { Source } from '../../source/port.js'
import { fail, ok, runCheck, type Found } from './run-check.js'

/** Whether AlexisHR lets us in and knows the configured companies. */
export const checkAlexis = (
  connection: ConnectionConfig,
  source: Source,
  /** The place of the connection in the configuration. */
  key: string,
): Promise<readonly Found[]> =>
  runCheck('AlexisHR', async () => {
    const companies = await source.readCompanies()
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
