import { InternalError } from '../../domain/errors.js'
import type { RestKnown } from '../../domain/addresses/rest-known.js'
import { Secret } from '../environment/secret.js'
import { defaultScopes, type NmbrsConfig, type RestAccount, type SoapAccount } from '../nmbrs-accounts.js'
import { toOneSpelling } from '../schema/check-url.js'
import type { NmbrsFile } from '../schema/nmbrs-schema.js'

/**
 * The checked account as the program uses it. What is not there is left out, so that a SOAP connection says
 * the same as before there was REST.
 */
export const toNmbrs = (file: NmbrsFile, known: RestKnown | undefined): NmbrsConfig => {
  const rest = file.rest && toRest(file.rest, known)
  const soap = toSoap(file)
  if (file.api === 'rest')
    return { api: 'rest', rest: needed(rest), ...(soap && { soap }), ...toShadow(file) }
  return { api: 'soap', ...needed(soap), ...(rest && { rest }), ...toShadow(file) }
}

const toShadow = ({ shadow }: NmbrsFile) => (shadow === undefined ? {} : { shadow })

const needed = <Part>(part: Part | undefined): Part => {
  if (part === undefined)
    throw new InternalError('an account that was checked lacks what its transport needs')
  return part
}

const toSoap = ({ host, username, token, domain, maxCallsPerSecond }: NmbrsFile): SoapAccount | undefined =>
  username === undefined || token === undefined || domain === undefined
    ? undefined
    : { host: toOneSpelling(host), username, token: new Secret(token), domain, maxCallsPerSecond }

const toRest = (file: NonNullable<NmbrsFile['rest']>, known: RestKnown = {}): RestAccount => ({
  host: toOneSpelling(file.host),
  identityHost: toOneSpelling(file.identityHost),
  clientId: file.clientId,
  clientSecret: new Secret(file.clientSecret),
  subscriptionKey: new Secret(file.subscriptionKey),
  subscriptionKeySecondary:
    file.subscriptionKeySecondary === undefined ? undefined : new Secret(file.subscriptionKeySecondary),
  redirectUri: file.redirectUri,
  scopes: [...new Set(file.scopes.length === 0 ? [...defaultScopes, ...(known.scopes ?? [])] : file.scopes)],
  maxCallsPerSecond: file.maxCallsPerSecond,
  maxConcurrent: file.maxConcurrent,
  // What is not known is left out, so that an account without the file says the same as before there was one.
  ...(Object.keys(known).length === 0 ? {} : { known }),
})
