import { readFile } from 'node:fs/promises'

import { ConfigError } from '../domain/errors.js'
import { findErrorCode } from './error-code.js'
import type { Mapping } from './mapping.js'
import { parseMapping } from './parse-mapping.js'

/** Reads and checks a mapping file. Throws `ConfigError` with every problem in it, or with the reason it cannot be read. */
export const loadMapping = async (file: string): Promise<Mapping> => {
  const result = parseMapping(await readText(file), file)
  if ('mapping' in result) return result.mapping
  throw new ConfigError(`The mapping ${file} is not usable`, result.problems)
}

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const found = findErrorCode(cause) ?? 'unreadable'
    const problem = { severity: 'error', file, line: 0, key: '', expected: 'a readable file', found } as const
    throw new ConfigError(`The mapping ${file} cannot be read`, [problem], { cause })
  }
}
