import { stringify } from 'yaml'

import type { AlexisAnswers } from '../../../app/setup/alexis-account.js'
import type { RestAnswers } from '../../../app/setup/rest-account.js'
import type { SoapAnswers } from '../../../app/setup/soap-account.js'
import { toLiteral } from '../../../config/environment/interpolate.js'
import { toNoticesPart, toNoticesSettings, type NoticesAnswers } from './ask-notices.js'
import type { ChosenPair } from './pair-companies.js'

/** The account of Nmbrs, by the transport that carries its calls. */
export type NmbrsAnswers = { api: 'soap'; account: SoapAnswers } | { api: 'rest'; account: RestAnswers }

export interface Answers {
  name: string
  timeZone: string
  alexis: AlexisAnswers
  nmbrs: NmbrsAnswers
  pairs: readonly ChosenPair[]
  /** `undefined`: only by hand. */
  cron: string | undefined
  /** AlexisHR ids; empty for everyone. */
  pilot: readonly string[]
  /** `undefined`: no one is told yet. */
  notices: NoticesAnswers | undefined
}

/** The settings that are kept out of the configuration, by their names in `.env`. */
export const toSecretSettings = ({ alexis, nmbrs, notices }: Answers): Record<string, string> => ({
  ALEXIS_TOKEN: alexis.token,
  ...toNoticesSettings(notices),
  ...(nmbrs.api === 'soap' ? toSoapSettings(nmbrs.account) : toRestSettings(nmbrs.account)),
})

const toSoapSettings = ({ username, token, domain }: SoapAnswers): Record<string, string> => ({
  NMBRS_USERNAME: username,
  NMBRS_TOKEN: token,
  NMBRS_DOMAIN: domain,
})

const toRestSettings = (account: RestAnswers): Record<string, string> => ({
  NMBRS_CLIENT_ID: account.clientId,
  NMBRS_CLIENT_SECRET: account.clientSecret,
  NMBRS_SUBSCRIPTION_KEY: account.subscriptionKey,
  ...(account.subscriptionKeySecondary === undefined
    ? {}
    : { NMBRS_SUBSCRIPTION_KEY_SECONDARY: account.subscriptionKeySecondary }),
})

const head = `# Made by nmbrs-sync init. Every key, with its default: docs/configuration.md and config/nmbrs-sync.example.yaml of the program
# Secrets are in .env. Check this file after a change with: nmbrs-sync config check
`

/** The configuration with what was answered; what was not asked keeps its default. */
export const toConfigText = (answers: Answers): string => {
  const { name, timeZone, alexis, nmbrs, pairs, cron, pilot, notices } = answers
  return (
    head +
    stringify({
      version: 1,
      timezone: timeZone,
      connections: [
        {
          name,
          alexis: { baseUrl: alexis.baseUrl, token: '${ALEXIS_TOKEN}' },
          nmbrs: nmbrs.api === 'soap' ? toSoap(nmbrs.account) : toRest(nmbrs.account),
          companies: pairs.map(toCompany),
          mapping: 'mappings/alexis-nmbrs.yaml',
          ...(pilot.length === 0 ? {} : { scope: { employees: [...pilot] } }),
        },
      ],
      ...(cron === undefined ? {} : { schedule: { cron } }),
      ...(notices === undefined ? {} : { notices: toNoticesPart(notices) }),
    })
  )
}

const toCompany = ({ source, target, payrollPeriod }: ChosenPair): Record<string, unknown> => ({
  alexisCompanyId: source.id,
  nmbrsCompanyId: target.id,
  nmbrsCompanyName: toLiteral(target.name),
  ...(payrollPeriod === undefined ? {} : { payrollPeriod }),
})

const toSoap = ({ host }: SoapAnswers): Record<string, unknown> => ({
  api: 'soap',
  host,
  username: '${NMBRS_USERNAME}',
  token: '${NMBRS_TOKEN}',
  domain: '${NMBRS_DOMAIN}',
})

const toRest = (account: RestAnswers): Record<string, unknown> => ({
  api: 'rest',
  rest: {
    host: account.host,
    identityHost: account.identityHost,
    clientId: '${NMBRS_CLIENT_ID}',
    clientSecret: '${NMBRS_CLIENT_SECRET}',
    subscriptionKey: '${NMBRS_SUBSCRIPTION_KEY}',
    ...(account.subscriptionKeySecondary === undefined
      ? {}
      : { subscriptionKeySecondary: '${NMBRS_SUBSCRIPTION_KEY_SECONDARY}' }),
    redirectUri: account.redirectUri,
    ...(account.scopes.length === 0 ? {} : { scopes: [...account.scopes] }),
  },
})
