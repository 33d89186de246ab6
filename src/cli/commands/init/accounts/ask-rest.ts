import {
  giveBack,
  readRestCompanies,
  toRestAccount,
  type RestAnswers,
} from '../../../../app/setup/rest-account.js'
import { defaultScopes } from '../../../../config/nmbrs-accounts.js'
import { scopeText } from '../../../../config/schema/checks.js'
import { findHostFlaw, findUrlFlaw, toOneSpelling } from '../../../../config/schema/check-url.js'
import type { GrantedConsent } from '../../../../credentials/consent-store.js'
import { usualRedirectUri } from '../../../../report/set-up/app-steps.js'
import type { TargetCompany } from '../../../../target/port.js'
import type { Io } from '../../../io.js'
import type { Prompts } from '../../../terminal/prompts.js'
import { askUntilLetIn, type Account, type Asking, type HeldConsent } from './ask-until-let-in.js'
import { needed, toCheck } from './checks.js'
import { logIn } from './log-in.js'

/** The answers, and the consent that was given with them. */
export type WithConsent = RestAnswers & { consent: GrantedConsent }

export type RestAccountAnswers = WithConsent & { companies: readonly TargetCompany[] }

type Steps = Account<WithConsent, TargetCompany>['steps']

/** Asks for the app of Nmbrs and for a consent until both are accepted. */
export const askRestAccount = (asking: Asking, io: Io, held: HeldConsent): Promise<RestAccountAnswers> =>
  askUntilLetIn<WithConsent, TargetCompany>(asking, {
    name: 'Nmbrs',
    steps: { ...toAppSteps(asking.prompts), ...toConsentSteps(asking, io, held) },
    tryOut: (answers) => readRestCompanies(toRestAccount(answers), answers.consent),
    blame: (code) => blames[code],
  })

const logInAgain: readonly string[] = ['login']

const toAppSteps = (prompts: Prompts): Steps => ({
  host: { label: 'the addresses of the API', ask: () => askHosts(prompts), entails: logInAgain },
  app: {
    label: 'the client id and the secret',
    ask: async () => ({
      clientId: (
        await prompts.ask({ message: 'Client id of the app (PartnerApp_name_suffix)', check: needed })
      ).trim(),
      clientSecret: (await prompts.askSecret({ message: 'Client secret', check: needed })).trim(),
    }),
    entails: logInAgain,
  },
  key: {
    label: 'the subscription key',
    ask: async () => {
      const first = await prompts.askSecret({
        message: 'Primary subscription key (developer portal, Profile > Subscriptions)',
        check: needed,
      })
      const second = await prompts.askSecret({ message: 'Secondary key (may be left out)' })
      return {
        subscriptionKey: first.trim(),
        subscriptionKeySecondary: second.trim() === '' ? undefined : second.trim(),
      }
    },
  },
})

const toConsentSteps = (asking: Asking, io: Io, held: HeldConsent): Steps => ({
  redirect: {
    label: 'the redirect address',
    ask: async () => ({
      redirectUri: (
        await asking.prompts.ask({
          message: `Redirect address, as registered with the app, to the letter (nothing: ${usualRedirectUri})`,
          initial: usualRedirectUri,
          check: toCheck(findUrlFlaw),
        })
      ).trim(),
    }),
    entails: logInAgain,
  },
  scopes: {
    label: 'the scopes',
    ask: async () => ({ scopes: await askScopes(asking.prompts) }),
    entails: logInAgain,
  },
  login: {
    label: 'nothing but the login',
    ask: async (known) => {
      // The steps before have been asked.
      const account = toRestAccount(known as RestAnswers)
      await held.giveBack?.()
      held.giveBack = undefined
      const consent = await logIn(asking, io, account)
      held.giveBack = () => giveBack(account, consent)
      return { consent }
    },
  },
})

/** Which answer was wrong, with what to do here instead of in a configuration. */
const blames: Readonly<Record<string, { steps: readonly string[]; said: string }>> = {
  'client-refused': { steps: ['app', 'login'], said: 'Give the client id and the secret again' },
  'subscription-key-refused': {
    steps: ['key'],
    said: 'Copy the key again from the developer portal, Profile > Subscriptions',
  },
  'code-refused': { steps: logInAgain, said: 'Log in again; a code is good for five minutes, once' },
  'identity-failed': { steps: logInAgain, said: 'Log in again' },
  'right-missing': {
    steps: ['scopes', 'login'],
    said: 'The scope company.info.read is probably missing, or this login may not see the company. Give the scopes again and log in',
  },
  unreachable: { steps: ['host', 'login'], said: 'Give the addresses again' },
}

const hosts = {
  nmbrs: { host: 'https://api.nmbrsapp.com', identityHost: 'https://identityservice.nmbrs.com' },
} as const

const askHosts = async (prompts: Prompts): Promise<Pick<RestAnswers, 'host' | 'identityHost'>> => {
  const chosen = await prompts.choose<(typeof hosts)['nmbrs'] | undefined>('Which Nmbrs?', [
    { value: hosts.nmbrs, label: 'that of Visma (api.nmbrsapp.com)' },
    { value: undefined, label: 'another address' },
  ])
  if (chosen !== undefined) return chosen
  const check = toCheck(findHostFlaw)
  const host = toOneSpelling(await prompts.ask({ message: 'Address of the Nmbrs REST API', check }))
  const identity = await prompts.ask({
    message: `Address of its identity service (nothing: ${host})`,
    initial: host,
    check,
  })
  return { host, identityHost: toOneSpelling(identity) }
}

const toScopes = (answer: string): string[] => answer.split(/[\s,]+/).filter((one) => one !== '')

/** Empty for the usual ones, so that a later version may ask for what it needs. */
const askScopes = async (prompts: Prompts): Promise<readonly string[]> => {
  const areUsual = await prompts.choose('Which scopes may the app use?', [
    { value: true, label: `what a sync needs: ${defaultScopes.join(' ')}` },
    { value: false, label: 'others' },
  ])
  if (areUsual) return []
  const answer = await prompts.ask({
    message: 'Scopes, with blanks between them',
    check: (text) => {
      const wrong = toScopes(text).find((one) => !scopeText.safeParse(one).success)
      if (wrong !== undefined) return `${wrong} is not a scope such as employee.info.read`
      return needed(text)
    },
  })
  return [...new Set(toScopes(answer))]
}
