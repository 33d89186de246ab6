import type { TargetCompanyId } from '../../domain/ids.js'
import type { NmbrsClient } from './calls/client.js'
import { getReadCall } from './read-calls/find-read-call.js'
import { createTreeReader } from './wire/tree-reader.js'
import { childrenOf, childText, type XmlElement } from './wire/xml/xml-element.js'

const converter = getReadCall('CompanyService', 'Converter_GetByCompany_IntToGuid')

/**
 * The ids of REST by the numbers of SOAP, for a company or for everyone of it (Nmbrs REST contract, section
 * 11). Only `Employee` is known to be answered; what is not answered is empty. GUIDs in lower case.
 */
export const readRestIds = async (
  client: NmbrsClient,
  entity: 'Company' | 'Employee',
  companyId: TargetCompanyId,
): Promise<ReadonlyMap<string, string>> => {
  const args: XmlElement[] = [
    { name: 'Entity', content: entity },
    { name: 'CompanyId', content: companyId },
  ]
  const { children } = await client.readListed(converter, args, createTreeReader)
  return toIds(children.flatMap(mappingsIn))
}

/** Mappings, wherever they stand: one alone may come without its list (Nmbrs REST contract, section 14). */
const mappingsIn = (element: XmlElement): readonly XmlElement[] => {
  const children = childrenOf(element)
  const isMapping = children.some(({ name }) => name === 'IdInt')
  return isMapping ? [element] : children.flatMap(mappingsIn)
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A number or a GUID that comes twice belongs to no one for sure. */
const toIds = (mappings: readonly XmlElement[]): Map<string, string> => {
  const pairs = mappings
    .map(childrenOf)
    .map((row) => [childText(row, 'IdInt').trim(), childText(row, 'IdGuid').trim().toLowerCase()] as const)
    .filter(([number, id]) => /^[1-9]\d*$/.test(number) && guid.test(id))
  const counts = new Map<string, number>()
  for (const text of new Set(pairs.map((pair) => pair.join(' '))))
    for (const one of text.split(' ')) counts.set(one, (counts.get(one) ?? 0) + 1)
  return new Map(pairs.filter(([number, id]) => counts.get(number) === 1 && counts.get(id) === 1))
}
