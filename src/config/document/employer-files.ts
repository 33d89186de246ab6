import { basename, dirname, extname } from 'node:path'

import type { Remark } from '../../yaml/describe-issues.js'
import { isRecord } from '../../yaml/key-path.js'

/** Where patterns of employer files start. */
export interface Folders {
  /** The folder that every relative path of the configuration starts in. */
  base: string
  /** The configuration, absolute. */
  file: string
}

/**
 * The files that an entry of `connections` names, absolute and in the order of their names: one file, or a
 * pattern with `*`. They start at the base folder, or, when there are none, beside the configuration; the
 * remark says so when there are none at all, or some in both.
 */
export const findEmployerFiles = async (
  entry: string,
  { base, file }: Folders,
): Promise<{ files: readonly string[] } | { remark: Remark }> => {
  const beside = dirname(file)
  const found = await findFiles(entry, base)
  const others = beside === base ? [] : await findFiles(entry, beside)
  if (found.length > 0 && others.length > 0) {
    const expected = `employer files in one place; there are some in ${base} and some in ${beside}`
    return { remark: { expected } }
  }
  if (found.length + others.length > 0) return { files: [...found, ...others] }
  const expected = `a connection, or a file or pattern such as ./employers/*.yaml of which there are some in ${base}`
  return { remark: { expected } }
}

const findFiles = async (pattern: string, cwd: string): Promise<readonly string[]> => {
  // Only a configuration that names files needs it.
  const { glob } = await import('tinyglobby')
  const found = await glob(pattern, { cwd, absolute: true, expandDirectories: false })
  return found.toSorted()
}

/** What an employer file holds, with the name of the file as that of the connection when it gives none. */
export const nameByFile = (data: unknown, file: string): unknown =>
  isRecord(data) && !Object.hasOwn(data, 'name') ? { name: basename(file, extname(file)), ...data } : data
