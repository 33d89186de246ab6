import { stat } from 'node:fs/promises'
import { join } from 'node:path'

import { shortenPath } from '../shorten-path.js'
import type { Problem } from '../../domain/errors.js'
import { findOtherWriters } from './file-rights.js'
import { isShipped } from './named-files.js'
import { showEnvFile, type Installation } from '../installation.js'

/**
 * What others may do with the configuration, the `.env` that count, and the other files that are read with
 * them. `shown`: the name of the configuration. Of a file system that has no modes it is enough to say so
 * once.
 */
export const findTooManyRights = async (
  { file, namedBy, base }: Installation,
  shown: string,
  cwd: string,
  /** Absolute. */
  others: readonly string[],
): Promise<Problem[]> => {
  const folders = new Set(namedBy === 'working folder' ? [base, cwd] : [base])
  const ofEnv = [...folders].map((folder) => findRights(join(folder, '.env'), showEnvFile(folder, cwd)))
  const ofOthers = others.map((path) => findRightsBeside(path, base, cwd))
  return (await Promise.all([findRights(file, shown), ...ofEnv, ...ofOthers])).flat()
}

const findRightsBeside = async (path: string, base: string, cwd: string): Promise<Problem[]> => {
  // What is no file is refused where it is read.
  if (!(await isFile(path))) return []
  const found = await findRights(path, shortenPath(cwd, path))
  const isToBeSaid = ({ severity }: Problem): boolean => severity === 'error' || !isShipped(path, base)
  return found.filter((problem) => isToBeSaid(problem) && problem.found !== noModes)
}

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

const noModes = 'a file system that does not say who may write it'

/**
 * What others may do with a file decides what is sent to whom, so one that everyone may write is not used.
 */
const findRights = async (path: string, shown: string): Promise<Problem[]> => {
  const writers = await findOtherWriters(path).catch(() => 'nobody' as const)
  if (writers === 'nobody') return []
  const problem = { file: shown, line: 0, key: '', expected: 'a file that only its owner can write' }
  switch (writers) {
    case 'everybody':
      return [
        {
          ...problem,
          severity: 'error',
          found: `everyone may write it; to change that: chmod o-w ${shown}`,
        },
      ]
    case 'group':
      return [
        {
          ...problem,
          severity: 'warning',
          found: `its group may write it; to change that: chmod g-w ${shown}`,
        },
      ]
    case 'unknown':
      return [{ ...problem, severity: 'warning', found: noModes }]
  }
}
