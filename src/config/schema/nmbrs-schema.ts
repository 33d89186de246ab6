import * as z from 'zod'

import { domainText, hostText, pathText, redirectText, scopeText, tokenText } from './checks.js'

const text = z.string().min(1)

const pace = (what: string) =>
  z.int().min(1).max(150).describe(`calls per second, a whole number from 1 to 150 (${what})`)

/** What the REST API asks for (Nmbrs REST contract, sections 3 and 14). */
const rest = z
  .strictObject({
    host: hostText.default('https://api.nmbrsapp.com'),
    identityHost: hostText.default('https://identityservice.nmbrs.com'),
    clientId: text.describe('the client id of the app, such as PartnerApp_name_suffix'),
    clientSecret: text.describe(
      'the client secret of the app, from the environment or a file: ${NMBRS_CLIENT_SECRET}',
    ),
    subscriptionKey: tokenText(
      'the primary key of the subscription, from the environment or a file: ${NMBRS_SUBSCRIPTION_KEY}',
    ),
    subscriptionKeySecondary: tokenText(
      'the secondary key, tried once when the primary one is refused',
    ).optional(),
    redirectUri: redirectText.default('http://127.0.0.1:8914/callback'),
    scopes: z
      .array(scopeText)
      .describe('a list of scopes to ask consent for; empty for what a sync needs')
      .default([]),
    maxCallsPerSecond: pace('Nmbrs publishes no limit for REST').default(10),
    maxConcurrent: z
      .int()
      .min(1)
      .max(64)
      .describe('calls under way at once, a whole number from 1 to 64')
      .default(4),
    known: pathText(
      'the file that cutover rehearse --out wrote: what is known of the API is made use of',
    ).optional(),
  })
  .describe('the REST account: clientId, clientSecret, subscriptionKey and redirectUri')

/** What only SOAP needs; asked for in transport-check.ts, because a REST connection does without it. */
export const soapKeys = {
  username: text.describe('the e-mail address of the Nmbrs API user'),
  token: tokenText('the API token of that user, from the environment or a file: ${NMBRS_TOKEN}'),
  domain: domainText,
} as const

export const restDescription = rest.description ?? ''

export const nmbrsSchema = z
  .strictObject({
    api: z.enum(['soap', 'rest']).default('soap'),
    host: hostText.default('https://api.nmbrs.nl'),
    username: soapKeys.username.optional(),
    token: soapKeys.token.optional(),
    domain: soapKeys.domain.optional(),
    maxCallsPerSecond: pace('the limit of Nmbrs, shared with other users').default(100),
    rest: rest.optional(),
    shadow: z
      .literal('rest')
      .describe('rest: each SOAP sync also reads over REST and compares; nothing is written over REST')
      .optional(),
  })
  .describe('the Nmbrs account: host, username, token and domain for SOAP, and rest for REST')
  .meta({
    if: { properties: { api: { const: 'rest' } }, required: ['api'] },
    then: { required: ['rest'] },
    else: { required: Object.keys(soapKeys) },
  })

export type NmbrsFile = z.infer<typeof nmbrsSchema>
