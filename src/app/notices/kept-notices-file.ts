import { readFile, rename, rm } from 'node:fs/promises'

import * as z from 'zod'

import type { KeptNotice, KeptNotices } from '../../daemon/notices/kept-notices.js'
import type { Situation } from '../../daemon/notices/situation.js'
import { findErrorCode } from '../../domain/errors.js'
import type { Log } from '../../domain/log.js'
import { writeFileAtomically } from '../files/write-file-atomically.js'
import { besideState } from '../files/beside-state.js'

/** Written by this program for itself; what is looked at here is what makes it fall over otherwise. */
const keptSchema = z.array(
  z.object({
    channel: z.string(),
    situation: z.custom<Situation>(
      (value) =>
        z.looseObject({ topic: z.string(), kind: z.string(), at: z.string() }).safeParse(value).success,
    ),
  }),
)

/** A receiver that was away for weeks is not told everything of them. */
const mostKept = 100

/**
 * Keeps notices in a file beside the state file, which may be the very thing that cannot be written. They
 * hold counts, codes and ids of runs.
 */
export const createKeptNotices = (statePath: string, log: Log): KeptNotices => {
  const path = besideState(statePath, 'notices.json')
  const read = async (from: string): Promise<readonly KeptNotice[]> =>
    keptSchema.parse(JSON.parse(await readFile(from, 'utf8')))
  return {
    keep: async (notices) => {
      if (notices.length === 0) return
      try {
        const before = await read(path).catch(() => [])
        await writeFileAtomically(path, `${JSON.stringify([...before, ...notices].slice(-mostKept))}\n`)
        log.warn('notices kept for the next start', { count: notices.length })
      } catch (error) {
        log.error('notices are lost', { count: notices.length, code: findErrorCode(error) })
      }
    },
    take: async () => {
      const taken = `${path}.taken`
      try {
        await rename(path, taken)
        return await read(taken)
      } catch (error) {
        if (findErrorCode(error) !== 'ENOENT')
          log.warn('notices of before cannot be read', { code: findErrorCode(error) })
        return []
      } finally {
        await rm(taken, { force: true }).catch(() => undefined)
      }
    },
  }
}
