import { repeatNmbrsCall, type RepeatedCall, type RepeatOptions } from '../../common/repeat-nmbrs-call.js'
import { isWorthOneRepeat } from '../wire/faults.js'

/** Makes a call, again if need be. */
export const repeatCall = <Result>(
  call: RepeatedCall,
  options: RepeatOptions,
  attempt: () => Promise<Result>,
): Promise<Result> =>
  repeatNmbrsCall(
    { ...call, mostRepeats: ({ facts }, { retries }) => (isWorthOneRepeat(facts.code) ? 1 : retries) },
    options,
    attempt,
  )
