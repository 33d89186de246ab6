import { readFileSync } from 'node:fs'

import type { Mapping } from '../../src/mapping/mapping.js'
import { parseMapping } from '../../src/mapping/file/parse-mapping.js'

/** The mapping that comes with the product. */
export const readShippedMapping = (): Mapping => {
  const result = parseMapping(readFileSync('mappings/alexis-nmbrs.yaml', 'utf8'), 'alexis-nmbrs.yaml')
  if ('mapping' in result) return result.mapping
  throw new Error(JSON.stringify(result.problems, null, 2))
}

/**
 * The same with the rows for parts of an address that it proposes in a comment, as a customer would take them
 * over.
 */
export const readSplitMapping = (): Mapping => {
  const text = readFileSync('mappings/alexis-nmbrs.yaml', 'utf8')
  const proposed = text.split('\n').flatMap((line) => /^ {2}# {3}(HouseNumber\w*: .*)$/.exec(line)?.[1] ?? [])
  const street = '    Street: { from: employee.homeAddress.street }'
  if (proposed.length !== 2 || !text.includes(street)) throw new Error('the proposal is not there any more')
  const rows = [street.replace(' }', ', transform: streetName }'), ...proposed.map((row) => `    ${row}`)]
  const result = parseMapping(text.replace(street, rows.join('\n')), 'alexis-nmbrs.yaml')
  if ('mapping' in result) return result.mapping
  throw new Error(JSON.stringify(result.problems, null, 2))
}
