import axios from 'axios'

import { propertyOf, recordsIn } from '../plain-client.js'
import type { RemoteAddresses } from '../company.js'

/** `axios` as a script uses it: page after page until there is no next one, every row kept. */
export interface PlainRestClient {
  readPages(path: string): Promise<readonly object[]>
  /** A list that has no pages. */
  readRows(path: string): Promise<readonly object[]>
  callCounts(): Readonly<Record<string, number>>
}

/** As many as Nmbrs gives at once (Nmbrs REST contract, section 4.1). */
const pageSize = 100

export const openPlainRestClient = (
  { host, token, subscriptionKey }: RemoteAddresses['rest'],
  takeTurn: <Answer>(call: () => Promise<Answer>) => Promise<Answer>,
): PlainRestClient => {
  const client = axios.create({
    baseURL: host,
    headers: { Authorization: `Bearer ${token}`, 'X-Subscription-Key': subscriptionKey },
  })
  const counts: Record<string, number> = {}
  const get = (path: string, params: object): Promise<unknown> =>
    takeTurn(async () => {
      counts[path] = (counts[path] ?? 0) + 1
      return (await client.get<unknown>(path, { params })).data
    })
  return {
    readPages: async (path) => {
      const rows: object[] = []
      for (let number = 1; ; number += 1) {
        const page = await get(path, { pageNumber: number, pageSize })
        rows.push(...recordsIn(page, 'data'))
        if (typeof propertyOf(propertyOf(page, 'pagination'), 'nextPage') !== 'string') return rows
      }
    },
    readRows: async (path) => recordsIn(await get(path, {}), 'data'),
    callCounts: () => ({ ...counts }),
  }
}
