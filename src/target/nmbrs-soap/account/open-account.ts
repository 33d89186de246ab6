import { setTimeout as sleep } from 'node:timers/promises'
import { createPacedQueue } from '../../../http/paced-queue.js'
import { defaultRetryPolicy } from '../../../http/retry-policy.js'
import type { LiveAccount } from '../../../onboarding/check/account.js'
import { toCallKey, type CallName } from '../../../onboarding/calls/call-name.js'
import { createNmbrsClient } from '../calls/client.js'
import { refuseWrites } from '../../port.js'
import { defaultConnectTimeoutMs, type NmbrsSoapOptions } from '../target.js'
import { createAccountReader } from './account-reader.js'
import { createAsker } from './ask-once.js'
import { findSubjects } from './subjects/find-subjects.js'
import { probeCall } from './probe/probe-call.js'
import type { Wait } from './probe/probe-report.js'

export interface AccountOptions extends Omit<NmbrsSoapOptions, 'fence'> {
  /** The calls to be tried. */
  calls: readonly CallName[]
  /** `YYYY-MM-DD`; stands in for the payroll period when that cannot be read. */
  today: string
  wait?: Wait
  /** Look-ups beyond so many are not sent; a few for one company when left out. */
  maxLookUps?: number
}

/** Looks that a check may take beside the calls it tries. */
const usualLookUps = 8
/**
 * A call over a whole company thinks for a while; one that takes longer than this is not worth a person's
 * waiting.
 */
const timeoutMs = 60_000
/** Someone waits for the answer, so a call that fails is tried once more and not again and again. */
const retries = 1

/** An Nmbrs account to be checked, over SOAP. Nothing is sent until it is first asked something. */
export const openNmbrsAccount = (options: AccountOptions): LiveAccount => {
  const { host, username, token, domain, maxCallsPerSecond, log, onFault, calls, today } = options
  const client = createNmbrsClient({
    host,
    credentials: { username, token, domain },
    timeoutMs: options.timeoutMs ?? timeoutMs,
    connectTimeoutMs: options.connectTimeoutMs ?? defaultConnectTimeoutMs,
    fence: refuseWrites,
    queue: options.queue ?? createPacedQueue({ callsPerSecond: maxCallsPerSecond }),
    retry: { ...defaultRetryPolicy, retries, ...options.retry },
    log,
    onFault,
  })
  const asker = createAsker(client, {
    probed: new Set(calls.map(toCallKey)),
    maxLookUps: options.maxLookUps ?? usualLookUps,
  })
  const wait = options.wait ?? ((ms) => sleep(ms))
  return {
    ...createAccountReader(asker),
    findSubjects: (companyId, wanted) => findSubjects(asker, companyId, wanted, today),
    probe: (call, subjects) => probeCall(asker, call, subjects, wait),
    spent: () => asker.spent(),
    close: () => {
      client.close()
    },
  }
}
