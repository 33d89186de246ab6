import { createAddressBook } from '../../domain/addresses/address-book.js'
import { toSoapDaysLeft } from '../../domain/addresses/soap-end.js'
import type { Transport } from '../../domain/addresses/transport.js'
import type { ConsentStanding } from '../../domain/consent.js'
import type { Store } from '../store/store.js'
import { toShadowStanding, type ShadowStanding } from './shadow-standing.js'

/** How far a connection is on its way from SOAP to REST, by what is stored. */
export interface CutoverStanding {
  connection: string
  api: Transport
  consent: ConsentStanding | null
  /** Days until SOAP ends. */
  daysLeft: number
  companies: { total: number; paired: number }
  /** `paired`: with an id over both transports that was verified. */
  links: { total: number; paired: number }
  /** Writes whose end is not known, replacements of bank accounts that were not finished included. */
  openWrites: number
  /** When ids were last verified; `null` when never. */
  verifiedAt: string | null
  ready: boolean
  /** What was seen while REST was read along; left out where no one wants it and it never was. */
  shadow?: ShadowStanding
}

/** What is known without a look at a remote. */
export const readCutoverStanding = async (
  store: Pick<Store, 'links' | 'addresses' | 'journal' | 'shadow'>,
  connection: {
    name: string
    api: Transport
    companies: readonly { targetId: string }[]
    consent: ConsentStanding | null
    shadow: boolean
    timeZone: string
  },
  today: string,
): Promise<CutoverStanding> => {
  const addresses = await store.addresses.readAddresses()
  const book = createAddressBook(addresses)
  const keys = new Set(connection.companies.map(({ targetId }) => book.toKey('company', targetId)))
  const links = (await store.links.readLinks()).flatMap((link) =>
    link.status === 'connected' && keys.has(link.companyId) ? [link.targetId] : [],
  )
  const isPaired = (kind: 'company' | 'employee', key: string): boolean => book.find(kind, key) !== undefined
  const companies = { total: keys.size, paired: [...keys].filter((key) => isPaired('company', key)).length }
  const paired = links.filter((key) => isPaired('employee', key)).length
  const openWrites = (await store.journal.readOpenIntents()).length
  const shadow = toShadowStanding(
    await store.shadow.readShadowReads(),
    await store.shadow.readShadowDifferences(),
    connection.timeZone,
  )
  const verified = addresses.map(({ verifiedAt }) => verifiedAt).sort()
  return {
    connection: connection.name,
    api: connection.api,
    consent: connection.consent,
    daysLeft: toSoapDaysLeft(today),
    companies,
    links: { total: links.length, paired },
    openWrites,
    verifiedAt: verified.at(-1) ?? null,
    ready: companies.paired === companies.total && paired === links.length && openWrites === 0,
    ...(connection.shadow || shadow.since !== null ? { shadow } : {}),
  }
}
