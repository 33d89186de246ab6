import type { NmbrsSwitches } from '../switches.js'
import { refuseBody } from './rest-refusal.js'
import type { RestRequest } from './rest-request.js'

/** A list of which any part can be made. */
export interface Page {
  total: number
  rows: (from: number, to: number) => readonly unknown[]
}

export const pageOf = (rows: readonly unknown[]): Page => ({
  total: rows.length,
  rows: (from, to) => rows.slice(from, to),
})

const defaultPageSize = 20
const largestPage = 100

const toPageSize = (asked: string | undefined, { restMaxPageSize }: NmbrsSwitches): number => {
  const size = Number(asked ?? defaultPageSize)
  if (size <= largestPage || restMaxPageSize === 'none') return size
  if (restMaxPageSize === 'refuse') throw refuseBody(`pageSize is at most ${largestPage}.`)
  return largestPage
}

/** The envelope of a list (Nmbrs REST contract, section 4.1). */
export const writePage = (
  page: Page,
  query: Readonly<Record<string, string>>,
  { path, origin, query: sent }: Pick<RestRequest, 'path' | 'query'> & { origin: string },
  switches: NmbrsSwitches,
): unknown => {
  const pageSize = toPageSize(query.pageSize, switches)
  const pageNumber = Number(query.pageNumber ?? '1')
  const totalPages = Math.ceil(page.total / pageSize)
  const addressOf = (number: number): string => {
    const parameters = new URLSearchParams(sent)
    parameters.set('pageNumber', String(number))
    parameters.set('pageSize', String(pageSize))
    return `${origin}${path}?${parameters.toString()}`
  }
  return {
    pagination: {
      pageNumber,
      pageSize,
      totalPages,
      totalRecords: page.total,
      firstPage: addressOf(1),
      lastPage: addressOf(Math.max(1, totalPages)),
      ...edge('nextPage', pageNumber < totalPages ? addressOf(pageNumber + 1) : undefined, switches),
      ...edge('previousPage', pageNumber > 1 ? addressOf(pageNumber - 1) : undefined, switches),
    },
    data: page.rows((pageNumber - 1) * pageSize, pageNumber * pageSize),
  }
}

/** What stands where there is no such page. */
const edge = (
  name: 'nextPage' | 'previousPage',
  address: string | undefined,
  { restNextPage }: NmbrsSwitches,
): object => {
  if (address !== undefined) return { [name]: address }
  if (restNextPage === 'absent') return {}
  return { [name]: restNextPage === 'empty' ? '' : null }
}
