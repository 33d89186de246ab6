import type { OnboardingResult } from '../../../onboarding/result/result.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'

/** How a check ends, for scripts. */
export const toCheckExitCode = ({ readiness }: Pick<OnboardingResult, 'readiness'>): ExitCode => {
  switch (readiness) {
    case 'ready':
      return exitCode.done
    case 'not-ready':
      return exitCode.held
    case 'could-not-check':
      return exitCode.failed
  }
}
