import { readFile, rm } from 'node:fs/promises'

import * as z from 'zod'

import { ConfigError, findErrorCode } from '../../domain/errors.js'
import { besideState } from '../files/beside-state.js'
import { writeFileAtomically } from '../files/write-file-atomically.js'

const controlSchema = z.object({
  pid: z.int(),
  /** `null`: the daemon cannot be asked, or not yet. */
  url: z.string().nullable(),
  token: z.string(),
  /** When it was started. A daemon of an earlier version does not say. */
  since: z.string().optional(),
})

/**
 * How other commands reach the running daemon. Only its owner may read the file, so anyone who may run a sync
 * by hand may ask the daemon for one, and no one else on this machine. It is there as long as the daemon is:
 * one that is found at a start was left behind by a daemon that was killed.
 */
export type Control = z.infer<typeof controlSchema>

const toControlPath = (statePath: string): string => besideState(statePath, 'daemon.json')

export const writeControlFile = async (statePath: string, control: Control): Promise<void> =>
  writeFileAtomically(toControlPath(statePath), `${JSON.stringify(control)}\n`)

/** Takes the file away, unless another daemon has put its own there. */
export const removeControlFile = async (statePath: string, { token }: Control): Promise<void> => {
  const found = await findControl(statePath)
  if (found?.token === token) await rm(toControlPath(statePath), { force: true })
}

/** How to reach the daemon; `undefined` when there is none, or its file cannot be understood. */
export const findControl = async (statePath: string): Promise<Control | undefined> => {
  try {
    const parsed = controlSchema.safeParse(JSON.parse(await readFile(toControlPath(statePath), 'utf8')))
    return parsed.success ? parsed.data : undefined
  } catch (error) {
    if (error instanceof SyntaxError || findErrorCode(error) === 'ENOENT') return undefined
    if (findErrorCode(error) !== 'EACCES') throw error
    throw new ConfigError(
      `${toControlPath(statePath)} may not be read by this account. Use the account that the daemon runs under`,
      [],
      { cause: error },
    )
  }
}
