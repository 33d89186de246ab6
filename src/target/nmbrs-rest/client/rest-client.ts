import { setMaxListeners } from 'node:events'

import { createExchange } from '../../../http/exchange/exchange.js'
import type { Log } from '../../../domain/log.js'
import type { OnFault } from '../../../domain/run/progress.js'
import type { PacedQueue } from '../../../http/paced-queue.js'
import { defaultRetryPolicy, type RetryPolicy } from '../../../http/retry-policy.js'
import type { Traffic } from '../../../http/traffic.js'
import type { WriteFence } from '../../port.js'
import type { AccessTokens } from '../identity/access-tokens.js'
import { createCallTurns, type CallTurns, type OnAnswer } from './call-turns.js'
import { createWriteTurns, type Quiet } from './quiet.js'
import { repeatRestCall } from './repeat-rest-call.js'
import type { RestCall } from './rest-call.js'
import { createSubscriptionKeys, type SubscriptionKeys } from './subscription-keys.js'

export interface RestClientOptions {
  /** `https://api.nmbrsapp.com`, without a path. */
  host: string
  subscriptionKey: string
  subscriptionKeySecondary?: string | undefined
  tokens: AccessTokens
  /** What a writing call has to pass at each attempt. */
  fence: WriteFence
  /** That of the account; this client gets a line of its own in it. */
  queue: PacedQueue
  log: Log
  onFault?: OnFault | undefined
  onAnswer?: OnAnswer | undefined
  retry?: Partial<RetryPolicy>
  /** How long Nmbrs may stay silent, in milliseconds. */
  timeoutMs?: number
  deadlineMs?: number
}

/**
 * Makes calls of the REST API: authorised, paced, counted, repeated where that is safe. Throws `AuthError`
 * and `RemoteError`.
 */
export interface RestClient {
  /** The parsed answer. */
  read(call: RestCall): Promise<unknown>
  /** The parsed answer; `undefined` for an empty one. Sent again only where it surely did not happen. */
  write(call: RestCall): Promise<unknown>
  /** A list that is read in pages moves when something is written meanwhile. */
  readonly quiet: Quiet
  /** HTTP requests sent so far, by operation, repeats included. */
  callCounts(): Readonly<Record<string, number>>
  readonly traffic: Traffic
  close(): void
}

/** Waits of 1, 2 and 4 seconds and so on where Nmbrs asks for none (Nmbrs REST contract, section 4.5). */
const usualPolicy: RetryPolicy = { ...defaultRetryPolicy, baseDelayMs: 1000, random: () => 1 }

export const createRestClient = (options: RestClientOptions): RestClient => {
  const { subscriptionKey, subscriptionKeySecondary, tokens, log, onFault } = options
  const closing = new AbortController()
  // Every call that waits for its repeat listens to it.
  setMaxListeners(0, closing.signal)
  const exchange = createExchange(options)
  const policy = { ...usualPolicy, ...options.retry }
  const turns = createCallTurns({ ...options, policy, exchange })
  const keys = createSubscriptionKeys(subscriptionKey, subscriptionKeySecondary)
  const writes = createWriteTurns()
  const repeating = { policy, log, onFault, closing: closing.signal }

  const carry = (call: RestCall, effect: 'read' | 'write'): Promise<unknown> =>
    repeatRestCall({ operation: call.operation, effect }, repeating, () =>
      callAuthorised({ turns, keys, tokens }, call, effect),
    )

  return {
    read: (call) => carry(call, 'read'),
    write: (call) => writes.write(() => carry(call, 'write')),
    quiet: writes,
    callCounts: () => turns.counts(),
    traffic: turns.traffic,
    close: () => {
      closing.abort()
      turns.close()
      exchange.close()
    },
  }
}

interface Authority {
  turns: CallTurns
  keys: SubscriptionKeys
  tokens: AccessTokens
}

/**
 * Makes a call. When it is refused as not authorised, makes it once more with a new access token, and once
 * with the other key. An answer that blames the key leaves the token alone. A refused call did not happen.
 */
const callAuthorised = async (
  { turns, keys, tokens }: Authority,
  call: RestCall,
  effect: 'read' | 'write',
): Promise<unknown> => {
  let key = keys.inUse()
  let other = keys.other()
  let isRenewed = false
  for (;;) {
    const turn = await turns.take(call, effect, key)
    if (turn.result === 'done') {
      keys.use(key)
      return turn.value
    }
    if (!turn.blamesKey && !isRenewed) {
      isRenewed = true
      await tokens.renew(turn.token)
    } else if (other !== undefined) {
      key = other
      other = undefined
    } else {
      throw turn.error
    }
  }
}
