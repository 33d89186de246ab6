import { toSourceCompanyId } from '../../domain/ids.js'
import type { NameList, SourceCompany } from '../port.js'
import { unexpectedShape } from './wire/errors.js'
import { ensureComplete } from './wire/paging.js'
import { keyOf, type ListReader, readResource } from './wire/read-resource.js'
import { type Envelope, namedSchema, parseWith } from './wire/schema.js'

/** Every legal entity of the account. */
export const readCompanies = async (reader: ListReader): Promise<readonly SourceCompany[]> => {
  const companies = await readNamed(reader, 'company')
  return companies.map(({ id, name }) => ({ id: toSourceCompanyId(id), name }))
}

/** The names of departments or offices by their ids (AlexisHR contract, section 5.9). */
export const readNames = async (reader: ListReader, list: NameList): Promise<ReadonlyMap<string, string>> => {
  const named = await readNamed(reader, list)
  return new Map(named.map(({ id, name }) => [id, name]))
}

interface Named {
  id: string
  name: string
}

/** There are few, so one that cannot be read is an error of the whole list. */
const readNamed = async (reader: ListReader, resource: NameList | 'company'): Promise<readonly Named[]> => {
  const toRows = (page: Envelope) =>
    page.data.map((record) => ({ key: keyOf(record), named: toNamed(record, resource) }))
  const rows = ensureComplete(await readResource(reader, { resource, toRows }), resource)
  return rows.map(({ named }) => named)
}

const toNamed = (record: unknown, resource: string): Named => {
  const parsed = parseWith(namedSchema, record)
  if ('problems' in parsed) throw unexpectedShape(`GET /${resource}`, parsed.problems)
  return parsed.value
}
