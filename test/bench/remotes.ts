import { startAlexisSandbox } from '../../src/sandbox/alexis/start-alexis-sandbox.js'
import { defaultScopes } from '../../src/config/nmbrs-accounts.js'
import { startNmbrsSandbox, type NmbrsSandbox } from '../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { toGuid } from '../../src/sandbox/nmbrs/world/guids.js'
import { buildPopulation } from '../../src/sandbox/people/build-population.js'
import { company, timeZone, today, type RemoteAddresses } from './company.js'

export interface RemotesOptions {
  people: number
  /** Everybody known and equal on both sides, or nobody known to Nmbrs yet. */
  mix: 'all-linked' | 'all-new'
  latencyMs: number
  /**
   * Whether REST shows nobody in more than one row of a list, so that a page of a hundred rows is one of a
   * hundred people.
   */
  oneRowEach?: boolean
}

/** A call as it came in at the fake Nmbrs. */
export interface Arrival {
  operation: string
  /** Milliseconds on the fake's own clock. */
  at: number
}

/** Both fakes, and what the fake Nmbrs saw. */
export interface Remotes {
  addresses: RemoteAddresses
  /** The calls since the last time it was asked. */
  takeArrivals: () => readonly Arrival[]
  /** Requests to the fake AlexisHR since the last time it was asked. */
  takeSourceRequests: () => number
  /** Requests that were not as the WSDL has them. */
  countViolations: () => number
  close: () => Promise<void>
}

export const startRemotes = async ({
  people,
  mix,
  latencyMs,
  oneRowEach = false,
}: RemotesOptions): Promise<Remotes> => {
  const population = buildPopulation({
    seed: 11,
    people,
    today,
    alexisCompanyId: company.alexisId,
    nmbrsCompanyId: company.nmbrsId,
    companyName: company.name,
    mix,
  })
  const alexis = await startAlexisSandbox({ data: population.alexis, switches: { latencyMs }, timeZone })
  const nmbrs = await startNmbrsSandbox({
    data: population.nmbrs,
    latencyMs,
    // Somebody who is left out of a list is a finding in every run.
    switches: { restPersonalInfoOmits: 0, restHistory: oneRowEach ? 'tidy' : 'whole' },
  })
  const { username, token, domain } = nmbrs.account
  return {
    addresses: {
      alexis: { baseUrl: alexis.baseUrl, token: alexis.token },
      nmbrs: { host: nmbrs.host, username, token, domain },
      rest: toRestAddress(nmbrs),
    },
    takeArrivals: () => {
      const arrivals = nmbrs.calls.records.map(({ operation, at }) => ({ operation, at }))
      nmbrs.calls.clear()
      return arrivals
    },
    takeSourceRequests: () => alexis.requests.splice(0).length,
    countViolations: () => nmbrs.violations.length,
    close: async () => {
      await nmbrs.close()
      await alexis.close()
    },
  }
}

/** A consent and a token of it that lasts as long as any measurement. */
const toRestAddress = ({ host, app, consents, store }: NmbrsSandbox): RemoteAddresses['rest'] => {
  const consent = consents.add({
    user: 'bench',
    clientId: app.clientId,
    scopes: defaultScopes,
    debtorIds: store
      .debtors()
      .filter(({ id }) => id === store.findCompany(company.nmbrsId)?.debtorId)
      .map(({ id }) => id),
    companies: undefined,
  })
  const { token } = consents.addToken('access', consent, 24 * 3600)
  const [subscriptionKey = ''] = app.subscriptionKeys
  return { host, token, subscriptionKey, companyId: toGuid('company', company.nmbrsId) }
}
