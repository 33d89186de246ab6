import { join } from 'node:path'

import type { Problem } from '../domain/errors.js'
import { findOtherWriters } from './file-rights.js'
import { showEnvFile, type Installation } from './installation.js'

/** What others may do with the configuration and the `.env` that count. `shown`: the name of the configuration. */
export const findTooManyRights = async (
  { file, namedBy, base }: Installation,
  shown: string,
  cwd: string,
): Promise<Problem[]> => {
  const folders = new Set(namedBy === 'working folder' ? [base, cwd] : [base])
  const ofEnv = [...folders].map((folder) => findRights(join(folder, '.env'), showEnvFile(folder, cwd)))
  return (await Promise.all([findRights(file, shown), ...ofEnv])).flat()
}

/** What others may do with a file decides what is sent to whom, so one that everybody may write is not used. */
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
          found: `everybody may write it; to change that: chmod o-w ${shown}`,
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
      return [{ ...problem, severity: 'warning', found: 'a file system that does not say who may write it' }]
  }
}
