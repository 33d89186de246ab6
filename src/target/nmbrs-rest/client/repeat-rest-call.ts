import { repeatNmbrsCall, type RepeatedCall, type RepeatOptions } from '../../common/repeat-nmbrs-call.js'

/**
 * A call that was refused for being one too many is sent again in the same run; each comes back more slowly
 * than the last.
 */
const retriesWhenRateLimited = 6

/** Makes a call, again if need be. */
export const repeatRestCall = <Result>(
  call: RepeatedCall,
  options: RepeatOptions,
  attempt: () => Promise<Result>,
): Promise<Result> =>
  repeatNmbrsCall(
    {
      ...call,
      mostRepeats: ({ facts: { code } }, { retries }) => {
        // The identity service was asked again there, as far as that is safe.
        if (code === 'identity-failed') return 0
        return code === 'rate-limited' ? Math.max(retries, retriesWhenRateLimited) : retries
      },
    },
    options,
    attempt,
  )
