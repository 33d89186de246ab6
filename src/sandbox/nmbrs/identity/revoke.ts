import type { Reply } from '../answer-fault.js'
import { checkClient, readForm } from './client-login.js'
import type { IdentityContext } from './identity-context.js'
import { OauthRefusal } from './oauth-refusal.js'

const known = ['token', 'token_type_hint', 'client_id', 'client_secret']

/**
 * Makes one token worthless (Nmbrs REST contract, section 3.2); one that is not known is no error (RFC 7009,
 * section 2.2).
 */
export const revokeToken = (context: IdentityContext): Reply => {
  const form = readForm(context, known)
  checkClient(context, form)
  const hint = form.token_type_hint
  if (form.token === undefined || !['access_token', 'refresh_token', undefined].includes(hint))
    throw new OauthRefusal(400, 'invalid_request', 'token or token_type_hint is not valid')
  const token = context.consents.findToken(form.token)
  if (token !== undefined) token.isRevoked = true
  return { status: 200, headers: {}, body: '' }
}
