import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { ConfigError, type Problem } from '../../domain/errors.js'
import { decodeText } from '../../yaml/decode-text.js'
import { readOrExplain } from '../../yaml/read-or-explain.js'
import { parsePortal } from './parse-portal.js'
import type { Portal } from './portal.js'

/**
 * Reads and checks every portal file of a folder; the portals come by name, in the order of their files.
 * Throws `ConfigError` with every problem of every file, or with the reason why the folder cannot be read.
 * With `wanted` only the portals of these names are looked at, because reading one takes as long as most
 * commands run.
 */
export const loadPortals = async (
  folder: string,
  wanted?: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Portal>> => {
  const names = (await orProblem(folder, readdir(folder))).filter((name) => /\.ya?ml$/.test(name)).sort()
  const portals = new Map<string, Portal>()
  const problems: Problem[] = []
  for (const name of names) {
    const file = join(folder, name)
    const text = await orProblem(file, readFile(file).then(decodeText))
    if (wanted !== undefined && isOfAnother(text, wanted)) continue
    const result = parsePortal(text, file)
    if ('problems' in result) problems.push(...result.problems)
    else if (portals.has(result.portal.portal)) problems.push(toTwice(file, result.portal.portal))
    else portals.set(result.portal.portal, result.portal)
  }
  if (problems.length === 0) return portals
  throw new ConfigError(`The portals in ${folder} are not usable`, problems)
}

/** A file whose name cannot be told at a glance is read. */
const isOfAnother = (text: string, wanted: ReadonlySet<string>): boolean => {
  const name = /^portal: *([\w-]+) *$/m.exec(text)?.[1]
  return name !== undefined && !wanted.has(name)
}

const toTwice = (file: string, found: string): Problem => ({
  severity: 'error',
  file,
  line: 0,
  key: 'portal',
  expected: 'a name that no other portal file has',
  found,
})

const orProblem = <Value>(file: string, reading: Promise<Value>): Promise<Value> =>
  readOrExplain(reading, { message: `The portals cannot be read from ${file}`, file, expected: 'readable' })
