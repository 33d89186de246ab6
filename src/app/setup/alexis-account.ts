import type { SourceCompanyId } from '../../domain/ids.js'
import { silentLog } from '../../domain/log.js'
import type { KnownPerson } from '../../domain/people/known-person.js'
import { readPeople } from '../../run/people/read-people.js'
import { createAlexisSource } from '../../source/alexis/alexis-source.js'
import type { Source, SourceCompany } from '../../source/port.js'
import { withReleases } from '../compose/releases.js'

/** An account of AlexisHR that no configuration has yet. */
export interface AlexisAnswers {
  baseUrl: string
  token: string
}

/** The companies that an account sees. Throws `AuthError` and `RemoteError`. */
export const readAlexisCompanies = (account: AlexisAnswers): Promise<readonly SourceCompany[]> =>
  withSource(account, (source) => source.readCompanies())

/** Everyone in some companies of an account, as they are looked up. Throws `AuthError` and `RemoteError`. */
export const readAlexisPeople = (
  account: AlexisAnswers,
  companies: readonly { sourceId: SourceCompanyId }[],
  now: () => number,
): Promise<readonly KnownPerson[]> =>
  withSource(account, (source) => {
    // There is no state yet, so that no one is connected.
    const store = {
      links: { readLinks: () => Promise.resolve([]) },
      addresses: { readAddresses: () => Promise.resolve([]) },
    }
    return readPeople({ source, settings: { companies, timeZone: 'UTC' }, store, now })
  })

const withSource = <T>({ baseUrl, token }: AlexisAnswers, work: (source: Source) => Promise<T>): Promise<T> =>
  withReleases((releases) => {
    const source = createAlexisSource({ baseUrl, token, timeZone: 'UTC', log: silentLog })
    releases.add(() => {
      source.close()
    })
    return work(source)
  })
