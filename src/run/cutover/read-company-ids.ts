import type { AddressBook } from '../../domain/addresses/address-book.js'
import { transportOf } from '../../domain/addresses/transport.js'
import { RemoteError } from '../../domain/errors.js'
import { toTargetCompanyId, type TargetCompanyId } from '../../domain/ids.js'
import { pairCompany, type CompanyIds } from '../../plan/cutover/pair-company.js'
import type { CutoverDeps } from './cutover-deps.js'

/** The ids of the configured companies over both transports, in their order. */
export const readCompanyIds = async (
  deps: CutoverDeps,
  book: AddressBook,
): Promise<readonly CompanyIds[]> => {
  const { soap, rest, settings } = deps
  const [overSoap, overRest] = await Promise.all([soap?.readCompanies(), rest.readCompanies()])
  return Promise.all(
    settings.companies.map(async ({ targetId, targetName }) => {
      const numbers =
        transportOf(targetId) === 'soap'
          ? [targetId]
          : (overSoap ?? []).flatMap(({ id, name }) => (name === targetName ? [id] : []))
      const said = await Promise.all(numbers.map((number) => readRestIds(deps, 'Company', number)))
      const converter = new Map(said.flatMap((one) => [...one]))
      const ids = pairCompany({
        id: targetId,
        name: targetName,
        soap: overSoap,
        rest: overRest,
        converter,
      })
      return soap === undefined ? withKnown(ids, book) : ids
    }),
  )
}

/** Without SOAP no one can tell a number; the one that was found before stays. */
const withKnown = ({ soapId, restId }: CompanyIds, book: AddressBook): CompanyIds => {
  const known = [...book.all('company')].find((one) => one.restId === restId || one.soapId === soapId)
  if (known === undefined || restId === null) return { soapId, restId }
  return known.restId === restId ? { soapId: known.soapId, restId } : { soapId, restId }
}

/**
 * What the converter says. An account that may not call it knows of no ids, and people are found by what they
 * are like.
 */
export const readRestIds = async (
  { soap, log }: CutoverDeps,
  entity: 'Company' | 'Employee',
  companyId: TargetCompanyId | string,
): Promise<ReadonlyMap<string, string>> => {
  try {
    return (await soap?.readRestIds?.(entity, toTargetCompanyId(companyId))) ?? new Map<string, string>()
  } catch (error) {
    if (!(error instanceof RemoteError) || error.facts.code !== 'right-missing') throw error
    log.warn('the converter of ids is not open for the account', { operation: error.facts.operation })
    return new Map()
  }
}
