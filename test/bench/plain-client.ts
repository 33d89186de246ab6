import { fileURLToPath } from 'node:url'

import { createClientAsync, type Client } from 'soap'

import type { RemoteAddresses } from './company.js'

type Service = 'CompanyService' | 'EmployeeService'

/**
 * The `soap` package as its manual shows it: one client per service, the whole answer parsed into objects.
 */
export interface PlainClient {
  /** Gives the content of the `…Result` element, or `undefined` when there is none. */
  call(service: Service, operation: string, args: object): Promise<unknown>
  callCounts(): Readonly<Record<string, number>>
}

const asIs = (text: string): string => text

/**
 * Opens both services. Dates and decimals are left as text, which is right and also the quickest. Without the
 * package's cache, which would hand over a WSDL together with the options that somebody else in this process
 * opened it with.
 */
export const openPlainClient = async (nmbrs: RemoteAddresses['nmbrs']): Promise<PlainClient> => {
  const clients = {
    CompanyService: await openService('CompanyService', nmbrs),
    EmployeeService: await openService('EmployeeService', nmbrs),
  }
  const counts: Record<string, number> = {}
  return {
    call: async (service, operation, args) => {
      counts[operation] = (counts[operation] ?? 0) + 1
      // The package makes its methods from the WSDL, untyped.
      const method = clients[service][`${operation}Async`] as (args: object) => Promise<[unknown]>
      const [answer] = await againWhenCutOff(() => method(args))
      return propertyOf(answer, `${operation}Result`)
    },
    callCounts: () => ({ ...counts }),
  }
}

/**
 * While the package parses a large answer nothing else happens for seconds, and the server gives up the
 * waiting connection. The next call finds that out; anybody who reads this much has learned to make it again.
 */
const againWhenCutOff = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await call()
  } catch (error) {
    if (propertyOf(error, 'code') !== 'ECONNRESET') throw error
    return call()
  }
}

const openService = async (service: Service, nmbrs: RemoteAddresses['nmbrs']): Promise<Client> => {
  const wsdl = new URL(`../../src/target/nmbrs-soap/wsdl/${service}.wsdl`, import.meta.url)
  const client = await createClientAsync(
    fileURLToPath(wsdl),
    { handleNilAsNull: true, customDeserializer: { dateTime: asIs, decimal: asIs }, disableCache: true },
    `${nmbrs.host}/soap/v3/${service}.asmx`,
  )
  const { username: Username, token: Token, domain: Domain } = nmbrs
  const namespace = `https://api.nmbrs.nl/soap/v3/${service}`
  client.addSoapHeader({ AuthHeaderWithDomain: { Username, Token, Domain } }, '', 'tns', namespace)
  return client
}

/** A property of something that may be no object at all. */
export const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

/** The records of a list answer: absent, one, or several. */
export const recordsIn = (list: unknown, itemName: string): readonly object[] => {
  const items = propertyOf(list, itemName)
  const all: readonly unknown[] = Array.isArray(items) ? items : [items]
  return all.filter((item) => typeof item === 'object' && item !== null)
}

/** A value of a record as text; empty when it has none. */
export const textOf = (record: unknown, name: string): string => {
  const value = propertyOf(record, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
