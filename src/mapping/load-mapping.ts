import { ConfigError } from '../domain/errors.js'
import { readText as readTextFile } from './yaml/read-text.js'
import type { Mapping } from './mapping.js'
import { parseMapping } from './parse-mapping.js'
import { readOrExplain } from './yaml/read-or-explain.js'

/** Reads and checks a mapping file. Throws `ConfigError` with every problem in it, or with the reason it cannot be read. */
export const loadMapping = async (file: string): Promise<Mapping> => {
  const result = parseMapping(await readText(file), file)
  if ('mapping' in result) return result.mapping
  throw new ConfigError(`The mapping ${file} is not usable`, result.problems)
}

const readText = (file: string): Promise<string> =>
  readOrExplain(readTextFile(file), {
    message: `The mapping ${file} cannot be read`,
    file,
    expected: 'a readable file',
  })
