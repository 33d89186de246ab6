import { readFile } from 'node:fs/promises'
import { ConfigError } from '../../domain/errors.js'
import { decodeText } from '../../yaml/decode-text.js'
import type { Mapping } from '../mapping.js'
import { parseMapping } from './parse-mapping.js'
import { readOrExplain } from '../../yaml/read-or-explain.js'

const remedy = 'nmbrs-sync mappings check'

/**
 * Reads and checks a mapping file. Throws `ConfigError` with every problem in it, or with the reason it
 * cannot be read.
 */
export const loadMapping = async (file: string): Promise<Mapping> => {
  const result = parseMapping(await readText(file), file)
  if ('mapping' in result) return result.mapping
  throw new ConfigError(`The mapping ${file} is not usable`, result.problems, { remedy })
}

const readText = (file: string): Promise<string> =>
  readOrExplain(readFile(file).then(decodeText), {
    message: `The mapping ${file} cannot be read`,
    file,
    expected: 'a readable file',
    remedy,
  })
