import { resolve } from 'node:path'

import { toProblem, type FileContext } from '../../yaml/describe-issues.js'
import { findAt, type KeyPath } from '../../yaml/key-path.js'
import type { Problem } from '../../domain/errors.js'
import { followLink } from '../follow-link.js'
import { shortenPath } from '../shorten-path.js'
import { isOneFile } from './same-place.js'

/** What SQLite keeps beside a database, and removes when it is closed. */
const sideEnds = ['-wal', '-shm', '-journal']

interface OwnFile {
  path: KeyPath
  file: string
}

/** The files that the program writes, absolute, in the order in which they are named. */
const findOwnFiles = async (data: unknown, base: string): Promise<OwnFile[]> => {
  const usual: readonly (readonly [KeyPath, string | undefined])[] = [
    [['state', 'path'], './data/nmbrs-sync.db'],
    [['state', 'keyFile'], './data/state.key'],
    [['log', 'file'], undefined],
  ]
  const files = usual.map(async ([path, name]) => {
    const given = findAt(data, path) ?? name
    if (typeof given !== 'string' || given === '') return []
    return [{ path, file: await followLink(resolve(base, given)) }]
  })
  return (await Promise.all(files)).flat()
}

const isSame = async (one: string, other: string): Promise<boolean> =>
  one === other || (await isOneFile(one, other))

/** Says what a file would be written over by, or over what it would write. */
const findClash = async (
  { file }: OwnFile,
  before: readonly OwnFile[],
  read: readonly string[],
  cwd: string,
): Promise<string | undefined> => {
  for (const other of before) {
    const name = other.path.join('.')
    if (await isSame(file, other.file)) return `another file than ${name}`
    if (name === 'state.path' && sideEnds.some((end) => file === `${other.file}${end}`))
      return 'another file than those that SQLite keeps beside state.path'
  }
  for (const one of read)
    if (await isSame(file, one)) return `a file of its own; ${shortenPath(cwd, one)} is read`
  return undefined
}

/**
 * One file for two things would be written over by both, and a file that is read would be spoiled. `read`:
 * the configuration and all that it names, absolute.
 */
export const checkOwnFiles = async (
  context: FileContext,
  { base, cwd, read }: { base: string; cwd: string; read: readonly string[] },
): Promise<readonly Problem[]> => {
  const own = await findOwnFiles(context.data, base)
  const problems: Problem[] = []
  for (const [index, one] of own.entries()) {
    const expected = await findClash(one, own.slice(0, index), read, cwd)
    if (expected !== undefined) problems.push(toProblem(context, one.path, { expected }))
  }
  return problems
}
