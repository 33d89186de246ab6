import type { LiveAccount } from '../../../../src/onboarding/check/account.js'
import type { CallName } from '../../../../src/onboarding/calls/call-name.js'
import { lookAtAccount, type AccountLook } from '../../../../src/onboarding/check/look-at-account.js'
import { createPacedQueue } from '../../../../src/http/paced-queue.js'
import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import {
  openNmbrsAccount,
  type AccountOptions,
} from '../../../../src/target/nmbrs-soap/account/open-account.js'
import { companyId } from '../../../sandbox/nmbrs/small-world.js'
import { silentLog } from '../../../../src/domain/log.js'

/** An account of the fake that is asked at full speed and never waits. */
export const openAccount = (
  { host, account }: Pick<NmbrsSandbox, 'host' | 'account'>,
  calls: readonly CallName[],
  options: Partial<AccountOptions> = {},
): LiveAccount =>
  openNmbrsAccount({
    host,
    ...account,
    maxCallsPerSecond: 2000,
    queue: createPacedQueue({ callsPerSecond: 2000 }),
    log: silentLog,
    retry: { sleep: () => Promise.resolve(), random: () => 0 },
    wait: () => Promise.resolve(),
    calls,
    today: '2026-11-22',
    ...options,
  })

/** Opens an account for one test and closes it whatever happens. */
export const withAccount = async <Result>(
  sandbox: Pick<NmbrsSandbox, 'host' | 'account'>,
  calls: readonly CallName[],
  test: (account: LiveAccount) => Promise<Result>,
  options: Partial<AccountOptions> = {},
): Promise<Result> => {
  const account = openAccount(sandbox, calls, options)
  try {
    return await test(account)
  } finally {
    account.close()
  }
}

const noLookUps = { period: false, domain: false, tags: false, employeeNumbers: [] }

/** Tries these calls with the company of the fake. */
export const tryCalls = (
  sandbox: Pick<NmbrsSandbox, 'host' | 'account'>,
  calls: readonly CallName[],
  options: Partial<AccountOptions> = {},
): Promise<AccountLook> =>
  withAccount(
    sandbox,
    calls,
    (account) => lookAtAccount(account, { companyId: String(companyId), calls, lookUps: noLookUps }),
    options,
  )
