// Apart from the fakes, so that who is measured does not load them.

/** The company on both sides. */
export const company = {
  alexisId: '65f1c0ffee0000000000000a',
  nmbrsId: 1234,
  name: 'Meetlat B.V.',
} as const

export const timeZone = 'Europe/Amsterdam'
export const today = '2026-11-22'
/**
 * The morning of that day, in epoch milliseconds. Runs count on from it, so that no figure depends on the
 * real date.
 */
export const firstMoment = Date.UTC(2026, 10, 22, 8)

/** The transport to Nmbrs. */
export type Api = 'soap' | 'rest'

/** Where the fakes listen and how to get in. */
export interface RemoteAddresses {
  alexis: { baseUrl: string; token: string }
  nmbrs: { host: string; username: string; token: string; domain: string }
  /** The same payroll over the other transport; a company has another id there. */
  rest: { host: string; token: string; subscriptionKey: string; companyId: string }
}
