import { constants } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { parse } from 'dotenv'
import { findErrorCode } from '../../domain/errors.js'
import { decodeText } from '../../yaml/decode-text.js'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * The environment with what `.env` in a folder adds to it, if there is one. A variable that is set, even to
 * nothing, wins over the file. `process.env` is not touched. Throws when `.env` is there and cannot be read.
 */
export const readEnvironment = async (folder: string, env: Environment): Promise<Environment> => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined))
  try {
    return { ...parse(decodeText(await readFile(join(folder, '.env')))), ...set }
  } catch (cause) {
    if (findErrorCode(cause) === 'ENOENT') return set
    throw cause
  }
}

/** Larger files hold no secret. */
const maxSecretBytes = 64 * 1024

/** The texts of files that hold a secret, by their path as given; `undefined` for one that cannot be read. */
export const readSecretFiles = async (
  files: ReadonlySet<string>,
  base: string,
): Promise<ReadonlyMap<string, string | undefined>> => {
  const texts = [...files].map(async (file) => [file, await readSecret(resolve(base, file))] as const)
  return new Map(await Promise.all(texts))
}

const readSecret = async (file: string): Promise<string | undefined> => {
  try {
    // Secrets of Docker and Kubernetes are links, so links are followed. A pipe or a device would never come
    // to an end.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      if (!(await handle.stat()).isFile()) return undefined
      const { bytesRead, buffer } = await handle.read(
        Buffer.alloc(maxSecretBytes + 1),
        0,
        maxSecretBytes + 1,
        0,
      )
      return bytesRead > maxSecretBytes ? undefined : decodeText(buffer.subarray(0, bytesRead))
    } finally {
      await handle.close()
    }
  } catch {
    return undefined
  }
}
