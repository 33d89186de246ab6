import { createAddressBook, type Address, type AddressBook } from '../../domain/addresses/address-book.js'
import { transportOf } from '../../domain/addresses/transport.js'
import { ConfigError } from '../../domain/errors.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import type { UnmatchedReason } from '../../plan/cutover/judge-ids.js'
import type { CompanyIds } from '../../plan/cutover/pair-company.js'
import type { PairedLink, WantedLink } from '../../plan/cutover/pair-ids.js'
import type { CompanyPair } from '../settings.js'
import type { OpenIntent } from '../store/intents.js'
import { findOtherIds } from './find-other-ids.js'
import type { CutoverDeps } from './cutover-deps.js'
import { readCompanyIds } from './read-company-ids.js'

/** What is known of one company and of everyone who is connected there. */
export interface PreparedCompany extends CompanyIds {
  links: {
    total: number
    /** The converter knew the id. */
    converted: number
    /** The pair of ids was accepted. */
    verified: number
    unmatched: readonly { subject: SourceEmployeeId; targetId: string; reason: UnmatchedReason }[]
  }
  /**
   * Employees over SOAP whom REST does not show and no one is connected to; left out where there are none.
   */
  unseen?: readonly string[]
}

export interface Prepared {
  connection: string
  companies: readonly PreparedCompany[]
  ready: boolean
}

export interface PreparedEnd {
  prepared: Prepared
  /**
   * Writes whose end is not known, which have to be settled first, and those that only a person can settle.
   */
  open: readonly OpenIntent[]
}

/**
 * Finds for the companies and links of a connection the ids that they have over the other transport, and
 * stores those that are sure. Nothing that is stored under a key changes. Without SOAP the rules that make
 * links decide. An id that does not hold any more is taken away.
 */
export const prepareCutover = async (deps: CutoverDeps, today: string): Promise<PreparedEnd> => {
  const { store, settings } = deps
  await store.record.ensureRecordWhole()
  const links = await store.links.readLinks()
  const stored = await store.addresses.readAddresses()
  const book = createAddressBook(stored)
  const companyIds = await readCompanyIds(deps, book)
  const found: Address[] = []
  const dropped: Pick<Address, 'kind' | 'key'>[] = []
  const companies: PreparedCompany[] = []
  for (const [index, pair] of settings.companies.entries()) {
    const ids = companyIds[index] ?? { soapId: null, restId: null }
    const key = chooseKey(pair, ids, links, book)
    if (ids.soapId !== null && ids.restId !== null)
      found.push({ kind: 'company', key, soapId: ids.soapId, restId: ids.restId })
    const ours = links.filter(({ companyId }) => companyId === key)
    const paired = await findOtherIds(deps, { pair, ids, links: ours, book, today })
    for (const one of paired.all) {
      if ('other' in one) found.push(...toAddresses(one))
      else dropped.push({ kind: 'employee', key: one.key })
    }
    companies.push({
      ...ids,
      links: toCounts(paired.connected),
      ...(paired.unseen.length > 0 && { unseen: paired.unseen }),
    })
  }
  await store.addresses.writeAddresses(found, dropped)
  const open = await store.journal.readOpenIntents()
  const blocking = deps.soap === undefined ? open.filter(({ replaces }) => replaces.length === 0) : open
  const ready =
    blocking.length === 0 &&
    companies.every(
      ({ soapId, restId, links: { total, verified } }) =>
        restId !== null && (soapId !== null || deps.soap === undefined) && verified === total,
    )
  return { prepared: { connection: settings.connection, companies, ready }, open }
}

/**
 * The id that everything of the company is stored under. Throws `ConfigError` when people were connected
 * under both.
 */
const chooseKey = (
  { targetId }: CompanyPair,
  { soapId, restId }: CompanyIds,
  links: readonly Link[],
  book: AddressBook,
): string => {
  const known = book.toKey('company', targetId)
  const used = [soapId, restId].filter((id) => id !== null && links.some(({ companyId }) => companyId === id))
  const [only, ...others] = used
  if (others.length > 0)
    throw new ConfigError(
      `People of one Nmbrs company were connected under both of its ids, ${soapId ?? ''} and ${restId ?? ''}. Put the state back from before the second: nmbrs-sync state restore`,
    )
  return only ?? known
}

/** Someone whom REST made has an id there already. */
const toAddresses = ({ key, other }: WantedLink & { other: string }): Address[] => {
  if (key === other) return []
  const [soapId, restId] = transportOf(key) === 'soap' ? [key, other] : [other, key]
  return [{ kind: 'employee', key, soapId, restId }]
}

const toCounts = (paired: readonly PairedLink[]): PreparedCompany['links'] => ({
  total: paired.length,
  converted: paired.filter(({ converted }) => converted).length,
  verified: paired.filter((one) => 'other' in one).length,
  unmatched: paired.flatMap((one) =>
    'other' in one ? [] : [{ subject: one.subject, targetId: one.key, reason: one.reason }],
  ),
})
