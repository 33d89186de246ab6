import { readAlexisCompanies, type AlexisAnswers } from '../../../../app/setup/alexis-account.js'
import { findUrlFlaw, toOneSpelling } from '../../../../config/schema/check-url.js'
import type { SourceCompany } from '../../../../source/port.js'
import { askUntilLetIn, type Asking } from './ask-until-let-in.js'
import { needed, toCheck } from './checks.js'

/** An account whose login works, and the companies it sees. */
export type AlexisAccount = AlexisAnswers & { companies: readonly SourceCompany[] }

const usualUrl = 'https://api.alexishr.com/v1'

/** Asks for the AlexisHR account until its login works. */
export const askAlexisAccount = (asking: Asking): Promise<AlexisAccount> =>
  askUntilLetIn<AlexisAnswers, SourceCompany>(asking, {
    name: 'AlexisHR',
    steps: {
      address: {
        label: 'the address',
        ask: async () => ({
          baseUrl: toOneSpelling(
            await asking.prompts.ask({
              message: `Address of the AlexisHR API (nothing: ${usualUrl})`,
              initial: usualUrl,
              check: toCheck(findUrlFlaw),
            }),
          ),
        }),
      },
      token: {
        label: 'the access token',
        ask: async () => ({
          token: (
            await asking.prompts.askSecret({
              message: 'AlexisHR access token (Settings, Access tokens; scope Public API)',
              check: needed,
            })
          ).trim(),
        }),
      },
    },
    tryOut: readAlexisCompanies,
    blame,
  })

const ofToken = new Set(['unauthorised', 'forbidden'])
const ofAddress = new Set([
  ...['unreachable', 'not-found', 'redirected', 'not-json', 'unexpected-shape'],
  ...['certificate-refused', 'proxy-login', 'proxy-failed'],
])

const blame = (code: string): { steps: readonly string[] } | undefined => {
  if (ofToken.has(code)) return { steps: ['token'] }
  return ofAddress.has(code) ? { steps: ['address'] } : undefined
}
