import { readFileSync } from 'node:fs'

import type { Mapping } from '../../src/mapping/mapping.js'
import { parseMapping } from '../../src/mapping/parse-mapping.js'

/** The mapping that comes with the product. */
export const readShippedMapping = (): Mapping => {
  const result = parseMapping(readFileSync('mappings/alexis-nmbrs.yaml', 'utf8'), 'alexis-nmbrs.yaml')
  if ('mapping' in result) return result.mapping
  throw new Error(JSON.stringify(result.problems, null, 2))
}
