import { silentLog } from '../../domain/log.js'
import { createAlexisSource } from '../../source/alexis/alexis-source.js'
import type { SourceCompany } from '../../source/port.js'
import { withReleases } from '../compose/releases.js'

/** An account of AlexisHR that no configuration has yet. */
export interface AlexisAnswers {
  baseUrl: string
  token: string
}

/** The companies that an account sees. Throws `AuthError` and `RemoteError`. */
export const readAlexisCompanies = ({ baseUrl, token }: AlexisAnswers): Promise<readonly SourceCompany[]> =>
  withReleases((releases) => {
    const source = createAlexisSource({ baseUrl, token, timeZone: 'UTC', log: silentLog })
    releases.add(() => {
      source.close()
    })
    return source.readCompanies()
  })
