import { stringify } from 'yaml'

import { toLiteral } from '../../../config/environment/interpolate.js'
import type { AlexisAccount, NmbrsAccount } from './ask-accounts.js'
import type { ChosenPair } from './pair-companies.js'

export interface Answers {
  name: string
  timeZone: string
  alexis: Omit<AlexisAccount, 'companies'>
  nmbrs: Omit<NmbrsAccount, 'companies'>
  pairs: readonly ChosenPair[]
}

/** The settings that are kept out of the configuration, by their names in `.env`. */
export const toSecretSettings = ({ alexis, nmbrs }: Answers): Record<string, string> => ({
  ALEXIS_TOKEN: alexis.token,
  NMBRS_USERNAME: nmbrs.username,
  NMBRS_TOKEN: nmbrs.token,
  NMBRS_DOMAIN: nmbrs.domain,
})

const head = `# Made by nmbrs-sync init. Every key and what it is when it is left out: config/nmbrs-sync.example.yaml
# Secrets are in .env. Check this file after a change with: nmbrs-sync config check
`

/** The configuration with what was answered; what was not asked keeps its default. */
export const toConfigText = ({ name, timeZone, alexis, nmbrs, pairs }: Answers): string =>
  head +
  stringify({
    version: 1,
    timezone: timeZone,
    connections: [
      {
        name,
        alexis: { baseUrl: alexis.baseUrl, token: '${ALEXIS_TOKEN}' },
        nmbrs: {
          api: 'soap',
          host: nmbrs.host,
          username: '${NMBRS_USERNAME}',
          token: '${NMBRS_TOKEN}',
          domain: '${NMBRS_DOMAIN}',
        },
        companies: pairs.map(({ source, target }) => ({
          alexisCompanyId: source.id,
          nmbrsCompanyId: target.id,
          nmbrsCompanyName: toLiteral(target.name),
        })),
        mapping: 'mappings/alexis-nmbrs.yaml',
      },
    ],
  })
