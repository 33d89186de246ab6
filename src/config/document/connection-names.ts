import { readFile } from 'node:fs/promises'

import { decodeText } from '../../yaml/decode-text.js'
import { findAt } from '../../yaml/key-path.js'
import { parseYaml } from '../../yaml/parse-yaml.js'
import { findInstallation, type ConfigNames } from '../installation.js'
import { findEmployerFiles, nameByFile, type Folders } from './employer-files.js'

/**
 * The names of the connections, for a shell that offers them: of what can be read, without looking at the
 * rest of the configuration, whose check takes longer than anyone waits after the Tab key. Never throws, and
 * gives no name that could be anything but one word of a shell.
 */
export const readConnectionNames = async (names: ConfigNames): Promise<readonly string[]> => {
  try {
    const { file, base } = await findInstallation(names)
    const written = findAt(await readData(file), ['connections'])
    const entries: readonly unknown[] = Array.isArray(written) ? written : []
    const found = await Promise.all(entries.map((entry) => namesOf(entry, { base, file })))
    return [...new Set(found.flat())]
  } catch {
    return []
  }
}

/** A connection as it stands there, or those of the files that the entry names. */
const namesOf = async (entry: unknown, folders: Folders): Promise<readonly string[]> => {
  if (typeof entry !== 'string') return toName(entry)
  const found = await findEmployerFiles(entry, folders)
  if ('remark' in found) return []
  const read = await Promise.all(
    found.files.map(async (file) => toName(nameByFile(await readData(file).catch(() => null), file))),
  )
  return read.flat()
}

const readData = async (file: string): Promise<unknown> => {
  const yaml = parseYaml(decodeText(await readFile(file)), file)
  return 'data' in yaml ? yaml.data : null
}

const toName = (connection: unknown): readonly string[] => {
  const name = findAt(connection, ['name'])
  return typeof name === 'string' && /^[a-z0-9][a-z0-9-]{0,39}$/.test(name) ? [name] : []
}
