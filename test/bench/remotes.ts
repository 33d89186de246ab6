import { startAlexisSandbox } from '../../src/sandbox/alexis/start-alexis-sandbox.js'
import { startNmbrsSandbox } from '../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { buildPopulation } from '../../src/sandbox/people/build-population.js'
import { company, timeZone, today, type RemoteAddresses } from './company.js'

export interface RemotesOptions {
  people: number
  /** Everybody known and equal on both sides, or nobody known to Nmbrs yet. */
  mix: 'all-linked' | 'all-new'
  latencyMs: number
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

export const startRemotes = async ({ people, mix, latencyMs }: RemotesOptions): Promise<Remotes> => {
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
  const nmbrs = await startNmbrsSandbox({ data: population.nmbrs, latencyMs })
  const { username, token, domain } = nmbrs.account
  return {
    addresses: {
      alexis: { baseUrl: alexis.baseUrl, token: alexis.token },
      nmbrs: { host: nmbrs.host, username, token, domain },
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
