import { transportOf } from '../../domain/addresses/transport.js'
import type { TargetCompany } from '../../target/port.js'

/** A company of the configuration, and what both transports and the converter say of companies. */
export interface PairCompanyInput {
  /** As the configuration has it: a number or a GUID in lower case. */
  id: string
  name: string
  /** `undefined`: SOAP is not there. */
  soap: readonly TargetCompany[] | undefined
  rest: readonly TargetCompany[]
  /** Ids of REST by numbers, as far as the converter knows them. */
  converter: ReadonlyMap<string, string>
}

/** The ids of a company over both transports; `null` where one is not found. */
export interface CompanyIds {
  soapId: string | null
  restId: string | null
}

/**
 * Finds the other id of a company: what the converter says, else the only company of exactly this name, with
 * the same number where both are shown. What the way, the name has to be the configured one to the letter.
 */
export const pairCompany = (input: PairCompanyInput): CompanyIds => {
  const { id, soap, rest, converter } = input
  const isNamed = ({ name }: TargetCompany): boolean => name === input.name
  const named = { soap: soap?.filter(isNamed), rest: rest.filter(isNamed) }
  if (transportOf(id) === 'soap') {
    const own = named.soap?.find((company) => company.id === id)
    if (named.soap !== undefined && own === undefined) return { soapId: null, restId: null }
    const said = converter.get(id)
    const found =
      said === undefined ? findOnly(named.rest, own) : named.rest.find((company) => company.id === said)
    return { soapId: id, restId: found?.id ?? null }
  }
  const own = named.rest.find((company) => company.id === id)
  if (own === undefined) return { soapId: null, restId: null }
  const said = [...converter].find(([, restId]) => restId === id)?.[0]
  const found =
    said === undefined ? findOnly(named.soap ?? [], own) : named.soap?.find((company) => company.id === said)
  return { soapId: found?.id ?? null, restId: id }
}

const findOnly = (
  companies: readonly TargetCompany[],
  own: TargetCompany | undefined,
): TargetCompany | undefined => {
  const [only, ...others] = companies.filter(
    ({ number }) => number === undefined || own?.number === undefined || number === own.number,
  )
  return others.length === 0 ? only : undefined
}
