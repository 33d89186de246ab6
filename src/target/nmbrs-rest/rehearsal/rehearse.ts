import { AuthError, RemoteError } from '../../../domain/errors.js'
import type { AnswersSeen } from './answers-seen.js'
import { isInvented, openGround, type Ground, type GroundOptions, type OwnPerson } from './ground.js'
import { notTried, type Outcome } from './outcome.js'
import { lookAtAccount, lookBack, neverTried, type AccountParts } from './trials/account.js'
import { tryPeriods, trySecondAddress } from './trials/addresses.js'
import { tryAnswers, tryCasing, tryClosedStart, tryDuplicateNumber } from './trials/creation.js'
import {
  tryChangedFrom,
  tryCreatedFrom,
  tryEmployeeFilter,
  tryListWithoutType,
  tryOmissions,
} from './trials/lists.js'
import { tryAccountDelete, trySameStart, trySecondEmployment } from './trials/pay.js'
import { tryPersonalInfo } from './trials/personal-info.js'
import type { Trial } from './trials/trial.js'
import { unknowns } from './unknowns.js'

/** Those that look at lists come when people are there. */
const trials: readonly Trial[] = [
  tryAnswers,
  trySecondAddress,
  tryPeriods,
  tryPersonalInfo,
  trySameStart,
  trySecondEmployment,
  tryAccountDelete,
  tryClosedStart,
  tryDuplicateNumber,
  tryCasing,
  tryCreatedFrom,
  tryChangedFrom,
  tryListWithoutType,
  tryEmployeeFilter,
  tryOmissions,
]

export interface RehearsalOptions extends Omit<GroundOptions, 'answers'> {
  answers: AnswersSeen
  refresh: AccountParts['refresh']
  callWithWrongKey: AccountParts['callWithWrongKey']
  /** Told before each trial. */
  onTrial?: (rows: readonly number[]) => void
}

/** What a rehearsal found, and whom it leaves in the company. */
export interface Rehearsal {
  outcomes: ReadonlyMap<number, Outcome>
  created: readonly OwnPerson[]
  /** Of earlier rehearsals. */
  leftBehind: number
}

/**
 * Tries every unknown of the Nmbrs REST contract, section 15, that can be tried, on people that it invents in
 * the company. Anyone who calls it has made sure that the company is there for that. What fails on its way is
 * an outcome of its own; throws `AbortError` when it is stopped.
 */
export const rehearse = async (options: RehearsalOptions): Promise<Rehearsal> => {
  const outcomes = new Map<number, Outcome>([...neverTried, ...(await lookAtAccount(options))])
  const ground = await openOrSay(options)
  if (typeof ground === 'string') {
    for (const { rows } of trials) for (const row of rows) outcomes.set(row, notTried(ground))
  } else {
    for (const trial of trials) {
      options.onTrial?.(trial.rows)
      for (const [row, outcome] of await runTrial(trial, ground)) outcomes.set(row, outcome)
    }
  }
  for (const [row, outcome] of lookBack(options.answers)) outcomes.set(row, outcome)
  return {
    outcomes: new Map(
      unknowns.map(({ row }) => [row, outcomes.get(row) ?? notTried('there is no trial for it')]),
    ),
    created: typeof ground === 'string' ? [] : ground.created(),
    leftBehind: typeof ground === 'string' ? 0 : ground.before.filter(isInvented).length,
  }
}

const isFailure = (error: unknown): error is RemoteError | AuthError =>
  error instanceof RemoteError || error instanceof AuthError

const openOrSay = async (options: RehearsalOptions): Promise<Ground | string> => {
  try {
    return await openGround(options)
  } catch (error) {
    if (!isFailure(error)) throw error
    return `nothing could be created: ${error.message}`
  }
}

const runTrial = async (trial: Trial, ground: Ground): Promise<readonly [number, Outcome][]> => {
  try {
    const outcomes = await trial.run(ground)
    return trial.rows.map((row) => [row, outcomes[row] ?? notTried('what it hangs on could not be tried')])
  } catch (error) {
    if (!isFailure(error)) throw error
    return trial.rows.map((row) => [row, notTried(error.message)])
  }
}
