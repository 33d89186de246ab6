import { open } from 'node:fs/promises'

import { ConfigError, findErrorCode } from '../../domain/errors.js'

/**
 * Writes a file of mode 0600. One that was there may be one that others can read, so it is refused; `what`
 * begins the message.
 */
export const writeNewFile = async (path: string, text: string, what: string): Promise<void> => {
  try {
    const handle = await open(path, 'wx', 0o600)
    try {
      await handle.writeFile(text)
    } finally {
      await handle.close()
    }
  } catch (cause) {
    const why = findErrorCode(cause) === 'EEXIST' ? 'is there already; name a new one' : 'cannot be written'
    throw new ConfigError(`${what} ${why}: ${path}`, [], { cause })
  }
}
