import { stopped } from '../../../app/run/stopped.js'
import { makeCheck, type CheckOrder } from '../../../app/onboarding/make-check.js'
import { AbortError } from '../../../domain/errors.js'
import { toCommonReadiness, type AccountCheck } from '../../../onboarding/check/account-check.js'
import type { OnboardingResult } from '../../../onboarding/result/result.js'
import { toCommonExitCode, toExitCode, type ExitCode } from '../../exit-codes.js'
import type { GlobalFlags } from '../../options/global-options.js'
import { reportError } from '../../report-error.js'
import { toCheckExitCode } from './check-exit-code.js'
import type { CheckSpace } from './check-space.js'

/**
 * Checks every company of several connections, and shows one table of who is ready. What goes wrong with one
 * connection is said and does not keep the others from their turn.
 */
export const checkConnections = async (
  spaces: readonly CheckSpace[],
  order: Pick<CheckOrder, 'profiles' | 'answers' | 'surplus'>,
  flags: GlobalFlags & { json?: boolean },
  show: (checked: AccountCheck) => Promise<void>,
): Promise<ExitCode> => {
  const results: OnboardingResult[] = []
  const failed: ExitCode[] = []
  for (const space of spaces) {
    const { io, connection = '' } = space
    if (io.interruption.aborted) throw stopped()
    try {
      results.push(...(await checkCompanies(space, order)))
    } catch (error) {
      if (error instanceof AbortError && error.code === 'stopped') throw error
      io.stderr.write(`${connection}\n`)
      reportError(io, error, flags)
      failed.push(toExitCode(error))
    }
  }
  const checked = { results, unseen: [] }
  await show(checked)
  const code = results.length === 0 ? [] : [toCheckExitCode({ readiness: toCommonReadiness(checked) })]
  return toCommonExitCode([...failed, ...code])
}

const checkCompanies = async (
  { accountFor, readStandings, io }: CheckSpace,
  order: Pick<CheckOrder, 'profiles' | 'answers' | 'surplus'>,
): Promise<readonly OnboardingResult[]> => {
  const account = accountFor(order.profiles)
  const results: OnboardingResult[] = []
  for (const { id } of account.companies)
    results.push(await makeCheck({ ...order, account, company: id, readStandings }, io))
  return results
}
