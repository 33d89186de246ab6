import { isLoopbackAddress, listenForCode } from '../../../../app/consent/listen-for-code.js'
import { readPasted } from '../../../../app/consent/log-in.js'
import { beginTrialLogin, type TrialLogin } from '../../../../app/setup/rest-account.js'
import { withReleases } from '../../../../app/compose/releases.js'
import type { RestAccount } from '../../../../config/nmbrs-accounts.js'
import type { GrantedConsent } from '../../../../credentials/consent-store.js'
import { AbortError, AuthError } from '../../../../domain/errors.js'
import { buildLoginPage } from '../../../../report/consent/consent-report.js'
import type { Io } from '../../../io.js'
import { languageOf } from '../../../options/language.js'
import type { Asking } from './ask-until-let-in.js'

/** What the browser came back with. */
type CameBack = ReturnType<typeof readPasted>

/**
 * Has a person consent in a browser. Throws `AuthError` (`login-failed` where no code came back) and
 * `RemoteError`.
 */
export const logIn = async (asking: Asking, io: Io, rest: RestAccount): Promise<GrantedConsent> => {
  const { prompts, tell } = asking
  tell(
    'Now someone gives consent whose login may: a Master Client login, or a company login of that debtor that has its companies by its filter. ' +
      'A page "Invalid scope" means that the app may not use one of the scopes, a general error page that the app was not saved or that the redirect address is another one.',
  )
  const isHere =
    isLoopbackAddress(rest.redirectUri) &&
    (await prompts.choose('Where is the browser?', [
      { value: true, label: 'on this machine' },
      { value: false, label: 'elsewhere: the address that it ends at is pasted here' },
    ]))
  const login = beginTrialLogin(rest, io)
  const came = isHere ? await waitForBrowser(login, asking, io) : await askAddress(login, asking, io)
  if (came.result === 'code') return login.exchange(came.code)
  throw came.result === 'refused'
    ? loginFailed(
        came.error === 'access_denied' ? 'the consent was declined' : `Nmbrs gave no consent (${came.error})`,
      )
    : loginFailed('that address does not answer this login')
}

const loginFailed = (message: string): AuthError =>
  new AuthError(message, 'nmbrs', 'login-refused', 'Choose what to change, or log in again')

const show = (login: TrialLogin, { tell }: Asking, io: Io): void => {
  tell('Open this address in a browser:')
  io.stdout.write(`${login.address}\n`)
}

const waitForBrowser = (login: TrialLogin, asking: Asking, io: Io): Promise<CameBack> =>
  withReleases(async (releases) => {
    try {
      const listening = await listenForCode({
        redirectUri: login.redirectUri,
        state: login.secrets.state,
        page: (outcome) => buildLoginPage(outcome, languageOf(io)),
        interruption: io.interruption,
      })
      releases.add(() => listening.close())
      show(login, asking, io)
      asking.tell('Waiting for the browser to come back …')
      return await listening.cameBack
    } catch (error) {
      // A port that is taken, or no one who came: the answers so far are not lost for that.
      if (!(error instanceof AbortError) || io.interruption.aborted) throw error
      throw loginFailed(error.message)
    }
  })

const askAddress = async (login: TrialLogin, asking: Asking, io: Io): Promise<CameBack> => {
  show(login, asking, io)
  // A code stands in it, so it is not shown.
  const answer = await asking.prompts.askSecret({
    message:
      'The whole address that the browser ends at, also when it shows an error there (nothing: it never got so far)',
  })
  return readPasted(login, answer)
}
