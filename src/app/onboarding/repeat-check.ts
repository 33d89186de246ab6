import { compareCalls, isOnlyTrouble, type CheckDigest } from '../../daemon/checks/compare-check.js'
import type { CheckMemory } from '../../daemon/checks/check-memory.js'
import type { DaemonEvent } from '../../daemon/events.js'
import { toIso } from '../../daemon/past-runs.js'
import { AbortError, nameOfError } from '../../domain/errors.js'
import { toRunFailure, type RunFailure } from '../../domain/run/run-failure.js'
import type { OnboardingResult } from '../../onboarding/result/result.js'
import { toReadinessLine } from '../../report/onboarding/readiness-words.js'
import { openState } from '../compose/open-state.js'
import type { Workspace } from '../compose/workspace.js'
import { selectConnection } from '../compose/select-connections.js'
import { withReleases } from '../compose/releases.js'
import { toAccount, toApiOfCheck } from './account-over-rest.js'
import { makeCheck } from './make-check.js'
import { toCheckKey, type ScheduledCheck } from './scheduled-checks.js'
import { createReadStandings } from './standings.js'

/**
 * Makes a check once more, remembers what it found, and gives what is to be told; nothing when it was
 * interrupted. Never throws for what a remote or the state file does.
 */
export const repeatCheck = async (
  check: ScheduledCheck,
  workspace: Workspace,
): Promise<DaemonEvent | undefined> => {
  const startMs = workspace.surroundings.now()
  const end = await look(check, workspace)
  if ('error' in end && isStop(end.error)) return undefined
  const memory = createCheckMemory(workspace)
  const key = toCheckKey(check)
  const before = await orForget(workspace, memory.read(key))
  const compared = 'result' in end ? compareCalls(end.result.calls, before?.calls ?? {}) : undefined
  const calls = compared?.calls ?? before?.calls ?? {}
  await orForget(workspace, memory.write(key, { checkedAt: toIso(startMs), calls }))
  const failure = 'error' in end ? toRunFailure(end.error) : findTrouble(end.result)
  return {
    type: 'account-checked',
    at: toIso(workspace.surroundings.now()),
    connection: check.connection,
    failure,
    check: {
      companyId: check.companyId,
      profiles: key.profiles,
      readiness: 'result' in end ? end.result.readiness : 'could-not-check',
      reasons: 'result' in end ? end.result.reasons : [],
      ...(compared === undefined ? nothing : pickLists(compared)),
    },
  }
}

type Lists = Pick<CheckDigest, 'lost' | 'newlyLost' | 'regained'>

const nothing: Lists = { lost: [], newlyLost: [], regained: [] }
const pickLists = ({ lost, newlyLost, regained }: Lists): Lists => ({ lost, newlyLost, regained })

type End = { result: OnboardingResult } | { error: unknown }

const look = async (
  { connection: name, companyId, profiles, answers }: ScheduledCheck,
  workspace: Workspace,
): Promise<End> => {
  try {
    return await withReleases(async (releases) => {
      const connection = selectConnection(workspace.config, [name])
      const account = toAccount(connection, workspace, releases, toApiOfCheck(connection, profiles))
      const readStandings = createReadStandings(workspace, name)
      const given = { shared: answers, companies: new Map() }
      const order = { account, company: companyId, profiles, answers: given, surplus: false, readStandings }
      return { result: await makeCheck(order, workspace.surroundings) }
    })
  } catch (error) {
    return { error }
  }
}

const isStop = (error: unknown): boolean => error instanceof AbortError && error.code === 'stopped'

/** What kept the check from saying anything about the account; `undefined` when it did say something. */
const findTrouble = (result: OnboardingResult): RunFailure | undefined => {
  if (!isOnlyTrouble(result)) return undefined
  const [reason] = result.reasons
  const step = result.steps.find(({ kind }) => kind === 'account')
  return {
    code: reason?.reason ?? 'could-not-check',
    message: toReadinessLine(result, 'en'),
    remedy: step?.text.en ?? 'It is checked again at the next due time',
  }
}

/**
 * The state file is opened for each look and each note, so that in between it can be restored or replaced.
 */
export const createCheckMemory = (workspace: Workspace): CheckMemory => {
  const withMemory = <T>(work: (memory: CheckMemory) => Promise<T>): Promise<T> =>
    withReleases(async (releases) => work((await openState(workspace, releases)).checkMemory()))
  return {
    read: (key) => withMemory((memory) => memory.read(key)),
    write: (key, remembered) => withMemory((memory) => memory.write(key, remembered)),
  }
}

/** Without a memory people are told once too often rather than not at all. */
const orForget = async <T>({ log }: Workspace, work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work
  } catch (error) {
    log.warn('onboarding checks cannot be remembered', { code: nameOfError(error) })
    return undefined
  }
}
