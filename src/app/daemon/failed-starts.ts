import { readFile, rm } from 'node:fs/promises'

import * as z from 'zod'

import type { DaemonEvent } from '../../daemon/events.js'
import { AbortError } from '../../domain/errors.js'
import { toRunFailure } from '../../domain/run/run-failure.js'
import { besideState } from '../files/beside-state.js'
import { writeFileAtomically } from '../files/write-file-atomically.js'
import type { Control } from './control-file.js'

const failedStartsSchema = z.object({
  firstAt: z.string(),
  lastAt: z.string(),
  times: z.int(),
  /** Of the last time. */
  failure: z.object({ code: z.string(), message: z.string(), remedy: z.string().optional() }),
})

/** What kept the daemon from starting since it last did, told at its next start. */
type FailedStarts = z.infer<typeof failedStartsSchema>

const toPath = (statePath: string): string => besideState(statePath, 'daemon-failed.json')

/** Does what starts a daemon. A failure is put down for the next start and thrown on. */
export const noteFailedStart = async <Started>(
  statePath: string,
  at: string,
  start: () => Promise<Started>,
): Promise<Started> => {
  try {
    return await start()
  } catch (error) {
    // Beside a daemon that runs no one misses a second one.
    if (!(error instanceof AbortError && error.code === 'daemon-runs')) await note(statePath, at, error)
    throw error
  }
}

const note = async (statePath: string, at: string, error: unknown): Promise<void> => {
  const before = await read(statePath)
  const { code, message, remedy } = toRunFailure(error)
  const failure = { code, message, ...(remedy !== undefined && { remedy }) }
  const noted: FailedStarts = {
    firstAt: before?.firstAt ?? at,
    lastAt: at,
    times: (before?.times ?? 0) + 1,
    failure,
  }
  // What keeps the daemon from starting may keep this from being written; the first error is the one to be
  // seen.
  await writeFileAtomically(toPath(statePath), `${JSON.stringify(noted)}\n`).catch(() => undefined)
}

const read = async (statePath: string): Promise<FailedStarts | undefined> => {
  try {
    return failedStartsSchema.safeParse(JSON.parse(await readFile(toPath(statePath), 'utf8'))).data
  } catch {
    return undefined
  }
}

type WasDown = Extract<DaemonEvent, { type: 'daemon-was-down' }>

/** What is to be told of the time before this start, once. `left`: what a killed daemon left behind. */
export const takeDowntime = async (
  statePath: string,
  at: string,
  left: Control | undefined,
): Promise<readonly WasDown[]> => {
  const failed = await read(statePath)
  await rm(toPath(statePath), { force: true }).catch(() => undefined)
  return [
    ...(left === undefined ? [] : [toDied(at, left)]),
    ...(failed === undefined ? [] : [toNotStarted(at, failed)]),
  ]
}

const toDied = (at: string, { pid, since }: Control): WasDown => ({
  type: 'daemon-was-down',
  at,
  failure: {
    code: 'daemon-died',
    message: `The daemon${since === undefined ? '' : ` that was started at ${since}`} (process ${pid}) ended without being stopped`,
    remedy: 'Look in the log of the machine for what ended it, for example a lack of memory',
  },
})

const toNotStarted = (at: string, { firstAt, lastAt, times, failure }: FailedStarts): WasDown => ({
  type: 'daemon-was-down',
  at,
  failure: {
    code: 'daemon-not-started',
    message: `The daemon could not start, ${times === 1 ? `at ${lastAt}` : `${times} times from ${firstAt} to ${lastAt}`}: ${failure.message}`,
    remedy: failure.remedy,
  },
})
