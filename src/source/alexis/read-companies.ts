import { toSourceCompanyId } from '../../domain/ids.js'
import type { SourceCompany } from '../port.js'
import { unexpectedShape } from './errors.js'
import { ensureComplete } from './paging.js'
import { keyOf, type ListReader, readResource } from './read-resource.js'
import { companySchema, type Envelope, parseWith } from './schema.js'

/** Every legal entity of the account. There are few, so one that cannot be read is an error of the whole list. */
export const readCompanies = async (reader: ListReader): Promise<readonly SourceCompany[]> => {
  const toRows = (page: Envelope) =>
    page.data.map((record) => ({ key: keyOf(record), company: toCompany(record) }))
  const resource = 'company'
  const rows = ensureComplete(await readResource(reader, { resource, toRows }), resource)
  return rows.map(({ company }) => company)
}

const toCompany = (record: unknown): SourceCompany => {
  const parsed = parseWith(companySchema, record)
  if ('problems' in parsed) throw unexpectedShape('GET /company', parsed.problems)
  return { id: toSourceCompanyId(parsed.value.id), name: parsed.value.name }
}
