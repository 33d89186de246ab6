import { access, constants, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

import type { Installation } from '../../../config/installation.js'
import { shortenPath } from '../../../config/shorten-path.js'
import { ConfigError, findErrorCode } from '../../../domain/errors.js'
import { describeReadFailure } from '../../../yaml/read-or-explain.js'
import type { Io } from '../../io.js'

/**
 * Makes sure before the first question that the answers can be written: nothing is made. Throws
 * `ConfigError`.
 */
export const ensurePlace = async (
  { cwd }: Pick<Io, 'cwd'>,
  { file, base }: Pick<Installation, 'file' | 'base'>,
): Promise<void> => {
  const shown = shortenPath(cwd, file)
  const found = await statIfThere(file, shown)
  if (found?.isDirectory() === true)
    throw new ConfigError(
      `${shown} is a folder. Name a file in it: nmbrs-sync --config ${shown}/nmbrs-sync.yaml init`,
    )
  for (const folder of new Set([dirname(file), base])) await ensureFolder(folder, shown, cwd)
}

/** Where it is not there it will be made, so what counts is the nearest folder above it that is. */
const ensureFolder = async (folder: string, shown: string, cwd: string): Promise<void> => {
  const found = await statIfThere(folder, shown)
  if (found === undefined) {
    await ensureFolder(dirname(folder), shown, cwd)
    return
  }
  try {
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (cause) {
    const why = findErrorCode(cause) ?? 'unwritable'
    throw cannotBeWritten(shown, `this account may not write to ${shortenPath(cwd, folder)} (${why})`, cause)
  }
}

const statIfThere = async (path: string, shown: string) => {
  try {
    return await stat(path)
  } catch (cause) {
    if (findErrorCode(cause) === 'ENOENT') return undefined
    throw cannotBeWritten(shown, `on its way is ${describeReadFailure(cause)}`, cause)
  }
}

const cannotBeWritten = (shown: string, why: string, cause: unknown): ConfigError =>
  new ConfigError(
    `${shown} cannot be written: ${why}. Name another file: nmbrs-sync --config FILE init`,
    [],
    { cause },
  )
