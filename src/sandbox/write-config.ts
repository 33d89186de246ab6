import { join } from 'node:path'

import { stringify } from 'yaml'

import type { AlexisSandbox } from './alexis/start-alexis-sandbox.js'
import type { NmbrsSandbox } from './nmbrs/start-nmbrs-sandbox.js'
import { toGuid } from './nmbrs/world/guids.js'

interface Sides {
  stateDir: string
  alexis: AlexisSandbox
  nmbrs: NmbrsSandbox
  company: { name: string; alexisId: string; nmbrsId: number }
}

/** One connection over SOAP. */
export const writeSoapConfig = (sides: Sides): string =>
  writeConfig(sides, {
    nmbrs: { api: 'soap', ...toSoapAccount(sides) },
    company: { nmbrsCompanyId: sides.company.nmbrsId },
  })

/** The same connection over REST, where the company has another id. */
export const writeRestConfig = (sides: Sides): string =>
  writeConfig(sides, {
    nmbrs: { api: 'rest', rest: toRestAccount(sides) },
    company: { nmbrsCompanyId: toGuid('company', sides.company.nmbrsId), payrollPeriod: 'month' },
  })

/** What may be chosen while a connection changes over. */
export interface ChangeOver {
  api: 'soap' | 'rest'
  shadow?: 'rest'
}

/** The same connection with both, for the time of the change. */
export const writeBothConfig = (sides: Sides, { api, shadow }: ChangeOver): string =>
  writeConfig(sides, {
    nmbrs: {
      api,
      ...(shadow === undefined ? {} : { shadow }),
      ...toSoapAccount(sides),
      rest: toRestAccount(sides),
    },
    company: { nmbrsCompanyId: sides.company.nmbrsId, payrollPeriod: 'month' },
  })

const toSoapAccount = ({ nmbrs }: Sides): object => ({
  host: nmbrs.host,
  username: '${NMBRS_USERNAME}',
  token: '${NMBRS_TOKEN}',
  domain: '${NMBRS_DOMAIN}',
})

const toRestAccount = ({ nmbrs }: Sides): object => ({
  host: nmbrs.host,
  identityHost: nmbrs.host,
  clientId: '${NMBRS_CLIENT_ID}',
  clientSecret: '${NMBRS_CLIENT_SECRET}',
  subscriptionKey: '${NMBRS_SUBSCRIPTION_KEY}',
  redirectUri: nmbrs.app.redirectUris[0],
  maxCallsPerSecond: 100,
})

interface Transport {
  nmbrs: object
  /** What the company is to this transport. */
  company: { nmbrsCompanyId: number | string; payrollPeriod?: 'month' }
}

const writeConfig = ({ stateDir, alexis, company }: Sides, transport: Transport): string =>
  stringify({
    version: 1,
    timezone: 'Europe/Amsterdam',
    state: { path: join(stateDir, 'nmbrs-sync.db'), keyFile: join(stateDir, 'state.key') },
    connections: [
      {
        name: 'sandbox',
        alexis: { baseUrl: alexis.baseUrl, token: '${ALEXIS_TOKEN}' },
        nmbrs: transport.nmbrs,
        companies: [
          { alexisCompanyId: company.alexisId, ...transport.company, nmbrsCompanyName: company.name },
        ],
        mapping: 'mappings/alexis-nmbrs.yaml',
        access: writeAccess(stateDir, transport.company.nmbrsCompanyId),
      },
    ],
  })

/** Logins as an accountant gives them: growers see their payslips, everyone else the whole of it. */
const writeAccess = (stateDir: string, companyId: number | string): object => ({
  portals: {
    'nmbrs-ess': {
      environment: 'accountant',
      debtors: [{ debtor: '77', companies: [companyId] }],
      rules: [
        {
          name: 'growers',
          when: { departments: ['Kwekerij'] },
          template: 'Payslip viewer',
          email: 'private',
        },
      ],
      otherwise: { template: 'Employee login', email: 'work-else-private', language: 'NL' },
      delivery: { worklist: { folder: join(stateDir, 'logins') } },
    },
  },
})
