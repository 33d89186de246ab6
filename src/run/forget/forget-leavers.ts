import type { SourceEmployeeId } from '../../domain/ids.js'
import { isDue } from '../../domain/people/leaver.js'
import type { ForgottenReport } from '../../domain/run/run.js'
import type { RunOptions } from '../run-options.js'
import type { RunDeps } from '../settings.js'
import { findLeavers } from './find-leavers.js'
import type { ReadWorld } from './read-places.js'

type Deps = Pick<RunDeps, 'store' | 'settings' | 'log'>

/**
 * Who is to be forgotten after a sync of everyone, by what was read in it. That is housekeeping: when it
 * cannot be found out, no one is, and the run did not fail.
 */
export const findDue = async (
  deps: RunDeps,
  { employees, only, stopReason }: Pick<RunOptions, 'employees' | 'only' | 'stopReason'>,
  world: ReadWorld,
): Promise<readonly SourceEmployeeId[]> => {
  const { forgetAfterDays } = deps.settings
  const isWhole = employees.length === 0 && only === undefined && stopReason() === undefined
  if (forgetAfterDays === undefined || !isWhole) return []
  const { log } = deps
  const leavers = await attempt(
    deps,
    () => findLeavers(deps, world, forgetAfterDays),
    (facts) => {
      log.warn('it could not be found out who is to be forgotten', facts)
    },
  )
  return (leavers ?? []).filter(isDue).map(({ subject }) => subject)
}

/** Forgets them, one by one, so that no other work waits long. */
export const forgetDue = async (
  deps: Deps,
  due: readonly SourceEmployeeId[],
): Promise<ForgottenReport | undefined> => {
  const { store, log, settings } = deps
  const { forgetAfterDays: afterDays, connection } = settings
  const people: SourceEmployeeId[] = []
  const forget = (subject: SourceEmployeeId, days: number): Promise<unknown> =>
    attempt(
      deps,
      async () => {
        const end = await store.forgetting.forgetUnlessWaiting(subject, days)
        if (end !== undefined) people.push(subject)
      },
      (facts) => {
        log.warn('a person who left could not be forgotten', facts)
      },
    )
  if (afterDays !== undefined) for (const subject of due) await forget(subject, afterDays)
  await attempt(
    deps,
    () => store.forgetting.compact(),
    (facts) => {
      log.warn('the state file could not be compacted', facts)
    },
  )
  if (afterDays === undefined || people.length === 0) return undefined
  log.info('people who left were forgotten', { connection, people: people.length })
  return { afterDays, people }
}

const attempt = async <Result>(
  { settings: { connection } }: Pick<Deps, 'settings'>,
  work: () => Promise<Result>,
  warn: (facts: { connection: string; error: string }) => void,
): Promise<Result | undefined> => {
  try {
    return await work()
  } catch (error) {
    warn({ connection, error: error instanceof Error ? error.name : 'unknown' })
    return undefined
  }
}
