import { createPacedQueue } from '../../../src/http/paced-queue.js'
import type { RetryPolicy } from '../../../src/http/retry-policy.js'
import type { NmbrsSandbox } from '../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { createRestClient } from '../../../src/target/nmbrs-rest/client/rest-client.js'
import { createNmbrsRestTarget, type NmbrsRestOptions } from '../../../src/target/nmbrs-rest/target.js'
import type { Target, WriteFence } from '../../../src/target/port.js'
import { noFence } from '../../support/no-fence.js'
import { silentLog } from '../../../src/domain/log.js'

const everyScope = [
  'offline_access',
  'company.info.read',
  'company.payrollsettings.read',
  'employee.info',
  'employee.info.read',
  'employee.employment',
  'employee.employment.read',
  'employee.payment',
  'employee.payment.read',
  'employee.bankaccount',
  'employee.bankaccount.read',
]

/** An access token as a consent of the whole payroll gives it. */
export const giveToken = (sandbox: NmbrsSandbox): string => {
  const consent = sandbox.consents.add({
    user: 'anna',
    clientId: sandbox.app.clientId,
    scopes: everyScope,
    debtorIds: sandbox.store.debtors().map(({ id }) => id),
    companies: undefined,
  })
  return sandbox.consents.addToken('access', consent, 3600).token
}

export interface RestTargetOptions extends Partial<
  Pick<NmbrsRestOptions, 'periodTypes' | 'today' | 'looks' | 'known' | 'onContradiction'>
> {
  fence?: WriteFence
  retry?: Partial<RetryPolicy>
  timeoutMs?: number
}

/** The target over REST, against the sandbox, with a token that lasts. */
export const createRestTarget = (sandbox: NmbrsSandbox, options: RestTargetOptions = {}): Target => {
  const token = giveToken(sandbox)
  const client = createRestClient({
    host: sandbox.host,
    subscriptionKey: sandbox.app.subscriptionKeys[0] ?? '',
    tokens: {
      current: () => Promise.resolve(token),
      peek: () => token,
      renew: () => Promise.resolve(token),
    },
    fence: options.fence ?? noFence,
    queue: createPacedQueue({ callsPerSecond: 1000 }),
    log: silentLog,
    retry: { baseDelayMs: 1, ...options.retry },
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
  })
  return createNmbrsRestTarget({
    client,
    periodTypes: options.periodTypes ?? new Map(),
    today: options.today ?? (() => '2026-11-22'),
    looks: options.looks ?? [0, 5, 20],
    known: options.known,
    onContradiction: options.onContradiction,
  })
}
